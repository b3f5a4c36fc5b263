"""Which questions are about pay though their words alone do not say so ("is that low?")."""

from __future__ import annotations

import re

from actions.clause import Clause
from actions.facets import facets_in
from actions.focus import Focus
from actions.offers import compares_offers
from actions.pay_case import bases, wants_more, weighed
from actions.pay_follow import (
    BY_HOW_MUCH,
    EARNS_MORE,
    TO_MY_PAY,
    asks_end,
    asks_factor_too,
    at_end,
    bonus_share,
    decides,
    doubts_amount,
)
from actions.pay_words import (
    APART,
    AS_IS,
    BONUS,
    COUNTS,
    LEAST,
    MOST,
    PAY,
    PAYING,
    SAME_PAY,
    TOTAL,
    asks_pay,
    bargains,
    judges,
    names_factor,
    other_currency,
    raised_by,
)
from actions.person import Person
from actions.topics import TOPICS
from knowledge.base import KnowledgeBase

_SHORT = 14  # words of a clause that may lean on the pay spoken of
_BARE = 7
_DOUBTFUL = 0.6  # probability of an intent below which plain words for pay outweigh it
_UNSURE = 0.38  # evidence below which the words for a bonus settle what is asked
# What would raise one's pay: what it depends on.
_RAISES = re.compile(
    r"\b(?:how (?:can|could|do|does|would|to|might)|what|ways?|anything|levers?|levels?)\b.{0,30}"
    r"\b(?:get|push\w*|rais\w+|lift\w*|increas\w+|bring\w*|mov\w+|driv\w+|boost\w*|grow\w*"
    r"|bump\w*)\b"
    r".{0,24}\b(?:up|higher|better paid|paid (?:more|better)|(?:it|pay|base|salary|money"
    r"|figure)\W*$)",
    re.I,
)
_CLIMBS = re.compile(
    r"\bfrom there\b|\bpromot|\bladder\b|\b(?:ppl|people|they|you) move up\b", re.I
)
_GOES_TO = re.compile(r"\b(?:move|go|switch|change|jump|join)\w* (?:\w+ )?(?:to|into|in)\b", re.I)
_GETS = re.compile(
    r"\b(?:what|how much)\b.{0,40}\b(?:gets?|makes?|earns?|pulls?|(?:take|bring)s? home)"
    r"(?: a year| then| there| now)?\W*$",
    re.I,
)
_NAMES_PAY = re.compile(
    r"\b(?:what|how much|which|whats|what's)\b.*\b(?:base|salary|pays?|paid|wage)\b", re.I
)
_SURE = 0.6  # probability from which something other than pay is asked ("what do they do daily")
_LIKELY = 0.45  # probability below which plain words for pay settle what is asked
_BIGGER = re.compile(
    r"\b(?:which|who|whose)\b.*\b(?:bigger|higher|more|better|larger|best|most|less|lower)\b", re.I
)
_HOW_MUCH = re.compile(
    r"\bby (?:how much|what)\b|\bhow (?:much|many)\b.{0,16}\b(?:more|higher|extra|less|lower|better"
    r"|difference|percent)\b|\bwhat (?:percentage|percent|amount)\b",
    re.I,
)
_HOW_MUCH = re.compile(r"\bhow much\b(?! (?:more|does|do|of))", re.I)
_AMOUNT_ONLY = re.compile(
    r"^\W*(?:(?:and|so|but|ok|what|how|about|with|if|at|on|for|say|a|an|base|of|it|was|were|is|the"
    r"|my)\W+)*\$?\d[\d.,]*\s?k?\W*$",
    re.I,
)
_OTHER_MATTER = re.compile(
    r"\b(?:years?|degree|skills?|kpis?|metrics?|clients?|customers?|team|experience|quota|retention"
    r"|duties|challenges?|hours?|mba|growth|work-life)\b",
    re.I,
)


_WHERE = re.compile(
    r"^\W*(?:(?:and|so|but|ok|also)\W+)*(?:where|(?:in |at )?(?:which|what)"
    r" (?:city|cities|places?|companies|firms|employers))(?: then| exactly| too)?\W*$",
    re.I,
)


def _likely_pay(clause: Clause, topic: str, strength: float) -> bool:
    """Whether a doubtful clause with words of pay asks for the pay of the roles it names."""
    text = clause.text
    if clause.confidence >= _DOUBTFUL or not asks_pay(text):
        return False
    vague = topic not in PAYING or strength < _UNSURE
    vague |= other_currency(text) or clause.unit is not None
    asks = clause.intent.startswith("ask_") or clause.confidence < _LIKELY
    return vague and asks and not names_factor(text)


# What asks whether a place counts, not what is paid there.
_WEIGHS_PLACE = re.compile(
    r"\b(?:affects?|matters?|influences?|changes?|depends?|differ\w*|var(?:y|ies)|higher|lower|more"
    r"|less|better|same|why|between|than)\b"
)


def _pay_there(clause: Clause, topic: str) -> bool:
    """Whether a clause asks what a role is paid in a place ("director salary Chicago?")."""
    text = clause.text.lower()
    placed = topic == "ask_salary_factors" and bool(clause.outside.get("place"))
    return placed and PAY.search(text) is not None and not _WEIGHS_PLACE.search(text)


