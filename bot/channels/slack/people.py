"""People's profiles as the channel needs them, off the event loop, and their e-mail addresses."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

import structlog

from actions.profile.database import profile_store
from actions.profile.fields import Entry
from actions.profile.store import Identity, ProfileUnavailable, Stored
from bot.channels.slack.calls import Calls
from bot.channels.slack.incoming import Place

logger = structlog.stdlib.get_logger(__name__)

CHANNEL = "slack"
MOST_KEPT = 10_000


async def profile_of(place: Place) -> Mapping[str, Entry] | None:
    """What is known of a person; None if the database cannot be reached."""
    try:
        stored = await asyncio.to_thread(lambda: profile_store().load(identity(place)))
    except ProfileUnavailable:
        return None
    return stored.entries


async def change_profile(place: Place, change: Mapping[str, tuple[Any, str]]) -> None:
    """Change fields of a profile. Raises ProfileUnavailable."""
    await asyncio.to_thread(lambda: profile_store().change(identity(place), lambda _: change))


def identity(place: Place) -> Identity:
    return Identity(CHANNEL, place.person)


class Addresses:
    """Links people to whom another channel knows by the same verified e-mail address."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls
        self._known: OrderedDict[str, str] = OrderedDict()

    async def link(self, place: Place) -> None:
        """Make the person and their address one, if anything is known of either."""
        address = await self._address(place)
        if not address:
            return
        other = Identity("email", address)
        try:
            await asyncio.to_thread(lambda: profile_store().link(identity(place), other))
        except ProfileUnavailable as problem:
            logger.error("the database of profiles failed", reason=str(problem))

    async def _address(self, place: Place) -> str:
        """The address that Slack has verified; "" if there is none or it may not be read."""
        known = self._known.get(place.person)
        if known is not None:
            return known
        answer = await self._calls.attempt("users.info", user=place.user)
        if answer is None:
            return ""
        user = answer.get("user") or {}
        address = str((user.get("profile") or {}).get("email") or "").strip().lower()
        verified = user.get("is_email_confirmed") is True and not user.get("is_bot")
        self._known[place.person] = address if verified else ""
        if len(self._known) > MOST_KEPT:
            self._known.popitem(last=False)
        return self._known[place.person]


def as_stored(entries: Mapping[str, Entry]) -> dict[str, Any]:
    """The values of a profile."""
    return Stored(entries).values
