"""The coach itself: Rasa's agent with the actions in this process. Importing it takes seconds."""

from __future__ import annotations

import gc
import hashlib
import hmac
import time
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

import structlog
from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from sqlalchemy.exc import SQLAlchemyError

from actions.actions import knowledge_base
from bot.server import speedups
from bot.server.collector import SigningCollector
from bot.server.conversation_locks import ConversationLocks
from bot.server.errors import StartError, failed_turn
from bot.server.in_process_actions import InProcessActions
from bot.server.model_file import model_file
from bot.server.payloads import Incoming, PayloadSigner
from bot.server.secret import secret_key
from bot.server.tracker_store import RecentTrackerStore
from bot.settings import Settings

logger = structlog.stdlib.get_logger(__name__)

Message = dict[str, Any]
WARM_UP = "What does an Account Manager do?"


@dataclass(frozen=True)
class About:
    """Which coach this is: the program's version, the model's id, the knowledge's version."""

    version: str
    model: str
    knowledge: str


class Coach:
    """Answers messages, one conversation's in order. To be used on one event loop."""

    def __init__(self, agent: Agent, actions: InProcessActions, key: bytes) -> None:
        self._agent = agent
        self._actions = actions
        self._key = key
        self._signer = PayloadSigner(key)
        self.about = About(version("career-coach"), str(agent.model_id), knowledge_base().version)

    @classmethod
    async def open(cls, settings: Settings) -> Coach:
        """Load everything and understand a first message, so that the next one is quick.

        Raises StartError where a person can help it, and whatever else goes wrong.
        """
        speedups.apply()
        actions = InProcessActions()
        agent = Agent.load(
            model_file(settings.model_path),
            tracker_store=_tracker_store(settings),
            lock_store=ConversationLocks(),
            action_endpoint=actions,
        )
        coach = cls(agent, actions, secret_key(settings))
        await coach._warm_up()
        # What was loaded stays: the garbage collector need not look at it again, which would
        # take tens of milliseconds in the middle of some turn.
        gc.collect()
        gc.freeze()
        return coach

    async def answer(self, sender: str, text: str, channel: str) -> list[Message]:
        """What the coach says to ``text``: at least one message, in Rasa's REST form."""
        started = time.perf_counter()
        collector = SigningCollector(self._signer)
        incoming = self._readable(self._signer.incoming(text))
        try:
            await self._agent.handle_message(
                UserMessage(incoming.text, collector, sender, input_channel=channel)
            )
        except Exception:
            # The edge of a turn: whatever went wrong, the person hears a sentence.
            logger.exception("turn failed")
        messages = collector.messages or [failed_turn(sender)]
        self._log(sender, messages, incoming.pressed, started)
        return messages

    def _readable(self, incoming: Incoming) -> Incoming:
        """``incoming``, or an empty message if its button asks what is no longer known."""
        intent = incoming.text[1:].partition("{")[0]
        known = not incoming.pressed or intent in self._agent.domain.intents
        return incoming if known else Incoming("")

    async def _warm_up(self) -> None:
        parsed = await self._agent.parse_message(WARM_UP)
        call = {
            "next_action": "action_answer",
            "sender_id": "",
            "tracker": {"sender_id": "", "slots": {}, "latest_message": parsed, "events": []},
        }
        result = await self._actions.request(json=call)
        if any((said.get("custom") or {}).get("kind") == "error" for said in result["responses"]):
            raise StartError("The coach cannot answer a first question; the log says why.")

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


def _tracker_store(settings: Settings) -> RecentTrackerStore:
    try:
        settings.data_path.mkdir(parents=True, exist_ok=True)
        return RecentTrackerStore(settings.tracker_database)
    except (OSError, SQLAlchemyError) as error:
        raise StartError(
            "The database of conversations cannot be opened: check COACH_DATA_FOLDER and "
            f"COACH_TRACKER_URL ({type(error).__name__})."
        ) from error
