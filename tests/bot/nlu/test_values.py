"""Figures and forms of question in a clause."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu import values


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("is $95,000 ok", [95_000]),
        ("95k", [95_000]),
        ("110 thousand", [110_000]),
        ("between 90k and 110K", [90_000, 110_000]),
        ("$1.2 million", [1_200_000]),
        ("82,000 a year", [82_000]),
        ("10 years", []),
        ("a team of 12", []),
        ("in 2024", []),
        ("30%", []),
        ("no figure", []),
    ],
)
def test_amounts(text: str, found: list[float]) -> None:
    assert values.amounts(text) == pytest.approx(found)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("the second one", 2),
        ("tell me about the 3rd", 3),
        ("number one please", 1),
        ("#4", 4),
        ("the last one", -1),
        ("my first job", None),
        ("the first step", None),
        ("in the second year", None),
        ("at first glance", None),
        ("what about it", None),
        ("nr 2 please", 2),
        ("and 4?", 4),
        ("the second last one", -2),
        ("4", None),
        ("and 4 years", None),
    ],
)
def test_ordinals(text: str, place: int | None) -> None:
    assert values.ordinal(text) == place


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("per hour", "hour"),
        ("hourly rate", "hour"),
        ("how much a month", "month"),
        ("weekly pay", "week"),
        ("a year", None),
        ("pay", None),
    ],
)
def test_units(text: str, unit: str | None) -> None:
    assert values.unit(text) == unit


@pytest.mark.parametrize(
    "text",
    [
        "do ams carry a quota?",
        "is an mba required",
        "so does a director hire people?",
        "hi, can i move to sales?",
        "i have six years, is that enough?",
        "directors earn more, right?",
        "is it true that ams manage teams",
        "Should I get an MBA?",
        "if i like selling, would i fit?",
    ],
)
def test_yes_or_no_questions(text: str) -> None:
    assert values.is_polar(text)


@pytest.mark.parametrize(
    "text",
    [
        "what does an am do",
        "how do i become a director?",
        "which role is better?",
        "tell me about directors",
        "can you tell me about directors",
        "could you explain the bonus",
        "director salary",
        "with whom is a director in touch?",
        "if one is the farmer, which is the hunter?",
        "why is that",
        "so what is an ae",
        "",
    ],
)
def test_open_questions(text: str) -> None:
    assert not values.is_polar(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("how many years do i need", True),
        ("what percentage is the bonus", True),
        ("when will i be promoted", True),
        ("how soon can i be director", True),
        ("what does an am do", False),
        ("how does the bonus work", False),
        ("usual commission rate of an ae", True),
        ("average headcount under a director", True),
        ("how is commission structured", False),
        ("", False),
    ],
)
def test_whether_a_number_is_wanted(text: str, wanted: bool) -> None:
    assert values.asks_number(text) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"), [("why?", True), ("how come", True), ("what is it", False)]
)
def test_whether_a_reason_is_wanted(text: str, wanted: bool) -> None:
    assert values.asks_why(text) is wanted


@given(st.text(max_size=200))
def test_any_text_has_values_or_none(text: str) -> None:
    assert all(amount >= 0 for amount in values.amounts(text))
    assert values.ordinal(text) in (None, -2, -1, 1, 2, 3, 4, 5)
    assert isinstance(values.is_polar(text), bool)
    assert isinstance(values.asks_number(text), bool)
