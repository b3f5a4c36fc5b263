"""Roles come to, parts of years, years elsewhere, studies under way and whose clients are named."""

from __future__ import annotations

from typing import Any

import pytest

from actions.profile.changes import changes
from bot.nlu.reading import Reader

AM, AE = "account_manager", "account_executive"


def told(reader: Reader, text: str, before: dict[str, Any] | None = None) -> dict[str, Any]:
    statements = [s for reading in reader.read(text) for s in reading.statements]
    return changes(statements, before or {}, list(before or {}))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("my company promoted me to key account manager", "key_account_manager"),
        ("I took over as director of account management in june", "director_of_account_management"),
        ("i moved from account executive to account manager", AM),
        ("we got a new account manager", None),
        ("i didn't get the account manager job", None),
        ("i'm training to become an account manager", None),
    ],
)
def test_a_role_that_one_was_given(reader: Reader, text: str, role: str | None) -> None:
    assert told(reader, text).get("current_role") == role


def test_of_two_roles_with_years_the_last_is_current_only_if_said(reader: Reader) -> None:
    assert told(reader, "2 years AE, now 3 years account manager")["current_role"] == AM
    assert "current_role" not in told(reader, "2 years AE, 3 years account manager")


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("10 years in account management, the last 3 i led a team", 3),
        ("8 years of account management, from those 2 as team lead", 2),
        ("6 years in account management, half of it leading a team", 3),
        ("I lead six people, for 4 years now", 4),
        ("10 years in account management, the first 8 on my own", None),
    ],
)
def test_a_part_of_the_years_spent_leading(reader: Reader, text: str, years: float | None) -> None:
    assert told(reader, text).get("years_leadership") == years


@pytest.mark.parametrize(
    "text",
    ["10 years nurse", "6 years as a chef", "i was a teacher in secondary school for 5 years"],
)
def test_years_in_another_occupation_are_not_stored(reader: Reader, text: str) -> None:
    assert told(reader, text) == {}


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("i'm finishing my mba in spring", None),
        ("my bachelor's is nearly done", None),
        ("finished my mba in spring", "mba"),
        ("i have a bachelors and i'm doing an mba", "bachelor"),
    ],
)
def test_only_what_is_finished_is_a_degree(reader: Reader, text: str, level: str | None) -> None:
    assert told(reader, text) == ({"education_level": level} if level else {})


@pytest.mark.parametrize(
    ("text", "industry"),
    [
        ("banks are my clients, i work for a software vendor", "technology"),
        ("we make apps for banks", None),
        ("i look after retail clients", None),
        ("i just moved from a bank to an ad agency", "advertising_marketing"),
        ("finance does all that for us", None),
        ("I work in IT", "technology"),
        ("it is what it is", None),
    ],
)
def test_the_own_industry_is_not_that_of_clients(
    reader: Reader, text: str, industry: str | None
) -> None:
    assert told(reader, text).get("industry") == industry


def test_a_role_that_was_a_slip_takes_its_years_along(reader: Reader) -> None:
    before = {"current_role": AE, "years_sales": 3}
    moved = {"current_role": AM, "years_sales": None, "years_account_management": 3}
    assert told(reader, "sorry, I mixed the words. I'm an account manager", before) == moved
    assert told(reader, "typo, account manager", before) == moved
    assert told(reader, "i got promoted to account manager", before) == {"current_role": AM}
