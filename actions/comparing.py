"""Compares roles from their facts, on one dimension or overall."""

from __future__ import annotations

import re

from actions.answering import CLOSE, leading
from actions.on_the_ladder import changes
from actions.part import Part, bullets
from actions.pay_words import figure_unasked
from actions.polar import polarity
from actions.question import Question, facts_for
from actions.topics import TOPICS
from actions.wording import figure_text, role_name
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet, Fact, Measure

# What two roles are compared by overall, where both have facts for it.


def answer_dimension(question: Question, base: KnowledgeBase) -> Part | None:
    """Scope, client contact, team or focus of the roles asked about, one line a role."""
    topic = TOPICS[question.topic]
    facts = [
        fact
        for fact in base.find((Facet.CONTRAST,), dimension=topic.dimension)
        if not question.roles or any(role in fact.roles for role in question.roles)
    ]
    single = [fact for fact in facts if len(fact.roles) == 1]
    chosen = single or facts
    if question.roles:
        chosen = [f for f in chosen if set(f.roles) <= set(question.roles)] or chosen
    elif question.scores:
        # No role named: the pair of roles whose document treats the dimension most fully.
        best = max(chosen, key=question.score, default=None)
        if best is not None:
            about = base.document(best).id
            chosen = [fact for fact in chosen if base.document(fact).id == about]
    if not chosen:
        return None
    extra = [
        base.facts[hit.fact]
        for hit in question.clause.hits[:4]
        if hit.fact in base.facts
        and hit.score >= max(0.7, question.score(chosen[0]) - CLOSE)
        and base.facts[hit.fact] not in chosen
        and not figure_unasked(question.clause, question.topic, base.facts[hit.fact])
        and (not question.roles or set(base.facts[hit.fact].roles) <= set(question.roles))
    ]
    chosen = [*extra[:1], *chosen]
    head = polarity(question, chosen)
    lines = [f"{head}{chosen[0].statement}", *[f.statement for f in chosen[1:4]]]
    return Part(
        lines,
        facts=chosen[:4],
        roles=list(dict.fromkeys(r for f in chosen for r in f.roles))[:2],
        topic=question.topic,
    )


def answer_difference(question: Question, base: KnowledgeBase) -> Part | None:
    """How two roles differ. None unless two are known from the question or the conversation."""
    roles = question.roles[:3]
    if len(roles) == 1:
        roles = [*roles, *base.counterpart(roles[0])]
    if len(roles) < 2:
        return None
    pair = [f for f in base.find((Facet.CONTRAST,)) if set(f.roles) == set(roles)]
    lead = leading(question, pair, base)
    lines: list[str] = []
    shown: list[Fact] = []
    if not lead and question.clause.polar and _ALL_ONE.search(question.clause.text):
        apart = [f for f in pair if f.dimension is None][:1]
        lines += [f"No. {fact.statement}" for fact in apart]
        shown += apart
    if lead:
        lines.append(polarity(question, lead) + " ".join(fact.statement for fact in lead))
        shown += lead
    else:
        pair = [fact for fact in pair if not fact.figures]
    for role in roles:
        facts = _profile(base, role, roles)
        lines += ["", f"**{role_name(base, role)}**", *bullets(facts)]
        counted, sources = _figures(base, role)
        lines += counted
        shown += [*facts, *(fact for fact in sources if fact not in shown)]
    return Part(
        lines[1:] if lines[:1] == [""] else lines,
        facts=shown,
        # Of another level and one's own, the other one is what is spoken of.
        roles=roles[:1] if changes(question.clause.text) else roles,
        topic="ask_difference",
        items=roles,
    )


# "Isn't a director just a senior with a better title?"
_ALL_ONE = re.compile(
    r"\b(?:same|just|only|merely|basically|identical|equal|interchangeable|nothing (?:but|more)"
    r"|simply|no more than)\b",
    re.I,
)


def _profile(base: KnowledgeBase, role: str, roles: list[str]) -> list[Fact]:
    """What marks ``role`` out among ``roles``: its contrasts to them, else what it does."""
    own = [
        fact
        for fact in base.find((Facet.CONTRAST,))
        if fact.roles == [role] and set(roles) <= set(base.document(fact).about)
    ]
    definition = [f for f in base.find((Facet.DEFINITION,), role) if role in f.roles][:1]
    stages = [f for f in base.find((Facet.STAGE,), role) if role in f.roles]
    if own:
        return [*definition, *own][:6]
    duties = [f for f in base.find((Facet.RESPONSIBILITY,), role) if role in f.roles]
    return [*definition, *stages[:1], *duties[:4]]


def _figures(base: KnowledgeBase, role: str) -> tuple[list[str], list[Fact]]:
    """Years and base salary of ``role`` where the documents give them, and their facts."""
    lines, facts = [], []
    for label, measure in (
        ("Experience", Measure.ACCOUNT_MANAGEMENT_YEARS),
        ("Base salary", Measure.BASE_SALARY),
    ):
        for fact, figure in base.figures(measure, role)[:1]:
            lines.append(f"- **{label}**: {figure_text(figure)}")
            facts.append(fact)
    return lines, facts


def answer_similarities(question: Question, base: KnowledgeBase) -> Part | None:
    """What two roles share: facts about both of them."""
    roles = question.roles[:2]
    if len(roles) == 1:
        roles = [*roles, *base.counterpart(roles[0])]
    facets = (Facet.SIMILARITY, Facet.OVERLAP)
    facts = [f for f in base.find(facets) if set(roles) <= set(f.roles)]
    if not roles:
        scored = question.ranked(base.find(facets))
        document = base.document(scored[0]).id if scored and question.score(scored[0]) else None
        facts = [f for f in scored if document is None or base.document(f).id == document]
    if not facts:
        return None
    lead = leading(question, facts, base)
    rest = [fact for fact in facts if fact not in lead][:6]
    lines = [polarity(question, lead) + " ".join(f.statement for f in lead)] if lead else []
    lines += ["They have in common:" if not lead else "Also in common:", *bullets(rest)]
    return Part(
        lines, facts=[*lead, *rest], roles=roles or facts[0].roles[:2], topic="ask_similarities"
    )


__all__ = ["answer_difference", "answer_dimension", "answer_similarities", "facts_for"]
