"""The direct answer to a question for an amount: where it stands, the most, a difference."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from actions.pay_follow import bonus_share
from actions.pay_words import (
    APART,
    AT_BOTTOM,
    AT_TOP,
    FINE,
    LEAST,
    LOW,
    MOST,
    MUCH,
    raised_by,
)
from actions.wording import dollars, figure_text, role_name
from knowledge.base import KnowledgeBase
from knowledge.schema import Figure, Measure

_MIDDLE = re.compile(r"\b(?:middle|mid\w*|halfway|half way|cent(?:re|er)|median)\b", re.I)
_UNDER = re.compile(r"\b(?:below|under|beneath|less than|short of)\b", re.I)
_OVER = re.compile(r"\b(?:above|over|more than|beyond)\b", re.I)
_BARE = 5  # words of a clause that names hardly more than an end ("and at the bottom?")
_NEAR_AN_END = 0.25
_LOWER, _UPPER = 0.4, 0.6  # shares of a range that bound its middle


def _share(amount: float, figure: Figure) -> float:
    low, high = figure.low, figure.high or figure.low
    return (amount - low) / (high - low) if high > low else 0.5


def position(amount: float, figure: Figure) -> str:
    """Where ``amount`` (USD a year) lies in the range of ``figure``."""
    low, high = figure.low, figure.high or figure.low
    if amount < low:
        return f"{dollars(amount)} is {dollars(low - amount)} below the start of that range."
    if amount > high and figure.or_more:
        over = dollars(amount - high)
        return (
            f"{dollars(amount)} lies within it, as the range is open at the top: {over} above "
            f"{dollars(high)}, the last figure given."
        )
    if amount > high:
        return f"{dollars(amount)} is {dollars(amount - high)} above the end of that range."
    if amount == high:
        return f"{dollars(amount)} is the upper figure of that range" + (
            ", which is open at the top." if figure.or_more else "."
        )
    share = _share(amount, figure)
    part = "lower" if share < _LOWER else "upper" if share > _UPPER else "middle"
    return (
        f"{dollars(amount)} lies within it, in the {part} part: {dollars(amount - low)} above the "
        f"start and {dollars(high - amount)} below {dollars(high)}."
    )


def verdict(text: str, amount: float, figure: Figure) -> str:
    """Yes or no to whether ``amount`` is low, fair or high in the range; "" if neither fits."""
    share = _share(amount, figure)
    below, above = share < 0, share > 1
    if _MIDDLE.search(text):
        return "Yes." if _LOWER <= share <= _UPPER else "No."
    for end, beyond, outside, near in (
        (AT_BOTTOM, _UNDER, below, share < _NEAR_AN_END),
        (AT_TOP, _OVER, above and not figure.or_more, share > 1 - _NEAR_AN_END),
    ):
        if end.search(text):
            if beyond.search(text) or outside:
                return "Yes, it is outside the range." if outside else "No, it is not."
            return "Yes, it is near that end of the range." if near else "No, it is not near it."
    kinds = [bool(p.search(text)) for p in (LOW, MUCH, FINE)]
    if (kinds[0] and (kinds[1] or kinds[2]) and " or " in text) or not any(kinds):
        return ""
    if kinds[0]:
        if below:
            return "Yes, it is below the range."
        return "No, it is within the range" + (
            ", though in its lower part." if share < _LOWER else "." if not above else " and more."
        )
    if kinds[1]:
        if above:
            return "Yes, it is above the last figure given."
        return "Yes, it is in the upper part." if share > _UPPER else "No, it is not."
    if below:
        return "No, it is below the range."
    if above:
        return "Yes, as the range is open at the top." if figure.or_more else "It is above it."
    return "Yes, it is within the range."


def apart(
    text: str,
    figures: Mapping[str, Figure],
    amounts: Mapping[str, Sequence[float]],
    base: KnowledgeBase,
) -> list[str]:
    """How far the figures of two roles lie apart, where ``text`` asks it."""
    ends_asked = (LEAST.search(text) or MOST.search(text)) and len(text.split()) <= _BARE
    if len(figures) != 2 or not (APART.search(text) or ends_asked):
        return []
    (role, top), (_, low) = sorted(figures.items(), key=lambda item: -item[1].low)
    starts, ends = top.low - low.low, (top.high or top.low) - (low.high or low.low)
    least, most = LEAST.search(text), MOST.search(text)
    name = role_name(base, role)
    if top.measure is Measure.BONUS_SHARE:
        first = f"By {starts:g} percentage points: {figure_text(top)} for the {name}, against "
        lines = [f"{first}{figure_text(low)}."]
        for amount in dict.fromkeys(a for found in amounts.values() for a in found):
            lines.append(
                f"On the same base of {dollars(amount)} that is {dollars(amount * ends / 100)} a "
                f"year more at most ({dollars(amount * (top.high or top.low) / 100)} against "
                f"{dollars(amount * (low.high or low.low) / 100)})."
            )
        return lines
    more = "or more " if top.or_more else ""
    if least and not most:
        return [f"{dollars(starts)}: that much higher starts the range of the {name}."]
    if most and not least:
        return [f"{dollars(ends)} {more}higher ends the range of the {name}."]
    return [
        f"The range of the {name} starts {dollars(starts)} higher and ends {dollars(ends)} "
        f"{more}higher."
    ]


def bump(amount: float, figure: Figure) -> list[str]:
    """How much more than ``amount``, the speaker's own base, a role pays at least."""
    top = figure.high or figure.low
    if amount < figure.low:
        return [
            f"At least {dollars(figure.low - amount)} more: from your {dollars(amount)} to "
            f"{dollars(figure.low)}, where the range starts."
        ]
    return [
        f"No increase is certain: your {dollars(amount)} is already {dollars(amount - figure.low)} "
        f"above the start of the range; its last figure is {dollars(max(top - amount, 0))} more."
    ]


