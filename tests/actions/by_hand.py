"""Clauses, questions and shorthand for the tests of the actions, made without understanding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from actions.clause import Clause, FactHit
from actions.coach import Turn, respond
from actions.focus import Focus
from actions.question import Question, ask
from knowledge.base import KnowledgeBase

DIRECTOR = "director_of_account_management"
SENIOR = "senior_account_manager"
AM = "account_manager"
AE = "account_executive"

Hit = tuple[str, float] | tuple[str, float, str] | tuple[str, float, str, float]


def clause(
    text: str = "",
    intent: str = "out_of_scope",
    confidence: float = 0.9,
    hits: Sequence[Hit] = (),
    **fields: Any,
) -> Clause:
    """A clause as understanding would hand it over, surely of one intent."""
    fields.setdefault("ranking", [(intent, confidence)])
    return Clause(
        text=text, intent=intent, confidence=confidence, hits=[FactHit(*h) for h in hits], **fields
    )


def question(
    base: KnowledgeBase,
    topic: str,
    text: str = "",
    focus: Focus | None = None,
    hits: Sequence[Hit] = (),
    **fields: Any,
) -> Question:
    """The question that such a clause asks."""
    asked = clause(text, topic, hits=hits, **fields)
    return ask(asked, base, focus or Focus(), topic)


def say(base: KnowledgeBase, *turns: Clause | Sequence[Clause]) -> Turn:
    """What comes of the last of ``turns``, each a message of one clause or several."""
    focus, turn = Focus(), None
    for message in turns:
        clauses = [message] if isinstance(message, Clause) else list(message)
        turn = respond(clauses, base, focus)
        focus = turn.focus
    assert turn is not None
    return turn
