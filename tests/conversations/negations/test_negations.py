"""What people are not, have not and do not is understood as such."""

from __future__ import annotations

from collections.abc import Callable

import pytest

TOLD = [
    ("I'm an AM and I have no degree", "no degree"),
    ("SAM here, nobody reports to me", "report to you 0"),
    ("key account manager, I don't manage anyone", "report to you 0"),
]


@pytest.mark.parametrize(("said", "expected"), TOLD)
def test_a_negation_is_noted(talk: Callable[..., str], said: str, expected: str) -> None:
    assert expected in talk(said)


@pytest.mark.parametrize(
    "said",
    [
        "I'm not a director yet",
        "my boss is a director",
        "if I had an MBA, would that help for director?",
        "is 95k ok for a senior account manager?",
        "a friend of mine is a SAM with 12 years",
        "does a director need a degree?",
    ],
)
def test_nothing_is_noted(talk: Callable[..., str], said: str) -> None:
    who = f"nothing-{said}"
    assert "Noted" not in talk(said, who=who)
    assert "I know nothing about you" in talk("what do you know about me?", who=who)


def test_no_degree_is_missing_for_a_role_that_asks_for_one(talk: Callable[..., str]) -> None:
    answer = talk(
        "AM, 12 years, 6 of them leading a team, no degree", "what do I lack for director?"
    )
    assert "a bachelor's degree" in answer.splitlines()[0]
