"""What a clause says its speaker likes and does not."""

from __future__ import annotations

import pytest

from actions.clause import Clause
from actions.statement import Statement
from bot.nlu.leanings import _said, chooses

AM, AE = "account_manager", "account_executive"


@pytest.mark.parametrize(
    ("text", "likes"),
    [
        ("budgets and board politics bore me", [False, False]),
        ("rejection does not bother me", [True]),
        ("big picture, long term vision", [True, True]),
        ("I enjoy closing but admin, reports", [True, False, False]),
        ("closing is a rush for me, paperwork isn't", [True, False]),
    ],
)
def test_likes_and_dislikes(text: str, likes: list[bool]) -> None:
    assert [liked for _, liked in _said(Clause(text, "inform_preference", 0.8), True)] == likes


def test_what_one_is_by_trade_is_no_like() -> None:
    told = Statement("current_role", AM, "")
    clause = Clause("I'm account manager on good pay", "ask_salary", 0.8, statements=[told])
    assert _said(clause, False) == []


@pytest.mark.parametrize(
    ("text", "choice"),
    [("so which, AM or AE", True), ("who closes deals, AM or AE", False), ("AM vs AE", False)],
)
def test_a_choice_between_roles(text: str, choice: bool) -> None:
    assert chooses(Clause(text, "ask_difference", 0.5, roles=[AM, AE])) is choice


def test_a_choice_of_other_things_is_none() -> None:
    assert not chooses(Clause("one or two lines", "ask_difference", 0.2))
