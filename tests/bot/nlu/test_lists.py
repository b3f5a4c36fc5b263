"""Lists of what is asked for, an item each."""

from __future__ import annotations

import pytest

from bot.nlu.lists import items_of
from bot.nlu.text import join, tokenize


def items(message: str, *names: str) -> list[tuple[str, str]]:
    tokens = tokenize(message)
    places = frozenset(p for p, token in enumerate(tokens) if token.text in names)
    found = items_of(tokens, places)
    return [(item.intent, join([tokens[p] for p in item.places])) for item in found.items]


@pytest.mark.parametrize(
    ("message", "names", "found"),
    [
        ("tell me the skills, degree and years for a director", ["director"],
         [("ask_skills", "tell me the skills for a director"),
          ("ask_education", "tell me degree for a director"),
          ("ask_experience", "tell me years for a director")]),
        ("compare AM vs AE on duties and kpis", ["AM", "AE"],
         [("ask_responsibilities", "compare AM vs AE on duties"),
          ("ask_kpis", "compare AM vs AE on kpis")]),
        ("SAM: pay, holidays, skills", ["SAM"],
         [("ask_salary", "SAM: pay"), ("", "SAM: holidays"), ("ask_skills", "SAM: skills")]),
        ("duties of a SAM and pay of a director", ["SAM", "director"],
         [("ask_responsibilities", "duties of a SAM"), ("ask_salary", "pay of a director")]),
        # One may want both together: each is read in the whole.
        ("base + bonus?", [], [("ask_salary", "base + bonus?"), ("ask_bonus", "base + bonus?")]),
        # What a figure goes with is told.
        ("140k base, bonus?", [], [("ask_bonus", "140k base, bonus?")]),
        ("salary of a director", ["director"], []),
        ("the skills that raise my salary", [], []),
        ("pay and salary", [], []),
        ("do the pay of SAM and director differ in their trends", ["SAM", "director"], []),
    ],
)  # fmt: skip
def test_items_are_read_with_what_they_share(
    message: str, names: list[str], found: list[tuple[str, str]]
) -> None:
    assert items(message, *names) == found


def test_what_no_document_treats_is_an_item_too() -> None:
    found = items_of(tokenize("salary and vacation days of them"), outside=[(2, 3)])
    assert [item.intent for item in found.items] == ["ask_salary", ""]


@pytest.mark.parametrize(
    ("message", "pure"),
    [
        ("what are the skills and duties of them?", True),
        ("do skills and duties change when companies merge?", False),
    ],
)
def test_a_list_is_pure_if_nothing_else_is_asked(message: str, pure: bool) -> None:
    assert items_of(tokenize(message), frozenset()).pure is pure
