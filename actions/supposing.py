"""What a clause only supposes: years named by a number alone, leading people as what one did."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.clause import Clause
from actions.focus import Focus
from actions.statement import Statement

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_A_NUMBER = re.compile(
    r"^\W*(?:(?:and|or|so|ok|what|how|about|if|with|after|in|for|then|only|just|it's|its|it were|i"
    rf"|wait|waited|stay|say|another|make it)\W+)*(?P<n>\d{{1,2}}|{'|'.join(_WORDS)})"
    r"(?: more| years?| yrs?| instead| then| longer)*\W*$",
    re.I,
)
# What the number before it counted, by the words in which that was said.
_FIELDS = (
    ("more_years", re.compile(r"\b(?:more|wait\w*|stay\w*|longer|hang|another|further)\b", re.I)),
    (
        "number",
        re.compile(r"\b(?:only|just)\b.*\b(?:count\w*|accept\w*|of (?:mine|my|them))\b", re.I),
    ),
    ("years_leadership", re.compile(r"\b(?:lead\w*|led|team|manag\w+ people|supervis\w+)\b", re.I)),
)
_JUNIORS = re.compile(r"\bjuniors?\b(?! (?:account|acct|am\b))", re.I)
_LEANING = 8  # words of a clause that may lean on the last answer
SUPPOSED = "If so: "  # how an answer begins that rests on something supposed


def carried(clause: Clause, focus: Focus) -> Clause:
    """``clause`` with the years it supposes, where it only names another number of them."""
    match = _A_NUMBER.match(clause.text)
    supposes = focus.text.startswith(SUPPOSED) and focus.topics[:1] == ["ask_gap"]
    if match is None or not supposes or clause.roles:
        return clause
    word = match["n"].lower()
    years = int(word) if word.isdigit() else _WORDS.index(word) + 1
    field = next((name for name, words in _FIELDS if words.search(focus.told)), "more_years")
    told = Statement(field, years, clause.text, supposed=True, corrects=field == "number")
    return replace(clause, statements=[told], ordinal=None)


def what_one_did(clause: Clause) -> Clause:
    """``clause`` without names of jobs that only say what its speaker did or would do.

    "Would two years as a team lead do?" asks of the years, not of the job of a team lead.
    """
    led = ("years_leadership", "team_size", "mentoring")
    if not any(s.field in led for s in clause.statements):
        return clause
    if _JUNIORS.search(clause.text):
        names = [name for name in clause.bare_names if name != "junior"]
        clause = replace(clause, bare_names=names)
    if not clause.outside.get("other_role"):
        return clause
    outside = {kind: names for kind, names in clause.outside.items() if kind != "other_role"}
    return replace(clause, outside=outside)


# After an answer on what was only supposed: "and for real?", "but with what I have now?"
_AS_IT_IS = re.compile(
    r"\b(?:for real|in reality|in real life|irl|as (?:it|things) (?:is|are|stands?)|as i am"
    r"|(?:with )?what i (?:have|(?:'?ve)? ?got)|actual(?:ly)?|truth|currently|right now|today"
    r"|my (?:actual|real|current|own|present)|at present|without that|now)\b"
)


def as_it_is(text: str, focus: Focus) -> bool:
    """Whether a few words after a supposition want the last answer without it."""
    supposed = focus.text.startswith(SUPPOSED) and bool(focus.topics)
    return supposed and len(text.split()) <= _LEANING and _AS_IT_IS.search(text.lower()) is not None
