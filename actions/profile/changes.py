"""What a profile becomes by what a person says: which fields change, and to what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from actions.profile.fields import DEGREES, FIELDS, YEARS, years_of
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
            values.update(_resolved(statement, values, list(known)))
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
    if name == "numbers":
        return _numbers(value, now, last)
    if name in ("fewer_years", "added_years"):
        return _sum(statement, now, last)
    if name == "role":
        return _role(statement, now, last)
    if name == "current_role" and statement.corrects and _SLIP.search(statement.said.lower()):
        return {name: value, **_years_of_role(value, now)}
    of_all = name == "years_total" and (statement.corrects or statement.supposed)
    if name in ("years", "years_bare") or of_all:
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
    if name == "education_level" and value == "degree" and now.get(name) in DEGREES:
        return {}  # some degree, of which is known already what it is
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
    have = [name for name in YEARS if now.get(name) is not None]
    put_right = statement.corrects or statement.supposed
    if not put_right and statement.field != "years_bare":
        return "years_total"
    same = [name for name in have if now[name] == statement.old]
    if same:
        return same[0]
    if _OVERALL.search(statement.said.lower()):
        # "4 years leading, still 9 overall": never those of leading, which are a part of all
        have = [name for name in have if name != "years_leadership"]
    recent = [name for name in reversed(last) if name in have]
    recent = [name for name in recent if _may_be(name, statement.value, now)] or recent
    return (recent or (have if len(have) == 1 else []) or ["years_total"])[0]


def _may_be(name: str, new: float, now: Values) -> bool:
    """Whether a figure without a name may put right the field ``name``: people are counted whole,
    and nobody has led people for longer than worked."""
    if name == "team_size":
        return new == int(new) and now[name] != 0
    worked = [now[n] for n in YEARS if n != "years_leadership" and now.get(n) is not None]
    return name != "years_leadership" or not worked or new <= max(worked)


_OVERALL = re.compile(r"\b(?:overall|in total|total|altogether|all in all|in all|all told)\b")


def _moved(statement: Statement, now: Values, last: list[str]) -> str | None:
    """The field in which the same years stood by mistake ("in sales, not account management")."""
    same = [n for n in YEARS if n in now and now[n] == statement.value]
    return (
        same[0] if same and statement.field != same[0] and "not" in statement.said.split() else None
    )


# What was told wrongly, rather than what has changed since.
_SLIP = re.compile(
    r"\b(?:sorry|oops|typo|autocorrect\w*|mixed|meant|mean|wrong|mistake|slip|not|no|wait|ah|correction|said)\b"
)


def _role(statement: Statement, now: Values, last: list[str]) -> dict[str, Any]:
    """A role put right without saying whose: the own or the aimed at, whichever was told last."""
    told = [name for name in reversed(last) if name in ("current_role", "target_role")]
    if statement.old and now.get("current_role") != statement.old:
        return {}  # it was about the question
    if not told or statement.value in (now.get("current_role"), now.get("target_role")):
        return {}
    moved = _years_of_role(statement.value, now) if told[0] == "current_role" else {}
    return {told[0]: statement.value, **moved}


def _years_of_role(role: str, now: Values) -> dict[str, Any]:
    """The years told of a role that was a slip, moved to where years as ``role`` count."""
    old = now.get("current_role")
    if not old or old == role:
        return {}
    here, there = years_of(old), years_of(role)
    if here == there or now.get(here) is None or now.get(there) is not None:
        return {}
    return {here: None, there: now[here]}


def _sum(statement: Statement, now: Values, last: list[str]) -> dict[str, Any]:
    """The years told last with some taken off or added, where that leaves a number that can be."""
    recent = [name for name in reversed(last) if name in YEARS and now.get(name) is not None]
    if not recent:
        return {}
    sign = -1 if statement.field == "fewer_years" else 1
    years = now[recent[0]] + sign * statement.value
    return {recent[0]: years} if years >= 0 else {}


def _numbers(values: list[float], now: Values, last: list[str]) -> dict[str, Any]:
    """Figures put right side by side: those told last, in the order in which they were told."""
    counted = dict.fromkeys(n for n in last if isinstance(now.get(n), (int, float)))
    fields = [*counted][-len(values) :]
    return dict(zip(fields, values, strict=True)) if len(fields) == len(values) else {}


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
    recent = [n for n in recent if _may_be(n, new, now)] or recent
    if same:
        return {min(same, key=lambda n: recent.index(n) if n in recent else 99): new}
    if old is None and recent and recent[0] == "base_pay" and pay and 25 <= new < 1000:
        return {"base_pay": {**pay, "amount": new * 1000}}
    recent = [n for n in recent if n != "base_pay"]
    if old is None and recent:
        return {recent[0]: new}
    if old is None and len(numeric) == 1:
        return {numeric[0]: new}
    return {}
