"""Wishes to forget: what they name, and what only sounds like one."""

from __future__ import annotations

import pytest
from by_hand import clause

from actions.profile_wishes import Wish, wish


def wished(text: str, **fields: object) -> Wish | None:
    return wish([clause(text, "forget_profile", 0.9, **fields)], on_profile=True)


def test_a_field_is_named_by_what_it_holds() -> None:
    named = wished("take out the healthcare bit", industries=["healthcare"])
    assert named == Wish("forget_profile", ["industry"])
    named = wished("strike boston from my record", outside={"place": ["boston"]})
    assert named == Wish("forget_profile", ["location"])
    named = wished("forget the 85k", amounts=[85_000.0])
    assert named == Wish("forget_profile", ["base_pay"])


def test_leading_is_a_field_of_its_own() -> None:
    assert wished("the leading bit is wrong, delete just that") == Wish(
        "forget_profile", ["years_leadership"]
    )


def test_everything_stays_everything() -> None:
    whole = wished("delete everything, also that i work in retail", industries=["retail_ecommerce"])
    assert whole == Wish("forget_profile", ["*"])


@pytest.mark.parametrize(
    "text",
    [
        "the storage of my phone is full, what should i delete?",
        "how do i delete a contact in the crm",
        "scrap that, say i was in software",
        "forget the differences for a sec, which skills do both need?",
    ],
)
def test_what_is_no_wish_to_forget(text: str) -> None:
    assert wished(text) is None


def test_how_to_delete_ones_own_data_is_one() -> None:
    assert wished("how do i delete my data") == Wish("forget_profile", ["*"])
