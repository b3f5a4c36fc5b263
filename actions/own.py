"""Which roles and industries a clause means where it means the speaker's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.clause import Clause
from actions.focus import Focus
from actions.pay_case import pay_roles
from actions.person import Person, means_own_position, siblings, speaks_of_self
from actions.topics import ANY_FACT, TOPICS
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet
from knowledge.vocabulary import outside_vocabulary

_OWN_MATTERS = ("ask_salary", "ask_bonus", "ask_kpis", "ask_benefits", "ask_next_step",
                "ask_challenges", "ask_career_path")  # fmt: skip


_FOR_THE_GOAL = ("ask_experience", "ask_requirements", "ask_education", "ask_advancement")


_MY_INDUSTRY = re.compile(r"\b(?:my|our) (?:own )?(?:industry|sector|field|branch)\b", re.I)


_AT_PRESENT = re.compile(
    r"\bmy\b|\bmine\b|\bme\W*$|\bam i\b|\bi am\b|\bi'm\b|\bdo i\b|\bi (?:now|currently"
    r"|today)\b|\b(?:can"
    r"|could) i\b",
    re.I,
)


_POINTS = re.compile(r"\b(?:it|that|there|this|them|one)\b", re.I)


TO_A_GOAL = ("ask_gap", "ask_plan")


_COLOURED = ("ask_industry", "ask_focus", "ask_client_interaction", "ask_scope", "ask_definition",
             "ask_responsibilities", "ask_skills", "ask_kpis", "ask_challenges")  # fmt: skip


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
    if topic in TO_A_GOAL:
        others = [role for role in roles if role != own]
        told = goal is not None and not _POINTS.search(clause.text) and focus_is_other
        if told:
            return [goal]  # type: ignore[list-item]
        return others[:1] or ([goal] if goal else _next_roles(own, base)) or roles
    if (
        topic in _FOR_THE_GOAL
        and goal is not None
        and roles == [own]
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


def own_industries(
    found: list[str],
    clause: Clause,
    base: KnowledgeBase,
    topic: str,
    person: Person,
    focus: Focus,
) -> list[str]:
    """``found``, or the person's own industries where the clause is about them in it."""
    own = person.industries(base)
    if person.setting and not found and (topic in _COLOURED or topic in ANY_FACT):
        return list(person.setting)
    if own and (_MY_INDUSTRY.search(clause.text) or (found and found[0] in own)):
        return own
    if found or not own:
        return found
    own_matter = means_own_position(clause.text) and speaks_of_self(clause.text)
    follows = focus.topics == ["ask_industry"] and not clause.roles
    meant = topic == "ask_industry" or (topic in _COLOURED and (own_matter or follows))
    return own if meant else found


INSIDE_REACH = 0.12  # how far an industry's own fact may be behind the nearest fact of all


def within(clause: Clause, base: KnowledgeBase, person: Person, focus: Focus) -> list[str]:
    """The industry spoken of, or else the person's own, if a fact of it is about as near to the
    clause as any fact is; empty if the clause names a role or an industry itself."""
    if clause.industries or clause.roles or clause.outside or not clause.hits:
        return []
    shown = [base.facts[name].industry for name in focus.listed if name in base.facts]
    known = [name for name in dict.fromkeys(shown) if name]
    if not known and speaks_of_self(clause.text):
        known = person.industries(base)
    known = [name for i in known if i in base.industries for name in (i, *siblings(i, base))]
    nearest = clause.hits[0].score
    own = person.role(base)
    roles = set(focus.roles) if any(shown) else {own}
    for hit in clause.hits:
        fact = base.facts.get(hit.fact)
        if fact and fact.industry in known and roles & set(fact.roles):
            return known if hit.score >= nearest - INSIDE_REACH else []
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
