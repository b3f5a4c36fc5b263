"""Wishes to forget: what they name, and what only sounds like one."""

from __future__ import annotations

import pytest
from by_hand import clause

from actions.focus import Focus
from actions.profile_wishes import Wish, wish
from actions.statement import Statement


def wished(text: str, **fields: object) -> Wish | None:
    return wish([clause(text, "forget_profile", 0.9, **fields)], Focus(on_profile=True))


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


@pytest.mark.parametrize("text", ["and what is it now?", "please check again", "how about now"])
def test_what_is_known_is_asked_once_more(text: str) -> None:
    said = [clause(text, "repeat", 0.3)]
    assert wish(said, Focus(on_profile=True)) == Wish("ask_profile")
    assert wish(said, Focus(on_profile=True, topics=["ask_gap"])) is None


def test_what_the_coach_said_is_not_what_it_knows_of_one() -> None:
    said = clause("what did you say about the experience again?", "ask_profile", 0.6)
    assert wish([said]) is None
    of_me = clause("what did you say you know about me?", "ask_profile", 0.6)
    assert wish([of_me]) == Wish("ask_profile")


def test_a_place_is_forgotten_by_its_name_after_the_profile_was_shown() -> None:
    said = [clause("scratch toronto", "correct_profile", 0.2, outside={"place": ["toronto"]})]
    assert wish(said, Focus(on_profile=True)) == Wish("forget_profile", ["location"])
    assert wish(said) is None


def test_a_wish_goes_on_with_the_next_thing() -> None:
    forgot = Focus(on_profile=True, wished="forget_profile")
    assert wish([clause("and my job")], forgot) == Wish("forget_profile", ["current_role"])
    assert wish([clause("and my job")], Focus(on_profile=True)) is None
    shown = Focus(on_profile=True, wished="ask_profile")
    assert wish([clause("and my city?")], shown) == Wish("ask_profile", asked=["location"])


def test_what_is_left_asks_of_the_profile_only_where_nothing_else_can_be() -> None:
    assert wish([clause("anything left?")], Focus()) == Wish("ask_profile")
    assert wish([clause("what's left?")], Focus(topics=["ask_gap"], on_profile=True)) is None


def test_what_is_put_right_is_not_forgotten() -> None:
    right = Statement("role", "account_manager", "scratch that, AM", corrects=True)
    assert wished("scratch that, i meant AM", statements=[right]) is None
