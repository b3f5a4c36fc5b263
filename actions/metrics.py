"""Answers on KPIs: which ones a role has, and what one means."""

from __future__ import annotations

from actions.answering import answer_list, polarity
from actions.part import Part
from actions.question import Question
from actions.wording import role_names
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet


def answer_kpi(question: Question, base: KnowledgeBase) -> Part | None:
    """The metrics named in the clause with their meaning; without a name, the role's metrics."""
    if question.clause.kpis:
        facts = [f for kpi in question.clause.kpis for f in base.find((Facet.KPI,), kpi=kpi)]
    else:
        likely = [f for f in question.ranked(base.find((Facet.KPI,))) if question.score(f) >= 0.7]
        facts = likely[:1] if question.topic == "ask_kpi_meaning" else []
    if not facts:
        return answer_list(question, base)
    lines = []
    for fact in facts[:4]:
        asked = [role for role in question.clause.roles if role not in fact.roles]
        if asked and question.clause.polar and not set(question.clause.roles) & set(fact.roles):
            lines.append(
                f"No, the documents don't list it for {role_names(base, asked, 'or')}; they list "
                f"it as a KPI of {role_names(base, fact.roles)}."
            )
        lines.append(polarity(question, [fact]) + fact.statement if not lines else fact.statement)
    return Part(lines, facts=facts[:4], roles=facts[0].roles, topic="ask_kpi_meaning")
