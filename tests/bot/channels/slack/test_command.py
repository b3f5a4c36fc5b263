"""The words behind /coach."""

from __future__ import annotations

import pytest

from bot.channels.slack.command import HELP, question
from knowledge.base import KnowledgeBase


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", HELP),
        ("help", HELP),
        ("  HELP ", HELP),
        ("plan", "Make me a plan."),
        ("me", "What do you know about me?"),
        ("pay director", "What does a director earn?"),
        ("pay account executive", "What does an account executive earn?"),
        ("plan for director", "Make me a plan to become a director."),
        ("compare sam director", "What is the difference between a sam and a director?"),
        ("compare AM vs. AE", "What is the difference between an AM and an AE?"),
        (
            "compare senior account manager and director of account management",
            "What is the difference between a senior account manager and a director of account "
            "management?",
        ),
        (
            "compare senior account manager account executive",
            "What is the difference between a senior account manager and an account executive?",
        ),
        ("compare director", "compare director"),
        ("compare", "compare"),
        ("pay", "pay"),
        ("what is a typical bonus?", "what is a typical bonus?"),
        ("pay me more or else I will leave now", "pay me more or else I will leave now"),
    ],
)
def test_short_forms_become_questions(words: str, expected: str) -> None:
    assert question(words, KnowledgeBase.shared()) == expected
