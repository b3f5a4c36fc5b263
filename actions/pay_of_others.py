"""Pay that a clause names and that is not its speaker's: of offers, or of staff."""

from __future__ import annotations

import re

from actions.clause import Clause

SPEAKER = re.compile(
    r"\b(?:i'm|im|i am|i've|ive|i have|i got|i had|i was|i work|i (?:manage|lead|led|run|earn|make"
    r"|hold|report|do|did|sell|sold|studied|look after|live|want|need to)|i \w+ed|my|mine|myself"
    r"|we|we're|our)\b",
    re.I,
)
_OF_OFFERS = re.compile(r"\b(?:offer|company|option|firm|job) (?:a|b|1|2|one|two)\b", re.I)


def of_offers(clause: Clause) -> bool:
    """Whether a clause lays out offers ("company A: SAM 105k"), not one's own position."""
    if _OF_OFFERS.search(clause.text):
        return True
    return len(clause.roles) == len(clause.amounts) == 2 and not SPEAKER.search(clause.text)


_OF_STAFF = re.compile(
    r"^\W*(?:(?:and|so|then|also|plus|now)\W+)*(?:(?:we|they|you) (?:have|got|pay|employ|hire|want)"
    r" |there(?:'?s| is| are) |for )?(?:one|two|an?|another|each|every)\b",
    re.I,
)
_BUDGETS = re.compile(
    r"\b(?:budget\w*|(?:set|put) aside|provision\w*|payroll|headcount|hr|my team|we pay"
    r"|in our team)\b",
    re.I,
)


def of_staff(clause: Clause) -> bool:
    """Whether a clause gives the pay of somebody employed ("one SAM on 95k, what bonus?")."""
    paid = any(s.field == "base_pay" for s in clause.statements)
    mine = re.search(r"\b(?:i|i'm|im|my|me)\b", clause.text, re.I) is not None
    named = _OF_STAFF.match(clause.text) or _BUDGETS.search(clause.text)
    return paid and bool(clause.roles) and named is not None and not mine
