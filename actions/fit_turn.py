"""What is said to tastes that were just told: the role that fits, where one is being chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actions.clause import Clause
from actions.fit_asked import choosing, telling
from actions.fitting import answer_fit, asks_fit, gathered, tells_taste
from actions.focus import Focus
from actions.moving import moved
from actions.part import Part
from actions.person import Person
from actions.question import ask
from knowledge.base import KnowledgeBase


def fitted(
    clauses: Sequence[Clause], base: KnowledgeBase, focus: Focus, person: Person
) -> tuple[list[Part], Focus]:
    """The role that fits the tastes just told, if one is being chosen, and the focus after it."""
    parts, told = _fit(clauses, base, focus, person)
    return parts, moved(focus, parts[0], told) if parts and told else focus


def _fit(
    clauses: Sequence[Clause], base: KnowledgeBase, focus: Focus, person: Person
) -> tuple[list[Part], Clause | None]:
    """The role that fits, where likes were told and the words ask for it, or where a role is
    being chosen and nothing else was said; and the clause that told them."""
    told = next((c for c in clauses if c.leanings), None)
    if told is None:
        return [], None
    chosen = choosing(focus) and tells_taste(told) and telling(told.leanings)
    if not chosen and not any(asks_fit(c.text) for c in clauses):
        return [], None
    told = replace(told, leanings=gathered(focus, told))
    part = answer_fit(ask(told, base, focus, "ask_role_fit", person), base)
    return ([part] if part else []), told
