"""Which clauses of a message are to be answered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from actions.again import MINE, asks_anew, asks_for_own
from actions.asking import ASKS_FROM, TELLING, asks, asks_of_pay
from actions.beyond import SURE_FROM, asks_beyond, goes_on
from actions.clause import Clause
from actions.pay_case import bases
from actions.pointing import points_to_item
from actions.telling import NAME_ALONE, goes_on_telling, tells_only
from actions.topics import ANY_FACT, TOPICS

FIXED_FROM = 0.40  # probability from which a fixed intent is believed
LONG_STORY = 5  # clauses
_SMALL = ("greet", "thank", "praise", "affirm", "deny", "how_are_you", "goodbye")


def worth_answering(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses to answer: of several, not those that only greet, thank or tell.

    Of a long story only the plain questions count.
    """
    asking = [
        c
        for c in clauses
        if not tells_only(c)
        and not goes_on_telling(c, clauses)
        and not _names_own_role(c, clauses)
        and (
            c.intent not in (*_SMALL, *TELLING)
            or (c.text.endswith("?") and not c.statements and _in_earnest(c, clauses))
            or _asks_of_goal(c)
            or any(s.supposed for s in c.statements)
            or _tells_and_asks(c)
            or asks_anew(c.text)
            or (c.intent == "correct_profile" and not c.statements and (c.roles or c.bare_names))
            or asks_for_own(c.text)
            or asks_of_pay(c)
            or (MINE.match(c.text.lower()) and (c.text.endswith("?") or len(clauses) == 1))
        )
    ]
    if any(c.confidence >= _SURELY for c in asking):
        asking = [c for c in asking if not _interjects(c)]  # "bruh. and senior?"
    known = [c for c in asking if c.intent in TOPICS or c.intent in ANY_FACT]
    if known and len(clauses) > 1:
        surest = max(c.confidence for c in known)
        asking = [
            c
            for c in asking
            if c in known
            or c.confidence >= max(SURE_FROM, surest)
            or points_to_item(c.text)
            or asks_beyond(c)
            or goes_on(c)
        ]
        if len(clauses) >= LONG_STORY and 2 * len(asking) < len(clauses):
            sure = [c for c in known if c.confidence >= SURE_FROM]
            asking = (list(takewhile(sure.__contains__, reversed(clauses)))[::-1])[-4:]
            asking = asking if len(asking) > 2 else sure[-2:] or known[-1:]
    rest = [c for c in clauses if not tells_only(c) and not goes_on_telling(c, clauses)]
    return asking or [c for c in rest if c.intent not in TELLING or _may_ask(c)][-1:]


_SURELY = 0.6


def _asks_of_goal(clause: Clause) -> bool:
    """Whether a clause asks of the role that it names as a goal ("director in a year?")."""
    return clause.text.endswith("?") and {s.field for s in clause.statements} == {"target_role"}


def _interjects(clause: Clause) -> bool:
    """Whether a clause is a word or two that ask nothing, beside one that surely asks."""
    bare = not (clause.roles or clause.bare_names or clause.industries or clause.kpis)
    few = len(clause.text.split()) <= 2 and not clause.text.endswith("?")
    return few and bare and clause.confidence < 0.5 and not asks(clause.text)


def _in_earnest(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether words that end as a question ask one, whatever they are taken for ("so I could
    apply in 4 years?")."""
    beside = any(other.statements for other in clauses if other is not clause)
    return beside or _STANDING.search(clause.text) is not None


_STANDING = re.compile(
    r"\b(?:i|we) (?:could|can|might|may|would|'d|will|'ll|should) (?:\w+ ){0,2}(?:apply|go for|be"
    r"|get|make|qualify|reach|move|step|become|need|have to)\b",
    re.I,
)


def _tells_and_asks(clause: Clause) -> bool:
    """Whether a clause plainly asks of a role besides telling ("never led, can I be a SAM?")."""
    doubtful = clause.intent in TELLING and clause.confidence < ASKS_FROM
    return doubtful and clause.polar and bool(clause.roles) and asks(clause.text)


def _names_own_role(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a clause only names the role that the message tells of ("AM. 4 years. BA.")."""
    own = any(s.field == "current_role" for s in clause.statements)
    bare = len(clause.text.split()) <= NAME_ALONE and not clause.text.endswith("?")
    if bare and clause.roles and clause is clauses[0] and len(clauses) == 2:
        return asks(clauses[1].text) and not clauses[1].roles  # "AE. what's one up?"
    return own and bare and any(tells_only(c) for c in clauses if c is not clause)


def _may_ask(clause: Clause) -> bool:
    """Whether a clause taken to tell something has the words of a question and tells nothing."""
    if _WH_FIRST.match(clause.text) or clause.text.endswith("?"):
        return not clause.statements
    told = clause.statements or clause.leanings
    return not told and clause.confidence < ASKS_FROM and asks(clause.text)


_WH_FIRST = re.compile(
    r"^\W*(?:(?:and|so|ok|but|well|then|now)\W+)*(?:what|what's|whats|which|who|where|how)\b", re.I
)


def is_premise(clause: Clause, following: Sequence[Clause]) -> bool:
    """Whether ``clause`` only names a base pay of which what is ``following`` asks."""
    return bool(
        bases(clause)
        and clause.roles
        and not clause.polar
        and not asks(clause.text)
        and any(c.intent.startswith("ask_") or asks(c.text) for c in following)
    )
