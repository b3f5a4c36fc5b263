"""Figures and forms in a clause: money, positions in a list, units, kinds of question."""

from __future__ import annotations

import re

_MONEY = re.compile(
    r"(?P<sign>[$€£])?\s?(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?(?P<scale>k\b"
    r"|thousand\b|grand\b|m\b|million\b)?",
    re.IGNORECASE,
)
_SCALE = {"k": 1e3, "thousand": 1e3, "grand": 1e3, "m": 1e6, "million": 1e6}
_ORDINALS = {
    f"{number} {name}": place
    for place, word in enumerate(("one", "two", "three", "four", "five"), 1)
    for number in ("number", "no", "no.", "nr", "nr.", "num")
    for name in (word, place)
}
_ORDINALS |= {f"#{place}": place for place in range(1, 6)}
_ORDINALS |= {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_ORDINALS |= {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "last": -1, "final": -1}
_ORDINALS |= dict.fromkeys(("second last", "second to last", "last but one", "penultimate"), -2)
_ORDINAL = re.compile(
    r"(?<!at )(?<!\w)("
    + "|".join(sorted(map(re.escape, _ORDINALS), key=len, reverse=True))
    + r")(?!\w)(?! (?:contact|job|role|time|year|month|day|week|name|rung|step|steps|stop|jobs))",
    re.IGNORECASE,
)
# "and 4?", of a list; a number without "and" is rather an answer.
_BARE_NUMBER = re.compile(
    r"^\W*(?:and|what about|how about|n)\W+([1-5])\W*(?:please\W*)?$", re.IGNORECASE
)
_UNIT = re.compile(
    r"\b(?:per|an?|each|every|by the|by)\s+(hour|month|week|day)\b|\b(hourly|monthly|weekly"
    r"|daily)\b"
)
_UNIT_NAMES = {"hourly": "hour", "monthly": "month", "weekly": "week", "daily": "day"}
_NUMBER = re.compile(
    r"\bhow (?:many|old)\b|\bhow much (?:more|less|higher|bigger)\b|\bwhat (?:percentage"
    r"|percent|number|year|share)\b"
    r"|^\W*(?:and |so )?when (?:will|would|can|do|am|are|is)\b"
    r"(?! (?:some\w*|one|you|people|they|i) (?:choose|pick|prefer|want|need|go for))|\bby when\b"
    r"|\bhow long (?:until|till|before|does it take|will it take|to)\b|\bhow soon\b"
    r"|\bin (?:which|what) year\b|\bnumber of\b|\bpercent(?:age)?\b|\bexact(?:ly)? (?:figure"
    r"|number)"
    r"|\bwhat'?s? (?:is )?the (?:number|figure|amount|percentage|target|benchmark)\b"
    r"|\bin (?:dollars|percent)\b"
    r"|\bwhat ?%|\bcommissions? ?(?:rates?\b|%|percent|split|cut\b)|\bwhat (?:cut|slice) of\b"
    r"|\b(?:average|typical|usual|normal|standard) commissions?\b|\bhow much commission\b"
    r"|\bhow much is the\b|\bsize of (?:\w+ ){1,3}budgets?\b"
    r"|\bhow long (?:must|should|do|does|would|will) (?:\w+ ){1,4}(?:be|stay|spend|work|remain)\b"
    r"|\bhead ?count\b"
    r"|\b(?:average|typical|usual|normal|median|mean|standard) (?:[\w-]+ ){0,2}(?:rate|count|size"
    r"|number|amount|percentage|share|age|ratio|length)\b",
    re.IGNORECASE,
)
_AUXILIARY = (
    r"(?:do|does|did|is|are|am(?= i\b)|was|were|can|could|should|would|will|has|have|had|must"
    r"|may|might|shall"
    r"|isn't|aren't|don't|doesn't|can't|won't|wouldn't|shouldn't)"
)
_LEAD = (
    r"(?:(?:so|and|but|ok|okay|hey|hi|hello|also|or|well|honestly|by the way|then|please|wait"
    r"|hm+|um+|just|like|tell me|quick question)[\s,]+)*"
)
_POLAR = re.compile(
    rf"^{_LEAD}{_AUXILIARY}\b(?! (?:you )?(?:tell|explain|show|give|list|describe|compare|say))"
    rf"|[.,:–-]\s*(?:so |and |but )?{_AUXILIARY} (?:i|you|they|we|it|he|she|that|this|there|the"
    rf"|a|an|my|our|his|her|\$?\d[\d.,]*k?)\b"
    rf"|^(?:if|when|since|as|with|for|given)\b.{{3,80}},? {_AUXILIARY} (?:i|you|they|we|it|that"
    rf"|the|a|an)\b"
    r"|\b(?:right|correct|true|yes or no|or not|or no|innit)\s*\?*\s*$"
    r"|\b(?:is it true|is that so|true that)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"^(?:\W*(?:so|and|but|ok|hey|hi|also|then|well)\W+)*(?:(?:with|for|to|at|in|by|on|from|of) )?"
    r"(?:what|how|who|whom|whose|which|where|when|why)\b"
    # "If one is the farmer, which is the other?"
    r"|^(?:\W*(?:so|and|but|ok)\W+)*(?:if|since|as|given)\b.{3,80},? (?:what|how|who|whose|which"
    r"|where|why)\b"
)
_WHY = re.compile(
    r"\bwhy\b|\bhow come\b|\bwhat for\b|\bwhat's the (?:point|reason)\b|\bfor what reason\b", re.I
)


# "director on 150?": thousands, where the words around speak of pay and of nothing counted.
_THOUSANDS = re.compile(
    r"\b(?:base|salary|pay(?:s|ing)?(?: me)?|paid|earn(?:s|ing)?|mak(?:e|es|ing)|get(?:s|ting)?|on"
    r"|at|with|is|was|were|of)(?: (?:me|is|was|of|at|about|around|only|now|just|like))*"
    r" (?P<number>[4-9]\d|[123]\d\d)(?=\W*$|[?!;,]|\.\D| (?:as|base|now|then|is|am|a year)\b)",
    re.I,
)
_OF_PAY = re.compile(
    r"\b(?:base|salary|pay|pays|paid|paying|earn\w*|make|makes|making|bonus|am|ae|manager|executive"
    r"|director|senior)\b",
    re.I,
)


def amounts(text: str) -> list[float]:
    """Amounts of money in ``text`` in dollars: "$95,000", "95k", "110 thousand"."""
    found = []
    for match in _MONEY.finditer(text):
        value = float(match["number"].replace(",", "")) * _SCALE.get(
            (match["scale"] or "").lower(), 1
        )
        if match["sign"] or (match["scale"] and value >= 10_000) or value >= 20_000:
            found.append(value)
    if not found and _OF_PAY.search(text):
        found = [float(m["number"]) * 1e3 for m in _THOUSANDS.finditer(text)]
    return found


def ordinal(text: str) -> int | None:
    """Which item of a list ``text`` names: 1 for the first, -1 for the last, None for none."""
    bare = _BARE_NUMBER.match(text)
    if bare:
        return int(bare[1])
    match = _ORDINAL.search(text)
    return _ORDINALS[match[1].lower()] if match else None


def unit(text: str) -> str | None:
    """The unit of time that ``text`` asks pay in, if it is one other than a year."""
    match = _UNIT.search(text.lower())
    if not match:
        return None
    return match[1] or _UNIT_NAMES[match[2]]


def asks_number(text: str) -> bool:
    """Whether ``text`` wants a number for an answer."""
    return _NUMBER.search(text) is not None


def is_polar(text: str) -> bool:
    """Whether ``text`` is a question that yes or no would answer."""
    lower = text.lower()
    if _OPEN.match(lower) and not re.search(r"\b(?:right|correct|yes or no)\s*\?*\s*$", lower):
        return False
    return _POLAR.search(lower) is not None


def asks_why(text: str) -> bool:
    """Whether ``text`` asks for a reason."""
    return _WHY.search(text) is not None
