"""How the focus moves from clause to clause and from turn to turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from actions.advice.own_word import claims
from actions.asking import asks
from actions.asking_again import kept_question
from actions.clause import Clause
from actions.fitting import of_other
from actions.focus import Focus
from actions.inside import LEAD_FROM
from actions.part import Part
from actions.person import speaks_of_self
from actions.question import asks_of_several
from actions.reply import Reply
from actions.topics import ANY_FACT, TOPICS
from knowledge.base import KnowledgeBase

_OF_ROLES = ("current_role", "target_role", "base_pay")  # a base is told beside its role
# Topics after which "it" is the role that the answer leads to, not the one that was named.
_LEADS_TO = ("ask_next_step", "ask_career_path", "ask_gap", "ask_plan")
LISTS = 4  # lists that a point may be of
CHAIN = 4  # topics that "the same for an AE" may mean
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
            focus = replace(focus.on(named), industry=_industry_of(clause) or focus.industry)
    return focus


def claimed(focus: Focus, clause: Clause, base: KnowledgeBase) -> Focus:
    """The focus after a clause in which one may have told what one has, did or lacks."""
    told = clause.statements or (speaks_of_self(clause.text) and not asks(clause.text))
    found = claims(clause.text, base)
    if not told and not found:
        return focus
    return replace(focus, claims={**focus.claims, **found}, told=clause.text[:_SAID])


def moved(focus: Focus, part: Part, clause: Clause) -> Focus:
    """The focus after ``part`` was said: what the next clause may lean on."""
    if part.topic not in TOPICS and part.topic not in ANY_FACT:
        return focus
    roles = clause.roles or (part.roles if not focus.roles or part.facts else focus.roles)
    if (
        focus.roles
        and set(focus.roles) < set(roles)
        and not clause.roles
        and not asks_of_several(clause, part.topic)
    ):
        roles = focus.roles  # a fact about them that holds for others too
    fits = part.topic == "ask_role_fit" and clause.leanings
    if (part.topic in _LEADS_TO or fits) and part.facts:
        roles = part.roles or roles
    weighed = part.weighed if fits else []
    if part.topic == "ask_advancement" and len(clause.roles) > 1 and part.facts:
        roles = part.facts[0].roles[-1:]  # "how long does that job take?": the one it leads to
        weighed = [role for role in clause.roles if role not in roles]
    now = focus.on(weighed).on(roles).on(part.reached)
    facts = [fact.id for fact in part.facts]
    # A ladder shown is counted on as long as its steps are spoken of one by one.
    stepping = part.topic == "ask_next_step" or len(facts) < 3
    ladder = not part.items and stepping and now.roles[:1] in ([s] for s in focus.listed)
    listed = focus.listed if ladder else part.items or _points(part) or focus.listed
    return replace(
        now,
        topics=[part.topic] if part.topic in TOPICS else focus.topics,
        lists=_lists(focus, listed),
        chain=_chain(focus, part.topic, now.roles),
        industry=part.industry or (clause.industries[0] if clause.industries else focus.industry),
        listed=listed,
        item=now.roles[0] if ladder else part.item or (facts[0] if len(facts) == 1 else None),
        counts_roles=clause.by_place,
        ranked=part.ranked,
        question=kept_question(focus, part, clause),
        shown=list(dict.fromkeys([*focus.shown, *facts]))[-60:],
        leanings=[asdict(item) for item in clause.leanings] or focus.leanings,
        sought=_sought(focus, part, clause),
        of_other=of_other(clause.text) if clause.leanings else focus.of_other,
    )


def _points(part: Part) -> list[str]:
    """The facts of ``part`` that "the second one" counts: not an opening of another kind."""
    own = TOPICS[part.topic].facets if part.topic in TOPICS else ()
    of_topic = [fact.id for fact in part.facts if fact.facet in own]
    facts = [fact.id for fact in part.facts]
    opened = len(of_topic) > 1 and facts[-len(of_topic) :] == of_topic
    return of_topic if opened else facts


def _lists(focus: Focus, listed: Sequence[str]) -> list[list[str]]:
    """The lists shown before ``listed``, of which a later clause may mean a point."""
    gone = [focus.listed] if len(focus.listed) > 1 and focus.listed != list(listed) else []
    return [group for group in [*focus.lists, *gone] if group != list(listed)][-LISTS:]


def _chain(focus: Focus, topic: str, roles: Sequence[str]) -> list[str]:
    """The topics asked of ``roles`` one after the other, oldest first; those asked of other roles
    before as long as nothing new is asked ("and the same for an AE")."""
    if topic not in TOPICS:
        return focus.chain
    before = [name for name in focus.chain if name != topic]
    if roles != focus.roles and topic not in focus.chain:
        before = []
    return (
        focus.chain if topic in focus.chain and roles != focus.roles else [*before, topic][-CHAIN:]
    )


def _sought(focus: Focus, part: Part, clause: Clause) -> list[dict[str, Any]]:
    """What was asked last of an industry: kept where a clause does no more than name another."""
    if part.topic != "ask_industry":
        return []
    near = {hit.fact for hit in clause.inside if hit.score >= LEAD_FROM}
    only_names = (clause.industries or clause.roles) and not near & {f.id for f in part.facts[:2]}
    return focus.sought if only_names else [asdict(hit) for hit in clause.inside]


def remembered(before: Focus, after: Focus, parts: Sequence[Part], reply: Reply) -> Focus:
    """``after`` with all topics of the message and the text that "repeat" says again."""
    topics = list(dict.fromkeys(p.topic for p in parts if p.topic in TOPICS))
    text = reply.text if topics else after.text
    said = [fact.id for part in parts for fact in part.facts] if topics else after.said
    asked = [name for part in parts for name in part.asked]
    return replace(after, topics=topics or after.topics, text=text, said=said, asked=asked)
