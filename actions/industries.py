"""Answers on what an industry changes, with the documents' example figures."""

from __future__ import annotations

from dataclasses import replace

from actions.answering import CLOSE, SPECIFIC_FROM
from actions.inside import likeliest
from actions.part import Part, bullets
from actions.polar import polarity
from actions.portfolios import answer_portfolios
from actions.question import Question
from actions.topics import ANY_FACT
from actions.wording import joined, role_name, role_names
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet, Fact

_FACETS = (Facet.INDUSTRY_EMPHASIS, Facet.INDUSTRY_EXAMPLE)


def answer_industry(question: Question, base: KnowledgeBase) -> Part | None:
    """What the industries asked about mean for the roles asked about.

    None if the documents say nothing of the industry, or nothing that fits the clause where no
    industry is named.
    """
    compared = answer_portfolios(question, base)
    if compared is not None or not question.industries:
        return compared or _any_industry(question, base)
    facts = [
        fact for industry in question.industries for fact in base.find(_FACETS, industry=industry)
    ]
    wanted = [f for f in facts if not question.roles or set(f.roles) & set(question.roles)]
    if not facts:
        return None
    lines: list[str] = []
    if not wanted and _on_the_way(question, base, facts):
        part = _grouped(question, base, facts)
        return replace(part, roles=question.roles)
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


def _on_the_way(question: Question, base: KnowledgeBase, facts: list[Fact]) -> bool:
    """Whether all roles asked about are stages, past the first, on the way to a role of ``facts``:
    what their document says of the whole field then holds for them."""
    emphasis = [fact for fact in facts if fact.facet is Facet.INDUSTRY_EMPHASIS]
    documents = {base.document(fact).id for fact in emphasis}
    steps = {
        role
        for ladder in base.ladders
        if ladder.document.id in documents and {*ladder.steps[-1]} & {*emphasis[0].roles}
        for step in ladder.steps[1:]
        for role in step
    }
    return bool(emphasis) and set(question.roles) <= steps


def answer_for_own(question: Question, base: KnowledgeBase) -> Part | None:
    """What the documents say of the person's own role in their industry, in place of nothing.

    None if either is not known, or the clause names a role or an industry itself.
    """
    if question.topic not in _VAGUE or not _means_own(question, base):
        return None
    own = [role for role in [question.person.role(base)] if role]
    asked = replace(question, topic="ask_industry", roles=own, industries=question.around)
    part = answer_industry(asked, base)
    return part if part is not None and part.kind == "answer" else None


def with_own_industry(question: Question, base: KnowledgeBase, part: Part) -> Part:
    """``part``, a list of duties or skills, with what one's own industry adds to it."""
    facets = _ADDED.get(question.topic)
    own = question.person.role(base)
    if not facets or part.kind != "answer" or part.roles != [own]:
        return part
    if not _means_own(question, base):
        return part
    facts = [f for i in question.around for f in base.find(facets, own, i) if f not in part.facts]
    if not facts:
        return part
    name = base.industries[facts[0].industry or question.around[0]].name
    lines = [*part.lines, "", f"**In {name}**:", *bullets(facts[:4])]
    return replace(part, lines=lines, facts=[*part.facts, *facts[:4]])


def _means_own(question: Question, base: KnowledgeBase) -> bool:
    """Whether the person's role and industry are known and the clause names no other."""
    clause = question.clause
    named = clause.roles or clause.industries or clause.outside
    return bool(question.person.role(base) and question.around and not named)


_ADDED = {
    "ask_focus": (Facet.INDUSTRY_EMPHASIS,),
    "ask_responsibilities": (Facet.INDUSTRY_EMPHASIS, Facet.INDUSTRY_EXAMPLE),
    "ask_skills": (Facet.INDUSTRY_EMPHASIS,),
}
# Topics on which the documents say nothing of some roles, and that people ask of their own work.
_VAGUE = (
    *ANY_FACT, "ask_role_fit", "ask_focus", "ask_scope", "ask_client_interaction",
    "ask_team_management", "ask_responsibilities", "ask_skills", "ask_definition",
)  # fmt: skip


def _grouped(question: Question, base: KnowledgeBase, facts: list[Fact]) -> Part:
    """The fact asked for first, then all of them by industry and role."""
    lead = _asked_for(question, base, facts)
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
        roles=question.roles[:2] or list((lead or facts)[0].roles[:2]),
        topic="ask_industry",
        industry=question.industries[0] if question.industries else None,
    )


def _asked_for(question: Question, base: KnowledgeBase, facts: list[Fact]) -> list[Fact]:
    """Of ``facts``, the one of each industry and role that the clause asks for in particular."""
    industries = [fact.industry for fact in facts if fact.industry]
    near = likeliest(question.clause, base, question.roles, industries)
    near = [hit for hit in near if base.facts[hit.fact] in facts][:2]
    return [base.facts[hit.fact] for hit in near if hit.score >= near[0].score - CLOSE]


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
