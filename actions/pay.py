"""Answers on base salary, bonus and what they depend on."""

from __future__ import annotations

import re

from actions.part import Part, bullets
from actions.person import speaks_of_self
from actions.profile.fields import money
from actions.question import Question
from actions.topics import TOPICS
from actions.wording import (
    dollars,
    figure_text,
    joined,
    role_name,
    role_names,
    sentence,
    with_article,
)
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet, Fact, Figure, Measure

# "And in total?" asks for base and bonus together.
TOTAL = re.compile(
    r"\btotal\b|\ball[- ]in\b|\baltogether\b|\b(?:base|salary|pay) (?:and|plus|with"
    r"|incl\w*) (?:the )?bonus\b",
    re.I,
)
_COMPARES = re.compile(r"\b(?:more|better|higher|bigger|less|lower|most|compare|stack|vs|versus)\b")


def answer_pay(question: Question, base: KnowledgeBase) -> Part | None:
    """Base salary or bonus of the roles asked about. None if no role of them has a figure."""
    topic = TOPICS[question.topic]
    assert topic.measure is not None
    roles = question.roles or base.roles_with(topic.facets)
    if not question.roles:
        roles = [role for role in roles if base.figures(topic.measure, role)]
    known = {role: base.figures(topic.measure, role) for role in roles}
    with_figure = [role for role in roles if known[role]]
    if not with_figure:
        return None
    lines: list[str] = []
    facts: list[Fact] = []
    lines += _extreme(question, with_figure, base)
    if len(with_figure) > 1 and not lines:
        lines.append(_ranking(base, question, with_figure, topic.measure))
    for role in roles:
        for fact, figure in known[role][:1]:
            lines.append(_line(base, role, figure, bullet=len(roles) > 1))
            facts.append(fact)
            for amount in _amounts(question, role, base):
                plausible = figure.low / 5 <= amount <= 5 * (figure.high or figure.low)
                if topic.measure is Measure.BONUS_SHARE and figure.high and amount >= 10_000:
                    low, high = amount * figure.low / 100, amount * figure.high / 100
                    lines.append(
                        f"On a base of {dollars(amount)} that is {dollars(low)} to {dollars(high)}."
                    )
                    if TOTAL.search(question.clause.text):
                        lines.append(
                            f"Base and bonus together: {dollars(amount + low)} to "
                            f"{dollars(amount + high)}."
                        )
                elif topic.measure is Measure.BASE_SALARY and len(roles) == 1 and plausible:
                    lines.append(position(amount, figure))
        if not known[role]:
            lines.append(
                f"- The documents give no {_noun(topic.measure)} for {role_name(base, role)}."
            )
    if topic.measure is Measure.BONUS_SHARE:
        shared = [f for f in base.find((Facet.BONUS,), with_figure[0]) if not f.figures]
        lines += [fact.statement for fact in shared[:1]]
        facts += shared[:1]
    kind = "answer"
    caveat = not_given(question)
    if caveat:
        lines.insert(0, caveat)
        kind = "abstain"
    elif not known[roles[0]]:
        kind = "abstain"  # the role asked about first has no figure
    elif question.clause.polar and topic.measure is Measure.BASE_SALARY:
        lines.insert(0, _settled(question, base, with_figure))
    foreign = question.person.foreign_pay
    if foreign and speaks_of_self(question.clause.text):
        lines.append(
            f"Your base of {money(foreign)} can't be held against that: the documents' figures are "
            "in US dollars, and I don't convert."
        )
    lines = [line for line in lines if line]
    return Part(lines, kind=kind, facts=facts, roles=with_figure, topic=question.topic)  # type: ignore[arg-type]


_IS_THE_BONUS = re.compile(
    r"\bbonus(?:es)?\b[^.?!,]{0,14}\b(?:was|is|were|of|came to|at|:)\b[^.?!,]{0,12}\d"
    r"|\d\S* bonus\b",
    re.I,
)


