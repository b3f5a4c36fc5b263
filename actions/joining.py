"""Clauses of one message that belong together: a role said apart from what is asked of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actions.asking import asks
from actions.clause import Clause
from actions.facets import facets_in
from actions.topics import TOPICS

NAME_ALONE = 5  # words of a clause that may be nothing but a role's name
_NAMING = ("ask_definition", "follow_other", "inform_profile", "affirm", "deny", "greet")
ASKED_FROM = 0.4  # probability from which the clause beside it asks something of the role


def with_role_apart(clauses: Sequence[Clause]) -> list[Clause]:
    """``clauses`` with a role that is named alone ("Skills then. For an AE.") put into those that
    ask something and name none; as they are if the message tells anything."""
    named = [clause for clause in clauses if _only_names(clause)]
    asking = [
        clause
        for clause in clauses
        if not clause.roles
        and not clause.bare_names
        and clause.intent in TOPICS
        and TOPICS[clause.intent].needs_role
        and clause.confidence >= ASKED_FROM
    ]
    told = any(c.statements or c.leanings or c.outside for c in clauses)
    if len(named) != 1 or not asking or told or any(c.roles for c in clauses if c not in named):
        return list(clauses)
    roles = named[0].roles
    return [replace(c, roles=roles) if c in asking else c for c in clauses if c not in named]


def _only_names(clause: Clause) -> bool:
    text = clause.text
    few = len(text.split()) <= NAME_ALONE and clause.intent in _NAMING
    return few and len(clause.roles) == 1 and not asks(text.rstrip("?")) and not facets_in(text)
