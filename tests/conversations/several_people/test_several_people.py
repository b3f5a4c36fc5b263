"""One person's profile never shows in another's answer, and nothing is lost between messages."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable
from typing import Any

import httpx


def test_two_people_are_apart(talk: Callable[..., str]) -> None:
    talk("senior AM, my base is 100k", who="people-one")
    talk("director of account management, my base is 150k", who="people-two")
    assert "$10,000 to $20,000" in talk("what bonus could I get?", who="people-one")
    second = talk("what bonus could I get?", who="people-two")
    assert "$30,000 to $45,000" in second
    assert "100,000" not in second


def test_third_persons_are_not_the_speaker(talk: Callable[..., str]) -> None:
    who = "people-third"
    talk("my manager is a director with 15 years, I'm an account manager", who=who)
    shown = talk("what do you know about me?", who=who)
    assert "Account Manager" in shown
    assert "Director" not in shown
    assert "15" not in shown


def test_questions_about_another_are_not_answered_from_ones_own_profile(
    talk: Callable[..., str],
) -> None:
    who = "people-other"
    talk("I'm a senior account manager, my base is 80k", who=who)
    assert "$12,000 to $24,000" in talk(
        "my neighbour is a senior AM too, she makes 120k. what is her bonus in dollars?", who=who
    )
    assert "$8,000 to $16,000" in talk("and what is my bonus?", who=who)
    shown = talk("what do you know about me?", who=who)
    assert "80,000" in shown
    assert "120,000" not in shown


def test_messages_sent_at_once_lose_nothing(server: Any) -> None:
    told = ("I'm a senior account manager", "my base is 100k", "I work at a bank", "no degree")
    sender = f"at-once-{uuid.uuid4().hex}"

    async def all_at_once() -> None:
        async with httpx.AsyncClient(timeout=60) as client:
            url = f"{server.url}/webhooks/rest/webhook"
            bodies = [{"sender": sender, "message": text} for text in told]
            await asyncio.gather(*(client.post(url, json=body) for body in bodies))

    asyncio.run(all_at_once())
    (shown,) = server.say(sender, "what do you know about me?")
    for expected in ("Senior Account Manager", "$100,000", "Financial Services", "no degree"):
        assert expected in shown["text"]
