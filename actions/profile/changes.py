"""What a profile becomes by what a person says: which fields change, and to what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from actions.profile.fields import FIELDS, YEARS
from actions.statement import Statement

Values = Mapping[str, Any]


def changes(
    statements: Iterable[Statement], known: Values, last: Iterable[str] = ()
) -> dict[str, Any]:
    """The fields that ``statements`` change in a profile of ``known`` values; None takes one away.

    ``last`` are the fields told last, the likeliest to be put right. What is only supposed
    changes nothing; see ``supposed``.
    """
    found: dict[str, Any] = {}
    for statement in statements:
        if statement.supposed:
            continue
        now = {**known, **found}
        for name, value in _resolved(statement, now, [*last, *found]).items():
            if value == known.get(name):
                found.pop(name, None)
            else:
                found[name] = value
    return found


def supposed(statements: Iterable[Statement], known: Values) -> dict[str, Any]:
    """``known`` as it would be if what was only supposed held, and what was told besides."""
    values = dict(known)
    for statement in statements:
        if statement.field == "more_years":
            values.update(_later(values, float(statement.value)))
        else:
            values.update(_resolved(statement, values, []))
    return {name: value for name, value in values.items() if value is not None}


def _later(values: Values, years: float) -> dict[str, Any]:
    """The years of ``values`` after ``years`` more in the same position."""
    counted = {name: values[name] + years for name in YEARS if values.get(name) is not None}
    if not values.get("team_size") and not values.get("years_leadership"):
        counted.pop("years_leadership", None)
    return counted


def _resolved(statement: Statement, now: Values, last: list[str]) -> dict[str, Any]:
    name, value = statement.field, statement.value
    if name == "number":
        return _number(statement, now, last)
    if name == "years" or (name == "years_total" and statement.corrects):
        name = _which_years(statement, now, last)
    if name in YEARS and statement.corrects and name not in now:
        moved = _moved(statement, now, last)
        if moved:
            return {moved: None, name: value}
    if name == "skills":
        return {
            name: [*now.get("skills", []), *[s for s in value if s not in now.get("skills", [])]]
        }
    if (
        name == "base_pay"
        and statement.corrects
        and "base_pay" in now
        and value["currency"] == "USD"
    ):
        return {name: {**value, "currency": now["base_pay"]["currency"]}}
    if value is None and statement.old is not None and now.get(name) != statement.old:
        return {}
    result = {name: value}
    if name == "education_level":
        if value == "none":
            result["education_field"] = None
        return {k: v for k, v in result.items() if v is not None or k in now}
    if name == "team_size" and value == 0:
        return result
    return result if name in FIELDS else {}


def _which_years(statement: Statement, now: Values, last: list[str]) -> str:
    """The field that a number of years puts right, where the words do not say."""
    have = [name for name in YEARS if name in now]
    if not statement.corrects:
        return "years_total"
    same = [name for name in have if now[name] == statement.old]
    if same:
        return same[0]
    recent = [name for name in reversed(last) if name in have]
    return (recent or (have if len(have) == 1 else []) or ["years_total"])[0]


def _moved(statement: Statement, now: Values, last: list[str]) -> str | None:
    """The field in which the same years stood by mistake ("in sales, not account management")."""
    same = [n for n in YEARS if n in now and now[n] == statement.value]
    return (
        same[0] if same and statement.field != same[0] and "not" in statement.said.split() else None
    )


def _number(statement: Statement, now: Values, last: list[str]) -> dict[str, Any]:
    """A figure put right without a name: the field that held the old figure, or was told last."""
    numeric = [
        n for n in (*YEARS, "team_size", "company_size") if isinstance(now.get(n), (int, float))
    ]
    pay = now.get("base_pay")
    new, old = statement.value, statement.old
    if pay and (old in (pay["amount"], pay["amount"] / 1000) or (
        old is None and new >= 10_000 and not any(now[n] > 5000 for n in numeric)
    )):  # fmt: skip
        amount = new * 1000 if new < 1000 else new
        return {"base_pay": {**pay, "amount": amount}}
    same = [n for n in numeric if old is not None and now[n] == old]
    recent = [n for n in reversed(last) if n in numeric or n == "base_pay"]
    if same:
        return {min(same, key=lambda n: recent.index(n) if n in recent else 99): new}
    if old is None and recent and recent[0] != "base_pay":
        return {recent[0]: new}
    if old is None and len(numeric) == 1:
        return {numeric[0]: new}
    return {}
