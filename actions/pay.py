"""Answers on base salary and bonus: the figures, and what they come to for a base pay."""

from __future__ import annotations

import re

from actions.offers import answer_offers
from actions.part import Part
from actions.pay_case import bases, now_paid, wants_more
from actions.pay_factors import answer_grounds, not_given
from actions.pay_figures import apart, bonus_of, bump, ends, position, raised, share_told, verdict
from actions.pay_words import APART, BONUS, TOTAL, asks_pay, bargains, judges, raised_by
from actions.person import speaks_of_self
from actions.profile.fields import money
from actions.question import Question
from actions.topics import TOPICS
from actions.wording import (
    dollars,
    figure_text,
    role_name,
    role_names,
    sentence,
    with_article,
)
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet, Fact, Figure, Measure

_ARGUES = re.compile(r"\b(?:negotiat\w*|argu\w*|convince|persuade|justify)\b", re.I)
_ASK_FOR = re.compile(r"\bwhat\b.{0,20}\bask(?:ing)?\b", re.I)
_COMPARES = re.compile(r"\b(?:more|better|higher|bigger|less|lower|most|compare|stack|vs|versus)\b")
_OPEN = re.compile(r"^\W*(?:(?:and|so|ok|but|then|now)\W+)*(?:where|how|what|which|who)\b", re.I)


def _of_foreign_pay(question: Question) -> str:
    """What is said of one's own base pay in another currency, where one asks of oneself."""
    foreign, text = question.person.foreign_pay, question.clause.text
    if not foreign or not (speaks_of_self(text) or judges(text)):
        return ""
    return (
        f"Your base of {money(foreign)} can't be held against that: the documents' figures are "
        "in US dollars, and I don't convert."
    )


def answer_pay(question: Question, base: KnowledgeBase) -> Part | None:
    """Base salary or bonus of the roles asked about. None if no role of them has a figure."""
    topic = TOPICS[question.topic]
    measure = topic.measure
    assert measure is not None
    offers = answer_offers(question, base)
    if offers is not None:
        return offers
    roles = question.roles or base.roles_with(topic.facets)
    if not question.roles:
        roles = [role for role in roles if base.figures(measure, role)]
    if bargains(question.clause.text) and not BONUS.search(question.clause.text):
        text = question.clause.text
        amount = asks_pay(text) or _ASK_FOR.search(text)
        if amount and not _ARGUES.search(text) and not base.figures(measure, roles[0]):
            return None  # the amount is asked for, and there is none
        return answer_grounds(question, base, roles[:1], amounts_of(question, roles[0], base))
    known = {role: base.figures(measure, role) for role in roles}
    with_figure = [role for role in roles if known[role]]
    if not with_figure:
        return None
    lines = _direct(question, with_figure, base)
    facts: list[Fact] = []
    if len(with_figure) > 1 and not lines:
        lines.append(_ranking(base, question, with_figure, measure))
    for role in roles:
        for fact, figure in known[role][:1]:
            ranged = _line(base, role, figure, bullet=len(roles) > 1)
            lines += _with_amounts(question, role, figure, ranged, len(roles) == 1, base)
            facts.append(fact)
        if not known[role]:
            lines.append(f"- The documents give no {_noun(measure)} for {role_name(base, role)}.")
    if measure is Measure.BONUS_SHARE:
        shared = [f for f in base.find((Facet.BONUS,), with_figure[0]) if not f.figures]
        depends = _DEPENDS.search(question.clause.text) is not None
        told = [fact.statement for fact in shared[:1]]
        lines = [*told, *lines] if depends else [*lines, *told]
        facts += shared[:1]
    kind = "answer"
    caveat = not_given(question)
    if caveat:
        lines.insert(0, caveat)
        kind = "abstain"
    elif not known[roles[0]]:
        kind = "abstain"  # the role asked about first has no figure
    elif measure is Measure.BASE_SALARY:
        lines.insert(0, _settled(question, base, with_figure))
    lines = [line for line in (*lines, _of_foreign_pay(question)) if line]
    ranked = sorted(with_figure, key=lambda role: -base.figures(measure, role)[0][1].low)
    compared = len(ranked) == 2 and _COMPARES.search(question.clause.text.lower())
    return Part(
        lines,
        kind=kind,  # type: ignore[arg-type]
        facts=facts,
        roles=with_figure,
        topic=question.topic,
        ranked=ranked if compared else [],
    )


_DEPENDS = re.compile(
    r"\b(?:depend\w*|decid\w*|determin\w*|driv\w*|influenc\w*|affect\w*|based on|tied to"
    r"|linked to|measured|calculated|hit|by (?:which|what))\b",
    re.I,
)


def _with_amounts(
    question: Question, role: str, figure: Figure, ranged: str, alone: bool, base: KnowledgeBase
) -> list[str]:
    """``ranged``, the line that gives a role's figure, with what it means for the base pay."""
    text = question.clause.text
    amounts = amounts_of(question, role, base)
    first, amounts = raised(text, amounts)
    if figure.measure is Measure.BONUS_SHARE:
        told = share_told(text, amounts, figure) or [
            line
            for amount in amounts
            if figure.high and amount >= 10_000
            for line in bonus_of(text, amount, figure, TOTAL.search(text) is not None)
        ]
        return [*first, *told, ranged] if alone else [ranged, *told]
    near = [a for a in amounts if figure.low / 5 <= a <= 5 * (figure.high or figure.low)]
    return [*first, ranged, *[position(a, figure) for a in near]] if alone else [ranged]


