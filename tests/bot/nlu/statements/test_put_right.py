"""Figures put right in passing: what remains, goes off or comes on top, what is supposed."""

from __future__ import annotations

from typing import Any

import pytest

from actions.profile.changes import changes, supposed
from bot.nlu.reading import Reader

YEARS = "years_account_management"
BEFORE = {"current_role": "account_manager", YEARS: 9, "years_leadership": 4}


def told(reader: Reader, text: str, before: dict[str, Any]) -> dict[str, Any]:
    statements = [s for reading in reader.read(text) for s in reading.statements]
    return changes(statements, before, list(before))


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("hmm no its 7. the rest was an internship", 7),
        ("hold on, 3 of those were at the help desk, so only 6 count", 6),
        ("correction: two of the nine were in bookkeeping. leaves 7", 7),
        ("nope, more like 8 actually", 8),
        ("2 of them were a traineeship, they don't count", 7),
        ("minus one year, i was on sabbatical", 8),
        ("plus 2 more at my old company, same job", 11),
        ("wait, 3 clients just called me", None),
        ("now i have 4 questions", None),
    ],
)
def test_years_put_right(reader: Reader, text: str, years: float | None) -> None:
    before = {"current_role": "account_manager", YEARS: 9}
    assert told(reader, text, before).get(YEARS) == years


def test_what_does_not_count_is_taken_off_what_was_told_last(reader: Reader) -> None:
    text = "hmm wait, one of those leading years i was only deputy"
    assert told(reader, text, BEFORE) == {"years_leadership": 3}


def test_a_second_thought_within_a_message(reader: Reader) -> None:
    assert told(reader, "SAM, 6 years in account management, wait no 7", {})[YEARS] == 7


@pytest.mark.parametrize(
    "text", ["would two years as a team lead do", "will 3 years leading a team be enough"]
)
def test_years_asked_about_are_supposed_not_told(reader: Reader, text: str) -> None:
    statements = [s for reading in reader.read(text) for s in reading.statements]
    assert told(reader, text, {}) == {}
    assert supposed(statements, {}).get("years_leadership") in (2, 3)


def test_a_role_asked_about_is_not_the_own(reader: Reader) -> None:
    assert told(reader, "director, just the leadership bit: how much more", {}) == {}


def test_the_degree_that_replaces_another(reader: Reader) -> None:
    before = {"education_level": "bachelor"}
    text = "oops masters not bachelors"
    assert told(reader, text, before) == {"education_level": "master"}


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("no wait, 8 and 3", {YEARS: 8, "years_leadership": 3}),
        ("scratch that 10", {YEARS: 10}),  # nobody has led for longer than worked
        ("i said nine but it's been 11", {YEARS: 11}),
        ("sorry, 5 leading, still 9 overall", {"years_leadership": 5}),
        ("the team thing, only 2 years of that", {"years_leadership": 2}),
        ("7 yrs", {YEARS: 7}),
    ],
)
def test_figures_go_where_they_can_belong(
    reader: Reader, text: str, change: dict[str, Any]
) -> None:
    before = {"current_role": "account_manager", "years_leadership": 4, YEARS: 9}
    if "and" in text:
        before = BEFORE
    assert told(reader, text, before) == change


@pytest.mark.parametrize(
    ("text", "before", "change"),
    [
        ("it's fintech, not retail", {}, {"industry": "financial_services"}),
        ("left a bank for a consultancy", {}, {"industry": "professional_services"}),
        ("a masters, not a bachelors", {"education_level": "bachelor"},
         {"education_level": "master"}),
        ("sorry, it's in business", {"education_level": "bachelor", "education_field": "biology"},
         {"education_field": "business"}),
        ("i have a degree", {"education_level": "master"}, {}),
        ("half my team has masters degrees", {}, {}),
        ("they bumped me to 102", {}, {"base_pay": {"amount": 102000, "currency": "USD"}}),
    ],
)  # fmt: skip
def test_the_value_that_holds_is_told(
    reader: Reader, text: str, before: dict[str, Any], change: dict[str, Any]
) -> None:
    assert told(reader, text, before) == change


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("AM 8 yrs leading 3 ppl for 4 yrs", {YEARS: 8, "years_leadership": 4}),
        ("ten yrs acct mgmt 4 leading", {YEARS: 10, "years_leadership": 4}),
        ("11 years, SAM, 5 directs since 2 years", {YEARS: 11, "years_leadership": 2}),
        ("SAM 7 years lead none", {YEARS: 7}),
        ("i do lead! 3 people since 3 years", {"years_leadership": 3}),
    ],
)
def test_several_years_each_count_what_stands_beside_them(
    reader: Reader, text: str, years: dict[str, float]
) -> None:
    found = {name: value for name, value in told(reader, text, {}).items() if "years" in name}
    assert found == years


def test_two_figures_supposed_side_by_side(reader: Reader) -> None:
    text = "imagine i had 10 and 5, would i be ready"
    statements = [s for reading in reader.read(text) for s in reading.statements]
    before = {YEARS: 6, "years_leadership": 2}
    assert supposed(statements, before) == {YEARS: 10, "years_leadership": 5}
