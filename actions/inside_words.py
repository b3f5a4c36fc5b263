"""Plain words for what an industry's facts tell: colleagues, meetings, the portfolio, ...

A few short words ("who helps me there?") are like no fact in particular; what they ask for is
plain all the same, because each role's facts of an industry tell the same few things.
"""

from __future__ import annotations

import re
from dataclasses import replace

from actions.clause import Clause, FactHit
from knowledge.base import KnowledgeBase
from knowledge.schema import Fact, Measure

NAMED = 0.75  # the likeness that naming a thing amounts to
BEYOND_FROM = 0.6  # probability of what is not covered from which no words are looked for
_ONE = r"(?:i|we|they|he|she|you|one|an? \w+|the \w+|am|ae|ams|aes)"
_CLIENTS = r"['\"‘“]*(?:clients?|customers?|accounts|vendors?|buyers?)"
_WORK = (
    r"(?:work\w*|team\w*|sit\w*|co-?operat\w*|collaborat\w*|partner\w*|liais\w*|interact\w*"
    r"|draft\w*|plan\w*|prepar\w*|creat\w*|buil[dt]\w*|do(?:ing|es)?|hand in hand|closely)"
)
_SUPPORT = (
    r"(?:helps?|helping|supports?|supporting|assists?|backs?|backing|turn to|lean on|rely on"
    r"|close to|by my side|at my side|team(?:s|ed|ing)? up|lends? a hand)"
)
_WHO = (
    r"(?:who|whom|who's|which (?:\w+ )?(?:teams?|people|colleagues?|departments?|guys|experts?"
    r"|specialists?|unit)|what (?:\w+ )?(?:teams?|people|colleagues?|departments?)"
    r"|any(?:one|body)|some(?:one|body)|colleagues?)"
)
# What is asked, and the words by which a fact tells it.
_THINGS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(
            rf"\b{_WHO}\b.{{0,40}}\b(?:{_SUPPORT}\b|{_WORK}\b.{{0,25}}\bwith\b)"
            rf"|\bwith wh(?:om|o|(?:at|ich) (?:\w+ )?(?:teams?|people|colleagues?|departments?))\b"
            rf"|\b(?:which|what) (?:\w+ )?(?:teams?|departments?) do {_ONE}\b"
        ),
        re.compile(r"\b(?:team up|cooperate|work(?: together)?) with\b"),
    ),
    (
        re.compile(
            rf"^(?=.*\b(?:how (?:often|regularly|frequently|many times)|regular\w*|routine\w*"
            rf"|recurring|periodic\w*|rhythm|cadence|every (?:month|quarter|week))\b)"
            rf"(?=.*\b(?:{_CLIENTS}|them|sit|meet\w*|catch|see|talk|review\w*|check\w*|do|doing)\b)"
            rf"|\b(?:sit|sitting) down with\b|\bregular (?:routine|tasks?|duties|meetings?|work)\b"
            rf"|\bwhat(?:'s| is) (?:the |my |their )?(?:regular |usual )?(?:routine|rhythm)\b"
            rf"|\b(?:meetings?|reviews?|check-?ins?) with (?:the |my |our |their )?{_CLIENTS}"
        ),
        re.compile(r"\b(?:quarterly|regularly)\b"),
    ),
    (
        re.compile(
            rf"\b(?:teach|train|educate|explain to|show)\w* (?:to )?"
            rf"(?:them|doctors|surgeons|(?:the |my |our |their )?{_CLIENTS})\b"
            rf"|\b{_CLIENTS} (?:learn|get taught|trained)\b"
        ),
        re.compile(r"\btrain\b"),
    ),
    (
        re.compile(
            rf"\b(?:portfolio|book of business|(?:typical|usual|normal|average|my|the|their|a) book"
            rf"|book size|books look|how many (?:\w+ )?{_CLIENTS})\b"
        ),
        re.compile(r"\bportfolio of \d|high-net-worth"),
    ),
    (
        re.compile(
            rf"\bwho (?:are|is|counts as) (?:my|our|the|their|his|her|your) (?:\w+ )?{_CLIENTS}\b"
            rf"|\b(?:what|which) (?:kind|sort|type)s? of {_CLIENTS}\b"
            rf"|\bwho do {_ONE} (?:look after|serve|take care of|deal with)\b"
        ),
        re.compile(r"\b(?:vendors|professionals|high-net-worth)\b"),
    ),
    (
        re.compile(r"\b(?:decision[- ]?makers?|deciders?|who decides)\b"),
        re.compile(r"\bbuild and keep\b"),
    ),
)


def names_thing(clause: Clause) -> bool:
    """Whether a clause names one of the things that the facts of an industry tell."""
    text = clause.text.lower()
    return any(asked.search(text) for asked, _ in _THINGS)


def by_words(clause: Clause, base: KnowledgeBase) -> Clause:
    """``clause`` with the facts of every industry that tell what its words name plainly."""
    text = clause.text.lower()
    told = [words for asked, words in _THINGS if asked.search(text)][:1]
    beyond = sum(p for name, p in clause.ranking if name.startswith("out_"))
    if not told or not clause.ranking or beyond >= BEYOND_FROM:
        return clause
    named = [fact for fact in base.facts.values() if fact.industry and _tells(fact, told[0])]
    before = {hit.fact: hit for hit in clause.inside}
    score = {fact.id: max(NAMED, _score(before.get(fact.id))) for fact in named}
    hits = [FactHit(fact.id, score[fact.id], None, 1.0) for fact in named]
    return replace(clause, inside=[*hits, *(h for h in clause.inside if h.fact not in score)])


def _score(hit: FactHit | None) -> float:
    return hit.score if hit else 0.0


def _tells(fact: Fact, words: re.Pattern[str]) -> bool:
    counted = any(figure.measure is Measure.PORTFOLIO_REVENUE for figure in fact.figures)
    return words.search(fact.statement) is not None or (
        counted and words.search("portfolio of 1") is not None
    )
