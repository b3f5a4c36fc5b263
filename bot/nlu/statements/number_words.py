"""Numbers written as words, as figures: "a hundred and fifteen thousand" is "115000"."""

from __future__ import annotations

import re

_SMALL = {
    word: number
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"], 1)
}  # fmt: skip
_TENS = {
    word: 10 * number
    for number, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}
_SCALES = {"hundred": 100, "thousand": 1000, "grand": 1000, "k": 1000}
WORDS = frozenset([*_SMALL, *_TENS])
_PART = rf"(?:{'|'.join([*_SMALL, *_TENS, *_SCALES])})"
_NUMBER = re.compile(
    rf"\b(?:a )?{_PART}(?:(?: |-| and )(?:a )?{_PART})+\b|\ba hundred\b|\b(?:{'|'.join(WORDS)})\b"
)


def figures(text: str) -> str:
    """``text`` with its numbers as figures. "Four and five" stays two numbers."""
    return _NUMBER.sub(_figure, text)


def _figure(match: re.Match[str]) -> str:
    words = match.group().replace("-", " ").split()
    total = current = 0
    found: list[str] = []
    last = 1000  # what was added last: smaller numbers may follow it
    for word in words:
        if word in ("and", "a"):
            if word == "and" and current and last < 100:
                found, total, current, last = [*found, str(total + current), "and"], 0, 0, 1000
        elif word == "hundred":
            current, last = (current or 1) * 100, 100
        elif word in _SCALES:
            total, current, last = total + (current or 1) * 1000, 0, 1000
        else:
            value = _SMALL.get(word) or _TENS[word]
            if value >= last or (last < 20 and current):
                found, total, current = [*found, str(total + current)], 0, 0
            current, last = current + value, value if value >= 20 else 1
    return " ".join([*found, str(total + current)])
