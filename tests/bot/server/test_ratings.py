"""An answer can be rated by whom it was given to, and by nobody else."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import httpx
from hypothesis import given
from hypothesis import strategies as st

from actions.profile.database import profile_store
from actions.profile.store import Identity
from bot.server.ratings import MOST_CHARACTERS, RatingSigner
from bot.server.worker import Worker

SIGNER = RatingSigner(b"k" * 32)
ANSWER = {"kind": "answer", "intent": "ask_salary", "facts": ["sam-salary"], "confidence": 0.9}
PATH = "/webhooks/rest/webhook"


async def said(client: httpx.AsyncClient, sender: str, message: str) -> dict[str, Any]:
    answer = await client.post(PATH, json={"sender": sender, "message": message})
    return dict(answer.json()[-1]["custom"])


async def test_an_answer_is_rated_and_the_last_word_counts(
    client: httpx.AsyncClient, worker: Worker
) -> None:
    sender = uuid4().hex
    await said(client, sender, "I have 6 years as a SAM and earn 95k.")
    custom = await said(client, sender, "What does a Director earn, more than 140k?")
    assert "question" not in custom

    assert await worker.rate(sender, "rest", custom["rating"], useful=True)
    assert await worker.rate(sender, "rest", custom["rating"], useful=False)

    (rating,) = profile_store().ratings(Identity("rest", sender))
    assert not rating.useful
    assert rating.intent == "ask_salary"
    assert rating.facts == custom["facts"]
    assert "Director" in rating.question
    assert "140" not in rating.question


async def test_a_rating_of_somebody_elses_answer_is_refused(
    client: httpx.AsyncClient, worker: Worker
) -> None:
    anna, ben = uuid4().hex, uuid4().hex
    custom = await said(client, anna, "What does a SAM earn?")

    assert not await worker.rate(ben, "rest", custom["rating"], useful=True)
    assert not await worker.rate(anna, "rest", custom["rating"][:-2] + "xx", useful=True)
    assert not await worker.rate(anna, "rest", "nonsense", useful=True)
    assert profile_store().ratings(Identity("rest", anna)) == []


async def test_erasing_a_person_erases_their_ratings(
    client: httpx.AsyncClient, worker: Worker
) -> None:
    sender = uuid4().hex
    custom = await said(client, sender, "What does a SAM earn?")
    await worker.rate(sender, "rest", custom["rating"], useful=True)

    await said(client, sender, "Delete everything you know about me.")

    assert profile_store().ratings(Identity("rest", sender)) == []


async def test_small_talk_is_not_rated(client: httpx.AsyncClient) -> None:
    assert "rating" not in await said(client, uuid4().hex, "hello")


@given(st.text(max_size=2_000), st.lists(st.text(max_size=80), max_size=40))
def test_a_token_fits_a_button_or_is_left_out(question: str, facts: list[str]) -> None:
    token = SIGNER.token("rest:anna", {**ANSWER, "question": question, "facts": facts})

    assert token is None or len(token) <= MOST_CHARACTERS
    if token is not None:
        rating = SIGNER.rating("rest:anna", token, useful=True)
        assert rating is not None
        assert question.startswith(rating.question)


def test_the_same_answer_shown_again_keeps_its_rating() -> None:
    first, again = (SIGNER.token("rest:anna", {**ANSWER, "question": "pay?"}) for _ in range(2))
    other = SIGNER.token("rest:ben", {**ANSWER, "question": "pay?"})
    assert first is not None
    assert other is not None
    rated = SIGNER.rating("rest:anna", first, useful=True)
    others = SIGNER.rating("rest:ben", other, useful=True)

    assert first == again
    assert rated is not None
    assert others is not None
    assert rated.answer != others.answer
