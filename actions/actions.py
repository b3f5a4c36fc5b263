"""The actions Rasa calls (``rasa run actions``, or in the process of ``coach serve``)."""

from __future__ import annotations

import logging
from functools import lru_cache
from typing import Any, Dict, List, Text

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.clause import Clause
from actions.coach import respond
from actions.fixed import FAILED
from actions.focus import Focus
from actions.reply import Reply
from knowledge.base import KnowledgeBase

logger = logging.getLogger(__name__)


@lru_cache(maxsize=1)
def knowledge_base() -> KnowledgeBase:
    """The knowledge base of this process, loaded at the first question."""
    return KnowledgeBase.load()


class ActionAnswer(Action):
    """Answers the last message, whatever it asks."""

    def name(self) -> Text:
        return "action_answer"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> List[EventType]:
        message = tracker.latest_message or {}
        try:
            focus = Focus.from_dict(tracker.get_slot("focus"))
            turn = respond(_clauses(message), knowledge_base(), focus)
        except Exception:
            # The one edge where any failure becomes a sentence: the person must hear something.
            logger.exception(
                "answering failed for intent %s", message.get("intent", {}).get("name")
            )
            dispatcher.utter_message(**_as_utterance(Reply(FAILED, kind="error")))
            return []
        dispatcher.utter_message(**_as_utterance(turn.reply))
        return [SlotSet("focus", turn.focus.as_dict())]


def _as_utterance(reply: Reply) -> Dict[Text, Any]:
    message = reply.as_message()
    return {**message, "json_message": message.pop("custom")}


def _clauses(message: Dict[Text, Any]) -> List[Clause]:
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
        )
    ]
