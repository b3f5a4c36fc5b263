"""What a few words after an answer on pay are after: an end of the range, a doubt, a share."""

from __future__ import annotations

import re

from actions.pay_words import SHARE, judges, raised_by

BY_HOW_MUCH = re.compile(
    r"\bby (?:how much|what)\b|\bhow (?:much|many)\b.{0,16}\b(?:more|higher|extra|less|lower|better"
    r"|difference|percent)\b|\bwhat (?:percentage|percent|amount)\b"
    r"|^\W*(?:(?:and|any|a|got|in|so|the|exact)\W+)*(?:numbers?|figures?|percent\w*|amounts?)\W*$",
    re.I,
)


_ENDS = re.compile(
    r"^\W*(?:(?:and|so|ok|but|then|what|what's|whats|is|are|how about|what about|the|its|their|my"
    r"|that|at|say|for|of|in|range|base|pay|salary|figure|number|absolute|very|possible|most"
    r"|least)\W+)*(?:ceiling|floor"
    r"|max\w*|min\w*|cap|limit|highest|lowest|(?:top|bottom|upper|lower|high|low)(?: ends?| figure"
    r"| number)?|best case|worst case|at (?:most|least|best|worst)|peak)"
    r"(?:\W+(?:there|then|of (?:it|that|the range)|figure|number|end|for (?:it|that)|possible|pay"
    r"|salary|base))*\W*$",
    re.I,
)


def asks_end(text: str) -> bool:
    """Whether a clause asks for an end of the range just spoken of, and nothing else."""
    return _ENDS.match(text) is not None


# After pay: whether an amount that was named can be.
_CAN_BE = re.compile(
    r"\b(?:is|could|can|would|are|sounds?|seems?) (?:that|it|this|he|she|they)\b.{0,20}"
    r"\b(?:possible|real\w*|true|plausible|likely|believable|legit|doable|lying|dreaming"
    r"|delusional|crazy|nuts|wrong|right|mistaken|exaggerat\w*"
    r"|kidding|joking|bluffing|making it up)\b",
    re.I,
)


def doubts_amount(text: str) -> bool:
    """Whether a clause asks if an amount just spoken of can be."""
    return _CAN_BE.search(text) is not None


_BARE_SHARE = re.compile(
    r"(?<![\d$.,])(?P<share>[5-9]|[1-3]\d|40)(?![\d.,]*\d|\s?(?:k|years?|yrs?))", re.I
)


_FEW_WORDS = re.compile(r"^\W*(?:\w+\W+){0,4}\d{1,2}\W*$")


def bonus_share(text: str) -> float | None:
    """The percentage that a clause on bonus names; a bare number where it is judged."""
    if raised_by(text) is not None:
        return None
    alone = judges(text) or _FEW_WORDS.match(text)
    match = SHARE.search(text) or (_BARE_SHARE.search(text) if alone else None)
    return float(match["share"]) if match else None


_TOO = re.compile(
    r"^\W*(?:(?:and|or|what about|how about|also|so|but|does|would|is)\W+)+(?:(?:a|an|the|my|having"
    r"|being|working|living|in|at|for|with|by|if|i|it|got|have|had|more)\W+)*(?:\w+\W+){0,2}?"
    r"(?:compan(?:y|ies)|employers?|firms?|corporat\w*|start-?ups?|cit(?:y|ies)|places?|location"
    r"|region|countr(?:y|ies)|new york|nyc|san francisco|sf|experience|years|seniority|industr\w+"
    r"|sectors?|size|mba|degree|education|certificat\w*|gender|age|performance)\b[^?]{0,16}\W*$",
    re.I,
)


def asks_factor_too(text: str) -> bool:
    """Whether a few words after what pay depends on name one more thing ("and a big company?")."""
    return len(text.split()) <= 7 and _TOO.match(text) is not None


_AT_END = re.compile(
    r"\b(?:at|from) (?:the |its |that |their )?(?:\w+ )?(?:ceiling|floor|top|bottom|max\w*"
    r"|min\w*|upper|lower|high|low|end|start|cap)\b",
    re.I,
)


def at_end(text: str) -> bool:
    """Whether a clause speaks of an end of the range ("the bonus at the ceiling")."""
    return _AT_END.search(text) is not None


# One industry's pay held against another's.
EARNS_MORE = re.compile(
    r"\b(?:make|makes|earn|earns|pay|pays|paid|paying|get)\b.{0,12}\b(?:more|better|higher"
    r"|less|well"
    r"|most|best|worse)\b|\b(?:better|best|higher|highest|worse|worst)[- ](?:pay\w*|paid"
    r"|salar\w+)\b",
    re.I,
)
# "What would switching do to my pay?"
TO_MY_PAY = re.compile(
    r"\b(?:(?:do|does|did|happens?)\b.{0,12}\b(?:to|for)|(?:change|affect|impact|mean)\w*\b.{0,12}?"
    r"(?: (?:to|for|on))?) (?:my|the|your|one's) (?:pay|salary|base|wage|income|earnings)\b",
    re.I,
)
_DECIDES = re.compile(
    r"\b(?:what|which|who)\b.{0,20}\b(?:decides?|determines?|drives|sets|influences?|affects?"
    r"|it (?:depends?|rests?) on)\b",
    re.I,
)


def decides(text: str) -> bool:
    """Whether a clause asks what the amount just spoken of rests on."""
    return _DECIDES.search(text) is not None
