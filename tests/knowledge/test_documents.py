"""Headings are told from other lines."""

from __future__ import annotations

import pytest

from knowledge.documents import Text


def test_a_section_is_found_without_the_letter_of_its_heading() -> None:
    text = Text.of("x.txt", "Opening.\nA. Duties\nMore.\nB. Skills\nMore.")
    assert text.place(["Duties", "Skills"]) == {"Duties": 1, "Skills": 3}
    assert text.place(["Skills", "Duties"]) == {"Skills": 3}


@pytest.mark.parametrize(
    "line",
    [
        "Conclusion",
        "A. Director of Account Management Duties",
        "Strategic vs. Tactical Focus",
        "Shift towards Consultative Selling and Value-Based Relationships",
        "Key Performance Indicators (KPIs) and Metrics",
        "Retail and E-commerce Sector",
    ],
)
def test_headings(line: str) -> None:
    assert list(Text.of("x.txt", f"{line}\nMore text follows.").headings()) == [(0, line)]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "* Junior Account Coordinators",
        "Enhanced healthcare and retirement plans",
        "Time to Close: How long a sale takes on average",
        "Account Executives often face:",
        "Account Managers Win.",
        "The Long and Winding Road of One Who Has Much More to Say Than Fits",
        "and of the",
    ],
)
def test_other_lines(line: str) -> None:
    assert list(Text.of("x.txt", line).headings()) == []


def test_apostrophes_are_alike() -> None:
    text = Text.of("x.txt", "it’s one two three four five six seven eight")
    assert text.copied("It's one two three four five six seven eight!") is not None


def test_sections_are_placed_in_order() -> None:
    text = Text.of("x.txt", "Pay\nmoney\nSkills\nPay\nmore money")
    assert text.place(["Skills", "Pay"]) == {"Skills": 2, "Pay": 3}
    assert text.place(["Pay", "Hours"]) == {"Pay": 0}
