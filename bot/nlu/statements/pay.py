"""Base pay in a chunk of a marked sentence."""

from __future__ import annotations

import re

_MONEY = re.compile(
    r"(?P<sign>[$€£₹])?\s?(?P<number>\d{1,3}(?:[.,]\d{3})+|\d+(?:\.\d+)?)\s?(?P<scale>k\b|thousand\b"
    r"|grand\b|lakhs?\b|lpa\b|m\b)?\+?(?P<after>\s?(?:canadian dollars|euros?|eur\b|€|pounds?|quid|gbp|dollars?|bucks|usd|rupees|inr|canadian dollars|cad|aud|chf"
    r"|francs))?"
)
_SCALE = {"k": 1e3, "thousand": 1e3, "grand": 1e3, "lakh": 1e5, "lakhs": 1e5, "lpa": 1e5, "m": 1e6}
_CURRENCY = {
    **dict.fromkeys(("$", "dollar", "dollars", "bucks", "usd"), "USD"),
    **dict.fromkeys(("€", "euro", "euros", "eur"), "EUR"),
    **dict.fromkeys(("£", "pound", "pounds", "quid", "gbp"), "GBP"),
    **dict.fromkeys(("₹", "rupees", "inr", "lakh", "lakhs", "lpa"), "INR"),
    **dict.fromkeys(("cad", "canadian dollars"), "CAD"), **dict.fromkeys(("aud",), "AUD"),
    **dict.fromkeys(("chf", "francs"), "CHF"),
}  # fmt: skip
_PAY = re.compile(
    r"\b(?:base|(?:pay|pays|paying) me|reality is|salary|pay|paid|pays|earn|earning|earns|make|making|makes|on|get|got|getting|income|comp"
    r"|fixed|fix|package|wage|gross|at|ctc|take home|pulling|annually|bump(?:ed)?|raised?|upped|rise|have|having|a year|(?<=k )1 years|(?<=000 )1 years|(?<=thousand )1 years|(?<=grand )1 years|per year|per annum|pa|yearly|bring)\b"
)
_NOT_PAY = re.compile(
    r"\b(?:offer\w*|quota|target of|revenue|portfolio|book|budget|deals?|arr|mrr|bonus of|bonuses|worth"
    r"|clients?|accounts? worth|pipeline|contract|loan|mortgage|rent|fine|employees|users|followers"
    r"|ote|commission of|per (?:hour|day|week)|an hour|a day|a week|hourly|he|she|they(?! (?:pay|gave|give|put|bump|rais|mov|upp))|seen|debts?|savings|saved)\b"
)
_MONTHLY = re.compile(r"\b(?:a|per|each|every) months\b|\bmonthly\b")


_NO_BASE = re.compile(
    r"\s*(?:years|%|percent|people|employees|(?:in |of |as )?(?:variable|bonus|commission|on top|ote|extra|equity|stock))"
)
# "They bumped me to 102", "got a raise to 95"
_RAISED = re.compile(
    r"\b(?:bump(?:ed)?|raised?|upped|rise|pay|salary|base|money)\b.{0,24}\b(?:to|at|is|now)"
    r" (?:about |around |now )?$"
)
_ON = re.compile(
    r"\} (?:with|at|on|making|earning) $|\b(?:gave|give|giving|offered|paid|pay|pays|paying|put|started|start) (?:me|us)"
    r" (?:on |at |only |just |about |around |like )*$"
    r"|(?:^|\b(?:i|i've|and|now|currently) )(?:got|get|getting|make|making|earn|earning)"
    r" (?:about |around |only |just )*$"
    r"|(?:^|(?:\b(?:i'm|i am|here|sitting|still|now|currently|only|just)|\}) )on (?:about |around |roughly |like )?$"
)
_END = re.compile(
    r"\s*(?:now|right now|currently|atm|at the moment|a year|1 years|base)?\s*[.!?]*$"
    r"|\s*(?:now |base |a year )?(?:as|in|at|and|but|with|plus|which|for) "
)


def pay(text: str, supposed: bool = False) -> tuple[float, str] | None:
    """The base pay a year that ``text`` tells, and its currency; None if it tells none."""
    if _NOT_PAY.search(text) and not re.search(r"\bbase\b", text):
        return None
    for match in _MONEY.finditer(text):
        digits = match["number"]
        scale = (match["scale"] or "").strip()
        thousands = re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits) is not None
        number = float(re.sub(r"[.,]", "", digits) if thousands else digits.replace(",", ""))
        amount = number * _SCALE.get(scale, 1)
        after = (match["after"] or "").strip()
        if _MONTHLY.search(text) and 500 <= amount < 40_000:
            amount *= 12
        bare = not (match["sign"] or scale or after)
        if _NO_BASE.match(text[match.end() :]):
            continue
        before = f"{text[: match.start()].rstrip()} "
        if (
            bare
            and 25 <= number <= 400
            and (_ON.search(before) or _RAISED.search(before))
            and _END.match(text[match.end() :])
        ):
            amount = number * 1000  # "I'm a SAM with 92", "I'm on 95"
        elif (
            bare
            and number < 1000
            and re.search(
                r"\b(?:base|fixed|fix|salary|making|earning|make|earn|pays? me|paying me)\b", text
            )
            and 25 <= number <= 400
        ):
            amount = number * 1000  # "making 90 base" is said of thousands
        elif amount < 10_000 or (bare and amount < 20_000):
            continue
        alone = len(text.split()) <= 4 or _PAY.search(text) is not None or supposed
        if alone:
            currency = _CURRENCY.get(match["sign"] or after or scale, "USD")
            return amount, currency
    return None
