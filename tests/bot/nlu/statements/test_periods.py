"""Spans of time in regular form, and years of one kind told more than once in a sentence."""

from __future__ import annotations

from datetime import date

import pytest

from actions.profile.changes import changes
from bot.nlu.lexicon import Lexicon
from bot.nlu.reading import Reader
from bot.nlu.spelling import Speller
from bot.nlu.statements.periods import regular
from knowledge.base import KnowledgeBase
from knowledge.vocabulary import outside_vocabulary

NOW = date.today().year


@pytest.fixture(scope="module")
def reader() -> Reader:
    lexicon = Lexicon(KnowledgeBase.shared(), outside_vocabulary())
    return Reader(Speller.learn([], lexicon.terms(), lexicon.other_terms()), lexicon)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (f"started in account management back in {NOW - 8}", "in account management for 8 years"),
        (f"took over a team in {NOW - 3}", "leading a team for 3 years"),
        ("was given a team of 6 2 years ago", "leading a team of 6 for 2 years"),
        (f"from {NOW - 5} onwards", "for 5 years"),
        (f"{NOW - 5} - present", "for 5 years"),
        ("leadership : 2 years", "leadership 2 years"),
        ("years leading : 3", "3 years leading"),
        ("9 years account management - 4 of them", "9 years account management - 4 of them"),
    ],
)
def test_spans_of_time_read_as_years(text: str, plain: str) -> None:
    assert regular(text) == plain


@pytest.mark.parametrize(
    ("says", "years", "led"),
    [
        ("3 years as an AM, then 4 years as a SAM", 7, None),
        ("7 years in account management, the last 3 as SAM", 7, None),
        ("2 years coordinator, 5 years AM", 5, None),
        ("11 years in account management, boss of a crew of 5 for 6 of them", 11, 6),
        ("I lead 4 people. 5 years now. Account management for 9.", 9, 5),
        ("i manage 5 AMs, have done so for 2 years", None, 2),
        ("4 years account management no direct reports", 4, None),
    ],
)
def test_years_go_where_they_were_spent(
    reader: Reader, says: str, years: int | None, led: int | None
) -> None:
    told = changes([s for part in reader.read(says) for s in part.statements], {})
    assert told.get("years_account_management") == years
    assert told.get("years_leadership") == led
