"""Answers a question from facts: the direct answer first, then what belongs to it."""

from __future__ import annotations

from collections.abc import Sequence

from actions.evidence import ASKS_TWICE
from actions.part import Part, bullets, heading
from actions.pay_words import figure_unasked
from actions.polar import polarity
from actions.question import Question, facts_for
from actions.topics import ANY_FACT, TOPICS, topics_of
from actions.wording import role_name, role_names
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet, Fact

SPECIFIC_FROM = 0.66  # likeness from which a clause asks for one fact rather than for a list
_SKETCHES = (Facet.DEFINITION, Facet.STAGE)
LEADING_SHARE = 0.35  # how likely the one or two facts that open an answer must be asked for
SECOND_SHARE = 0.2  # the same of each of them
STANDS_OUT = 2.5  # how many times likelier than any other a fact must be to stand out
STANDING_FROM = 0.75  # and how near
CLOSE = 0.05  # facts this close to the best one answer as well
LONGEST_LIST = 7
LONGEST_REST = 4  # of a list below what was asked for in particular
LONGEST_OVERVIEW = 13  # over several roles


def answer_list(question: Question, base: KnowledgeBase) -> Part | None:
    """The topic's facts for each role asked about; None if there are none."""
    roles = question.roles or [None]  # type: ignore[list-item]
    groups = [(role, facts_for(question, base, role)) for role in roles]
    if len(roles) > 1:
        groups = [(r, facts or _sketch(question, base, r)) for r, facts in groups]
    if not any(facts for _, facts in groups):
        return None
    if len(groups) == 1 or groups[0][0] is None:
        return _one_group(question, base, groups[0][0], groups[0][1])
    return _side_by_side(question, base, [(role, facts) for role, facts in groups if role])


def _sketch(question: Question, base: KnowledgeBase, role: str) -> list[Fact]:
    """What the documents say at all of a role that they only sketch."""
    facets = TOPICS[question.topic].fallback
    return [fact for fact in base.find(facets, role) if role in fact.roles] if facets else []


def leading(question: Question, facts: Sequence[Fact], base: KnowledgeBase) -> list[Fact]:
    """The facts among ``facts`` that the clause asks for in particular; none if it is general."""
    ranked = question.ranked(facts)
    if not ranked or question.score(ranked[0]) < SPECIFIC_FROM:
        return []
    top = question.score(ranked[0])
    sketches = [f for f in question.scores if base.facts[f].facet in _SKETCHES]
    if question.topic == "ask_gap" or any(question.scores[f] >= top for f in sketches):
        return []  # as near to what the role is at all: the list is what is asked for
    likely = sorted(ranked, key=lambda fact: -question.share(fact))[:2]
    close = [fact for fact in likely if question.share(fact) >= SECOND_SHARE]
    if sum(map(question.share, close)) < LEADING_SHARE and not _stands_out(question, likely[0]):
        return []  # as likely any of the others: the list is what is asked for
    return close


def _stands_out(question: Question, fact: Fact) -> bool:
    """Whether ``fact``, near to the clause, is far likelier asked for than any other fact."""
    others = [hit.share for hit in question.clause.hits if hit.fact != fact.id]
    ahead = question.share(fact) >= STANDS_OUT * max(others, default=0.0)
    return ahead and question.score(fact) >= STANDING_FROM


def _one_group(
    question: Question, base: KnowledgeBase, role: str | None, facts: list[Fact]
) -> Part:
    topic = TOPICS[question.topic]
    lead = leading(question, facts, base)
    roles = [role] if role else _roles_of(facts)
    if lead or len(facts) <= 2:
        first = lead or facts
        lines = [polarity(question, first) + " ".join(fact.statement for fact in first)]
        rest = [fact for fact in facts if fact not in first]
        if rest:
            rest = rest[:LONGEST_REST]
            lines += ["", "Also:", *bullets(rest)]
        return Part(lines, facts=[*first, *rest], roles=roles, topic=question.topic)
    if role is None:
        return _by_roles(question, base, facts)
    head = polarity(question, facts)
    shown = facts[:LONGEST_LIST] if not question.scores else _best(question, facts)
    lines = [head + heading(base, role, topic.heading), *bullets(shown)]
    # After "Yes.", "why?" asks of the one fact that was asked about.
    asked = question.ranked(shown)[0].id if head else None
    return Part(lines, facts=shown, roles=roles, topic=question.topic, item=asked)


def _best(question: Question, facts: list[Fact]) -> list[Fact]:
    """At most LONGEST_LIST of ``facts``, those likest to the clause, in document order."""
    if len(facts) <= LONGEST_LIST:
        return facts
    kept = question.ranked(facts)[:LONGEST_LIST]
    return [fact for fact in facts if fact in kept]


def _by_roles(question: Question, base: KnowledgeBase, facts: list[Fact]) -> Part:
    """Facts of several roles, each under its roles' names."""
    topic = TOPICS[question.topic]
    groups: dict[tuple[str, ...], list[Fact]] = {}
    for fact in facts if len(facts) <= LONGEST_OVERVIEW else _best(question, facts):
        groups.setdefault(tuple(_core(base, fact)), []).append(fact)
    lines: list[str] = []
    shown: list[Fact] = []
    for roles, group in groups.items():
        if lines:
            lines.append("")
        lines.append(f"**{role_names(base, roles)}** – {topic.heading}:")
        lines += bullets(group)
        shown += group
    return Part(
        [polarity(question, shown) + lines[0], *lines[1:]],
        facts=shown,
        roles=_roles_of(facts),
        topic=question.topic,
    )


