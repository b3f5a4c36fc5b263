"""Whether a clause tells something of its speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.again import MINE, asks_anew
from actions.asking import ASKS_FROM, TELLING, asks, asks_of_pay, orders
from actions.clause import Clause
from actions.counted_questions import asks_the_same
from actions.facets import facets_in
from actions.focus import Focus
from actions.pay_of_others import SPEAKER as _SPEAKER
from actions.pay_of_others import of_offers, of_staff
from actions.profile.fields import YEARS

_MAY_BE_SPEAKER = re.compile(r"\b(?:i|i'd|me|here|currently|now)\b", re.I)
_SPEAKER_NAMED = re.compile(r"\b(?:i|i'd|me)\b", re.I)
_FACET = re.compile(
    r"\b(?:skills?|kpis?|metrics?|needed|required|requirements?|tips|advice|salar(?:y|ies)|pay|perks|benefits"
    r"|bonus(?:es)?|dut(?:y|ies)|responsibilit\w+|typical|differen\w+|vs|versus|compar\w+|between|gap|range"
    r"|meaning|definition|challenges?|trends?|path|ladder|examples?|they|he|she|become|becoming|jobs)\b",
    re.I,
)
_WITH_A_ROLE = {"base_pay", "years_account_management", "years_sales", "team_size"}
_AT_A_FIRM = re.compile(r"\b(?:at|in|for) (?:an?|the|my|our)\b", re.I)
_OPENING = re.compile(r"\b(?:gig|jobs?|position|opening|vacancy|offer|someone|somebody|or)\b", re.I)
NAME_ALONE = 3  # words of a clause that may be nothing but a name
_TELLS_FROM = 0.35  # probability from which a clause without "I" is taken to tell of its speaker


def tells(clause: Clause) -> bool:
    """Whether what a clause states may be taken as said of its speaker.

    "Account manager in retail, typical day" names a role and an industry, but asks; "SAM at a
    bank, 8 years" tells. Without a word for the speaker, understanding has to lean that way too.
    """
    if of_offers(clause) or of_staff(clause) or asks_the_same(clause):
        return False
    of_self = re.search(r"\b(?:i'm|im|i am|i've|ive|i have)\b", clause.text, re.I)
    of_self = of_self if clause.intent.startswith("ask_") else None
    if orders(clause) and not (of_self and any(s.field != "base_pay" for s in clause.statements)):
        return False  # "give me a plan, I'm at 5 years" tells, "compare SAM and director" does not
    if _SPEAKER.search(clause.text) or any(s.corrects for s in clause.statements):
        return True
    names_alone = [s.field for s in clause.statements] == ["industry"] and (
        len(clause.text.split()) <= NAME_ALONE
    )
    if names_alone and not _MAY_BE_SPEAKER.search(clause.text) and clause.confidence < ASKS_FROM:
        return False  # "fintech": the last question for another industry
    figures = re.search(r"\d", clause.text) is not None
    figures |= any(s.field == "base_pay" for s in clause.statements)
    leaning = sum(clause.probability(name) for name in TELLING)
    fields = {s.field for s in clause.statements if not s.supposed}
    plain = (
        not asks(clause.text)
        and not _FACET.search(clause.text)
        and not _OPENING.search(clause.text)
    )
    if (
        plain
        and "current_role" in fields
        and (fields & _WITH_A_ROLE or _AT_A_FIRM.search(clause.text) or _names_only(clause))
    ):
        return True
    if plain and not clause.text.endswith("?") and _own_by_form(clause):
        return True
    asking = clause.intent.startswith(("ask_", "out_")) and clause.confidence >= ASKS_FROM
    if asking and leaning < 0.2 and not figures:
        return False
    named = _FACET.search(clause.text) and not _SPEAKER_NAMED.search(clause.text)
    if _MAY_BE_SPEAKER.search(clause.text) and not named:
        return True
    if not clause.ranking or len(clause.ranking) == 1:
        return figures  # facets side by side ("65k base + commission")
    if _FACET.search(clause.text):
        return figures and leaning >= _TELLS_FROM
    return leaning >= _TELLS_FROM or (figures and leaning >= _TELLS_FROM / 3)


_TOLD_HOW = re.compile(
    r"^\W*(?:(?:and|so|but|well|ok|oh|finally|just|recently|only|also|still|now|then)\W+)*"
    r"(?:(?:left|quit|joined) (?:an?|the|my|\w+ing)|was (?:bumped|promoted|made|given)"
    r"|asking as|speaking as|promoted|moved|switched|changed"
    r"|got (?:promoted|bumped|made|the|my|an?)|new (?:job|employer|role|position|company)|been"
    r"|work(?:ing)? (?:as|at|for)|never|no one|nobody|based in|living in|want(?:ing)? to|wanna"
    r"|trying|aiming|goal|hoping|gunning|dream|looking to|keen|planning to|target)\b",
    re.I,
)
_COUNTS = (*YEARS, "base_pay", "team_size")
_CARD = 8  # words of a clause that may be nothing but facts of its speaker, side by side


def _own_by_form(clause: Clause) -> bool:
    """Whether a clause without a word for the speaker tells of them by its form.

    That is a count of years, people or pay, a want ("no degree"), or a verb that leaves out "I".
    """
    told = [s for s in clause.statements if not s.supposed]
    counted = any(s.field in _COUNTS or s.value == "none" for s in told)
    fields = {s.field for s in told}
    # "coordinator, consultancy, Bristol", "SAM, automotive"
    card = len(fields) >= 3 or (
        {"current_role"} < fields
        and len(clause.text.split()) <= _CARD
        and re.search(r"[,;|/–-]", clause.text) is not None
    )
    return bool(told) and (counted or card or _TOLD_HOW.match(clause.text) is not None)


def tells_only(clause: Clause) -> bool:
    """Whether a clause tells something of the speaker and asks nothing."""
    told = [statement for statement in clause.statements if not statement.supposed]
    return bool(told) and not asks(clause.text) and not asks_of_pay(clause) and tells(clause)


def _names_only(clause: Clause) -> bool:
    """Whether a clause is nothing but a role in an industry ("SAM in telecom")."""
    fields = {s.field for s in clause.statements if not s.supposed}
    few = len(clause.text.split()) <= _CARD - 2 and not clause.text.endswith("?")
    return fields == {"current_role", "industry"} and few and not _SPEAKER.search(clause.text)


def by_the_way(clause: Clause, focus: Focus) -> Clause:
    """``clause``, without what it tells if it is nothing but a role in an industry that the
    question answered last is to be asked of ("AE in healthcare")."""
    if not focus.topics or focus.on_profile or not _names_only(clause):
        return clause
    return replace(clause, statements=[])


def is_card(clauses: Sequence[Clause]) -> bool:
    """Whether a message is nothing but facts of its speaker, side by side ("fmcg. senior AM.")."""
    told = {s.field for c in clauses for s in c.statements if not s.supposed}
    short = all(len(c.text.split()) <= _CARD for c in clauses)
    return short and len(told) >= 2 and "current_role" in told and all(map(_is_plain, clauses))


def _is_plain(clause: Clause) -> bool:
    """Whether a clause has no word of a question, a topic or an opening."""
    found = _FACET.search(clause.text) or _OPENING.search(clause.text) or clause.text.endswith("?")
    return not found and not asks(clause.text) and not orders(clause)


def goes_on_telling(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a clause that asks nothing tells more, beside another that tells of the speaker."""
    told = any(not statement.supposed for statement in clause.statements)
    asking = asks(clause.text) or clause.text.endswith("?") or clause.polar or orders(clause)
    if is_card(clauses):
        return True
    right = any(s.corrects and not s.supposed for c in clauses for s in c.statements)
    again = asks_anew(clause.text) or MINE.match(clause.text.lower())
    if right and not asking and not again and not clause.roles and not facets_in(clause.text):
        return True  # "wrong! 6 years. I typed 4 by accident": all of it puts right
    if not told or asking or asks_of_pay(clause):
        return False
    return any(tells_only(other) for other in clauses if other is not clause)
