"""How the focus moves from clause to clause and from turn to turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace

from actions.advice.own_word import claims
from actions.clause import Clause
from actions.fitting import of_other
from actions.focus import Focus
from actions.hearing import asks
from actions.part import Part
from actions.person import speaks_of_self
from actions.reply import Reply
from actions.topics import ANY_FACT, TOPICS
from knowledge.base import KnowledgeBase

_OF_ROLES = ("current_role", "target_role")
# Topics after which "it" is the role that the answer leads to, not the one that was named.
_LEADS_TO = ("ask_next_step", "ask_career_path", "ask_gap", "ask_plan")
_SAID = 200  # characters kept of what was told last


def _industry_of(clause: Clause) -> str | None:
    told = [
        s.value for s in clause.statements if s.field == "industry" and s.value in clause.industries
    ]
    return told[0] if told else clause.industries[0] if clause.industries else None


def noted(focus: Focus, clauses: Sequence[Clause]) -> Focus:
    """The focus after a message that only told something: the roles and industry it named."""
    for clause in clauses:
        if clause.roles or clause.industries:
            own = [
                s.value for s in clause.statements if s.field == "current_role" and not s.supposed
            ]
            named = [role for role in clause.roles if role in own] or clause.roles
            if clause.statements and all(s.field not in _OF_ROLES for s in clause.statements):
                named = []  # "11 years in AM": a role named by the way
            focus = replace(
                focus,
                roles=named or focus.roles,
                earlier_roles=focus.roles if clause.roles else focus.earlier_roles,
                industry=_industry_of(clause) or focus.industry,
            )
    return focus


def claimed(focus: Focus, clause: Clause, base: KnowledgeBase) -> Focus:
    """The focus after a clause in which one may have told what one has, did or lacks."""
    told = clause.statements or (speaks_of_self(clause.text) and not asks(clause.text))
    found = claims(clause.text, base)
    if not told and not found:
        return focus
    return replace(focus, claims={**focus.claims, **found}, said=clause.text[:_SAID])


def moved(focus: Focus, part: Part, clause: Clause) -> Focus:
    """The focus after ``part`` was said: what the next clause may lean on."""
    if part.topic not in TOPICS and part.topic not in ANY_FACT:
        return focus
    roles = clause.roles or (part.roles if not focus.roles or part.facts else focus.roles)
    fits = part.topic == "ask_role_fit" and clause.leanings
    if (part.topic in _LEADS_TO or fits) and part.facts:
        roles = part.roles
    roles = roles or focus.roles
    earlier = focus.roles if roles != focus.roles and focus.roles else focus.earlier_roles
    if fits and len(clause.roles) > 1:
        earlier = clause.roles  # those that were weighed, for "and the other one?"
    return replace(
        focus,
        topics=[part.topic] if part.topic in TOPICS else focus.topics,
        roles=roles,
        earlier_roles=earlier,
        industry=part.industry or (clause.industries[0] if clause.industries else focus.industry),
        listed=part.items or [fact.id for fact in part.facts] or focus.listed,
        shown=list(dict.fromkeys([*focus.shown, *[fact.id for fact in part.facts]]))[-60:],
        leanings=[asdict(item) for item in clause.leanings] or focus.leanings,
        of_other=of_other(clause.text) if clause.leanings else focus.of_other,
    )


def remembered(before: Focus, after: Focus, parts: Sequence[Part], reply: Reply) -> Focus:
    """``after`` with all topics of the message and the text that "repeat" says again."""
    topics = list(dict.fromkeys(p.topic for p in parts if p.topic in TOPICS))
    text = reply.text if topics else after.text
    asked = [name for part in parts for name in part.asked]
    return replace(after, topics=topics or after.topics, text=text, asked=asked)
