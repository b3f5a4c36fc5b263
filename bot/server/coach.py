"""The coach itself: Rasa's agent with the actions in this process. Importing it takes seconds."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import os
import time
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import structlog
from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.core.tracker_store import FailSafeTrackerStore
from rasa.engine.exceptions import GraphComponentException
from rasa.shared.exceptions import RasaException
from sqlalchemy.exc import SQLAlchemyError

from actions.actions import knowledge_base
from actions.profile.database import profile_store
from actions.profile.store import THREADED, Identity, ProfileUnavailable
from bot.server import speedups
from bot.server.collector import SigningCollector, signed_buttons
from bot.server.conversation_locks import ConversationLocks
from bot.server.errors import StartError, failed_turn
from bot.server.history import Said, said
from bot.server.in_process_actions import InProcessActions
from bot.server.logs import TURN
from bot.server.model_file import model_file
from bot.server.payloads import Incoming, PayloadSigner
from bot.server.ratings import RatingSigner
from bot.server.secret import secret_key
from bot.server.tracker_store import RecentTrackerStore
from bot.settings import Settings

logger = structlog.stdlib.get_logger(__name__)

Message = dict[str, Any]
MOST_SAID = 200  # messages, the coach's and the person's, that a history goes back
WARM_UP = "What does an Account Manager in London do?"  # a place has to be looked for, too


@dataclass(frozen=True)
class About:
    """Which coach this is: the program's version, the model's id, the knowledge's version."""

    version: str
    model: str
    knowledge: str


