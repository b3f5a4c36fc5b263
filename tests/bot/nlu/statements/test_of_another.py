"""What sentences tell of another person, kept apart from what they tell of the speaker."""

from __future__ import annotations

from typing import Any

import pytest

from bot.nlu.reading import Reader

AM, SENIOR = "account_manager", "senior_account_manager"
DIRECTOR = "director_of_account_management"


def of_other(reader: Reader, text: str) -> dict[str, Any]:
    return {s.field: s.value for reading in reader.read(text) for s in reading.of_other}


def own(reader: Reader, text: str) -> dict[str, Any]:
    return {s.field: s.value for reading in reader.read(text) for s in reading.statements}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("she has been an AM for 6 years", {"current_role": AM, "years_account_management": 6}),
        ("my brother's an account manager", {"current_role": AM}),
        ("my friend earns 90k", {"base_pay": {"amount": 90000, "currency": "USD"}}),
        ("a candidate with a degree in history, leads 4 people",
         {"education_level": "degree", "education_field": "history", "team_size": 4}),
        ("one of my reports (3 yrs AM) wants to be a senior AM",
         {"years_account_management": 3, "target_role": SENIOR}),
        ("our AM has no degree, nobody reports to her",
         {"current_role": AM, "education_level": "none", "team_size": 0}),
        ("my cousin got a director offer for 150k",
         {"current_role": DIRECTOR, "base_pay": {"amount": 150000, "currency": "USD"}}),
        ("Priya has 4 years in account management", {"years_account_management": 4}),
    ],
)  # fmt: skip
def test_what_is_told_of_another_is_not_the_speakers(
    reader: Reader, text: str, told: dict[str, Any]
) -> None:
    assert told.items() <= of_other(reader, text).items()
    assert own(reader, text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "I'm an AM with 6 years",
        "SAM, 8 years, my boss is difficult",
        "8 years in account management, 2 of them leading a team",
        "what does an account manager need in his first years?",
        "6 years as AM, bachelor, they pay me 80k",
    ],
)
def test_what_is_told_of_the_speaker_is_not_anothers(reader: Reader, text: str) -> None:
    assert of_other(reader, text).keys() & {"years_account_management", "current_role"} == set()
