"""The check-in can be left, resumed and skipped; what is to be forgotten is forgotten."""

from __future__ import annotations

from collections.abc import Callable

CHECK_IN = "let's do a career check-in"


def test_it_asks_what_is_not_known(talk: Callable[..., str]) -> None:
    assert "your role at present" in talk(CHECK_IN)
    assert "How many years" in talk("I'm a key account manager", CHECK_IN)


def test_an_answer_leads_to_the_next_question(talk: Callable[..., str]) -> None:
    answer = talk(CHECK_IN, "KAM")
    assert "Key Account Manager" in answer
    assert "How many years" in answer


def test_skip_leaves_one_question_out(talk: Callable[..., str]) -> None:
    assert "How many years" in talk(CHECK_IN, "skip")


def test_stop_leaves_and_a_new_start_resumes(talk: Callable[..., str]) -> None:
    who = "check-in-stops"
    assert "we stop here" in talk(CHECK_IN, "KAM", "9", "stop", who=who)
    assert "$120,000" in talk("what does a director earn?", who=who)
    assert "led people" in talk(CHECK_IN, who=who)


def test_an_answer_that_is_none_gets_the_reason(talk: Callable[..., str]) -> None:
    answer = talk(CHECK_IN, "KAM", "purple elephants")
    assert "I ask because" in answer
    assert "How many years" in answer


def test_the_end_offers_what_comes_next(talk: Callable[..., str]) -> None:
    answers = ("KAM", "9", "2", "bachelors in business", "pharma", "director", "110k")
    assert "that's all I wanted to know" in talk(CHECK_IN, *answers)


def test_one_thing_is_forgotten(talk: Callable[..., str]) -> None:
    who = "forgets-one"
    talk("AM, 6 yrs, bachelors in marketing", who=who)
    assert "forgotten: years" in talk("please forget how many years I've worked", who=who)
    shown = talk("what do you know about me?", who=who)
    assert "Account Manager" in shown
    assert "6" not in shown.split("said")[0]


def test_everything_is_erased_at_once(talk: Callable[..., str]) -> None:
    who = "forgets-all"
    talk("senior AM, 8 yrs, mba, on 110k", who=who)
    assert "deleted everything" in talk("delete everything you know about me", who=who)
    assert "I know nothing about you" in talk("what do you know about me?", who=who)


def test_a_vague_wish_is_asked_back(talk: Callable[..., str]) -> None:
    assert "What shall I forget" in talk("senior AM, 8 yrs", "please delete my stuff")
