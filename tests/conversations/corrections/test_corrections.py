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


def test_a_few_words_after_a_correction_mean_the_same_question(talk: Callable[..., str]) -> None:
    told = ("KAM for 6 years", "what's between me and director?", "2 of those don't count, so 4")
    for again in ("so how many now", "so?", "does that change anything?"):
        assert "6 more years of account management" in talk(*told, again)


def test_what_counts_for_a_gap_just_shown_gives_it_anew(talk: Callable[..., str]) -> None:
    answer = talk("SAM, 9 years", "gap to director?", "forgot: I led a team for 5 of those")
    assert "5 of 5+ years, met" in answer


def test_another_number_supposes_the_same_kind_of_years(talk: Callable[..., str]) -> None:
    told = ("12 years KAM, never had a single report", "what stands between me and director?")
    assert "2 more years of leadership" in talk(*told, "would three years as team lead do?")
    answer = talk(*told, "would three years as team lead do?", "and 5?")
    assert "5 of 5+ years, met" in answer


def test_enough_for_the_job_one_has_is_about_that_job(talk: Callable[..., str]) -> None:
    answer = talk("SAM, 6 years", "gap to director?", "is it enough for the job i have?")
    assert "Senior Account Manager" in answer
    assert "1 more year" in answer


def test_straight_to_the_top_is_answered_with_what_lies_between(talk: Callable[..., str]) -> None:
    answer = talk("I'm a SAM", "next?", "nothing in between, straight to director, right?")
    assert answer.startswith("No.")
    assert "Key Account Manager" in answer
