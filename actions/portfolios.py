"""Example portfolios of several industries, held against each other by one of their figures."""

from __future__ import annotations

import re
from dataclasses import dataclass

from actions.clause import Clause
from actions.focus import Focus
from actions.part import Part
from actions.question import Question
from actions.wording import figure_text, joined, role_names
from knowledge.base import KnowledgeBase
from knowledge.schema import Fact, Measure

_NEAR = 0.4  # likeness to a fact of a portfolio from which a clause is about portfolios
_MORE = re.compile(r"\b(?:more|most|bigger|biggest|larger|largest|higher|highest|max)\b", re.I)
_LESS = re.compile(r"\b(?:less|least|fewer|fewest|smaller|smallest|lower|lowest|min)\b", re.I)
_COUNTED = re.compile(
    r"\bhow many\b|\b(?:number|count) of\b|\b(?:most|more|fewest|fewer|least|less) (?:\w+ )?"
    r"(?:clients?|customers?|vendors?|people|accounts|professionals)\b",
    re.I,
)
_MONEY = re.compile(
    r"\b(?:revenue|money|worth|value|turnover|dollars?|bucks|cash)\b|\$|\b(?:portfolios?|books?)\b",
    re.I,
)
_GREATEST = re.compile(
    r"\b(?:most|max|least|min|(?:big|larg|high|small|low|few|great)g?est)\b", re.I
)
_ROLES = re.compile(r"\b(?:roles?|jobs?|positions?)\b", re.I)
_WHICH = re.compile(r"\b(?:which|what|where|who|whose)\b", re.I)
_PAY = re.compile(
    r"\b(?:pays?|paid|salar\w+|earn\w*|bonus\w*|commission|comp|wages?|base|skills?)\b", re.I
)


@dataclass(frozen=True)
class _Book:
    """One example portfolio, with the figure it is compared by."""

    fact: Fact
    amount: float
    text: str
    whole: str  # both of its figures


def ranks_portfolios(clause: Clause, base: KnowledgeBase, focus: Focus) -> bool:
    """Whether a clause asks which industry's portfolio is the largest or smallest."""
    if not _ranks(clause):
        return False
    books = {fact.id for fact in _facts(base)}
    near = max((hit.score for hit in clause.inside if hit.fact in books), default=0.0)
    general = max((h.score for h in clause.hits if h.fact not in books), default=0.0)
    return bool(books & set(focus.listed)) or near >= max(_NEAR, general)


def _ranks(clause: Clause) -> bool:
    """Whether the words of a clause ask which is the greatest in money or number."""
    text = clause.text
    figure = _MONEY.search(text) or _COUNTED.search(text)
    apart = _PAY.search(text) or _ROLES.search(text) or clause.industries
    return bool(figure and _WHICH.search(text) and _GREATEST.search(text) and not apart)


def answer_portfolios(question: Question, base: KnowledgeBase) -> Part | None:
    """The portfolios of the industries compared, or of all where the greatest is asked for.

    None if the clause compares no portfolios.
    """
    text = question.clause.text
    facts = [f for f in _facts(base) if not question.roles or set(f.roles) & set(question.roles)]
    if not facts:
        return None
    if _ranks(question.clause):
        return _all(question, base, facts)
    best = max(question.clause.inside, key=lambda hit: hit.score, default=None)
    compares = (_MORE.search(text) or _LESS.search(text)) and not _PAY.search(text)
    if not compares or len(question.industries) < 2 or best is None:
        return None
    return _two(question, base, facts) if best.fact in {fact.id for fact in facts} else None


def _facts(base: KnowledgeBase) -> list[Fact]:
    return [
        fact
        for fact in base.facts.values()
        if any(figure.measure is Measure.PORTFOLIO_REVENUE for figure in fact.figures)
    ]


def _book(question: Question, fact: Fact) -> _Book:
    text = question.clause.text
    counted = _COUNTED.search(text) and not _MONEY.search(text)
    by = {figure.measure: figure for figure in fact.figures}
    clients, revenue = by[Measure.PORTFOLIO_CLIENTS], by[Measure.PORTFOLIO_REVENUE]
    number = figure_text(
        clients if clients.unit else clients.model_copy(update={"unit": "clients"})
    )
    money = f"{figure_text(revenue)} in revenue a year"
    return _Book(
        fact,
        clients.low if counted else revenue.low,
        number if counted else money,
        f"{number} and {money}",
    )


def _two(question: Question, base: KnowledgeBase, facts: list[Fact]) -> Part | None:
    """The portfolio of the industry in play against that of the industry named in the clause."""
    named = [f for f in facts if f.industry in question.clause.industries]
    other = [
        f
        for f in facts
        if f.industry in question.industries and f.industry not in question.clause.industries
    ]
    pair = [*other, *named] if other else named
    without = [
        base.industries[i].name
        for i in question.industries
        if not any(fact.industry == i for fact in facts)
    ]
    if not pair:
        return None
    if len(pair) < 2:
        lines = [f"The documents give no example portfolio for {joined(without, 'or')}."]
        lines.append(pair[0].statement)
        return _part(lines, pair, "abstain")
    first, second = _book(question, pair[0]), _book(question, pair[1])
    word = "The same" if first.amount == second.amount else "More"
    if first.amount < second.amount:
        word = "Fewer" if "revenue" not in first.text else "Less"
    wants_more, wants_less = _MORE.search(question.clause.text), _LESS.search(question.clause.text)
    if question.clause.polar and bool(wants_more) != bool(wants_less):
        holds = first.amount > second.amount if wants_more else first.amount < second.amount
        word = f"{'Yes' if holds else 'No'}, {word.lower()}"
    lead = (
        f"**{word}**: in the documents' examples it is {first.text} in {_name(base, first.fact)} "
        f"and {second.text} in {_name(base, second.fact)}."
    )
    return _part([lead, *(fact.statement for fact in pair[:2])], pair[:2])


def _all(question: Question, base: KnowledgeBase, facts: list[Fact]) -> Part:
    """Every portfolio, the one asked for first."""
    text = question.clause.text
    least = _LESS.search(text) is not None and not _MORE.search(text)
    books = sorted(
        (_book(question, fact) for fact in facts), key=lambda b: b.amount if least else -b.amount
    )
    top = books[0]
    lead = (
        f"**{_name(base, top.fact)}**: of the documents' example portfolios of "
        f"{role_names(base, top.fact.roles)}s it has the {'least' if least else 'most'}, "
        f"{top.whole}."
    )
    rest = [f"- **{_name(base, book.fact)}**: {book.whole}" for book in books[1:]]
    return _part([lead, *rest], [book.fact for book in books])


def _name(base: KnowledgeBase, fact: Fact) -> str:
    return base.industries[fact.industry].name if fact.industry else "general"


def _part(lines: list[str], facts: list[Fact], kind: str = "answer") -> Part:
    return Part(
        lines,
        kind="abstain" if kind == "abstain" else "answer",
        facts=facts,
        roles=facts[0].roles[:2],
        topic="ask_industry",
        industry=facts[0].industry,
    )
