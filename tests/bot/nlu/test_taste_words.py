"""What is liked, disliked or borne, by its words."""

from __future__ import annotations

import pytest

from bot.nlu.taste_words import COPES, DISLIKE, LIKE


@pytest.mark.parametrize(
    "text",
    [
        "quotas make me anxious",
        "i'm not competitive",
        "no patience for complaints",
        "cold calls, ugh",
        "can't deal with angry people",
        "it drains me",
        "get bored of routine",
    ],
)
def test_a_dislike_shows(text: str) -> None:
    assert DISLIKE.search(text)
    assert not COPES.search(text)


@pytest.mark.parametrize("text", ["closing makes me feel alive", "i'm a natural with people"])
def test_a_like_shows(text: str) -> None:
    assert LIKE.search(text)
    assert not DISLIKE.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "rejection doesn't bother me",
        "i shrug it off",
        "i can handle a no",
        "strangers don't scare me",
    ],
)
def test_what_is_borne_is_a_strength(text: str) -> None:
    assert COPES.search(text)
