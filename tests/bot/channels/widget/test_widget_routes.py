"""The widget's addresses with the real coach behind them."""

from __future__ import annotations

import asyncio
import time
from uuid import uuid4

import httpx
import pytest
from sqlalchemy.exc import OperationalError
from visitors import Coach, Visitor

from bot.channels.widget.channel import NEW_SESSIONS
from bot.channels.widget.sessions import TOKEN_SECONDS, SessionSigner
from bot.server.secret import secret_key
from bot.server.worker import Worker
from bot.settings import Settings

QUESTION = "What does a Senior Account Manager earn?"


def aged(settings: Settings, seconds: float) -> SessionSigner:
    """The server's own signer, as it was some time ago."""
    then = time.time() - seconds
    return SessionSigner(secret_key(settings), settings.widget_days, clock=lambda: then)


async def test_a_question_is_answered(visitor: Visitor) -> None:
    (message,) = await visitor.say(QUESTION)

    assert set(message) == {"text", "buttons", "custom"}
    assert "$80,000" in message["text"]
    assert message["custom"]["kind"] == "answer"
    assert message["custom"]["chart"]["type"] == "salary_range"
    assert all(button["payload"].startswith("coach:v1:") for button in message["buttons"])


async def test_pressing_a_button_asks_its_question(visitor: Visitor) -> None:
    (message,) = await visitor.say(QUESTION)
    button = message["buttons"][0]

    (answer,) = await visitor.say(button["payload"])

    assert answer["custom"]["kind"] in ("answer", "abstain")
    assert (await visitor.history())[2]["text"] == button["title"]


@pytest.mark.parametrize("typed", ["/restart", '/ask_salary{"role": ["x"]}', " //session_start"])
async def test_a_typed_command_is_text(visitor: Visitor, typed: str) -> None:
    await visitor.say("Hello!")
    await visitor.say(typed)

    said = [m["text"] for m in await visitor.history() if m["by"] == "person"]
    assert said == ["Hello!", typed.strip(" /")]


async def test_the_history_is_what_was_seen(visitor: Visitor) -> None:
    assert await visitor.history() == []
    (message,) = await visitor.say(QUESTION, id="my-message-1")

    asked, answered = await visitor.history()

    assert (asked["by"], asked["text"], asked["id"]) == ("person", QUESTION, "my-message-1")
    assert answered["by"] == "coach"
    assert answered["text"] == message["text"]
    assert answered["buttons"] == message["buttons"]
    assert {**answered["custom"], "rating": ""} == {**message["custom"], "rating": ""}
    assert answered["at"] >= asked["at"] > 1_700_000_000
    # Its buttons and its rating work as those of the first time.
    assert (await visitor.say(answered["buttons"][0]["payload"]))[0]["text"]
    rating = {"token": answered["custom"]["rating"], "useful": True}
    assert (await visitor.post("rating", rating)).status_code == 204


async def test_a_message_sent_again_is_answered_once(visitor: Visitor) -> None:
    same = uuid4().hex
    one, two = await asyncio.gather(visitor.say(QUESTION, id=same), visitor.say(QUESTION, id=same))
    three = await visitor.say(QUESTION, id=same, again=True)

    assert one == two == three
    assert len(await visitor.history()) == 2


async def test_after_a_restart_of_the_server_too(coach: Coach) -> None:
    same = uuid4().hex
    async with coach() as first:
        visitor = await Visitor(first).begin()
        (before,) = await visitor.say(QUESTION, id=same)
    async with coach() as second:
        visitor = Visitor(second, visitor.token)
        (after,) = await visitor.say(QUESTION, id=same, again=True)
        unknown = await visitor.say("Hello!", id=uuid4().hex, again=True)

        assert after["text"] == before["text"]
        assert unknown[0]["text"]
        assert len(await visitor.history()) == 4


