"""Questions beside others: those that go on, and those that the documents do not cover, of which
each is named as not answered."""

from __future__ import annotations

import re

from actions.clause import Clause
from actions.facets import facets_in, sides_in
from actions.fixed import NOT_COVERED
from actions.part import Part

SURE_FROM = 0.6  # probability from which a clause beside others surely asks what it seems to
_NEAR = 0.62  # likeness to a fact from which the documents may cover it after all
_OPENS = re.compile(
    r"^\W*(?:(?:and|also|plus|but|so|or|then|oh|btw|by the way|besides|last(?:ly)?|first|second"
    r"|secondly|finally)\W+)*(?:what|what's|whats|which|who|whose|where|when|why|how|do|does|did|is"
    r"|are|can|could|will|would|should|has|have)\b",
    re.I,
)


def opens(text: str) -> bool:
    """Whether ``text`` begins as a question does."""
    return _OPENS.match(text) is not None


def asks_beyond(clause: Clause) -> bool:
    """Whether a clause plainly asks something that the documents do not cover."""
    beyond = clause.intent in NOT_COVERED and clause.confidence >= SURE_FROM
    if len(clause.ranking) == 1:
        return beyond  # an item of a list
    near = bool(clause.hits) and clause.hits[0].score >= _NEAR
    near &= clause.intent != "out_numbers" or not clause.roles
    return beyond and not near and opens(clause.text)


def goes_on(clause: Clause) -> bool:
    """Whether a clause beside questions asks one more, of another role or on another side, or one
    that opens as a question does."""
    if clause.intent.startswith("sensitive_"):
        return False
    more = clause.intent == "follow_other" and not clause.statements
    named = clause.roles or clause.industries or clause.bare_names
    sides = facets_in(clause.text) or sides_in(clause.text)
    return bool(more and (named or sides)) or (
        opens(clause.text) and bool(sides or clause.roles) and not clause.statements
    )


def beyond_documents(clause: Clause) -> Part:
    """What is said to a question beside others that the documents do not cover."""
    asked = clause.text.strip(" .?!,:")
    text = f"I can't answer “{asked}”: I only know about careers in account management and sales."
    return Part([text], kind="abstain", topic="beyond")
