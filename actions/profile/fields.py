"""The fields of a career profile, what they are called, and how their values read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from actions.wording import joined, role_name
from knowledge.base import KnowledgeBase

YEARS = ("years_account_management", "years_sales", "years_leadership", "years_total")
FIELDS: dict[str, str] = {
    "current_role": "current role",
    "target_role": "target role",
    "years_account_management": "years in account management",
    "years_sales": "years in sales",
    "years_leadership": "years in leadership",
    "years_total": "years of work in all",
    "team_size": "people who report to you",
    "mentoring": "experience of mentoring juniors",
    "education_level": "education",
    "education_field": "subject of your studies",
    "skills": "skills",
    "industry": "industry",
    "location": "location",
    "company_size": "company size",
    "base_pay": "base pay a year",
}
_SALES_ROLES = ("executive", "sales")


def years_of(role: str) -> str:
    """The field in which years as ``role`` count. Ladders: account management, or sales."""
    if any(word in role for word in _SALES_ROLES):
        return "years_sales"
    if "account" in role or role == "associate_director":
        return "years_account_management"
    return "years_total"


DEGREES = ("associate", "bachelor", "master", "mba", "doctorate", "degree")
_LEVELS = {
    "none": "no degree", "high_school": "high school", "associate": "associate degree",
    "bachelor": "bachelor's degree", "master": "master's degree", "mba": "MBA",
    "doctorate": "doctorate", "degree": "degree",
}  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """The value of one field, when it was said (UTC) and the clause that said it."""

    value: Any
    said_at: datetime | None = None
    said: str = ""


Profile = Mapping[str, Entry]


def value(profile: Profile, field: str) -> Any:
    """The value of ``field``, or None if it is not known."""
    entry = profile.get(field)
    return None if entry is None else entry.value


def money(pay: Mapping[str, Any]) -> str:
    """ "$110,000", "EUR 62,000"."""
    amount = f"{pay['amount']:,.0f}"
    return f"${amount}" if pay["currency"] == "USD" else f"{pay['currency']} {amount}"


def as_words(field: str, value: Any, base: KnowledgeBase) -> str:
    """``value`` of ``field`` as a person would write it."""
    show: dict[str, Callable[[Any], str]] = {
        "current_role": lambda v: role_name(base, v),
        "target_role": lambda v: role_name(base, v),
        "education_level": lambda v: _LEVELS.get(v, str(v)),
        "skills": joined,
        "industry": lambda v: base.industries[v].name if v in base.industries else str(v),
        "base_pay": money,
        "company_size": lambda v: f"{v:,} people" if isinstance(v, int) else str(v),
    }
    return (
        show[field](value)
        if field in show
        else f"{value:g}"
        if isinstance(value, (int, float))
        else str(value)
    )
