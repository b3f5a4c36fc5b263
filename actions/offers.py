"""Two amounts of base pay side by side: offers, or one role's pay and another's."""

from __future__ import annotations

import re

from actions.part import Part
from actions.pay_case import weighed
from actions.pay_figures import position
from actions.pay_words import APART, MORE
from actions.person import PayCase
from actions.question import Question
from actions.wording import dollars, figure_text, role_name
from knowledge.base import KnowledgeBase
from knowledge.schema import Fact, Measure

_COMPARES = re.compile(
    r"\b(?:compare\w*|which|better|more|vs|versus|or|both|offers?|difference|pays|two|other|each"
    r"|respectively)\b",
    re.I,
)
_OF_ONE = re.compile(
    r"\b(?:the|that|this|their|new) (?:\w+ )?offer\b(?!.*\b(?:or|than|vs)\b)", re.I
)
_ELSEWHERE = re.compile(r"\b(?:industr\w+|sectors?|cit(?:y|ies)|roles?|titles?)\b", re.I)


def compares_offers(text: str, cases: tuple[PayCase, ...]) -> bool:
    """Whether a clause asks about two amounts of base pay that were named."""
    if len({(c.role, c.amount) for c in cases if c.role}) != 2 or _ELSEWHERE.search(text):
        return False
    apart = APART.search(text) or MORE.search(text)
    return bool(apart or (_COMPARES.search(text) and not _OF_ONE.search(text)))


def answer_offers(question: Question, base: KnowledgeBase) -> Part | None:
    """Each of two amounts held against its role, with the bonus; None if there are not two."""
    cases = weighed(question.person, base, question.clause.text)
    if not compares_offers(question.clause.text, cases):
        return None
    lines: list[str] = []
    facts: list[Fact] = []
    best = [0.0, 0.0]
    for place, case in enumerate(cases):
        assert case.role is not None
        salary = base.figures(Measure.BASE_SALARY, case.role)[:1]
        bonus = base.figures(Measure.BONUS_SHARE, case.role)[:1]
        lines.append(f"- **{role_name(base, case.role)}, {dollars(case.amount)}**")
        if not salary:
            lines[-1] += ": the documents give no pay figure for this role."
        for fact, figure in salary:
            lines[-1] += f": the range is {figure_text(figure)}. {position(case.amount, figure)}"
            facts.append(fact)
        for fact, figure in bonus:
            ends = [case.amount * share / 100 for share in (figure.low, figure.high or figure.low)]
            best[place] = case.amount + ends[1]
            lines[-1] += (
                f" A bonus of {figure_text(figure)} is {dollars(ends[0])} to {dollars(ends[1])}; "
                f"together {dollars(case.amount + ends[0])} to {dollars(best[place])}."
            )
            facts.append(fact)
    if not facts:
        return None
    first, second = cases
    higher, lower = (first, second) if first.amount >= second.amount else (second, first)
    assert higher.role is not None
    if higher.amount == lower.amount:
        opening = f"The base is the same, {dollars(higher.amount)}."
    else:
        opening = (
            f"The {role_name(base, higher.role)} at {dollars(higher.amount)} has the higher base, "
            f"by {dollars(higher.amount - lower.amount)} a year."
        )
    roles = list(dict.fromkeys(case.role for case in cases if case.role))
    return Part(
        [opening, *lines], facts=list(dict.fromkeys(facts)), roles=roles, topic=question.topic
    )
