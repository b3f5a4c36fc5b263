"""Figures put right in passing: what remains ("so 4"), what goes off and what comes on top."""

from __future__ import annotations

import re

_N = r"(?P<n>\d+(?:\.\d+)?)(?![\w%]| ?\d|,\d)"
_LEAD = (
    r"(?:so|and|but|then|ok|well|oh|ah|no|nope|nah|hm+|sorry|sry|wait|actually|hold on|hang on|right"
    r"|i mean|i meant|now|really|rather|correction|my bad|oops|whoops|it|which|that|this|i|only|just"
    r"|about|more like|maybe|probably|at most|closer to|like|all in all|all up|in total|in all"
    r"|altogether|it's|that's|is|was|be|makes?|made|leaves?|leaving|left|means?|gives?|comes? to|have"
    r"|had|i've|got|get|count|counts|say|put|would|should|me|us|to|with|at|down|are|there|in fact"
    r"|in reality|the truth is|real number|correct number|total|the total)"
)
_TAIL = (
    r"(?: (?:years|of them|of those|it is|count|counts|left|really|then|now|all up|in total|in all"
    r"|altogether|total|overall|actually|i (?:guess|think|suppose|mean|meant)|max|at most|tops|net"
    r"|instead|is right|is correct))*"
    r"(?=\s*(?:$|[,.;!?)]|(?:not counting|without|excluding|if (?:i|you)|when i|not)\b))"
)
# "so 4", "that leaves me with 7", "it's really only seven", "makes it 4 years"
_OUTCOME = re.compile(
    rf"(?:^|[,;.:–—-]|(?<=\s)(?={_LEAD}\b))\W*(?:{_LEAD}\b\W*)*(?<![\w.]){_N}{_TAIL}"
)
_SECOND_THOUGHT = re.compile(
    r"\b(?:wait|no|nope|sorry|sry|i mean|i meant|actually|make (?:that|it)|correction|rather"
    rf"|scratch that|oops)\W+(?:(?:it's|that's|more like|make it|rather|no) )*{_N}(?: years)?\W*$"
)
_MAKE_IT = re.compile(rf"\bmake (?:it|that|this) (?:more like |about |just |only )*{_N}")
# What was told does not count in full.
_DISCOUNT = re.compile(
    r"\b(?:don't|doesn't|didn't|do not|does not|not|won't|shouldn't) (?:really |even )?count"
    r"|\bnot counting\b|\bnot (?:in |as |really )?(?:account management|am\b|\{role=)"
    r"|\b(?:only|just) (?:an? |the )?(?:acting|covering|standing in|filling in|helping|deput\w+|stand in|substitut\w+)"
    r"|\b(?:intern(?:ship)?|trainee(?:ship)?|apprentice\w*|sabbatical|parental leave|maternity leave"
    r"|on leave|career break|gap year|work placement|working student|student job)\b"
)
_OF = r"(?:of|out of|from) (?:those|them|these|that|this|the|my|it)(?: (?!years\b)\w+)?(?: years)?"
_OFF = (
    re.compile(rf"\b(?P<n>\d+) (?:years )?{_OF}\b(?! (?:leading|as|in)\b.*\bleading)"),
    re.compile(
        r"\b(?:minus|subtract|deduct|knock|take|less)(?: off| away)? (?P<n>\d+)\b(?! (?:people|k\b))"
        r"(?: years?)?"
    ),
    re.compile(
        r"\b(?:the|my) (?:very )?(?:first|last) (?:(?P<n>\d+) )?(?:years? |1 )?(?:was|were|i was"
        r"|i spent|i did|doesn't|don't)\b"
    ),
)
_TAKES_OFF = re.compile(r"\b(?:minus|subtract|deduct|knock|take)\b.*\b\d")
_STILL_COUNTS = re.compile(
    r"\b(?:lead(?:ing|er|ership)?|led|manag(?:ing|ed|er of) (?:a team|people|\d)|team lead|supervis\w+)\b"
)
_BEFORE = (
    r"(?:before (?:that|this|then|all that|the current)|elsewhere|somewhere else|previously"
    r"|(?:at|in|from|with|for) (?:my |the |an? )?(?:old|last|previous|former|first|other|another|different"
    r"|prior) ?(?:company|employer|job|firm|place|agency|shop|one|role|position|gig)?)"
)
_ON_TOP = (
    re.compile(rf"\b(?:plus|add|and|another|also|with) (?P<n>\d+)(?: more| extra| further)?(?: years)?\b.*\b{_BEFORE}"),
    re.compile(rf"\b(?P<n>\d+) (?:more|extra|further|additional)(?: years)?\b.*\b{_BEFORE}"),
    re.compile(rf"\b{_BEFORE},? (?:i (?:did|had|have|was|spent|worked) |it was |there (?:was|were|are) )?(?:another )?(?P<n>\d+) (?:more|extra|further|additional)\b"),
)  # fmt: skip


def outcome(sentence: str, told: bool = False) -> float | None:
    """The figure that a sentence names as what is right after all; the last, if it names several.

    ``told`` if the sentence tells another figure by name: then only a plain second thought counts
    ("6 years as a SAM, wait no 7").
    """
    named = _MAKE_IT.search(sentence)
    if named and not told:
        return float(named["n"])  # "make it 11, one left"
    found = None
    for match in (_SECOND_THOUGHT if told else _OUTCOME).finditer(sentence):
        found = float(match["n"])
    return found


def discounts(sentence: str) -> bool:
    """Whether a sentence says that part of what was told does not count."""
    return _DISCOUNT.search(sentence) is not None or _TAKES_OFF.search(sentence) is not None


def taken_off(sentence: str, corrects: bool) -> float | None:
    """The years that a sentence says do not count ("2 of those were an internship")."""
    if not discounts(sentence) and not corrects:
        return None
    for pattern in _OFF:
        match = pattern.search(sentence)
        if match is None or (_STILL_COUNTS.search(sentence) and not discounts(sentence)):
            continue
        return float(match["n"] or 1)
    return None


def on_top(sentence: str) -> float | None:
    """The years that a sentence adds to those told ("plus 2 more at my old company")."""
    match = next((m for pattern in _ON_TOP if (m := pattern.search(sentence))), None)
    return float(match["n"]) if match else None