class Coach:
    """Answers messages, one conversation's in order. To be used on one event loop."""

    def __init__(self, agent: Agent, store: RecentTrackerStore, key: bytes) -> None:
        self._agent = agent
        self._store = store
        self._key = key
        self._signer = PayloadSigner(key)
        self._ratings = RatingSigner(key)
        self.about = About(version("career-coach"), str(agent.model_id), knowledge_base().version)

    @classmethod
    async def open(cls, settings: Settings) -> Coach:
        """Load everything and answer a first message, so that the next one is quick.

        Raises StartError where a person can help it, and whatever else goes wrong.
        """
        speedups.apply()
        store = _tracker_store(settings)
        os.environ["COACH_DATABASE_URL"] = settings.profile_database
        _open_profiles()
        coach = cls(_agent(model_file(settings.model_path)), store, secret_key(settings))
        await coach._warm_up()
        coach._keep_conversations()
        return coach

    def close(self) -> None:
        """Close the database."""
        self._store.engine.dispose()

    async def answer(
        self, sender: str, text: str, channel: str, message_id: str | None = None
    ) -> list[Message]:
        """What the coach says to ``text``: at least one message, in Rasa's REST form.

        ``message_id`` is kept with the message, for ``answered``.
        """
        started = time.perf_counter()
        incoming = self._readable(self._signer.incoming(text))
        message = UserMessage(
            incoming.text, None, sender, input_channel=channel, message_id=message_id
        )
        with structlog.contextvars.bound_contextvars(**{TURN: channel}):
            messages = await self._turn(message)
            for reply in messages:
                self._make_ratable(reply.get("custom"), str(Identity.of(channel, sender)))
            self._log(sender, messages, incoming.pressed, started)
        return messages

    async def history(self, sender: str, channel: str) -> list[Said]:
        """What was said of late, as it is stored, ready to be shown and answered.

        Raises sqlalchemy.exc.SQLAlchemyError if the database fails.
        """
        events = await asyncio.to_thread(self._store.said, sender, MOST_SAID)
        messages = said(events)
        for message in messages:
            message["buttons"] = signed_buttons(self._signer, message["buttons"])
            self._make_ratable(message["custom"], str(Identity.of(channel, sender)))
        return messages

    async def rate(self, sender: str, channel: str, token: str, useful: bool) -> bool:
        """Keep what a person thinks of an answer; False if ``token`` is not one of theirs.

        Raises ProfileUnavailable if the database fails.
        """
        identity = Identity.of(channel, sender)
        rating = self._ratings.rating(str(identity), token, useful)
        if rating is None:
            return False
        await asyncio.to_thread(profile_store().rate, identity, rating)
        logger.info("rating", intent=rating.intent, kind=rating.kind, useful=useful)
        return True

    def _make_ratable(self, custom: dict[str, Any] | None, person: str) -> None:
        custom = {} if custom is None else custom
        token = self._ratings.token(person, custom)
        custom.pop("question", None)
        if token is not None:
            custom["rating"] = token

    async def _turn(self, message: UserMessage) -> list[Message]:
        message.output_channel = collector = SigningCollector(self._signer)
        try:
            await self._agent.handle_message(message)
            if any((m.get("custom") or {}).pop("erased", False) for m in collector.messages):
                await self._erase(Identity.of(message.input_channel, message.sender_id))
        except Exception:
            # The edge of a turn: whatever went wrong, the person hears a sentence.
            logger.exception("turn failed")
        return collector.messages or [failed_turn(message.sender_id)]

    async def _erase(self, person: Identity) -> None:
        await self._store.erase(person.external_id, threads=person.channel in THREADED)

    def _readable(self, incoming: Incoming) -> Incoming:
        """``incoming``, or an empty message if its button asks what is no longer known."""
        if incoming.pressed and incoming.intent not in self._agent.domain.intents:
            return Incoming("")
        return incoming

    async def _warm_up(self) -> None:
        """Have one whole turn, so that what is made at first use is made before a person waits."""
        messages = await self._turn(UserMessage(WARM_UP, None, "warm-up"))
        if messages[-1]["custom"]["kind"] == "error":
            raise StartError("The coach cannot answer a first question; the log says why.")

    def _keep_conversations(self) -> None:
        """From now on, conversations go to the database, or to memory while that fails."""
        self._store.domain = self._agent.domain
        store = FailSafeTrackerStore(self._store, on_tracker_store_error=_log_database_error)
        self._agent.tracker_store = self._agent.processor.tracker_store = store

    def _log(self, sender: str, messages: list[Message], pressed: bool, started: float) -> None:
        """One line a turn, without anything that the person wrote."""
        custom = messages[-1].get("custom") or {}
        logger.info(
            "turn",
            sender=hmac.new(self._key, sender.encode(), hashlib.sha256).hexdigest()[:12],
            intent=custom.get("intent"),
            kind=custom.get("kind"),
            confidence=custom.get("confidence"),
            button=pressed,
            ms=round((time.perf_counter() - started) * 1000, 1),
        )


def _agent(model: Path) -> Agent:
    """The agent. As yet it keeps conversations in memory: good enough for the first one."""
    try:
        return Agent.load(model, lock_store=ConversationLocks(), action_endpoint=InProcessActions())
    except (GraphComponentException, RasaException) as error:
        cause = error.__cause__ or error
        raise StartError(
            f"The model does not fit the program ({type(cause).__name__}: {cause}): run "
            "`coach train`, which makes a new one."
        ) from error


def _tracker_store(settings: Settings) -> RecentTrackerStore:
    try:
        settings.data_path.mkdir(parents=True, exist_ok=True)
        return RecentTrackerStore(settings.tracker_database)
    except (OSError, SQLAlchemyError) as error:
        # The driver's own words. SQLAlchemy's may repeat the URL, and so its password.
        reason = getattr(error, "orig", None) or type(error).__name__
        raise StartError(
            "The database of conversations cannot be opened: check COACH_DATA_FOLDER and "
            f"COACH_TRACKER_URL ({' '.join(str(reason).split())})."
        ) from error


def _open_profiles() -> None:
    """Open the database of profiles now, so that a person need not wait for it."""
    try:
        profile_store()
    except ProfileUnavailable as error:
        raise StartError(
            "The database of profiles cannot be opened: check COACH_DATA_FOLDER and "
            f"COACH_DATABASE_URL ({error})."
        ) from error


def _log_database_error(error: Exception) -> None:
    logger.error("the database of conversations failed", exc_info=error)
