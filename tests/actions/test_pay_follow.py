"""What a few words after an answer on pay are after."""

from __future__ import annotations

import pytest
from by_hand import SENIOR, clause

from actions.focus import Focus
from actions.pay_case import with_cases
from actions.pay_figures import share_told
from actions.pay_follow import (
    EARNS_MORE,
    TO_MY_PAY,
    asks_end,
    asks_factor_too,
    at_end,
    bonus_share,
    doubts_amount,
)
from actions.pay_spoken import spoken_out
from actions.person import Person
from knowledge.base import KnowledgeBase
from knowledge.schema import Figure, Measure

SHARE = Figure(measure=Measure.BONUS_SHARE, low=10, high=20)
OWN = Person({"base_pay": {"amount": 100_000, "currency": "USD"}, "current_role": SENIOR})


@pytest.mark.parametrize("text", ["what's the ceiling", "and the lowest?", "the top end"])
def test_an_end_of_the_range_is_asked(text: str) -> None:
    assert asks_end(text)


@pytest.mark.parametrize("text", ["what's the top challenge", "who is at the top of the company"])
def test_other_ends_are_not_those_of_a_range(text: str) -> None:
    assert not asks_end(text)


def test_what_an_amount_rests_on_and_whether_it_can_be() -> None:
    assert doubts_amount("is she dreaming")
    assert at_end("the bonus at the bottom of that range")
    assert EARNS_MORE.search("do banks pay better")
    assert TO_MY_PAY.search("what would switching do to my pay")
    assert not TO_MY_PAY.search("what does the pay of directors depend on")


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("is 25 normal", 25),
        ("and 15", 15),
        ("5% bonus is standard, true?", 5),
        ("what if it were 190?", None),
        ("if my base goes up 10%", None),
    ],
)
def test_a_share_of_bonus_is_found(text: str, share: float | None) -> None:
    assert bonus_share(text) == share


def test_a_bonus_named_is_held_against_the_share_given() -> None:
    lines = share_told("is a 5% bonus normal", [100_000], SHARE)
    assert any(line.startswith("No: 5% is below") for line in lines)
    assert share_told("a 12k bonus on that, ok?", [100_000], SHARE)[0].startswith("$12,000 is 12%")
    assert share_told("what's the bonus", [100_000], SHARE) == []


def test_a_raise_is_kept_for_what_is_asked_next() -> None:
    after = with_cases(Focus(), clause("if they bump me 8 percent what's my bonus"), OWN)
    assert after.pay_cases[0]["amount"] == pytest.approx(108_000)
    kept = with_cases(after, clause("and where would that put me in the range"), OWN)
    assert kept.pay_cases == after.pay_cases


def test_one_more_factor_is_asked_of(base: KnowledgeBase) -> None:
    focus = Focus(topics=["ask_salary_factors"])
    assert asks_factor_too("and a big company?")
    (asked,) = spoken_out([clause("and a big company", "inform_profile")], focus, base)
    assert asked.intent == "ask_salary_factors"
