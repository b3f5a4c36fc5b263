"""Amounts of pay that a message leaves half said."""

from __future__ import annotations

import pytest

from actions.clause import Clause
from actions.focus import Focus
from actions.pay_spoken import spoken_out
from actions.statement import Statement
from knowledge.base import KnowledgeBase

DIRECTOR = "director_of_account_management"
PAID = Focus(topics=["ask_bonus"], roles=[DIRECTOR])


def said(text: str, **more: object) -> Clause:
    return Clause(text, "ask_bonus", 0.5, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("what if it were 190?", [190_000]),
        ("and if they raised me to 160", [160_000]),
        ("suppose I start at the bottom of that range", [120_000]),
        ("and with 12 years?", []),
        ("how many of 100 clients stay", []),
    ],
)
def test_thousands_and_ends(base: KnowledgeBase, text: str, amounts: list[float]) -> None:
    assert spoken_out([said(text)], PAID, base)[0].amounts == amounts


def test_a_number_is_no_pay_where_pay_is_not_spoken_of(base: KnowledgeBase) -> None:
    assert spoken_out([said("what if it were 190?")], Focus(), base)[0].amounts == []


def test_the_pay_of_an_offer_is_not_ones_own(base: KnowledgeBase) -> None:
    told = [Statement("base_pay", {"amount": 125_000, "currency": "USD"}, "125k base")]
    offer = said("I was offered a director job", roles=[DIRECTOR])
    amount = said("125k base", amounts=[125_000.0], statements=told)
    after = spoken_out([offer, amount], Focus(), base)[1]
    assert (after.roles, after.statements) == ([DIRECTOR], [])


def test_a_base_or_a_role_of_which_only_the_last_question_is_asked(base: KnowledgeBase) -> None:
    pay = Statement("base_pay", {"amount": 100_000, "currency": "USD"}, "on 100")
    (asked,) = spoken_out([said("and in dollars, on 100", statements=[pay])], PAID, base)
    assert asked.amounts == [100_000]
    assert asked.statements[0].supposed
    role = Statement("current_role", "senior_account_manager", "now a senior AM")
    (other,) = spoken_out([said("now a SAM", statements=[role])], PAID, base)
    assert other.statements == []
    (told,) = spoken_out([said("i'm a SAM", statements=[role])], PAID, base)
    assert told.statements == [role]
