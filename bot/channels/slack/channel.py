"""What the coach does with what a person does in Slack."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

import structlog

from actions.profile.fields import Entry
from actions.profile.store import ProfileUnavailable
from bot.channels.slack import home
from bot.channels.slack.blocks import ASK, MENU, RATE, thanked
from bot.channels.slack.calls import Calls
from bot.channels.slack.command import HELP, question
from bot.channels.slack.home import home as home_view
from bot.channels.slack.incoming import (
    AssistantOpened,
    Commanded,
    HomeOpened,
    Incoming,
    Place,
    Pressed,
    Said,
    Submitted,
)
from bot.channels.slack.modal import NOT_SAVED, changed, modal, submitted
from bot.channels.slack.people import CHANNEL, Addresses, as_stored, change_profile, profile_of
from bot.channels.slack.replies import Replies
from bot.channels.slack.thinking import AFTER_SECONDS, thinking
from bot.server.errors import NotReadyError
from bot.server.payloads import PayloadSigner
from bot.server.secret import secret_key
from bot.settings import Settings
from knowledge.base import KnowledgeBase

logger = structlog.stdlib.get_logger(__name__)

START_SECONDS = 60.0  # how long a message waits for a coach that is still starting
LOOK_SECONDS = 0.2
SAVE_SECONDS = 2.0  # Slack waits three for what a modal is answered
# What the buttons of the App Home ask, as Rasa's commands.
_ASKED = {
    home.EXPORT: "/export_profile",
    home.DELETE: '/forget_profile{"field": ["*"]}',
    home.CHECK_IN: "/start_check_in",
}
_NOT_YOURS = "_Only the person who asked can rate this answer._"
_NOT_RATED = "_Your feedback could not be kept just now. Please try again in a moment._"
_NO_PROFILE = "_I can't reach your career profile right now. Please try again in a moment._"
_PROMPTS = (
    "What does a Senior Account Manager earn?",
    "What is the difference between a SAM and a director?",
    "What is my next step?",
    "What can you do?",
)
_TOO_LONG = "_Your message has {length:,} characters; I can read at most {most:,}._"


class Answering(Protocol):
    """What the channel needs of ``Worker``."""

    @property
    def state(self) -> str: ...

    async def answer(self, sender: str, text: str, channel: str) -> list[dict[str, Any]]: ...

    async def rate(self, sender: str, channel: str, token: str, useful: bool) -> bool: ...


class Channel:
    """Answers in Slack. Nothing here raises for what a person or Slack's API does."""

    def __init__(
        self,
        settings: Settings,
        worker: Answering,
        calls: Calls,
        think_after: float = AFTER_SECONDS,
    ) -> None:
        self._settings = settings
        self._worker = worker
        self._calls = calls
        self._replies = Replies(calls)
        self._think_after = think_after
        self._addresses = Addresses(calls) if settings.slack_link_email else None

    async def handle(self, incoming: Incoming) -> None:
        """Do what ``incoming`` calls for, all of it: answer, files, App Home."""
        if isinstance(incoming, Commanded):
            words = question(incoming.text, KnowledgeBase.shared())
            await self._answer(incoming.place, words)
        elif isinstance(incoming, Said):
            await self._answer(incoming.place, incoming.text or HELP)
        elif isinstance(incoming, Pressed):
            await self._pressed(incoming)
        elif isinstance(incoming, HomeOpened | Submitted):
            await self.show_home(incoming.place)
        elif isinstance(incoming, AssistantOpened):
            prompts = [{"title": text, "message": text} for text in _PROMPTS]
            await self._calls.attempt(
                "assistant.threads.setSuggestedPrompts",
                channel_id=incoming.place.channel,
                thread_ts=incoming.place.thread,
                prompts=prompts,
            )

    async def _answer(self, place: Place, text: str, asked: str = "") -> None:
        """Ask the coach and send what it says; if the profile changed, renew the App Home."""
        most = self._settings.max_characters
        if len(text) > most:
            await self._replies.say(place, _TOO_LONG.format(length=len(text), most=most))
            return
        async with thinking(self._calls, place, self._think_after):
            if self._addresses:
                await self._addresses.link(place)
            before = await profile_of(place)
            messages = await self._said(place, text)
            await self._replies.send(place, messages, asked, known=bool(before))
        after = await profile_of(place)
        if self._addresses and after and not before:
            await self._addresses.link(place)
        if after is not None and after != before:
            await self.show_home(place, after)

    async def _said(self, place: Place, text: str) -> Sequence[Mapping[str, Any]]:
        """The coach's messages; while it is starting they are waited for."""
        waited = 0.0
        while self._worker.state == "starting" and waited < START_SECONDS:
            await asyncio.sleep(LOOK_SECONDS)
            waited += LOOK_SECONDS
        try:
            return await self._worker.answer(place.conversation, text, CHANNEL)
        except NotReadyError as problem:
            return [{"text": str(problem)}]

    async def _pressed(self, pressed: Pressed) -> None:
        action, place = pressed.action, pressed.place
        if action.startswith(RATE):
            await self._rate(pressed, action == f"{RATE}up")
        elif action.startswith(ASK) or action == MENU:
            await self._answer(place, pressed.value, pressed.title)
        elif action in _ASKED:
            key = await asyncio.to_thread(secret_key, self._settings)
            await self._answer(place, PayloadSigner(key).signed(_ASKED[action]))
        else:
            logger.info("slack action ignored", action=action)

    async def _rate(self, pressed: Pressed, useful: bool) -> None:
        """Keep the rating and say thanks in place of the thumbs."""
        place = pressed.place
        try:
            kept = await self._worker.rate(place.conversation, CHANNEL, pressed.value, useful)
        except (ProfileUnavailable, NotReadyError):
            await self._whisper(place, _NOT_RATED)
            return
        if not kept:
            await self._whisper(place, _NOT_YOURS)
            return
        blocks = thanked(pressed.blocks, useful)
        if place.private and place.response_url:
            await self._calls.respond(
                place.response_url, replace_original=True, text="Thanks!", blocks=blocks
            )
        elif blocks and place.ts:
            await self._calls.deliver(
                "chat.update", channel=place.channel, ts=place.ts, text="Thanks!", blocks=blocks
            )

    async def _whisper(self, place: Place, words: str) -> None:
        await self._replies.say(replace(place, private=True), words)

    async def edit_profile(self, pressed: Pressed) -> None:
        """Open the modal, at once: Slack allows three seconds from the press on."""
        known = await profile_of(pressed.place)
        if known is None:
            await self._replies.say(pressed.place, _NO_PROFILE)
            return
        view = modal(as_stored(known), KnowledgeBase.shared())
        await self._calls.deliver("views.open", trigger_id=pressed.trigger, view=view)

    async def save_profile(self, given: Submitted) -> dict[str, str]:
        """Keep a submitted modal. What is wrong, by block id; empty if it was kept."""
        known = await profile_of(given.place)
        if known is None:
            return {"current_role": NOT_SAVED}
        before = as_stored(known)
        values, errors = submitted(given.state, before, KnowledgeBase.shared())
        if errors:
            return errors
        change = changed(values, before)
        try:
            if change:
                await asyncio.wait_for(change_profile(given.place, change), SAVE_SECONDS)
        except (ProfileUnavailable, asyncio.TimeoutError):
            return {"current_role": NOT_SAVED}
        return {}

    async def show_home(self, place: Place, profile: Mapping[str, Entry] | None = None) -> None:
        """Publish the person's App Home."""
        profile = await profile_of(place) if profile is None else profile
        view = home.unavailable() if profile is None else home_view(profile, KnowledgeBase.shared())
        await self._calls.deliver("views.publish", user_id=place.user, view=view)