def _core(base: KnowledgeBase, fact: Fact) -> list[str]:
    """The roles a fact is about; of many, those that its document compares."""
    about = base.document(fact).about
    named = [role for role in about if role in fact.roles]
    return named or fact.roles or about


def _side_by_side(
    question: Question, base: KnowledgeBase, groups: list[tuple[str, list[Fact]]]
) -> Part:
    """One section a role; what all of them share comes last."""
    topic = TOPICS[question.topic]
    everything = list(dict.fromkeys(fact for _, facts in groups for fact in facts))
    lead = leading(question, everything, base)
    shared = [
        fact
        for fact in groups[0][1]
        if all(fact in facts for _, facts in groups) and len(groups) > 1
    ]
    lines: list[str] = []
    shown: list[Fact] = []
    if lead:
        lines.append(polarity(question, lead) + " ".join(fact.statement for fact in lead))
        shown += lead
    for role, facts in groups:
        own = [fact for fact in facts if fact not in shared and fact not in lead]
        if own:
            lines += ["", heading(base, role, topic.heading), *bullets(own[:LONGEST_LIST])]
            shown += own[:LONGEST_LIST]
        elif not facts:
            lines += ["", f"For {role_name(base, role)} the documents do not give {topic.noun}."]
    common = [fact for fact in shared if fact not in lead]
    if common:
        lines += ["", "**Both**:" if len(groups) == 2 else "**All**:", *bullets(common[:4])]
        shown += common[:4]
    return Part(
        lines[1:] if lines[:1] == [""] else lines,
        facts=shown,
        roles=[role for role, _ in groups],
        topic=question.topic,
    )


def answer_fact(question: Question, base: KnowledgeBase) -> Part | None:
    """The one or two facts likest to the clause, whatever their facet; None if none is close."""
    facts = [base.facts[fact] for fact in question.scores if fact in base.facts]
    if question.roles:
        facts = [f for f in facts if any(base.concerns(f, role) for role in question.roles)]
    facts = [fact for fact in facts if not figure_unasked(question.clause, question.topic, fact)]
    ranked = question.ranked(facts)
    if not ranked or question.score(ranked[0]) < SPECIFIC_FROM - 0.1:
        return None
    top = question.score(ranked[0])
    chosen = [fact for fact in ranked[:3] if question.score(fact) >= top - CLOSE]
    if question.topic not in ANY_FACT:
        chosen = chosen[:2]
    chosen = _of_each(question, base, ranked) or _without_repeats(chosen)
    chosen += _other_side(question, base, chosen)
    lines = [polarity(question, chosen) + " ".join(fact.statement for fact in chosen)]
    near = _neighbours(chosen[0], chosen, base)
    if near:
        lines += ["", "On the same point:", *bullets(near)]
    return Part(
        lines, facts=[*chosen, *near], roles=_roles_of(chosen), topic=topics_of(chosen[0])[0]
    )


_TOLD_APART = (Facet.CONTRAST, Facet.DEFINITION, Facet.RESPONSIBILITY, Facet.SKILL)


def _of_each(question: Question, base: KnowledgeBase, ranked: Sequence[Fact]) -> list[Fact]:
    """The likeliest fact of each of the two roles that a clause asks to tell apart, or none."""
    if not ASKS_TWICE.search(question.clause.text.lower()) or len(question.clause.roles) == 1:
        return []
    document = base.document(ranked[0])
    pair = question.clause.roles[:2] or document.about
    chosen: list[Fact] = []
    for role in pair:
        own = [f for f in ranked if f.roles == [role] and f.facet in _TOLD_APART and not f.industry]
        kept = [fact for fact in own if base.document(fact) is document]
        chosen += (kept or own or base.find((Facet.DEFINITION,), role))[:1]
    both = ranked[0]
    if set(both.roles) == set(pair) and both.facet is Facet.CONTRAST:
        return [both]
    return chosen if len(chosen) == len(pair) else []


def _other_side(question: Question, base: KnowledgeBase, chosen: Sequence[Fact]) -> list[Fact]:
    """Where one of two roles is asked for: what is set against the one side that was found."""
    pair, side = question.clause.roles, chosen[0]
    if len(pair) != 2 or side.facet is not Facet.CONTRAST or len(side.roles) != 1:
        return []
    return [
        fact
        for fact in base.find((Facet.CONTRAST,), dimension=side.dimension)
        if fact.section == side.section
        and fact not in chosen
        and len(fact.roles) == 1
        and {*fact.roles, *side.roles} == {*pair}
    ][:1]


_CONNECTED = (Facet.TREND, Facet.TRANSITION, Facet.KPI_PRACTICE, Facet.INDUSTRY_EMPHASIS)


def _neighbours(fact: Fact, chosen: Sequence[Fact], base: KnowledgeBase) -> list[Fact]:
    """Facts that stand with ``fact`` in one section and belong to one train of thought."""
    if fact.facet not in _CONNECTED:
        return []
    found = base.find((fact.facet,), fact.roles[0] if fact.roles else None, fact.industry)
    return [f for f in found if f.section == fact.section and f not in chosen][:3]


def _without_repeats(facts: list[Fact]) -> list[Fact]:
    """``facts`` without a fact about one role where one about two says the same."""
    both = [fact for fact in facts if len(fact.roles) > 1 and fact.facet is Facet.CONTRAST]
    if not both or len(facts) < 2:
        return facts
    kept = both[0]
    return [f for f in facts if f is kept or f.dimension != kept.dimension]


def _roles_of(facts: Sequence[Fact]) -> list[str]:
    return list(dict.fromkeys(role for fact in facts[:4] for role in fact.roles))[:2]
