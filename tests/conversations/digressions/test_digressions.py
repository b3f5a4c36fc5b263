"""A question in between is answered, and the thread is taken up again."""

from __future__ import annotations

from collections.abc import Callable


def test_a_question_within_the_check_in(talk: Callable[..., str]) -> None:
    answer = talk("start a career check-in", "KAM", "what does a director earn?")
    assert "$120,000" in answer
    assert "How many years" in answer


def test_the_profile_outlives_small_talk(talk: Callable[..., str]) -> None:
    answer = talk(
        "7 years in account management, 1 of them leading a team, bachelors in business",
        "thanks!",
        "are you a bot?",
        "how far off am I from a director job?",
    )
    assert "3 more years of account management" in answer
    assert "4 more years of leadership" in answer


def test_telling_and_asking_in_one_message(talk: Callable[..., str]) -> None:
    answer = talk("senior AM on 100k, what bonus could I get?")
    assert "$10,000 to $20,000" in answer
    assert "Noted" in answer


def test_a_supposition_is_for_one_turn(talk: Callable[..., str]) -> None:
    who = "supposes"
    talk("I'm a senior account manager, my base is 120k", who=who)
    talk("what bonus could I get?", who=who)
    assert "$24,000 to $36,000" in talk("and if I were a director on the same base?", who=who)
    assert "Senior Account Manager" in talk("what do you know about me?", who=who)