def amounts_of(question: Question, role: str, base: KnowledgeBase) -> list[float]:
    """The base pay that the clause names, else one spoken of for the role, else one's own."""
    person, text = question.person, question.clause.text
    named = bases(question.clause)
    if named:
        cases = [case.amount for case in person.pay_cases if case.role == role]
        return [amount for amount in named if amount in cases] or named
    if raised_by(text) and person.base_pay is not None:
        return [person.base_pay]
    spoken = [case.amount for case in person.pay_cases if case.role in (None, role)]
    if spoken:
        return spoken[-1:]
    own = person.role(base) == role or speaks_of_self(text) or judges(text)
    own |= question.topic == "ask_bonus"
    return [person.base_pay] if person.base_pay is not None and own else []


def _settled(question: Question, base: KnowledgeBase, roles: list[str]) -> str:
    """The answer to a yes/no or either-or question about an amount or two ranges, or ""."""
    text = question.clause.text.lower()
    ranges = {role: base.figures(Measure.BASE_SALARY, role)[0][1] for role in roles}
    if len(roles) == 2 and "overlap" in text and question.clause.polar:
        low = max(f.low for f in ranges.values())
        high = min(f.high or f.low for f in ranges.values())
        if low <= high:
            return f"Yes, between {dollars(low)} and {dollars(high)}."
        return "No, they do not overlap."
    figure = ranges[roles[0]]
    for amount in question.clause.amounts[:1] if question.clause.polar else []:
        fitting = [r for r, f in ranges.items() if f.low <= amount and (
            amount <= (f.high or f.low) or f.or_more)]  # fmt: skip
        if len(roles) > 1 and fitting:
            return f"{dollars(amount)} lies in the range of the {role_names(base, fitting, 'or')}."
        if len(roles) == 1 and re.search(r"\b(?:max\w*|most|limit|cap|ceiling)\b", text):
            more = figure.or_more or amount < (figure.high or figure.low)
            return "No, it can be more." if more else "Yes, the range given ends there."
        if len(roles) == 1 and _POSSIBLE.search(text):
            return "Yes, that is possible." if fitting else "No, that is outside the range given."
    amounts = amounts_of(question, roles[0], base)
    if len(roles) == 1 and amounts and judges(text) and not _OPEN.match(text):
        return verdict(text, amounts[-1], figure)
    return ""


_POSSIBLE = re.compile(
    r"\b(?:can|could|possible|within|realistic|above|over|more than|less than|do|does)\b"
)


def _direct(question: Question, roles: list[str], base: KnowledgeBase) -> list[str]:
    """The direct answer to a question for a difference, the least, the most, or a sum of money."""
    text, measure = question.clause.text, TOPICS[question.topic].measure
    assert measure is not None
    figures = {role: base.figures(measure, role)[0][1] for role in roles}
    if len(roles) == 2:
        amounts = {role: amounts_of(question, role, base) for role in roles}
        return apart(text, figures, amounts, base)
    if len(roles) != 1:
        return []
    figure = figures[roles[0]]
    amounts_here = amounts_of(question, roles[0], base)
    if measure is Measure.BONUS_SHARE:
        base_pay = base.figures(Measure.BASE_SALARY, roles[0])
        if not _IN_MONEY.search(text) or not base_pay or amounts_here or figure.high is None:
            return []
        pay = base_pay[0][1]
        least, most = pay.low * figure.low / 100, (pay.high or pay.low) * figure.high / 100
        return [
            f"From {dollars(least)} (the lower share of the lowest base) to {dollars(most)}"
            f"{' or more' if pay.or_more else ''} (the upper share of the highest base)."
        ]
    paid = now_paid(question.person, roles[0])
    more = wants_more(text) or APART.search(text) is not None
    if paid is not None and question.person.role(base) != roles[0] and more:
        return bump(paid, figure)
    judged = judges(text) and amounts_here
    return [] if judged else ends(text, figure, question.clause.polar)


_IN_MONEY = re.compile(r"\bin (?:dollars|money|cash|usd|\$+|figures)\b|\bhow many dollars\b", re.I)


def _line(base: KnowledgeBase, role: str, figure: Figure, bullet: bool) -> str:
    what = {
        Measure.BASE_SALARY: "base salary a year",
        Measure.BONUS_SHARE: "of base salary as potential bonus",
    }[figure.measure]
    if bullet:
        return f"- **{role_name(base, role)}**: {figure_text(figure)} {what}"
    name = sentence(with_article(role_name(base, role))).rstrip(".")
    if figure.measure is Measure.BASE_SALARY:
        return f"{name} earns a base salary of **{figure_text(figure)}** a year."
    return f"{name} can earn a bonus of **{figure_text(figure)}** of base salary."


def _noun(measure: Measure) -> str:
    return "pay figure" if measure is Measure.BASE_SALARY else "bonus figure"


def _ranking(base: KnowledgeBase, question: Question, roles: list[str], measure: Measure) -> str:
    """Which of ``roles`` has the highest figure, said first where it was asked."""
    top = max(roles, key=lambda role: base.figures(measure, role)[0][1].low)
    others = [role for role in roles if role != top]
    if not _COMPARES.search(question.clause.text.lower()) and question.roles != roles:
        return "The documents give these figures:"
    what = "base salary" if measure is Measure.BASE_SALARY else "bonus"
    return (
        f"The {role_name(base, top)} has the higher {what}, "
        f"compared with the {role_names(base, others)}:"
    )
