"""The inputs of the profile's modal: how each field is shown, read back and checked."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from actions.check_in import MOST_YEARS
from actions.profile.fields import YEARS, as_words
from actions.wording import role_name
from bot.channels.slack.blocks import MOST_OPTIONS, Block, option, plain
from bot.channels.slack.mrkdwn import clipped
from knowledge.base import KnowledgeBase

NOT_SET = "-"  # the option by which a menu is emptied: Slack's menus cannot be
ACTION = "value"
MOST_TEXT = 200
MOST_SKILLS = 20
MOST_PEOPLE = 10_000_000
LEAST_PAY, MOST_PAY = 1_000, 100_000_000
CURRENCIES = ("USD", "EUR", "GBP", "CHF", "CAD", "AUD", "INR")
LEVELS = ("none", "high_school", "associate", "bachelor", "master", "mba", "doctorate", "degree")
SIZES = ("startup", "small", "medium", "large")
COUNTS = ("team_size",)
TEXTS = ("education_field", "location", "company_size")


class InvalidError(ValueError):
    """What was typed cannot be kept. The text is a sentence for the person."""


def element(field: str, value: Any, base: KnowledgeBase) -> Block:
    """The input of ``field`` with its ``value`` (None if it is not known)."""
    if field in YEARS or field in COUNTS:
        shown = {} if value is None else {"initial_value": f"{value:g}"}
        most = MOST_YEARS if field in YEARS else MOST_PEOPLE
        return {
            "type": "number_input", "action_id": ACTION, "is_decimal_allowed": field in YEARS,
            "min_value": "0", "max_value": str(most), **shown,
        }  # fmt: skip
    if field == "skills":
        return text_input(", ".join(value or []), MOST_TEXT * 5, "Negotiation, CRM, …")
    if field in TEXTS:
        return text_input("" if value is None else str(value), MOST_TEXT)
    return menu(choices(field, value, base), value)


def text_input(value: str, most: int, hint: str = "") -> Block:
    found: Block = {"type": "plain_text_input", "action_id": ACTION, "max_length": most}
    if value:
        found["initial_value"] = clipped(value, most)
    if hint:
        found["placeholder"] = plain(hint)
    return found


def menu(options: Sequence[Mapping[str, Any]], value: str | None) -> Block:
    """A menu in which ``value`` is chosen, or nothing."""
    empty = option("Not set", NOT_SET)
    every = [empty, *options][:MOST_OPTIONS]
    chosen = next((item for item in every if item["value"] == value), empty)
    return {
        "type": "static_select", "action_id": ACTION, "options": every, "initial_option": chosen,
    }  # fmt: skip


def choices(field: str, value: str | None, base: KnowledgeBase) -> list[dict[str, Any]]:
    """What may be chosen for ``field``, with the present value if that is none of the usual."""
    usual: list[tuple[str, str]]
    if field in ("current_role", "target_role"):
        usual = [(role, role_name(base, role)) for role in base.roles]
    elif field == "industry":
        usual = [(term.id, term.name) for term in base.industries.values()]
    elif field == "education_level":
        usual = [(level, as_words(field, level, base)) for level in LEVELS]
    else:
        usual = [("yes", "yes")]
    usual = sorted(usual, key=lambda pair: pair[1]) if field != "education_level" else usual
    if value is not None and value not in dict(usual):
        usual.insert(0, (value, as_words(field, value, base)))
    return [option(name[:1].upper() + name[1:], key) for key, name in usual]


def value_of(field: str, given: Mapping[str, Any], allowed: Sequence[str]) -> Any:
    """The value of ``field`` in an input's state; None if it is empty.

    ``allowed`` are the values of its menu. Raises InvalidError.
    """
    if field in YEARS:
        return number(typed(given), 0, MOST_YEARS, whole=False)
    if field in COUNTS:
        return number(typed(given), 0, MOST_PEOPLE, whole=True)
    if field == "skills":
        return _skills(typed(given))
    if field == "company_size":
        return _size(typed(given))
    if field in TEXTS:
        text = _clean(typed(given))
        return (text.lower() if field == "education_field" else text) or None
    chosen = picked(given)
    if chosen is not None and chosen not in allowed:
        raise InvalidError("Please choose one from the list.")
    return chosen


def typed(given: Mapping[str, Any]) -> str:
    value = given.get("value")
    return value.strip() if isinstance(value, str) else ""


def picked(given: Mapping[str, Any]) -> str | None:
    """The value of the chosen option; None for "Not set"."""
    chosen = given.get("selected_option")
    value = chosen.get("value") if isinstance(chosen, dict) else None
    return value if isinstance(value, str) and value != NOT_SET else None


def number(text: str, least: float, most: float, whole: bool) -> int | float | None:
    """The number that ``text`` is. Raises InvalidError."""
    if not text:
        return None
    try:
        found = float(text.replace(",", "").replace(" ", ""))
    except ValueError:
        found = math.nan
    if not math.isfinite(found) or (whole and not found.is_integer()):
        raise InvalidError(f"Please enter a {'whole ' if whole else ''}number.")
    if not least <= found <= most:
        raise InvalidError(f"Please enter a number from {least:,.0f} to {most:,.0f}.")
    return int(found) if found.is_integer() else round(found, 2)


def _skills(text: str) -> list[str] | None:
    names = list(dict.fromkeys(name for name in map(_clean, text.split(",")) if name))
    if len(names) > MOST_SKILLS:
        raise InvalidError(f"Please name at most {MOST_SKILLS} skills.")
    return names or None


def _size(text: str) -> int | str | None:
    """A number of people, or one of the words that people use."""
    word = text.lower()
    if not word or word in SIZES:
        return word or None
    try:
        found = number(text, 1, MOST_PEOPLE, whole=True)
    except InvalidError:
        found = None
    if found is None:
        words = ", ".join(SIZES)
        raise InvalidError(f"Please enter a number of people, or one of: {words}.")
    return int(found)


def _clean(text: str) -> str:
    """``text`` on one line, of characters that can be kept."""
    kept = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(kept.encode("utf-8", "ignore").decode().split())[:MOST_TEXT]
