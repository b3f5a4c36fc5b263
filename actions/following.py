"""Answers that build on the last one: more, an item of the list, the source, the same again."""

from __future__ import annotations

import re

from actions.clause import Clause
from actions.focus import Focus
from actions.part import Part, bullets
from actions.topics import TOPICS, topics_of
from actions.wording import joined, role_names
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet, Fact

ITEM_FROM = 0.2  # likeness from which an item of the list is the one that a clause describes
ITEM_MARGIN = 0.04  # how far ahead of the next a less likely one has to be


def answer_more(base: KnowledgeBase, focus: Focus) -> Part:
    """Facts of the last topic and roles that were not shown yet."""
    rest: list[Fact] = []
    for name in focus.topics:
        topic = TOPICS.get(name)
        if topic is None:
            continue
        for role in focus.roles or [None]:  # type: ignore[list-item]
            rest += [f for f in base.find(topic.facets, role) if f.id not in focus.shown]
    rest = list(dict.fromkeys(rest))
    if focus.industry:
        rest = [fact for fact in rest if fact.industry in (focus.industry, None)]
    if rest:
        return Part(
            ["There is more:", *bullets(rest[:5])],
            facts=rest[:5],
            roles=focus.roles,
            topic=focus.topics[0],
        )
    related = _related(base, focus)
    if related:
        return Part(
            ["That is all the documents say on that point. Close to it:", *bullets(related)],
            facts=related,
            roles=focus.roles,
            topic=topics_of(related[0])[0],
        )
    return Part(
        ["That is all the documents say on that. Ask me about another role or topic."],
        kind="abstain",
    )


def _related(base: KnowledgeBase, focus: Focus) -> list[Fact]:
    for name in focus.topics:
        for following in TOPICS[name].next if name in TOPICS else ():
            for role in focus.roles[:1]:
                facts = base.find(TOPICS[following].facets, role)
                fresh = [f for f in facts if f.id not in focus.shown and role in f.roles]
                if fresh:
                    return fresh[:4]
    return []


def answer_item(clause: Clause, base: KnowledgeBase, focus: Focus) -> Part | None:
    """The item of the last list that the clause names, by place or by what it is about."""
    roles = [item for item in focus.listed if item in base.roles]
    if roles:
        return _role_item(clause, base, focus, roles)
    listed = [base.facts[fact] for fact in focus.listed if fact in base.facts]
    if not listed:
        return None
    fact = _named(clause, listed)
    if fact is None:
        return None
    lines = [f"**{fact.label}**: {fact.statement}"]
    support = _supporting(base, fact)
    lines += bullets(support)
    # "and for AEs?" after an item asks for the list again, not for the item.
    topic = focus.topics[0] if focus.topics else topics_of(fact)[0]
    return Part(
        lines, facts=[fact, *support], roles=fact.roles[:2], topic=topic, items=focus.listed
    )


def named_role(clause: Clause, base: KnowledgeBase, focus: Focus) -> str | None:
    """The role of the last list (steps of a ladder, roles compared) that the clause names."""
    roles = [item for item in focus.listed if item in base.roles]
    text = clause.text.lower()
    place = clause.ordinal
    if place is None:
        place = -1 if _TOP.search(text) else 1 if _BOTTOM.search(text) else None
    if place is None or not -len(roles) <= (place - 1 if place > 0 else place) < len(roles):
        return None
    return roles[place - 1 if place > 0 else place]


def _role_item(clause: Clause, base: KnowledgeBase, focus: Focus, roles: list[str]) -> Part | None:
    """The role that the clause names by its place, and what one does in it."""
    role = named_role(clause, base, focus)
    if role is None:
        return None
    facts = [
        fact for fact in base.find((Facet.STAGE, Facet.DEFINITION), role) if role in fact.roles
    ]
    if not facts:
        return None
    lines = [f"**{base.roles[role].name}**", *[fact.statement for fact in facts[:2]]]
    return Part(lines, facts=facts[:2], roles=[role], topic="ask_responsibilities", items=roles)


_TOP = re.compile(r"\b(?:top|highest|last|final|end)\b")
_BOTTOM = re.compile(r"\b(?:bottom|lowest|first|start)\b")


def _named(clause: Clause, listed: list[Fact]) -> Fact | None:
    if clause.ordinal is not None:
        place = clause.ordinal - 1 if clause.ordinal > 0 else clause.ordinal
        return listed[place] if -len(listed) <= place < len(listed) else None
    scores = {hit.fact: hit.score for hit in clause.hits}
    likely = sorted(listed, key=lambda fact: -scores.get(fact.id, 0.0))
    words = set(clause.text.lower().split())
    named = [f for f in listed if words & {w for w in f.label.lower().split() if len(w) > 4}]
    if len(named) == 1:
        return named[0]
    near = [scores.get(fact.id, 0.0) for fact in likely[:2]]
    stands_out = len(near) == 1 or near[0] - near[1] >= ITEM_MARGIN
    return likely[0] if near[0] > ITEM_FROM or (near[0] > 0 and stands_out) else None


def _supporting(base: KnowledgeBase, fact: Fact) -> list[Fact]:
    """Best practices that go with a challenge."""
    if fact.facet.value == "challenge":
        role = fact.roles[0] if fact.roles else None
        return base.find((type(fact.facet)("best_practice"),), role)[:3]
    return []


def answer_why(clause: Clause, base: KnowledgeBase, focus: Focus) -> Part | None:
    """The reason for what was said last: the statement of the fact asked about."""
    listed = [base.facts[fact] for fact in focus.listed if fact in base.facts]
    if not listed:
        return None
    scores = {hit.fact: hit.score for hit in clause.hits}
    fact = max(listed, key=lambda f: scores.get(f.id, 0.0))
    return Part([fact.statement], facts=[fact], roles=fact.roles[:2], topic=topics_of(fact)[0])


def answer_source(base: KnowledgeBase, focus: Focus) -> Part:
    """The documents and sections that the last answer rests on."""
    sources = [base.source(base.facts[fact]) for fact in focus.listed if fact in base.facts]
    if not sources:
        titles = joined([f"“{document.title}”" for document in base.documents.values()])
        return Part([f"My answers come from these documents: {titles}."], kind="smalltalk")
    lines = ["My last answer comes from:"]
    lines += list(dict.fromkeys(f"- {s.document}, section “{s.section}”" for s in sources))
    facts = [base.facts[fact] for fact in focus.listed if fact in base.facts]
    return Part(lines, facts=facts, roles=focus.roles, topic="ask_source")


__all__ = [
    "answer_item", "answer_more", "answer_source", "answer_why", "role_names",
]  # fmt: skip
