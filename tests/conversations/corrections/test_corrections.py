"""What is put right is put right, early or late, and the last personal answer is given anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest

CORRECTED = [
    (["I'm an AM with 6 years of experience", "actually it's 8 years, not 6"], "8 (was 6)"),
    (["AM, 6 yrs", "sorry, 7 years"], "7 (was 6)"),
    (["my base is 90k and I'm a senior account manager", "oops, it's 110k not 90"], "$110,000"),
    (["I work in retail as an AM", "we got acquired, it's a tech company now"], "Technology"),
    (["I lead a team of five", "no wait, a team of four"], "4 (was 5)"),
    (["I'm an account manager", "I got promoted to senior AM"], "Senior Account Manager"),
    (["KAM, 9 yrs", "8 years, not 9", "no, I was right first, 9 years not 8"], "9 (was 8)"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "expected"), CORRECTED, ids=lambda v: str(v)[:40])
def test_the_new_value_is_confirmed(
    talk: Callable[..., str], said: list[str], expected: str
) -> None:
    assert expected in talk(*said)


def test_the_gap_is_worked_out_anew(talk: Callable[..., str]) -> None:
    answer = talk(
        "I'm an AM with 6 years of experience",
        "what do I need for director?",
        "actually it's 8 years, not 6",
    )
    assert "2 more years of account management" in answer


def test_a_late_correction_counts_too(talk: Callable[..., str]) -> None:
    answer = talk(
        "senior AM, 90k base",
        "what does a director do?",
        "and the skills?",
        "by the way my base is 100k, not 90k",
        "what bonus would I get?",
    )
    assert "$10,000 to $20,000" in answer


def test_a_correction_of_a_correction(talk: Callable[..., str]) -> None:
    answer = talk(
        "I have 6 years in account management",
        "sorry, 7 years",
        "argh, 8 years, not 7",
        "how far off am I from director?",
    )
    assert "8 of 10+ years" in answer