async def test_a_database_that_fails_is_a_sentence(
    visitor: Visitor, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise OperationalError("my salary", {}, Exception())

    monkeypatch.setattr(worker, "history", fail)
    answer = await visitor.client.get("/widget/history", headers=visitor.headers)

    assert answer.status_code == 500
    assert answer.json()["error"] == "The conversation cannot be read at the moment."
    assert (await visitor.say("Hello!", again=True))[0]["text"]


async def test_two_visitors_know_nothing_of_each_other(client: httpx.AsyncClient) -> None:
    one, other = await Visitor(client).begin(), await Visitor(client).begin()
    same = uuid4().hex
    await one.say("I am an account manager in Chicago and I earn 91,234 dollars", id=same)
    (about,) = await other.say("What do you know about me?", id=same)

    assert "91,234" not in about["text"]
    assert "Chicago" not in about["text"]
    assert [m["text"] for m in await other.history() if m["by"] == "person"] == [
        "What do you know about me?"
    ]
    (mine,) = await one.say("What do you know about me?")
    assert "91,234" in mine["text"]


async def test_no_token_no_answer(client: httpx.AsyncClient) -> None:
    for headers in ({}, {"Authorization": "Basic abc"}, {"Authorization": "Bearer "}):
        answer = await client.get("/widget/history", headers=headers)

        assert answer.status_code == 401
        assert answer.headers["WWW-Authenticate"] == "Bearer"
        assert answer.json()["error"].endswith(".")


async def test_forged_and_swapped_tokens_are_refused(client: httpx.AsyncClient) -> None:
    one, other = await Visitor(client).begin(), await Visitor(client).begin()
    await one.say("Hello!")
    foreign = SessionSigner(b"another key", 30)
    body = one.token.split(".")[0]
    for token in (
        f"{body}.{other.token.split('.')[1]}",
        foreign.token(foreign.new()),
        f"{body}.{'A' * 43}",
        body,
        "x",
    ):
        thief = Visitor(client, token)
        assert (await thief.send("Hello!")).status_code == 401
        assert (await client.get("/widget/history", headers=thief.headers)).status_code == 401
        assert (await thief.post("restart", {})).status_code == 401
        assert (await thief.post("rating", {"token": "x", "useful": True})).status_code == 401
        renewal = await client.post("/widget/session", json={"token": token})
        assert renewal.status_code == 401


async def test_an_expired_token_is_renewed_and_keeps_the_conversation(
    visitor: Visitor, settings: Settings
) -> None:
    await visitor.say("Hello!")
    signer = aged(settings, TOKEN_SECONDS + 60)
    session = signer.speaking(visitor.token)
    old = signer.token(signer.renewed(session.id))
    stale = Visitor(visitor.client, old)

    refused = await stale.send("Hello again!")
    renewal = await visitor.client.post("/widget/session", json={"token": old})
    stale.token = renewal.json()["token"]

    assert refused.status_code == 401
    assert refused.json()["error"] == "This session has expired: refresh it."
    assert renewal.json()["seconds"] == TOKEN_SECONDS
    assert len(await stale.history()) == 2


async def test_a_token_of_long_ago_is_not_renewed(visitor: Visitor, settings: Settings) -> None:
    signer = aged(settings, settings.widget_days * 86_400 + 60)
    old = signer.token(signer.new())

    renewal = await visitor.client.post("/widget/session", json={"token": old})

    assert renewal.status_code == 401


async def test_starting_over_leaves_the_conversation_behind(visitor: Visitor) -> None:
    await visitor.say("Hello!")

    answer = await visitor.post("restart", {})
    visitor.token = answer.json()["token"]

    assert await visitor.history() == []


async def test_a_rating_is_for_an_answer_of_ones_own(client: httpx.AsyncClient) -> None:
    one, other = await Visitor(client).begin(), await Visitor(client).begin()
    (message,) = await one.say(QUESTION)
    token = message["custom"]["rating"]

    assert (await one.post("rating", {"token": token, "useful": True})).status_code == 204
    assert (await one.post("rating", {"token": token, "useful": False})).status_code == 204
    stolen = await other.post("rating", {"token": token, "useful": True})
    assert stolen.status_code == 403
    assert stolen.json()["error"].endswith(".")


async def test_a_long_message_is_refused(visitor: Visitor, settings: Settings) -> None:
    most = settings.widget_characters
    answer = await visitor.send("x" * (most + 1))

    assert answer.status_code == 413
    assert answer.json()["error"] == (
        "The message has 4,001 characters; at most 4,000 are accepted."
    )
    assert (await visitor.send("x" * most)).status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        {"message": "x"},
        {"message": "x", "id": "short"},
        {"message": "x", "id": "with space"},
        {"id": "x" * 8},
    ],
)
async def test_bad_input_is_a_sentence(visitor: Visitor, body: dict[str, str]) -> None:
    answer = await visitor.post("messages", body)

    assert answer.status_code == 422
    assert answer.json()["error"].endswith(".")


async def test_a_visitor_may_not_flood(coach: Coach) -> None:
    async with coach(widget_messages=2) as client:
        flooding, other = await Visitor(client).begin(), await Visitor(client).begin()
        same = uuid4().hex
        codes = [(await flooding.send("Hello!", id=same)).status_code]
        codes += [(await flooding.send("Hello!")).status_code for _ in range(2)]
        refused = await flooding.send("Hello!")

        assert codes == [200, 200, 429]
        assert refused.status_code == 429
        assert refused.headers["Retry-After"] == "30"
        assert refused.json()["error"] == (
            "That was a lot at once. Please wait 30 seconds, then go on."
        )
        assert (await other.send("Hello!")).status_code == 200
        assert (await flooding.send("Hello!", id=same, again=True)).status_code == 200


async def test_one_address_may_not_flood_with_many_sessions(coach: Coach) -> None:
    async with coach(widget_messages=1) as client:
        codes = []
        for _ in range(11):
            visitor = await Visitor(client).begin()
            codes.append((await visitor.send("Hello!")).status_code)

        assert codes == [200] * 10 + [429]


async def test_one_address_may_not_read_without_end(coach: Coach) -> None:
    async with coach(widget_messages=1) as client:
        visitor = await Visitor(client).begin()
        for _ in range(10):
            await visitor.history()
        answer = await client.get("/widget/history", headers=visitor.headers)

        assert answer.status_code == 429


async def test_one_address_may_not_begin_sessions_without_end(coach: Coach) -> None:
    async with coach() as client:
        for _ in range(NEW_SESSIONS):
            assert (await client.post("/widget/session", json={})).status_code == 200
        assert (await client.post("/widget/session", json={})).status_code == 429


async def test_it_can_be_switched_off(coach: Coach) -> None:
    async with coach(widget="off") as client:
        assert (await client.post("/widget/session", json={})).status_code == 404
        assert (await client.get("/widget.js")).status_code == 404
        assert "switched off" in (await client.get("/")).text