def _amounts(question: Question, role: str, base: KnowledgeBase) -> list[float]:
    """The base pay that the clause names, else the person's own; not an amount that is a bonus."""
    named = [] if _IS_THE_BONUS.search(question.clause.text) else question.clause.amounts[:2]
    return named or _own_amount(question, role, base)


def _own_amount(question: Question, role: str, base: KnowledgeBase) -> list[float]:
    """The person's own base pay, where the clause is about them or their role."""
    pay = question.person.base_pay
    own = question.person.role(base) == role or speaks_of_self(question.clause.text)
    own |= question.topic == "ask_bonus"
    return [pay] if pay is not None and own else []


def _settled(question: Question, base: KnowledgeBase, roles: list[str]) -> str:
    """The answer to a yes/no or either-or question about an amount or two ranges, or ""."""
    text = question.clause.text.lower()
    ranges = {role: base.figures(Measure.BASE_SALARY, role)[0][1] for role in roles}
    if len(roles) == 2 and "overlap" in text:
        low = max(f.low for f in ranges.values())
        high = min(f.high or f.low for f in ranges.values())
        if low <= high:
            return f"Yes, between {dollars(low)} and {dollars(high)}."
        return "No, they do not overlap."
    for amount in question.clause.amounts[:1]:
        fitting = [r for r, f in ranges.items() if f.low <= amount and (
            amount <= (f.high or f.low) or f.or_more)]  # fmt: skip
        if len(roles) > 1 and fitting:
            return f"{dollars(amount)} lies in the range of the {role_names(base, fitting, 'or')}."
        figure = ranges[roles[0]]
        if len(roles) == 1 and re.search(r"\b(?:max\w*|most|limit|cap|ceiling|top)\b", text):
            more = figure.or_more or amount < (figure.high or figure.low)
            return "No, it can be more." if more else "Yes, the range given ends there."
        if len(roles) == 1 and re.search(
            r"\b(?:can|could|possible|within|realistic|above|over|more than|less than|do|does)\b",
            text,
        ):
            return "Yes, that is possible." if fitting else "No, that is outside the range given."
    return ""


_APART = re.compile(
    r"\bhow much (?:more|less|higher)\b|\bdifference\b|\bgap\b|\bby how much\b", re.I
)
_LOWEST = re.compile(r"\b(?:lowest|minimum|min|least|start(?:s|ing)?|entry|bottom|low end)\b", re.I)
_HIGHEST = re.compile(r"\b(?:highest|maximum|max|most|top|upper|high end|ceiling)\b", re.I)
_IN_MONEY = re.compile(r"\bin (?:dollars|money|cash|usd|\$+|figures)\b|\bhow many dollars\b", re.I)


def _extreme(question: Question, roles: list[str], base: KnowledgeBase) -> list[str]:
    """The direct answer to a question for a difference, the least, the most, or a sum of money."""
    text, measure = question.clause.text, TOPICS[question.topic].measure
    assert measure is not None
    figures = {role: base.figures(measure, role)[0][1] for role in roles}
    if len(roles) == 2 and _APART.search(text) and measure is Measure.BASE_SALARY:
        top, low = sorted(figures.values(), key=lambda f: -f.low)
        ends = (top.high or top.low) - (low.high or low.low)
        more = "or more " if top.or_more else ""
        return [
            f"The range starts {dollars(top.low - low.low)} higher and ends {dollars(ends)} "
            f"{more}higher."
        ]
    if len(roles) != 1:
        return []
    figure = figures[roles[0]]
    if measure is Measure.BONUS_SHARE:
        base_pay = base.figures(Measure.BASE_SALARY, roles[0])
        wants = _IN_MONEY.search(text) and not question.clause.amounts
        if not wants or not base_pay or question.person.base_pay or figure.high is None:
            return []
        pay = base_pay[0][1]
        least, most = pay.low * figure.low / 100, (pay.high or pay.low) * figure.high / 100
        return [
            f"From {dollars(least)} (the lower share of the lowest base) to {dollars(most)}"
            f"{' or more' if pay.or_more else ''} (the upper share of the highest base)."
        ]
    if _LOWEST.search(text) and not _HIGHEST.search(text):
        return [f"The lowest figure given is {dollars(figure.low)}."]
    if _HIGHEST.search(text) and not question.clause.polar:
        more = ", and it can be more" if figure.or_more else ""
        return [f"The highest figure given is {dollars(figure.high or figure.low)}{more}."]
    return []


