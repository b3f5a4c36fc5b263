"""Socket Mode: the same deliveries over a connection that the coach opens."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from slack_running import InProcess, running_with
from slack_signed import APP_TOKEN, direct, home_opened, new, submission
from slack_stand_in import SlackStandIn

from bot.channels.slack.http import parsed
from bot.settings import Settings


def envelope(body: str, kind: str = "events_api", **more: Any) -> dict[str, Any]:
    return {
        "type": kind, "envelope_id": new("env-"), "payload": parsed(body.encode()),
        "accepts_response_payload": True, **more,
    }  # fmt: skip


@pytest.fixture
async def connected(
    slack_settings: Settings, slack: SlackStandIn, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[InProcess]:
    settings = slack_settings.changed(slack_app_token=APP_TOKEN, slack_signing_secret="")
    async with running_with(settings, monkeypatch) as running:
        await until(lambda: bool(slack.sockets))
        yield running


async def until(true: Any) -> None:
    for _ in range(1_000):
        if true():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it did not come true")


async def send(slack: SlackStandIn, given: dict[str, Any]) -> dict[str, Any]:
    """Send an envelope; its acknowledgement."""
    await asyncio.to_thread(slack.send, given)
    name = given["envelope_id"]
    await until(lambda: any(a["envelope_id"] == name for a in slack.acknowledged))
    return next(a for a in slack.acknowledged if a["envelope_id"] == name)


async def test_a_message_is_acknowledged_and_answered(
    connected: InProcess, slack: SlackStandIn
) -> None:
    assert connected.service.health()["connected"] is True
    await send(slack, envelope(direct("hi")))
    await connected.settled()
    assert [call["text"] for call in slack.of("chat.postMessage")] == ["Answer to hi"]


async def test_it_is_acknowledged_before_it_is_answered(
    connected: InProcess, slack: SlackStandIn
) -> None:
    connected.worker.seconds = 0.5
    await send(slack, envelope(direct("slow")))
    assert slack.of("chat.postMessage") == []
    await connected.settled()
    assert len(slack.of("chat.postMessage")) == 1


async def test_what_comes_again_is_handled_once(connected: InProcess, slack: SlackStandIn) -> None:
    body = direct("hi")
    for attempt in range(3):
        await send(slack, envelope(body, retry_attempt=attempt, retry_reason="timeout"))
    await connected.settled()
    assert len(connected.worker.heard) == 1


async def test_the_errors_of_a_modal_are_in_its_acknowledgement(
    connected: InProcess, slack: SlackStandIn
) -> None:
    state = {"team_size": {"value": "-3"}}
    answer = await send(slack, envelope(submission(state), "interactive"))
    assert answer["payload"]["response_action"] == "errors"
    assert list(answer["payload"]["errors"]) == ["team_size"]


@pytest.mark.parametrize("payload", [{}, {"type": "event_callback"}, {"text": "?"}], ids=str)
async def test_what_is_malformed_is_acknowledged_and_left(
    connected: InProcess, slack: SlackStandIn, payload: dict[str, Any]
) -> None:
    given = {**envelope(home_opened()), "payload": payload}
    await send(slack, given)
    await connected.settled()
    assert connected.worker.heard == []


async def test_after_slack_disconnects_it_connects_again(
    connected: InProcess, slack: SlackStandIn
) -> None:
    (first,) = slack.sockets
    await asyncio.to_thread(slack.send, {"type": "disconnect", "reason": "refresh_requested"})
    await until(lambda: len(slack.sockets) == 1 and slack.sockets[0] is not first)
    assert len(slack.of("apps.connections.open")) == 2
    await until(lambda: connected.service.health()["connected"])
    await send(slack, envelope(direct("hi")))
    await connected.settled()
    assert len(slack.of("chat.postMessage")) == 1


async def test_there_is_no_address_to_call(connected: InProcess) -> None:
    assert (await connected.post(direct("hi"))).status_code == 404
    assert json.loads((await connected.client.get("/openapi.json")).text)["paths"]
