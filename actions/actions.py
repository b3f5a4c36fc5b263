"""The actions Rasa calls (``rasa run actions``, or in the process of ``coach serve``)."""

from __future__ import annotations

import asyncio
import logging
from functools import lru_cache
from typing import Any, Dict, List, Mapping, Text, Tuple

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.clause import Clause
from actions.coach import Turn, respond
from actions.fixed import FAILED
from actions.focus import Focus
from actions.known import Known
from actions.noting import statements_of, told
from actions.profile.database import profile_store
from actions.profile.store import Identity, ProfileUnavailable, Stored
from actions.profile.talk import UNAVAILABLE
from actions.reply import Reply
from knowledge.base import KnowledgeBase

logger = logging.getLogger(__name__)


@lru_cache(maxsize=1)
def knowledge_base() -> KnowledgeBase:
    """The knowledge base of this process, loaded at the first question."""
    return KnowledgeBase.shared()


class ActionAnswer(Action):
    """Answers the last message, whatever it asks."""

    def name(self) -> Text:
        return "action_answer"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> List[EventType]:
        message = tracker.latest_message or {}
        identity = identity_of(tracker)
        focus = Focus.from_dict(tracker.get_slot("focus"))
        try:
            # The database blocks, and other people's turns share this loop.
            turn = await asyncio.to_thread(take_turn, clauses_of(message), focus, identity)
        except Exception:
            # The one edge where any failure becomes a sentence: the person must hear something.
            logger.exception(
                "answering failed for intent %s", message.get("intent", {}).get("name")
            )
            dispatcher.utter_message(**as_utterance(Reply(FAILED, kind="error")))
            return []
        dispatcher.utter_message(**as_utterance(turn.reply, erased=turn.forget == ["*"]))
        return [SlotSet("focus", turn.focus.as_dict())]


def identity_of(tracker: Tracker) -> Identity:
    """Who talks: the channel of the last message, and whom its conversation names."""
    return Identity.of(tracker.get_latest_input_channel() or "rest", tracker.sender_id)


def take_turn(clauses: List[Clause], focus: Focus, identity: Identity) -> Turn:
    """Note what ``clauses`` tell of the person, answer them, and forget what they wish forgotten.

    Without its database the coach answers all the same, not personally, and says so.
    """
    base = knowledge_base()
    try:
        known = _noted(clauses, focus, identity)
        turn = respond(clauses, base, focus, known)
        if turn.forget == ["*"]:
            profile_store().audit(identity, "erase", "person")
            profile_store().erase(identity)
        elif turn.forget:
            profile_store().forget(identity, turn.forget)
        return turn
    except ProfileUnavailable as problem:
        logger.error("the database of profiles failed: %s", problem)
        turn = respond(clauses, base, focus)
        if turn.forget or statements_of(clauses, focus, knowledge_base()):
            turn.reply.text = UNAVAILABLE.strip("_")
            turn.reply.kind = "error"
        else:
            turn.reply.text += f"\n\n{UNAVAILABLE}"
        return turn


def _noted(clauses: List[Clause], focus: Focus, identity: Identity) -> Known:
    """What is known of the person, with what ``clauses`` tell."""
    store = profile_store()
    statements = statements_of(clauses, focus, knowledge_base())
    if not any(not statement.supposed for statement in statements):
        return Known(store.load(identity).entries)
    seen: List[Tuple[Stored, Mapping[str, Tuple[Any, str]]]] = []

    def change(stored: Stored) -> Mapping[str, Tuple[Any, str]]:
        found = told(statements, stored.entries)
        seen.append((stored, found))
        return found

    after, first = store.change(identity, change)
    before, found = seen[-1]
    changed = {name: value for name, (value, _) in found.items()}
    return Known(after.entries, before.values, changed, first)


def as_utterance(reply: Reply, erased: bool = False) -> Dict[Text, Any]:
    """``reply`` as arguments of ``utter_message``; ``erased`` ends the conversation too."""
    message = reply.as_message()
    custom = {**message.pop("custom"), **({"erased": True} if erased else {})}
    return {**message, "json_message": custom}


def clauses_of(message: Dict[Text, Any]) -> List[Clause]:
    """The clauses understanding found; of a pressed button, the question it stands for."""
    if not str(message.get("text") or "").startswith("/"):
        return [Clause.from_dict(clause) for clause in message.get("clauses") or []]
    entities: Dict[str, List[str]] = {}
    for entity in message.get("entities") or []:
        values = entity["value"] if isinstance(entity["value"], list) else [entity["value"]]
        entities.setdefault(entity["entity"], []).extend(values)
    intent = (message.get("intent") or {}).get("name") or "out_of_scope"
    return [
        Clause(
            text="",
            intent=intent,
            confidence=1.0,
            roles=entities.get("role", []),
            industries=entities.get("industry", []),
            kpis=entities.get("kpi", []),
            outside={"field": entities["field"]} if "field" in entities else {},
        )
    ]
