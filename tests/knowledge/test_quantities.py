"""Numbers in prose are read as what they count."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.quantities import Quantity, quantities, quantity_of
from knowledge.schema import Figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$120,000 - $200,000+ base salary", Quantity("money", 120_000, 200_000, True)),
        ("$80,000 to $130,000.", Quantity("money", 80_000, 130_000)),
        ("10+ years of experience", Quantity("count", 10, or_more=True)),
        ("at least 5 years", Quantity("count", 5, or_more=True)),
        ("20-30% of base", Quantity("percent", 20, 30)),
        ("20%–30% of base", Quantity("percent", 20, 30)),
        ("7 percent more", Quantity("percent", 7)),
        ("78% or more", Quantity("percent", 78, or_more=True)),
        ("$1 million in revenue", Quantity("money", 1_000_000)),
        ("$1-2 million", Quantity("money", 1_000_000, 2_000_000)),
        ("80-130k", Quantity("count", 80_000, 130_000)),
        ("between 5 and 8 people", Quantity("count", 5, 8)),
        ("3.5 to 4.25%", Quantity("percent", 3.5, 4.25)),
        ("2,000 clients", Quantity("count", 2_000)),
        ("1. Baker: $41,000", Quantity("money", 41_000)),
    ],
)
def test_quantities(text: str, expected: Quantity) -> None:
    assert [quantity for _, quantity in quantities(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "the COVID-19 pandemic",
        "on the 15th",
        "open 24/7",
        "since 2024",
        "Q3 and B2B",
        "10x",
        "3) x",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert quantities(text) == []


def test_several_in_a_line_with_their_words() -> None:
    found = quantities("20+ clients, generating $500,000 a year")
    assert [words for words, _ in found] == ["20+", "$500,000"]


@given(st.integers(1, 10**9), st.booleans())
def test_amounts_are_read_back(amount: int, more: bool) -> None:
    text = f"about ${amount:,}{'+' if more else ''} a year"
    assert [quantity for _, quantity in quantities(text)] == [
        Quantity("money", amount, or_more=more)
    ]


@given(st.text(max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    for words, quantity in quantities(text):
        assert words
        assert quantity.low >= 0


@pytest.mark.parametrize(
    ("figure", "kind"),
    [
        ({"measure": "base_salary"}, "money"),
        ({"measure": "bonus_share"}, "percent"),
        ({"measure": "leadership_years"}, "count"),
        ({"measure": "portfolio_clients", "unit": "vendors"}, "count"),
        ({"measure": "other", "unit": "USD a month"}, "money"),
        ({"measure": "other", "unit": "percent of the week"}, "percent"),
        ({"measure": "other", "unit": "weeks"}, "count"),
    ],
)
def test_figures_of_packs(figure: dict[str, Any], kind: str) -> None:
    assert quantity_of(Figure(low=5, high=7, or_more=True, **figure)) == Quantity(
        kind,  # type: ignore[arg-type]
        5,
        7,
        True,
    )