def pay_topic(
    clause: Clause,
    base: KnowledgeBase,
    focus: Focus,
    person: Person,
    topic: str,
    strength: float,
) -> str | None:
    """The topic of a clause that leans on the pay spoken of, or on one's own; else None."""
    text = clause.text
    words = len(text.split())
    last = next((topic for topic in focus.topics if topic in PAYING), None)
    known = bool(person.base_pay or person.foreign_pay or person.pay_cases)
    told = "base_pay" in person.told or focus.pay_told or (known and not focus.topics)
    if clause.roles and (_likely_pay(clause, topic, strength) or _pay_there(clause, topic)):
        return "ask_salary"
    if last and last != "ask_benefits" and words <= _BARE and not clause.roles:
        if asks_end(text):
            return "ask_bonus" if BONUS.search(text) or last == "ask_bonus" else "ask_salary"
        if last == "ask_salary_factors" and BY_HOW_MUCH.search(text) and not BONUS.search(text):
            return last
    if (
        last in PAYING[:2]
        and BONUS.search(text)
        and at_end(text)
        and words <= _SHORT
        and not clause.roles
    ):
        return "ask_bonus"
    if last == "ask_salary_factors" and asks_factor_too(text):
        return last
    if last in PAYING[:2] and doubts_amount(text) and words <= _SHORT and not judges(text):
        return last
    if topic == "ask_salary_factors" and clause.roles and last and _HOW_MUCH.search(text):
        return "ask_salary"
    here = last is not None or told or bool(clause.amounts) or PAY.search(text) is not None
    better = EARNS_MORE.search(text) or (last and _GOES_TO.search(text))
    inside = clause.industries and not clause.intent.startswith("out_")
    if inside and better and words <= _SHORT and not clause.amounts:
        return "ask_salary_factors"
    if last == "ask_bonus" and decides(text) and words <= _BARE:
        return last
    if TO_MY_PAY.search(text) and words <= _SHORT and not _OTHER_MATTER.search(text):
        return "ask_salary"
    factor = names_factor(text) or (clause.industries and COUNTS.search(text))
    if last and _WHERE.match(text):
        return "ask_salary_factors"
    if (last or told) and factor and words <= _SHORT and not clause.leanings:
        return "ask_salary_factors"
    if not here or _OTHER_MATTER.search(text):
        return None
    if bargains(text) and not clause.leanings:
        return "ask_salary"
    raises = _RAISES.search(text) and not _CLIMBS.search(text) and not raised_by(text)
    if raises and words <= _SHORT and not clause.leanings:
        return "ask_salary_factors"
    if compares_offers(text, weighed(person, base, text)) and (clause.amounts or words <= _SHORT):
        return "ask_salary"
    return _of_figures(clause, focus, topic, strength, told, known or bool(clause.amounts))


def _of_figures(
    clause: Clause, focus: Focus, topic: str, strength: float, told: bool, known: bool
) -> str | None:
    """The topic of a clause about amounts. ``told`` if one's base was told just now, ``known`` if
    there is any base to reckon with."""
    text = clause.text
    words = len(text.split())
    last = next((name for name in focus.topics if name in PAYING), None)
    judged = judges(text) and not BONUS.search(text)
    figure = "ask_bonus" if last == "ask_bonus" or BONUS.search(text) else "ask_salary"
    if last == "ask_bonus" and words <= _BARE and bonus_share(text) and not clause.amounts:
        return "ask_bonus"
    if last and words <= _SHORT and AS_IS.search(text) and not judged and not clause.roles:
        return figure
    if known and strength < _UNSURE and BONUS.search(text) and words <= _SHORT:
        return "ask_bonus"
    if known and TOTAL.search(text) and words <= 2 * _SHORT and not APART.search(text):
        return "ask_bonus"
    if (
        last in PAYING[:2]
        and clause.amounts
        and words <= _SHORT
        and not (judged or PAY.search(text))
    ):
        return figure
    if last and words <= _SHORT and SAME_PAY.search(text) and clause.roles:
        return figure
    if known and raised_by(text):
        return "ask_bonus" if BONUS.search(text) else "ask_salary"
    if bases(clause) and BONUS.search(text) and words <= _SHORT and not APART.search(text):
        return "ask_bonus"
    if (last or told) and _GETS.search(text) and words <= _BARE and not BONUS.search(text):
        return "ask_salary"
    doubtful = clause.confidence < _LIKELY and not clause.intent.startswith("out_")
    if doubtful and _NAMES_PAY.search(text) and words <= _SHORT and not clause.leanings:
        return "ask_bonus" if BONUS.search(text) else "ask_salary"
    if words <= _SHORT and known and wants_more(text) and not BONUS.search(text):
        return "ask_salary"
    two = len(clause.roles or focus.last_roles) == 2
    if (
        last in PAYING[:2]
        and two
        and words <= _SHORT
        and (APART.search(text) or _BIGGER.search(text))
    ):
        named = [n for n in facets_in(text) if n in PAYING]
        return named[0] if named else figure
    plain = bool(clause.amounts) or PAY.search(text) is not None
    besides = topic in ("ask_benefits", "ask_commission") and strength >= _UNSURE
    if known and not besides and judged:
        return "ask_salary" if plain or (words <= _SHORT and not clause.roles) else None
    elsewhere = clause.unit or other_currency(text)
    other = clause.intent in TOPICS and clause.intent not in PAYING and clause.confidence >= _SURE
    if last and words <= _BARE and (_AMOUNT_ONLY.match(text) or elsewhere) and not other:
        return figure
    if told and words <= _BARE and elsewhere:
        return "ask_salary"
    ends = LEAST.search(text) or MOST.search(text)
    if last == "ask_bonus" and words <= _BARE and ends and not clause.roles and not plain:
        return "ask_bonus"
    return None
