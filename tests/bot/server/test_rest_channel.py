"""POST /webhooks/rest/webhook with the real coach behind it."""

from __future__ import annotations

import asyncio
import json
from typing import Any
from uuid import uuid4

import httpx
import pytest
from rasa.shared.core.events import Event, Restarted, UserUttered

from actions.fixed import UNREADABLE
from bot.server.app import create_app
from bot.server.payloads import PayloadSigner
from bot.server.worker import Worker
from bot.settings import Settings

PATH = "/webhooks/rest/webhook"


@pytest.fixture
def sender() -> str:
    return f"sender-{uuid4().hex}"


async def say(client: httpx.AsyncClient, sender: str, message: str) -> list[dict[str, Any]]:
    answer = await client.post(PATH, json={"sender": sender, "message": message})
    assert answer.status_code == 200, answer.text
    messages: list[dict[str, Any]] = answer.json()
    return messages


async def events(worker: Worker, sender: str) -> list[Event]:
    """The conversation as it is stored."""
    assert worker.coach is not None
    tracker = await worker.coach._store.retrieve_full_tracker(sender)
    return list(tracker.events) if tracker else []


async def texts(worker: Worker, sender: str) -> list[str]:
    """What the agent saw of a sender."""
    return [e.text for e in await events(worker, sender) if isinstance(e, UserUttered)]


async def test_an_answer_has_the_form_of_rasas_channel(
    client: httpx.AsyncClient, sender: str
) -> None:
    (message,) = await say(client, sender, "What does an Account Manager do?")

    assert set(message) <= {"recipient_id", "text", "buttons", "custom"}
    assert message["recipient_id"] == sender
    assert message["text"].strip()
    assert message["custom"]["kind"] == "answer"
    assert all(set(button) == {"title", "payload"} for button in message["buttons"])
    assert "action_" not in json.dumps(message)


@pytest.mark.parametrize("blank", ["", "  \n", "/", " // "])
async def test_a_blank_message_gets_a_kind_reply(
    client: httpx.AsyncClient, sender: str, blank: str
) -> None:
    (message,) = await say(client, sender, blank)

    assert message["text"] == UNREADABLE
    assert message["buttons"]


@pytest.mark.parametrize(
    "typed",
    [
        "/restart",
        "/back",
        "/session_start",
        " /restart",
        "//restart",
        "\u00a0/\u2028restart",
        '/ask_salary{"role": ["director_of_account_management"]}',
        "/greet@1.0{}",
    ],
)
async def test_a_typed_command_is_text(
    client: httpx.AsyncClient, worker: Worker, sender: str, typed: str
) -> None:
    await say(client, sender, "Hello!")
    (message,) = await say(client, sender, typed)

    assert message["text"].strip()
    assert not any(isinstance(event, Restarted) for event in await events(worker, sender))
    first, second = await texts(worker, sender)
    assert first == "Hello!"
    assert second == typed.lstrip(" /\u00a0\u2028")
    assert message["custom"]["confidence"] < 1 or message["custom"]["kind"] != "answer"


async def test_pressing_a_button_asks_its_question(
    client: httpx.AsyncClient, worker: Worker, sender: str
) -> None:
    (message,) = await say(client, sender, "")
    button = next(b for b in message["buttons"] if b["title"] == "What does a Director earn?")
    assert button["payload"].startswith("coach:v1:")

    (answer,) = await say(client, sender, button["payload"])

    assert answer["custom"]["kind"] == "answer"
    assert answer["custom"]["intent"] == "ask_salary"
    assert answer["custom"]["roles"] == ["director_of_account_management"]
    assert (await texts(worker, sender))[
        -1
    ] == '/ask_salary{"role": ["director_of_account_management"]}'


async def test_a_forged_button_is_unreadable(
    client: httpx.AsyncClient, worker: Worker, sender: str
) -> None:
    forged = PayloadSigner(b"another key").signed("/restart")

    (message,) = await say(client, sender, forged)

    assert message["text"] == UNREADABLE
    assert (await texts(worker, sender)) == [""]


async def test_a_button_from_a_former_version_is_unreadable(
    client: httpx.AsyncClient, worker: Worker, sender: str
) -> None:
    assert worker.coach is not None
    former = worker.coach._signer.signed("/ask_what_is_no_more")

    (message,) = await say(client, sender, former)

    assert message["text"] == UNREADABLE


async def test_two_senders_are_kept_apart(
    client: httpx.AsyncClient, worker: Worker, sender: str
) -> None:
    other = f"other-{sender}"

    await asyncio.gather(
        *(say(client, who, f"{who} {n}") for n in range(3) for who in (sender, other))
    )

    # Sent at once, they may arrive in any order; who said what may not be mixed up.
    assert sorted(await texts(worker, sender)) == [f"{sender} {n}" for n in range(3)]
    assert sorted(await texts(worker, other)) == [f"{other} {n}" for n in range(3)]