def raised(text: str, amounts: Sequence[float]) -> tuple[list[str], list[float]]:
    """A base raised by the percentage that ``text`` names, in words and as the amount."""
    share = raised_by(text)
    if share is None or not amounts:
        return [], list(amounts)
    new = amounts[0] * (1 + share / 100)
    return [f"{dollars(amounts[0])} and {share:g}% more is {dollars(new)}."], [new]


def ends(text: str, figure: Figure, polar: bool) -> list[str]:
    """The least or the most of a base salary, where ``text`` asks for it."""
    if LEAST.search(text) and not MOST.search(text):
        return [f"The lowest figure given is {dollars(figure.low)}."]
    if MOST.search(text) and not polar:
        more = ", and it can be more" if figure.or_more else ""
        return [f"The highest figure given is {dollars(figure.high or figure.low)}{more}."]
    return []


def bonus_of(text: str, amount: float, figure: Figure, total: bool) -> list[str]:
    """The bonus on a base of ``amount``, and with ``total`` both together; the end asked first."""
    high_share = figure.high or figure.low
    low, high = amount * figure.low / 100, amount * high_share / 100
    least, most = LEAST.search(text), MOST.search(text)
    lines = []
    if bool(most) != bool(least):
        share, value = (high_share, high) if most else (figure.low, low)
        word = "most" if most else "least"
        if total:
            lines.append(f"At {word} {dollars(amount + value)}, base and bonus together.")
        else:
            lines.append(
                f"At {word} {dollars(value)}: {share:g}% of the base of {dollars(amount)}."
            )
    elif total:
        lines.append(
            f"Base and bonus together: {dollars(amount + low)} to {dollars(amount + high)}."
        )
    lines.append(f"On a base of {dollars(amount)} the bonus is {dollars(low)} to {dollars(high)}.")
    return lines


_BONUS_SUM = re.compile(
    r"(?P<before>\d[\d.,]*)\s?(?P<k>k\b|thousand\b|grand\b)?(?: \w+){0,1} bonus\b"
    r"|\bbonus\b[^\d?!;]{0,24}?\$?(?P<after>\d[\d.,]*)\s?(?P<ak>k\b|thousand\b|grand\b)?(?!\s?[%\d])",
    re.I,
)


_TRUE = re.compile(r"\b(?:true|right|correct|really|possible|realistic|legit|believable)\b", re.I)


def share_told(text: str, amounts: Sequence[float], figure: Figure) -> list[str]:
    """What a bonus named in ``text``, as a share or a sum, is beside the share of ``figure``."""
    share = bonus_share(text)
    pay = amounts[0] if amounts else None
    lines: list[str] = []
    if share is None and pay:
        match = _BONUS_SUM.search(text)
        number = (match["before"] or match["after"]) if match else None
        thousands = match and (match["k"] or match["ak"])
        total = (
            float(number.replace(",", "").rstrip(".")) * (1e3 if thousands else 1) if number else 0
        )
        if not pay / 100 <= total <= pay / 1.5:
            return []
        share = round(100 * total / pay, 1)
        lines.append(f"{dollars(total)} is {share:g}% of a base of {dollars(pay)}.")
    elif share is not None and pay and pay >= 10_000:
        lines.append(f"{share:g}% of a base of {dollars(pay)} is {dollars(pay * share / 100)}.")
    if share is None:
        return []
    high = figure.high or figure.low
    where = "below" if share < figure.low else "above" if share > high else "within"
    lines.append(f"{share:g}% is {where} the {figure_text(figure)} that the documents give.")
    if pay and pay >= 10_000:
        ends = f"{dollars(pay * figure.low / 100)} to {dollars(pay * high / 100)}"
        lines.append(f"On a base of {dollars(pay)} the bonus is {ends}.")
    asks = any(words.search(text) for words in (LOW, FINE, MUCH)) or _TRUE.search(text)
    if not asks:
        return lines
    low, much = (words.search(text) and not FINE.search(text) for words in (LOW, MUCH))
    yes = where == ("below" if low else "above" if much else "within")
    lines[-2 if pay and pay >= 10_000 else -1] = (
        f"{'Yes' if yes else 'No'}: {share:g}% is {where} the {figure_text(figure)} that the "
        "documents give."
    )
    return lines