def not_given(question: Question) -> str:
    """What the documents do not say although the clause asks for it: a place, an hourly rate."""
    clause = question.clause
    places = clause.outside.get("place", [])
    if clause.unit:
        return (
            f"The documents give pay by the year only, not by the {clause.unit}, so I can't put a "
            f"{clause.unit} figure on it. What they do give:"
        )
    if places:
        where = joined([place.title() for place in places])
        return (
            f"The documents give no figures for {where}; they only say that pay depends on "
            "location, among other things. In general:"
        )
    if clause.outside.get("other_industry") or clause.outside.get("employer"):
        names = clause.outside.get("other_industry", []) + clause.outside.get("employer", [])
        return (
            f"The documents give no figures for {joined([n.title() for n in names])}. In general:"
        )
    if clause.industries:
        return "The documents give no figures by industry. In general:"
    return ""


def position(amount: float, figure: Figure) -> str:
    """Where ``amount`` (USD a year) lies in the range of ``figure``."""
    low, high = figure.low, figure.high or figure.low
    if amount < low:
        return f"{dollars(amount)} is {dollars(low - amount)} below the start of that range."
    if amount > high and figure.or_more:
        over = dollars(amount - high)
        return (
            f"{dollars(amount)} lies within it, as the range is open at the top: {over} above "
            f"{dollars(high)}, the last figure given."
        )
    if amount > high:
        return f"{dollars(amount)} is {dollars(amount - high)} above the end of that range."
    share = (amount - low) / (high - low) if high > low else 0.5
    if amount == high:
        return f"{dollars(amount)} is the upper figure of that range" + (
            ", which is open at the top." if figure.or_more else "."
        )
    part = "lower" if share < 0.4 else "upper" if share > 0.6 else "middle"
    return (
        f"{dollars(amount)} lies within it, in the {part} part: {dollars(amount - low)} above the "
        f"start and {dollars(high - amount)} below {dollars(high)}."
    )


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


def answer_factors(question: Question, base: KnowledgeBase) -> Part:
    """What pay depends on, with the facts likest to the clause first."""
    role = question.roles[0] if question.roles else None
    facts = base.find((Facet.SALARY_FACTOR,), role) or base.find((Facet.SALARY_FACTOR,))
    named = [fact for fact in facts if _names(question, fact)]
    likely = [fact for fact in question.ranked(facts) if question.score(fact) >= 0.66]
    lead = named[:1] if len(named) == 1 else likely[:1]
    rest = [fact for fact in facts if fact not in lead]
    lines = []
    kind = "answer"
    if question.clause.asks_number:
        lines.append("The documents give no number for that; they only say which way it goes.")
        kind = "abstain"
    if lead:
        answer = question.answer_of(lead[0]) if question.clause.polar else None
        yes = f"{answer.capitalize()}. " if answer else ""
        lines.append(yes + lead[0].statement)
    if rest:
        lines += ["What else pay depends on:" if lead else "Pay depends on:", *bullets(rest[:5])]
    return Part(
        lines, kind=kind, facts=[*lead, *rest[:5]], roles=question.roles[:2],  # type: ignore[arg-type]
        topic=question.topic,
    )  # fmt: skip


def _names(question: Question, fact: Fact) -> bool:
    """Whether the clause names the factor that ``fact`` is about."""
    text = question.clause.text.lower()
    words = {
        "industry": r"industr|sector|financ|bank|tech\b",
        "location": r"locat|city|cities|place|region|new york|san francisco|live",
        "company": r"company|companies|employer|size|corporat|startup",
        "experience": r"experience|years|seniority",
    }
    label = fact.label.lower()
    return any(key in label and re.search(pattern, text) for key, pattern in words.items())
