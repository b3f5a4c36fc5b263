"""Answers on one thing out of the list shown last: by its place, by words of its own, by role."""

from __future__ import annotations

import re

from actions.clause import Clause
from actions.focus import Focus
from actions.listing import (
    NUMBERS,
    NUMBERS_ALONE,
    PLAIN,
    SEVERAL,
    all_places,
    item_evidence,
    likened,
    listed_facts,
    nearest,
    recalled,
)
from actions.own import bare_roles
from actions.part import Part, bullets
from actions.pointing import listed_roles, places_from, step_named
from actions.topics import topics_of
from actions.wording import role_name, with_article
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet, Fact

_TOO = re.compile(r"\b(?:too|also|as well|same|either|likewise)\b")
_SAME = re.compile(r"^\W*(?:(?:and|so|is it|is that|ok)\W+)*(?:the )?same (?:for|with|goes for)\b")
_IT = re.compile(r"\b(?:it|that|this|that one|those|these)\b")


def means_item(clause: Clause, base: KnowledgeBase, focus: Focus, strength: float) -> bool:
    """Whether a clause asks about one thing of the list shown last, and which one is plain.

    ``strength`` is how much speaks for a topic of its own.
    """
    found = item_evidence(clause, base, focus)
    return found >= PLAIN or found > strength


def answer_item(clause: Clause, base: KnowledgeBase, focus: Focus) -> Part | None:
    """The item of the last list that the clause names, by place or by what it is about."""
    roles = listed_roles(focus, base)
    if roles:
        return _role_item(clause, base, focus)
    listed = recalled(clause, base, focus) if clause.ordinal is None else []
    listed = listed or listed_facts(clause, base, focus)
    if not listed:
        return None
    named = clause.roles or bare_roles(clause, [role for fact in listed for role in fact.roles])
    of_role = [fact for fact in listed if set(fact.roles) & set(named)]
    if 0 < len(of_role) < len(listed):
        listed = of_role
    fact = listed[0] if len(of_role) == 1 else _named(clause, listed, focus)
    if fact is None:
        return None
    several = SEVERAL.search(clause.text.lower())
    count = NUMBERS[several["count"]] if several else 1
    alike = nearest(clause, listed) if clause.ordinal is None else []
    wanted = alike if fact in alike else [fact]
    numbered = NUMBERS_ALONE.match(clause.text) or fact.facet is Facet.ENTRY_ROLE
    if not several and (clause.ordinal is not None or numbered):
        places = [place for place in all_places(clause.text) if abs(place) <= len(listed)]
        wanted = (
            [listed[p - 1 if p > 0 else p] for p in places]
            if places and (len(places) > 1 or clause.ordinal is None)
            else wanted
        )
    if several and count < len(listed):
        wanted = listed[:count] if several["end"] == "first" else listed[-count:]
    support = [f for item in wanted for f in _supporting(base, item)][:4]
    lines = [f"**{item.label}**: {item.statement}" for item in wanted]
    lines += bullets(support)
    # "and for AEs?" after an item asks for the list again, not for the item.
    own = topics_of(fact)
    topic = next((name for name in focus.topics[:1] if fact.id in focus.listed), own[0])
    return Part(
        lines,
        facts=[*wanted, *support],
        roles=fact.roles[:2],
        topic=topic,
        items=focus.listed if fact.id in focus.listed else [f.id for f in listed],
        item=fact.id,
    )


def _role_item(clause: Clause, base: KnowledgeBase, focus: Focus) -> Part | None:
    """The role that the clause names by its place, and what one does in it."""
    role = step_named(clause, focus, base)
    if role is None:
        return None
    facts = [
        fact for fact in base.find((Facet.STAGE, Facet.DEFINITION), role) if role in fact.roles
    ]
    if not facts:
        return None
    lines = [f"**{base.roles[role].name}**", *[fact.statement for fact in facts[:2]]]
    return Part(
        lines,
        facts=facts[:2],
        roles=[role],
        topic="ask_responsibilities",
        items=listed_roles(focus, base),
        item=role,
        reached=[role],
    )


def _named(clause: Clause, listed: list[Fact], focus: Focus) -> Fact | None:
    starts = all(fact.facet is Facet.ENTRY_ROLE for fact in listed)
    places = all_places(clause.text) if starts or NUMBERS_ALONE.match(clause.text) else []
    if clause.ordinal is None and places and abs(places[0]) <= len(listed):
        return listed[places[0] - 1 if places[0] > 0 else places[0]]
    if clause.ordinal is not None:
        place = clause.ordinal - 1 if clause.ordinal > 0 else clause.ordinal
        return listed[place] if -len(listed) <= place < len(listed) else None
    beside = _beside(clause.text.lower(), listed, focus)
    if beside is not None:
        return beside
    return next(iter(nearest(clause, listed)), None) or likened(clause, listed)


def _beside(text: str, listed: list[Fact], focus: Focus) -> Fact | None:
    """The item next to the one spoken of last ("the next one", "the one before")."""
    way = places_from(text)
    places = [place for place, fact in enumerate(listed) if fact.id == focus.item]
    if not way or not places or not 0 <= places[0] + way < len(listed):
        return None
    return listed[places[0] + way]


def _supporting(base: KnowledgeBase, fact: Fact) -> list[Fact]:
    """Best practices that go with a challenge, and what one does in a position to start from."""
    if fact.facet is Facet.ENTRY_ROLE:
        compared = {role for document in base.documents.values() for role in document.about}
        own = [role for role in fact.roles if role not in compared]
        facets = (Facet.STAGE, Facet.DEFINITION)
        return [f for role in own for f in base.find(facets, role) if role in f.roles][:1]
    if fact.facet is Facet.CHALLENGE:
        role = fact.roles[0] if fact.roles else None
        return base.find((Facet.BEST_PRACTICE,), role)[:3]
    return []


def shared_item(clause: Clause, base: KnowledgeBase, focus: Focus) -> Part | None:
    """Whether the thing spoken of last holds for another role too ("do AMs get that as well?");
    None if that is not asked, or nobody is told of it for one role alone."""
    fact = base.facts.get(focus.item or "")
    text = clause.text.lower()
    asked = clause.polar or _TOO.search(text)
    alike = _IT.search(text) or _SAME.search(text)
    if fact is None or len(clause.roles) != 1 or not asked or not alike:
        return None
    if len(focus.topics) > 1 and not _IT.search(text):
        return None  # several things were asked: "the same" means all of them
    role = clause.roles[0]
    if role in fact.roles and len(fact.roles) > 1 and not fact.figures:
        topic = next(iter(focus.topics), topics_of(fact)[0])
        return Part([f"Yes. {fact.statement}"], facts=[fact], roles=[role], topic=topic)
    if fact.facet is not Facet.KPI or role in fact.roles:
        return None
    others = [other for other in base.find((fact.facet,), role) if role in other.roles]
    if not others:
        return None
    same = next((other for other in others if other.label == fact.label), None)
    if same is not None:
        return Part([f"Yes. {same.statement}"], facts=[same], roles=[role], topic="ask_kpis")
    name = role_name(base, role)
    lines = [
        f"No, the documents don't name {fact.label} as a measure of {with_article(name)}. "
        "They name these:",
        *bullets(others),
    ]
    return Part(lines, facts=others, roles=[role], topic="ask_kpis")
