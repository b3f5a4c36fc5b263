"""Cleaning and splitting of whatever arrives."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.text import MAX_CHARACTERS, clean, has_words, join, tokenize


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("", ""),
        ("  what   is an AM?  ", "what is an AM?"),
        ("what\x00 is\x07 an AM?", "what is an AM?"),
        ("sal\u200bary", "salary"),
        ("\u202esalary\u202c", "salary"),
        ("\ufeffsalary", "salary"),
        ("salary 💰💰 please 🙏🏽", "salary please"),
        ("💰", ""),
        ("what’s the pay", "what's the pay"),
        ("ｓａｌａｒｙ", "salary"),
        ("salary????!!", "salary?!"),
        ("one\ntwo", "one . two"),
        ("tab\there", "tab here"),
        ("<b>what</b> is <3 an AM", "what . is <3 an AM"),
    ],
)
def test_cleaning(typed: str, cleaned: str) -> None:
    assert clean(typed) == cleaned


def test_a_long_message_keeps_its_beginning_and_its_end() -> None:
    cleaned = clean("Begin. " + "x " * 10_000 + "What does an AM earn?")
    assert len(cleaned) <= MAX_CHARACTERS + 10
    assert cleaned.startswith("Begin")
    assert cleaned.endswith("What does an AM earn?")


@given(st.text())
def test_cleaning_never_fails_and_leaves_nothing_invisible(typed: str) -> None:
    cleaned = clean(typed)
    assert cleaned == cleaned.strip()
    assert "\n" not in cleaned
    assert not {"Cc", "Cf", "Cs"} & {unicodedata.category(c) for c in cleaned}


@given(st.text(alphabet=st.characters(whitelist_categories=["Lu", "Ll", "Nd", "Zs"])))
def test_cleaning_twice_is_cleaning_once(typed: str) -> None:
    assert clean(clean(typed)) == clean(typed)


@given(st.text())
def test_tokens_stand_where_they_were_typed(typed: str) -> None:
    text = clean(typed)
    for token in tokenize(text):
        assert text[token.start : token.end] == token.typed


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("what's 95k?", ["what's", "95k", "?"]),
        ("$95,000 a year", ["$95,000", "a", "year"]),
        ("10+ years", ["10+", "years"]),
        ("cross-selling", ["cross", "selling"]),
        ("3.5% up", ["3.5%", "up"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == tokens


def test_joining_sets_signs_as_people_do() -> None:
    assert join(tokenize("so , what is an AM ?")) == "so, what is an AM?"


@pytest.mark.parametrize(
    ("text", "words"), [("hi", True), ("¿qué?", True), ("42", False), ("?!", False), ("", False)]
)
def test_whether_there_are_words(text: str, words: bool) -> None:
    assert has_words(text) is words
