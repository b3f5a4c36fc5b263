"""The last answer once more: anew, for the speaker, as things are."""

from __future__ import annotations

import pytest

from actions.again import asks_anew, asks_for_own
from actions.focus import Focus
from actions.supposing import as_it_is


@pytest.mark.parametrize("text", ["redo that", "same question", "and now the same again please"])
def test_asked_anew(text: str) -> None:
    assert asks_anew(text)


def test_asked_for_oneself_after_telling() -> None:
    assert asks_for_own("i'm a senior AM on 90k, mine?")
    assert not asks_for_own("that idea was mine, right?")


def test_as_it_is_after_a_supposition() -> None:
    supposed = Focus(topics=["ask_gap"], text="If so: yes.")
    assert as_it_is("and for real?", supposed)
    assert not as_it_is("and for real?", Focus(topics=["ask_gap"], text="Not yet."))
