"""Where a message falls into clauses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.clauses import MAX_CLAUSES, split
from bot.nlu.text import clean, join, tokenize


def texts(message: str) -> list[str]:
    tokens = tokenize(clean(message))
    return [join(tokens[span.first : span.last + 1]) for span in split(tokens)]


@pytest.mark.parametrize(
    ("message", "count"),
    [
        ("", 0),
        ("?!", 0),
        ("what is an AM?", 1),
        ("What is an AM? What is an AE?", 2),
        ("Hello. What does a director earn? And which skills does one need?", 3),
        ("sr. account manager pay", 1),
        ("Directors hire people. Is that right?", 1),
        ("What is an AM? please", 1),
        ("salary of a director? and bonus", 2),
        ("first line\nsecond line", 2),
        ("AMs hunt all day. True?", 1),
        ("A client is angry. Who sorts that out?", 1),
        ("I have six years. Who sorts that out?", 2),
    ],
)
def test_sentences_are_clauses(message: str, count: int) -> None:
    assert len(texts(message)) == count


def parts(message: str) -> list[str]:
    tokens = tokenize(clean(message))
    (span,) = split(tokens)
    return [join(tokens[part.first : part.last + 1]) for part in span.parts]


def test_two_questions_in_one_sentence_are_parts() -> None:
    found = parts("what skills do I need and how do I get promoted?")
    assert len(found) == 2
    assert "skills" in found[0]
    assert "promoted" in found[1]


@pytest.mark.parametrize("message", ["what is an am", "in tech, who leads", "am and ae pay"])
def test_one_question_has_no_parts(message: str) -> None:
    assert parts(message) == []


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ("what are they measured on, what's tough about it, any tips",
         ["what are they measured on", "what's tough about it", "any tips"]),
        ("what does an AE do how are they measured",
         ["what does an AE do", "how are they measured"]),
        ("do you know what the job is like", []),
        ("salary and bonus of a director", []),
    ],
)  # fmt: skip
def test_questions_joined_in_any_way_are_parts(message: str, found: list[str]) -> None:
    assert parts(message) == found


def test_numbered_questions_are_clauses_and_their_announcement_is_none() -> None:
    found = texts("Two questions: (1) what is the pay, (2) what comes after that?")
    assert [text.strip(" ,") for text in found] == ["what is the pay", "what comes after that"]


def test_of_very_many_clauses_the_last_are_kept() -> None:
    found = texts("It rains a lot. " * 60 + "What does a director earn?")
    assert len(found) <= MAX_CLAUSES
    assert "earn" in found[-1]


@given(st.text(max_size=150) | st.lists(st.sampled_from(
    ["what", "how", "is", "do", "i", "the", "am", "and", "but", ",", ".", "?", "!", "-", "/", "salary", "bonus", "that", "ok"]  # noqa: E501
), max_size=25).map(" ".join))  # fmt: skip
def test_clauses_follow_each_other(message: str) -> None:
    tokens = tokenize(clean(message))
    last = -1
    for span in split(tokens):
        assert last < span.first <= span.last < len(tokens)
        last = span.last
        for part in span.parts:
            assert span.first <= part.first <= part.last <= span.last
