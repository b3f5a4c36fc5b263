"""Answers that build on the last one: more, why, where from, shorter, an example, again."""

from __future__ import annotations

import re

from actions.about_answer import DOUBTS
from actions.clause import Clause
from actions.focus import Focus
from actions.part import Part, bullets
from actions.topics import TOPICS, topics_of
from actions.wording import joined, role_names
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet, Fact

MEANT_ROUGHLY = 0.35  # the same of a clause with words of its own
_FILLERS = re.compile(
    r"\W|\b(?:and|so|but|ok|why|how come|is|are|was|does|do|it|that|this|they|so|then|though|tho"
    r"|please|what for|the reason|reason)\b"
)
MEANT_FROM = 0.45  # likeness from which a clause is about one fact of the last answer


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


def answer_why(clause: Clause, base: KnowledgeBase, focus: Focus) -> Part | None:
    """The reason for what was said last: the statement of the fact asked about."""
    facts = said(base, focus)
    if not facts and focus.item not in base.facts:
        return None
    if focus.item in base.facts:
        facts = [base.facts[focus.item]]
    scores = {hit.fact: hit.score for hit in clause.hits}
    reasons = [f for f in facts if f.label.lower().startswith("why ")]
    fact = max(facts, key=lambda f: scores.get(f.id, 0.0))
    bare = len(_FILLERS.sub(" ", clause.text.lower()).split()) == 0
    if scores.get(fact.id, 0.0) < (MEANT_FROM if bare else MEANT_ROUGHLY):
        fact = (reasons or facts)[0]  # a bare "why?" is about what was said first
    return Part([fact.statement], facts=[fact], roles=fact.roles[:2], topic=topics_of(fact)[0])


def answer_source(clause: Clause, base: KnowledgeBase, focus: Focus) -> Part:
    """The documents and sections that the last answer rests on."""
    facts = said(base, focus)
    if not facts:
        titles = joined([f"“{document.title}”" for document in base.documents.values()])
        return Part([f"My answers come from these documents: {titles}."], kind="smalltalk")
    sources = [base.source(fact) for fact in facts]
    sure = "Yes, that is what the documents say. " if DOUBTS.search(clause.text.lower()) else ""
    lines = [f"{sure}My last answer comes from:"]
    lines += list(dict.fromkeys(f"- {s.document}, section “{s.section}”" for s in sources))
    return Part(lines, facts=facts, roles=focus.roles, topic="ask_source")


def said(base: KnowledgeBase, focus: Focus) -> list[Fact]:
    """The facts of the last answer."""
    return [base.facts[fact] for fact in focus.said if fact in base.facts]


def answer_again(base: KnowledgeBase, focus: Focus) -> Part | None:
    """The last answer once more."""
    if not focus.text:
        return None
    return Part([focus.text], facts=said(base, focus), roles=focus.roles, topic="repeat")


def answer_concerned(base: KnowledgeBase, focus: Focus) -> Part | None:
    """Which roles the documents tell the first thing of the last answer of."""
    facts = said(base, focus)
    if not facts:
        return None
    fact = base.facts.get(focus.item or "", facts[0])
    roles = [role for role in base.document(fact).about if role in fact.roles] or fact.roles
    names = role_names(base, roles) if roles else "account management and sales roles in general"
    lines = [f"The documents say it of {names}: {fact.statement}"]
    return Part(lines, facts=[fact], roles=roles, topic="repeat")


def answer_short(base: KnowledgeBase, focus: Focus) -> Part | None:
    """The last answer in one line: its one fact, or the names of its points."""
    facts = said(base, focus)
    if len(facts) < 2 or any(fact.figures for fact in facts):
        return answer_again(base, focus)
    names = joined([fact.label[:1].lower() + fact.label[1:] for fact in facts])
    return Part([f"In short: {names}."], facts=facts, roles=focus.roles, topic="repeat")


def answer_example(base: KnowledgeBase, focus: Focus) -> Part | None:
    """What the documents tell of the role in one industry, where its work was spoken of; else
    that they give no example."""
    facts = said(base, focus)
    if not facts and focus.item not in base.facts:
        return None
    if focus.topics[:1] in (["ask_responsibilities"], ["ask_definition"], ["ask_industry"]):
        told = base.find((Facet.INDUSTRY_EXAMPLE,), focus.roles[0] if focus.roles else None)
        fresh = [fact for fact in told if fact.id not in focus.shown]
        if focus.topics == ["ask_industry"]:
            fresh = [fact for fact in fresh if fact.industry == focus.industry]
        if fresh:
            return Part([f"For example: {fresh[0].statement}"], facts=fresh[:1],
                        roles=focus.roles, topic=focus.topics[0])  # fmt: skip
    lines = ["The documents give no example of that. What they say:", facts[0].statement]
    return Part(lines, kind="abstain", facts=facts[:1], roles=focus.roles, topic="repeat")
