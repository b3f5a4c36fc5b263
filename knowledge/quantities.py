"""Numbers in prose: amounts of money, shares in percent and counts, single or as a range."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from knowledge.schema import UNITS, Figure

Kind = Literal["money", "percent", "count"]

_MULTIPLIERS = {
    "": 1.0,
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "million": 1e6,
    "bn": 1e9,
    "billion": 1e9,
}
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_MULTIPLIER = r"\s?(?:k|m|bn)(?!\w)|\s(?:thousand|million|billion)\b"
_QUANTITY = re.compile(
    rf"""
    (?P<between>\bbetween\s+)? (?P<least>\bat\s+least\s+)?
    (?<![\w/.,]) (?<!\w[-–])                       # no part of "Q3", "24/7" or "COVID-19"
    (?P<currency>[$€£])? (?P<low>{_NUMBER}) (?P<low_times>{_MULTIPLIER})? (?P<low_share>\s?%)?
    (?: (?(between)\s+and\s+|(?:\s?[-–—]\s?|\s+to\s+))
        [$€£]? (?P<high>{_NUMBER}) (?P<high_times>{_MULTIPLIER})? )?
    (?P<share>\s?%|\s+per\s?cent\b)?
    (?P<more>\+|\s+or\s+more\b)?
    (?![\w/]|[.,]\d)                               # no part of "15th", "10x" or "1.2.3"
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LIST_NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s+")
_CALENDAR_YEARS = range(1900, 2100)


@dataclass(frozen=True)
class Quantity:
    """Exactly ``low``, or ``low`` to ``high``; ``or_more`` leaves it open upwards."""

    kind: Kind
    low: float
    high: float | None = None
    or_more: bool = False

    @property
    def values(self) -> set[tuple[Kind, float]]:
        """The bare numbers, each with what it counts."""
        return {(self.kind, value) for value in (self.low, self.high) if value is not None}


def quantities(line: str) -> list[tuple[str, Quantity]]:
    """The quantities of one line of text, each with the words that give it.

    Ordinals, calendar years, numbers inside names ("COVID-19") and the number of a list item are
    none.
    """
    found = []
    for match in _QUANTITY.finditer(_LIST_NUMBER.sub("", line)):
        quantity = _quantity(match)
        if not _is_calendar_year(match, quantity):
            found.append((match[0].strip(), quantity))
    return found


def quantity_of(figure: Figure) -> Quantity:
    """A pack's figure in the same form, so that the two can be compared."""
    unit = (figure.unit or UNITS[figure.measure]).lower()
    kind: Kind = "count"
    if "usd" in unit or "dollar" in unit:
        kind = "money"
    elif "percent" in unit or "%" in unit:
        kind = "percent"
    return Quantity(kind, figure.low, figure.high, figure.or_more)


def _quantity(match: re.Match[str]) -> Quantity:
    low, high = _value(match["low"], match["low_times"]), None
    if match["high"]:
        high = _value(match["high"], match["high_times"])
        if match["high_times"] and not match["low_times"] and low < _value(match["high"], None):
            low = _value(match["low"], match["high_times"])  # "$1-2 million"
    kind: Kind = "count"
    if match["currency"]:
        kind = "money"
    elif match["share"] or match["low_share"]:
        kind = "percent"
    return Quantity(kind, low, high, bool(match["more"] or match["least"]))


def _value(number: str, times: str | None) -> float:
    return float(number.replace(",", "")) * _MULTIPLIERS[(times or "").strip().lower()]


def _is_calendar_year(match: re.Match[str], quantity: Quantity) -> bool:
    bare = quantity.kind == "count" and not quantity.or_more and "," not in match["low"]
    return bare and not match["low_times"] and quantity.low in _CALENDAR_YEARS
