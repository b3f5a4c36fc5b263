"""Typos and shorthand, and words that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.spelling import Speller, is_common, is_english
from bot.nlu.text import clean, join, tokenize


def corrected(speller: Speller, text: str) -> str:
    return join(speller.correct(tokenize(clean(text)))).lower()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dirctor", "director"),
        ("directer", "director"),
        ("acount manager", "account manager"),
        ("account manger", "account manager"),
        ("seniro account manager", "senior account manager"),
        ("exectuive", "executive"),
        ("salery", "salary"),
        ("responsibilties", "responsibilities"),
        ("qualificatons", "qualifications"),
        ("bonsu", "bonus"),
    ],
)
def test_typos_are_mended(speller: Speller, typed: str, meant: str) -> None:
    assert corrected(speller, typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hw mny yrs", "how many years"),
        ("snr acct mngr", "senior account manager"),
        ("wat r the reqs", "what are the requirements"),
        ("i want 2 be an ae", "i want to be an ae"),
        ("diff btw am n ae", "difference between am and ae"),
        ("acct mgmt", "account management"),
        ("pls thx", "please thanks"),
        ("hw 2 get form senior 2 director", "how to get from senior to director"),
        ("duz a dirctor ned a degree", "does a director need a degree"),
        ("2 directors form a team", "2 directors form a team"),
        ("can i b a manager b4 that", "can i be a manager before that"),
    ],
)
def test_shorthand_is_spelt_out(speller: Speller, typed: str, meant: str) -> None:
    assert corrected(speller, typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "where can i buy a manager for my horse",
        "the weather in paris is lovely",
        "i paint with water colours",
        "sailing",
        "my celery is green",
        "celery",
        "2 years",
        "4 years",
        "AE SAM KAM",
        "95k",
    ],
)
def test_real_words_are_left_alone(speller: Speller, text: str) -> None:
    assert corrected(speller, text) == text.lower()


def test_places_stay_where_they_were_typed(speller: Speller) -> None:
    text = "wanna see the salery"
    for token in speller.correct(tokenize(text)):
        assert text[token.start : token.end] == token.typed


@given(st.text(max_size=60))
def test_any_text_can_be_corrected(text: str) -> None:
    speller = Speller.learn(["what does an account manager earn"], ["account manager"])
    assert len(speller.correct(tokenize(text))) >= len(tokenize(text))


def test_nothing_is_mended_towards_words_to_leave_alone() -> None:
    speller = Speller.learn([], ["account manager"], ["plumber"])
    assert corrected(speller, "plumbr") == "plumbr"
    assert corrected(speller, "plumber") == "plumber"


def test_a_misspelt_training_sentence_teaches_no_misspelling() -> None:
    speller = Speller.learn(["wich salery"], ["salary"])
    assert "salery" not in speller.vocabulary


@pytest.mark.parametrize("word", ["manager", "Salary", "the"])
def test_common_words(word: str) -> None:
    assert is_english(word)
    assert is_common(word)


def test_no_words() -> None:
    assert not is_english("xqzzt")
    assert not is_common("xqzzt")