async def test_messages_of_one_sender_are_answered_in_order(worker: Worker, sender: str) -> None:
    said = [f"number {n}" for n in range(8)]

    replies = await asyncio.gather(*(worker.answer(sender, text, "rest") for text in said))

    assert (await texts(worker, sender)) == said
    assert all(len(messages) == 1 for messages in replies)


@pytest.mark.parametrize(
    "message",
    [
        "What does an Account Manager do? " * 190,
        "x" * 20_000,
        "\u0000\u200b\u202e\ufeff",
        "😀" * 50,
        "<script>alert(1)</script>'; DROP TABLE events; --",
        "{{7*7}} ${x} {slot} {0} %s",
        '{"intent": "restart"}',
        "\ud800",
    ],
)
async def test_any_text_is_answered(client: httpx.AsyncClient, sender: str, message: str) -> None:
    # Written out, since half of a pair of characters is no UTF-8 but may well be JSON.
    body = json.dumps({"sender": sender, "message": message})

    answer = await client.post(PATH, content=body, headers={"Content-Type": "application/json"})

    assert answer.status_code == 200, answer.text
    assert answer.json()[0]["text"].strip()
    assert answer.json()[0]["custom"]["kind"] != "error"


async def test_a_message_that_is_too_long_is_refused(
    client: httpx.AsyncClient, worker: Worker, sender: str
) -> None:
    answer = await client.post(PATH, json={"sender": sender, "message": "x" * 20_001})

    assert answer.status_code == 413
    assert answer.json()["error"] == (
        "The message has 20,001 characters; at most 20,000 are accepted."
    )
    assert (await texts(worker, sender)) == []


async def test_a_number_may_be_a_sender(client: httpx.AsyncClient) -> None:
    answer = await client.post(PATH, json={"sender": 42, "message": "Hello!"})

    assert answer.json()[0]["recipient_id"] == "42"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ('{"sender": "me"}', "The field 'message' is missing."),
        ('{"message": "Hello!"}', "The field 'sender' is missing."),
        ('{"sender": "", "message": "Hello!"}', "The field 'sender' is not right: "),
        ('{"sender": "me\\u0000", "message": "Hello!"}', "The field 'sender' is not right: "),
        ('{"sender": "me", "message": null}', "The field 'message' is not right: "),
        ('{"sender": "' + "x" * 256 + '", "message": ""}', "The field 'sender' is not right: "),
        ("[]", "The request's body is not right: "),
        ("Hello!", "The request's body is not JSON."),
        ("", "The request's body is missing."),
    ],
)
async def test_bad_input_is_a_sentence(
    client: httpx.AsyncClient, content: str, sentence: str
) -> None:
    answer = await client.post(PATH, content=content, headers={"Content-Type": "application/json"})

    assert answer.status_code == 422
    assert answer.json()["error"].startswith(sentence)
    assert answer.json()["error"].endswith(".")


async def test_a_web_pages_simple_request_is_refused(client: httpx.AsyncClient) -> None:
    # A browser sends this to any address without asking, since its type is not JSON.
    body = json.dumps({"sender": "me", "message": "Hello!"})

    answer = await client.post(PATH, content=body, headers={"Content-Type": "text/plain"})

    assert answer.status_code == 422


def client_of(
    settings: Settings, worker: Worker, address: str, name: str = "127.0.0.1"
) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(create_app(settings, worker), client=(address, 1))
    return httpx.AsyncClient(transport=transport, base_url=f"http://{name}:5005")


@pytest.mark.parametrize(
    ("address", "name", "status"),
    [
        ("127.0.0.1", "localhost", 200),
        ("::1", "[::1]", 200),
        ("192.0.2.1", "127.0.0.1", 403),
        ("127.0.0.1", "rebound.example.com", 403),
    ],
)
async def test_only_this_machine_is_answered(
    settings: Settings, worker: Worker, address: str, name: str, status: int
) -> None:
    async with client_of(settings, worker, address, name) as client:
        answer = await client.post(PATH, json={"sender": "me", "message": "Hello!"})

    assert answer.status_code == status
    assert status == 200 or "COACH_REST" in answer.json()["error"]


async def test_a_setting_opens_the_channel(settings: Settings, worker: Worker) -> None:
    opened = settings.changed(rest="open")

    async with client_of(opened, worker, "192.0.2.1", "coach.example.com") as client:
        answer = await client.post(PATH, json={"sender": "me", "message": "Hello!"})

    assert answer.status_code == 200


async def test_a_setting_takes_the_channel_away(settings: Settings, worker: Worker) -> None:
    async with client_of(settings.changed(rest="off"), worker, "127.0.0.1") as client:
        answer = await client.post(PATH, json={"sender": "me", "message": "Hello!"})

    assert answer.status_code == 404
    assert answer.json()["error"] == "There is nothing at this address."
