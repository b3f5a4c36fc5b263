"""Answers on one thing out of the list shown last: by its place, by words of its own, by role."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.clause import Clause
from actions.ellipsis import BARE, LEANING, OF_THEM
from actions.facets import facets_in
from actions.focus import Focus
from actions.own import bare_roles
from actions.part import Part, bullets
from actions.pointing import listed_roles, places_from, points_to_item, step_named
from actions.topics import topics_of
from actions.wording import role_name, with_article
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet, Fact

ITEM_FROM = 0.2  # likeness from which an item of the list is the one that a clause describes
ITEM_MARGIN = 0.04  # how far ahead of the next a less likely one has to be
STANDS_ALONE_FROM = 0.75  # evidence for a topic from which "the one ..." points to no item
_SEVERAL = re.compile(r"\b(?P<end>first|last) (?P<count>two|three|2|3)\b")
_END = re.compile(
    r"\b(?:at|on) the (?:very |absolute )?(?:top|bottom|end)\b"
    r"|\bthe (?:very )?(?:top|bottom|highest|lowest|last|final)"
    r" (?:one|job|role|step|rung|position)\b"
)
_TOO = re.compile(r"\b(?:too|also|as well|same|either|likewise)\b")
_IT = re.compile(r"\b(?:it|that|this|that one|those|these)\b")
_NUMBERS = {"two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5}
# Words of a clause that describe no item.
_EMPTY = {
    *("about", "with", "which", "that", "what", "this", "these", "those", "there", "explain"),
    *("tell", "more", "would", "help", "helps", "plain", "english", "please", "thing", "point"),
    *("item", "where", "from", "have", "does", "mean", "means", "simple", "words", "them", "they"),
    *("first", "last", "second", "third", "your", "again", "also", "just", "like", "could"),
}


def listed_facts(clause: Clause, base: KnowledgeBase, focus: Focus) -> list[Fact]:
    """The facts that an item may be one of: the last list, or as many shown one by one as the
    clause counts ("which of these three")."""
    listed = [base.facts[fact] for fact in focus.listed if fact in base.facts]
    count = re.search(r"\b(?:these|those|the) (\w+)\b", clause.text.lower())
    wanted = _NUMBERS.get(count[1], 0) if count else 0
    if len(listed) < wanted <= len(focus.shown):
        return [base.facts[fact] for fact in focus.shown[-wanted:] if fact in base.facts]
    return listed


def means_item(clause: Clause, base: KnowledgeBase, focus: Focus, strength: float) -> bool:
    """Whether a clause asks about one thing of the list shown last, and which one is plain.

    ``strength`` is how much speaks for a topic of its own.
    """
    text = clause.text.lower()
    if clause.outside or clause.industries or (clause.roles and not OF_THEM.search(text)):
        return False
    beside = places_from(text) and focus.item in focus.listed
    several = len(focus.listed) > 1 and len(text.split()) <= LEANING
    if several and (beside or _SEVERAL.search(text)):
        return True
    short = len(text.split()) <= LEANING and strength < STANDS_ALONE_FROM
    if short and _END.search(text) and not facets_in(text) and listed_roles(focus, base):
        return True
    listed = listed_facts(clause, base, focus)
    if len(listed) < 2:
        return False
    if not clause.roles and _is_label(clause, listed, strength):
        return True
    if not points_to_item(text):
        return False
    if clause.roles:
        return strength < STANDS_ALONE_FROM
    worded = _by_words(clause, listed)
    if worded is not None:
        return True
    return strength < STANDS_ALONE_FROM and _named(clause, listed, focus) is not None


def answer_item(clause: Clause, base: KnowledgeBase, focus: Focus) -> Part | None:
    """The item of the last list that the clause names, by place or by what it is about."""
    roles = listed_roles(focus, base)
    if roles:
        return _role_item(clause, base, focus)
    listed = listed_facts(clause, base, focus)
    if not listed:
        return None
    named = clause.roles or bare_roles(clause, [role for fact in listed for role in fact.roles])
    of_role = [fact for fact in listed if set(fact.roles) & set(named)]
    if 0 < len(of_role) < len(listed):
        listed = of_role
    fact = listed[0] if len(of_role) == 1 else _named(clause, listed, focus)
    if fact is None:
        return None
    several = _SEVERAL.search(clause.text.lower())
    count = _NUMBERS[several["count"]] if several else 1
    wanted = [fact]
    if several and count < len(listed):
        wanted = listed[:count] if several["end"] == "first" else listed[-count:]
    support = _supporting(base, fact)
    lines = [f"**{item.label}**: {item.statement}" for item in wanted]
    lines += bullets(support)
    # "and for AEs?" after an item asks for the list again, not for the item.
    topic = focus.topics[0] if focus.topics else topics_of(fact)[0]
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
    if clause.ordinal is not None:
        place = clause.ordinal - 1 if clause.ordinal > 0 else clause.ordinal
        return listed[place] if -len(listed) <= place < len(listed) else None
    beside = _beside(clause.text.lower(), listed, focus)
    if beside is not None:
        return beside
    worded = _by_words(clause, listed)
    if worded is not None:
        return worded
    scores = {hit.fact: hit.score for hit in clause.hits}
    likely = sorted(listed, key=lambda fact: -scores.get(fact.id, 0.0))
    near = [scores.get(fact.id, 0.0) for fact in likely[:2]]
    stands_out = len(near) == 1 or near[0] - near[1] >= ITEM_MARGIN
    return likely[0] if near[0] > ITEM_FROM or (near[0] > 0 and stands_out) else None


def _beside(text: str, listed: list[Fact], focus: Focus) -> Fact | None:
    """The item next to the one spoken of last ("the next one", "the one before")."""
    way = places_from(text)
    places = [place for place, fact in enumerate(listed) if fact.id == focus.item]
    if not way or not places or not 0 <= places[0] + way < len(listed):
        return None
    return listed[places[0] + way]


def _by_words(clause: Clause, listed: Sequence[Fact]) -> Fact | None:
    """The one item that shares most words with the clause; those of its name count double."""
    words = _stems(clause.text)
    shared = [
        2 * len(words & _stems(fact.label))
        + len(words & (_stems(fact.detail) - _stems(fact.label)))
        for fact in listed
    ]
    best = max(shared, default=0)
    return listed[shared.index(best)] if best and shared.count(best) == 1 else None


def _is_label(clause: Clause, listed: Sequence[Fact], strength: float) -> bool:
    """Whether a clause says hardly more than the name of one item ("extra responsibilities?")."""
    words, count = _stems(clause.text), len(clause.text.split())
    named = [fact for fact in listed if words and words <= _stems(fact.label)]
    if len(named) != 1 or count > LEANING:
        return False
    alone = count <= BARE and strength < STANDS_ALONE_FROM and not facets_in(clause.text)
    return len(words) > 1 or alone


def _stems(text: str) -> set[str]:
    words = re.findall(r"[a-z]{3,}", text.lower())
    return {word.rstrip("s")[:6] for word in words if word not in _EMPTY and len(word) > 3}


def _supporting(base: KnowledgeBase, fact: Fact) -> list[Fact]:
    """Best practices that go with a challenge."""
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
    if fact is None or len(clause.roles) != 1 or not asked or not _IT.search(text):
        return None
    role = clause.roles[0]
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
