"""Pay that a message leaves half said: thousands without their word, the base of an offer told
apart from it, the end of a range that is supposed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.clause import Clause
from actions.focus import Focus
from actions.pay_case import OFFERED
from actions.pay_follow import asks_factor_too, at_end
from actions.pay_words import AT_BOTTOM, AT_TOP, BONUS, PAY, PAYING
from actions.statement import Statement
from knowledge.base import KnowledgeBase
from knowledge.schema import Measure

_AFTER = (
    r"to|at|on|was|were|is|be|if|about|around|for|with|say|had|got|get|made|make|hit|only|of|me"
    r"|than|it|paid|earn(?:s|ed)?|pays?|suppose|makes?|just|exactly"
)
_BEFORE = (
    r"base|now|then|instead|a year|per year|there|and|or|but|what|how|which|would|is|as|bonus"
    r"|though|flat|with|w|plus|for|in|at|vs|or"
)
_BARE_THOUSANDS = re.compile(
    rf"(?:^\W*(?:and\W+|so\W+)?|\b(?:{_AFTER})\s+)(?P<number>[4-9]\d|[123]\d\d)"
    rf"(?=\W*$|\s*[?!;,]|\.(?!\d)|\s+(?:{_BEFORE})\b)",
    re.I,
)
_NOT_OFFERED = re.compile(
    r"\b(?:i|my|mine|i'm|im) (?:\w+ ){0,2}(?:earn|make|get|am|on|base|pay|salary|now)\b", re.I
)
_SUPPOSES = re.compile(
    r"\b(?:say|if|suppose|supposing|assume|assuming|imagine|let's say|what if|were to|provided"
    r"|in case|when)\b",
    re.I,
)
_OF_RANGE = re.compile(
    r"\b(?:start|starts|started|begin|began|come in|came in|land|landed|join|joined|be|were|was|am"
    r"|sit|sat|get|got|put|placed|enter|entered|hired)\b",
    re.I,
)


def spoken_out(clauses: Sequence[Clause], focus: Focus, base: KnowledgeBase) -> list[Clause]:
    """``clauses`` with the amounts that their words only imply."""
    if focus.topics == ["ask_salary_factors"]:
        clauses = [_of_factor(clause) for clause in clauses]
    found: list[Clause] = []
    of_pay = focus.pay_told or bool(focus.pay_cases) or bool(set(focus.topics) & {*PAYING[:2]})
    for clause in clauses:
        clause = _only_supposed(_of_other_role(clause, focus), focus)
        of_pay = of_pay or any(s.field == "base_pay" for s in clause.statements)
        before = found[-1] if found else None
        if before is not None and _is_of_offer(before, clause):
            told = [s for s in clause.statements if s.field != "base_pay"]
            clause = replace(clause, roles=before.roles, statements=told)
        if before is not None and before.amounts and _supposes_end(before.text):
            # "say I start at the bottom of that. The bonus?" is one question.
            found.pop()
            clause = replace(clause, amounts=clause.amounts or before.amounts)
        elif of_pay and not clause.amounts:
            clause = _with_implied(clause, focus, base)
        found.append(clause)
    return found


_OWN = re.compile(r"\b(?:i|i'm|im|my|mine|me|we|our|actually|sorry|not)\b", re.I)


_ON_A_BASE = re.compile(
    r"^\W*(?:(?:and|so|ok|what about|how about|then|but|in|dollars|cash|money|usd)\W+)*"
    r"(?:on|at|with|for|of|if|say|it's|its|a|an)? ?\W?\d",
    re.I,
)


def _only_supposed(clause: Clause, focus: Focus) -> Clause:
    """``clause`` without the base pay that it does not tell but asks a bonus of ("and on 100?")."""
    fields = {s.field for s in clause.statements}
    after = focus.topics[:1] == ["ask_bonus"] and not focus.asked and not focus.on_profile
    corrects = clause.intent == "correct_profile" or any(s.corrects for s in clause.statements)
    own = _OWN.search(clause.text) or not _ON_A_BASE.search(clause.text)
    if not after or fields != {"base_pay"} or own or corrects:
        return clause
    amounts = clause.amounts or [s.value["amount"] for s in clause.statements]
    supposed = [replace(s, supposed=True) for s in clause.statements]
    return replace(clause, statements=supposed, amounts=amounts)


def _of_other_role(clause: Clause, focus: Focus) -> Clause:
    """``clause`` without the role that it does not tell but asks the last question of ("ok, now a
    senior AM")."""
    fields = {s.field for s in clause.statements}
    few = len(clause.text.split()) <= _NAMED or clause.probability("follow_other") >= _LEANS_FROM
    told = focus.asked or focus.on_profile or _SPEAKS.search(clause.text) or "me" in fields
    if not focus.topics or fields != {"current_role"} or told or not few:
        return clause
    return replace(clause, statements=[], intent="follow_other", confidence=0.9,
                   ranking=[("follow_other", 0.9)])  # fmt: skip


_NAMED, _LEANS_FROM = 3, 0.5  # words that may only name a role; probability that a clause leans
_SPEAKS = re.compile(r"\b(?:i|i'm|im|i am|i've|ive|my|me|mine|we|was|been|became|promoted)\b", re.I)


def _of_factor(clause: Clause) -> Clause:
    """``clause``, asking of one more factor where it names one ("and a big company?")."""
    if not asks_factor_too(clause.text) or clause.roles:
        return clause
    return replace(
        clause,
        intent="ask_salary_factors",
        confidence=0.9,
        ranking=[("ask_salary_factors", 0.9)],
        statements=[],
        polar=True,
    )


def _is_of_offer(before: Clause, clause: Clause) -> bool:
    """Whether ``clause`` gives the pay of an offer that ``before`` only named."""
    named = OFFERED.search(before.text) and before.roles and not before.amounts
    return bool(
        named
        and clause.amounts
        and not clause.roles
        and not _NOT_OFFERED.search(clause.text)
        and PAY.search(clause.text + " base")
    )


def _supposes_end(text: str) -> bool:
    ends = AT_BOTTOM.search(text) or AT_TOP.search(text)
    of_bonus = BONUS.search(text) and at_end(text)
    return bool(ends and (of_bonus or (_SUPPOSES.search(text) and _OF_RANGE.search(text))))


def _with_implied(clause: Clause, focus: Focus, base: KnowledgeBase) -> Clause:
    """``clause`` with the amounts it implies, which count nothing else then ("make it 145")."""
    amounts = _implied(clause, focus, base)
    if not amounts:
        return clause
    supposes = _SUPPOSES.search(clause.text) is not None
    told = [s for s in clause.statements if (s.corrects and not supposes) or not _same(s, amounts)]
    other = "" if clause.other == "they" else clause.other
    return replace(clause, amounts=amounts, statements=told, other=other)


def _same(statement: Statement, amounts: Sequence[float]) -> bool:
    """Whether ``statement`` counts something by the number of one of ``amounts`` in thousands."""
    return statement.field in _COUNTS and statement.value * 1e3 in amounts


_COUNTS = ("number", "years", "years_total")


def _implied(clause: Clause, focus: Focus, base: KnowledgeBase) -> list[float]:
    if _supposes_end(clause.text):
        for role in clause.roles or focus.roles[:1]:
            for _, figure in base.figures(Measure.BASE_SALARY, role)[:1]:
                top = figure.high or figure.low
                return [figure.low if AT_BOTTOM.search(clause.text) else top]
    return [float(m["number"]) * 1e3 for m in _BARE_THOUSANDS.finditer(clause.text)][:2]
