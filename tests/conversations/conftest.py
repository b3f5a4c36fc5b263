"""What the conversation tests share: a way to hold a conversation and read its end."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Sequence
from typing import Any

import pytest

Talk = Callable[..., str]


def words_of(messages: Sequence[dict[str, Any]]) -> str:
    """The texts of all messages of a reply, without Markdown's stars."""
    return "\n".join(str(message.get("text", "")) for message in messages).replace("**", "")


@pytest.fixture
def talk(server: Any) -> Talk:
    """Says everything as one new person; gives the last reply. ``who`` goes on as someone."""

    def say(*said: str, who: str = "") -> str:
        sender = who or f"person-{uuid.uuid4().hex}"
        messages: list[dict[str, Any]] = []
        for text in said:
            messages = server.say(sender, text)
        return words_of(messages)

    return say


def holds(text: str, *patterns: str) -> bool:
    """Whether each regular expression is found in ``text``, ignoring case."""
    return all(re.search(pattern, text, re.IGNORECASE) for pattern in patterns)
