"""Answers on KPIs: which ones a role has, and what one means."""

from __future__ import annotations

import re

from actions.answering import answer_list
from actions.clause import Clause
from actions.part import Part
from actions.polar import polarity
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
    target = asks_target(question.clause)
    if target:
        lines.append("The documents only define the metric; they give no target value for it.")
    for fact in facts[:4]:
        asked = [role for role in question.clause.roles if role not in fact.roles]
        if asked and question.clause.polar and not set(question.clause.roles) & set(fact.roles):
            lines.append(
                f"No, the documents don't list it for {role_names(base, asked, 'or')}; they list "
                f"it as a KPI of {role_names(base, fact.roles)}."
            )
        lines.append(polarity(question, [fact]) + fact.statement if not lines else fact.statement)
    return Part(
        lines,
        kind="abstain" if target else "answer",
        facts=facts[:4],
        roles=facts[0].roles,
        topic="ask_kpi_meaning",
    )


# A value that a metric should have, which no document gives.
_TARGET = re.compile(
    r"\bin ?%|"
    r"^\W*(?:and |so |an? |whats? |what's )*(?:good|normal|usual|strong|solid|acceptable) |"
    r"\b\d+ ?%?.{0,30}\b(?:ok|okay|good|bad|fine|enough|normal|low|high|decent)\b|"
    r"\b(?:aim(?:ing)?|target|benchmarks?|ideal|healthy|decent|typical|averages?|minimum|maximum"
    r"|should (?:i|it|my|the|an?|we) .{0,30}\b(?:be|have|hit|reach|get|close)"
    r"|(?:is|are|what's|what is|whats|as) (?:an? |any )?(?:good|bad|normal|ok|okay|high|low|great"
    r"|strong|solid|acceptable|realistic|standard|reasonable|usual)"
    r"|good enough|how high|how low|what (?:score|target|level|number|percentage|percent)"
    r"|what (?:\w+ ){1,3}(?:score|rate|value|level|number) (?:do|should|must|is|to)"
    r"|in (?:dollars|usd|days|weeks|months|percent)|supposed to (?:be|look)"
    r"|(?:normal|usual|standard|good|acceptable|reasonable|realistic) "
    r"(?:\w+ ){0,2}(?:number|value|level|score|rate|range|size|length|figure)s?"
    r"|how (?:long|big|large|fast|short|small|many \w+) should"
    r"|(?:number|value|figure) (?:to|should|for))\b"
)


# An average that a metric is by its definition.
_NAMES_AVERAGE = re.compile(r"\baverage (?=deal|revenue|value|time)")


def asks_target(clause: Clause) -> bool:
    """Whether a clause asks which value a metric should have."""
    text = _NAMES_AVERAGE.sub("", clause.text.lower())
    return _TARGET.search(text) is not None
