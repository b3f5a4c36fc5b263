"""Answers on what an industry changes, with the documents' example figures."""

from __future__ import annotations

from actions.answering import CLOSE, SPECIFIC_FROM, polarity
from actions.part import Part, bullets
from actions.question import Question
from actions.wording import joined, role_name, role_names
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet, Fact

_FACETS = (Facet.INDUSTRY_EMPHASIS, Facet.INDUSTRY_EXAMPLE)


def answer_industry(question: Question, base: KnowledgeBase) -> Part | None:
    """What the industries asked about mean for the roles asked about.

    None if the documents say nothing of the industry, or nothing that fits the clause where no
    industry is named.
    """
    if not question.industries:
        return _any_industry(question, base)
    facts = [
        fact for industry in question.industries for fact in base.find(_FACETS, industry=industry)
    ]
    wanted = [f for f in facts if not question.roles or set(f.roles) & set(question.roles)]
    if not facts:
        return None
    if wanted and max(map(question.score, facts)) >= max(
        SPECIFIC_FROM, max(map(question.score, wanted)) + CLOSE
    ):
        # What the other document says of the industry is plainly what is meant; it names its roles.
        wanted = [max(facts, key=question.score), *wanted]
    lines: list[str] = []
    if not wanted:
        others = list(dict.fromkeys(role for fact in facts for role in fact.roles))
        names = role_names(base, question.roles, "or")
        lines.append(
            f"For {names} the documents say nothing about this industry. "
            f"They do describe it for {role_names(base, others)}:"
        )
        part = _grouped(question, base, facts)
        return Part(
            [*lines, *part.lines],
            kind="abstain",
            facts=part.facts,
            roles=question.roles,
            topic="ask_industry",
            industry=question.industries[0],
        )
    return _grouped(question, base, wanted)


def _grouped(question: Question, base: KnowledgeBase, facts: list[Fact]) -> Part:
    """The fact asked for first, then all of them by industry and role."""
    ranked = question.ranked(facts)
    top = question.score(ranked[0])
    lead = [f for f in ranked if top >= SPECIFIC_FROM and question.score(f) >= top - CLOSE]
    lead = lead[: max(2, len(question.industries))] if len(lead) <= 4 else []
    lines: list[str] = []
    if lead:
        lines.append(polarity(question, lead) + " ".join(fact.statement for fact in lead))
    groups: dict[tuple[str | None, tuple[str, ...]], list[Fact]] = {}
    for fact in facts:
        if fact not in lead:
            groups.setdefault((fact.industry, tuple(fact.roles)), []).append(fact)
    share = max(2, (9 if not lead else 6) // max(1, len(groups)))
    shown = list(lead)
    for (industry, roles), group in list(groups.items())[:6]:
        name = base.industries[industry].name if industry else "All industries"
        lines += ["", f"**{role_names(base, roles)}** – {name}:"]
        group = question.ranked(group)[:share] if len(group) > share else group
        lines += bullets(group)
        shown += group
    return Part(
        lines[1:] if lines[:1] == [""] else lines,
        facts=shown,
        roles=question.roles[:2] or list(facts[0].roles[:2]),
        topic="ask_industry",
        industry=question.industries[0] if question.industries else None,
    )


def _any_industry(question: Question, base: KnowledgeBase) -> Part | None:
    facts = [
        fact
        for fact in base.find(_FACETS)
        if not question.roles or set(fact.roles) & set(question.roles)
    ]
    likely = [f for f in question.ranked(facts) if question.score(f) >= SPECIFIC_FROM - 0.06]
    if likely:
        lead = likely[:3]
        return Part(
            [polarity(question, lead) + " ".join(fact.statement for fact in lead)],
            facts=lead,
            roles=lead[0].roles[:2],
            topic="ask_industry",
            industry=lead[0].industry,
        )
    general = [fact for fact in facts if fact.industry is None]
    names = list(dict.fromkeys(base.industries[f.industry].name for f in facts if f.industry))
    if not names:
        return None
    lines = [fact.statement for fact in general[:2]]
    lines.append(f"I can tell you more about: {joined(names)}.")
    return Part(lines, facts=general[:2], roles=question.roles[:2], topic="ask_industry")


__all__ = ["answer_industry", "role_name"]
