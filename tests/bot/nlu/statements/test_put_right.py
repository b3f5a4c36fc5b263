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
