"""What a clause asks that means the role in play without a word of it ("what eats up my week?")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from actions.clause import Clause
from actions.focus import Focus
from actions.topics import TOPICS

ANCHORED_FROM = 0.6  # probability from which that is what is asked, said of a role
ANCHORED_BESIDE = 0.45  # the same where the message itself names a role
SURELY_OUTSIDE = 0.9  # probability from which a clause is about something else all the same
DOUBTFUL_TO = 0.38  # and below which a clause is not understood as it stands
_OUTSIDE = ("out_of_scope", "out_sales_topic", "out_company")


def anchored(clauses: Sequence[Clause], focus: Focus, values: Mapping[str, Any]) -> list[Clause]:
    """``clauses`` with those read anew that say nothing of their own but do of a role in play:
    one that another clause names, that was spoken of, or that the person has or wants."""
    named = any(clause.roles for clause in clauses)
    in_play = named or focus.roles or values.get("current_role") or values.get("target_role")
    least = ANCHORED_BESIDE if named else ANCHORED_FROM
    return [_of_a_role(clause, least) for clause in clauses] if in_play else list(clauses)


def _of_a_role(clause: Clause, least: float) -> Clause:
    if not clause.anchored or clause.statements or clause.outside:
        return clause
    topic, probability = clause.anchored[0]
    outside = clause.intent in _OUTSIDE and clause.confidence < SURELY_OUTSIDE
    doubtful = clause.confidence < DOUBTFUL_TO and clause.intent.startswith(("ask_", "out_"))
    if topic not in TOPICS or probability < least or not (outside or doubtful):
        return clause
    return replace(clause, intent=topic, confidence=probability, ranking=clause.anchored)
