"""Which roles a clause means where it means the speaker's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.clause import Clause
from actions.pay_case import pay_roles
from actions.person import Person, means_own_position, speaks_of_self
from actions.topics import TOPICS
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet
from knowledge.vocabulary import outside_vocabulary

_OWN_MATTERS = ("ask_salary", "ask_bonus", "ask_kpis", "ask_benefits", "ask_next_step",
                "ask_challenges", "ask_career_path")  # fmt: skip


_FOR_THE_GOAL = ("ask_experience", "ask_requirements", "ask_education", "ask_advancement")


_AT_PRESENT = re.compile(
    r"\bmy\b|\bmine\b|\bme\W*$|\bam i\b|\bi am\b|\bi'm\b|\bdo i\b|\bi (?:now|currently"
    r"|today)\b|\b(?:can"
    r"|could) i\b",
    re.I,
)


# "Is it enough for the job I have?"
_THE_ONE_HELD = re.compile(
    r"\b(?:job|role|seat|position|title|chair|level|post|one) (?:that |which )?i(?:'m| am|'ve)? "
    r"(?:have|hold|do|got|in|at|already have|now have|am in|sit in)\b"
    r"|\b(?:for|in|of) my (?:current|present|own) (?:job|role|seat|position|title|level|post)\b"
    r"|\bwhat i (?:am|do) (?:now|today|already|currently)\b",
    re.I,
)
_POINTS = re.compile(r"\b(?:it|that|there|this|them|one)\b", re.I)


TO_A_GOAL = ("ask_gap", "ask_plan")


def own_roles(
    roles: list[str],
    clause: Clause,
    base: KnowledgeBase,
    topic: str,
    person: Person,
    focus_is_other: bool,
    just_told: bool = False,
) -> list[str]:
    """``roles`` from the conversation, or the person's own where their own position is meant."""
    own, goal = person.role(base), person.goal(base)
    paid = pay_roles(roles, clause, base, topic, person)
    if paid is not None:
        return paid
    if topic in TO_A_GOAL and own is not None and _THE_ONE_HELD.search(clause.text):
        return [own]
    if topic in TO_A_GOAL:
        others = [role for role in roles if role != own]
        told = goal is not None and not _POINTS.search(clause.text) and focus_is_other
        if told:
            return [goal]  # type: ignore[list-item]
        return others[:1] or ([goal] if goal else _next_roles(own, base)) or roles
    if (
        topic in _FOR_THE_GOAL
        and goal is not None
        and roles in ([], [own])
        and not _POINTS.search(clause.text)
    ):
        return [goal]
    means_own = means_own_position(clause.text) or (
        topic in _OWN_MATTERS
        and (
            _AT_PRESENT.search(clause.text) is not None
            or (just_told and speaks_of_self(clause.text))
        )
    )
    if own is not None and (not roles or person.supposing or means_own):
        known = TOPICS.get(topic)
        wanted = known is None or known.needs_role or bool(roles) or topic == "ask_industry"
        return [own] if wanted else roles
    return roles


def _next_roles(own: str | None, base: KnowledgeBase) -> list[str]:
    """The nearest role above ``own`` for which the documents ask something."""
    for ladder in base.ladders:
        place = ladder.index(own) if own else None
        for step in ladder.steps[place + 1 :] if place is not None else []:
            asked = [
                r for r in step if r in base.roles_with((Facet.EXPERIENCE, Facet.QUALIFICATION))
            ]
            if asked:
                return asked[:1]
    return []


def bare_roles(clause: Clause, spoken: Sequence[str]) -> list[str]:
    """Roles that half-names get from the roles ``spoken`` of ("and the senior?")."""
    company = set(spoken)
    names = outside_vocabulary().bare_names
    found = [
        role
        for word in clause.bare_names
        for role, others in names.get(word, {}).items()
        if company & {*others, role}
    ]
    return list(dict.fromkeys(found))[:1]
