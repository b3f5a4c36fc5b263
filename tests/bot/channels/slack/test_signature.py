"""Only what Slack signed within five minutes is read; what is malformed is refused kindly."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from slack_running import InProcess
from slack_signed import (
    TEAM,
    command,
    direct,
    headers,
    home_opened,
    in_home,
    interaction,
    mention,
    pressed,
    submission,
)
from slack_stand_in import SlackStandIn

from bot.channels.slack.http import PATH, parsed
from bot.channels.slack.incoming import Incoming
from bot.channels.slack.reading import MalformedError, read

BODY = direct("hello")
BAD: list[dict[str, str]] = [
    {},
    {name: value for name, value in headers(BODY).items() if "Signature" not in name},
    {name: value for name, value in headers(BODY).items() if "Timestamp" not in name},
    headers(BODY, secret="another secret"),
    headers(BODY, at=time.time() - 301),
    headers(BODY, at=time.time() + 86_400),  # a day: the tests may take minutes to get here
    headers(BODY + " "),
    {**headers(BODY), "X-Slack-Signature": ""},
    {**headers(BODY), "X-Slack-Signature": "v0=%ff"},
    {**headers(BODY), "X-Slack-Request-Timestamp": "now"},
    {**headers(BODY), "X-Slack-Request-Timestamp": "-5"},
    {**headers(BODY), "X-Slack-Request-Timestamp": "9" * 500},
]


@pytest.mark.parametrize("given_headers", BAD, ids=range(len(BAD)))
async def test_without_its_signature_nothing_is_done(
    running: InProcess, slack: SlackStandIn, given_headers: dict[str, str]
) -> None:
    response = await running.client.post(PATH, content=BODY, headers=given_headers)
    assert response.status_code == 401
    assert "not signed" in response.json()["error"]
    await running.settled()
    assert running.worker.heard == []
    assert slack.calls == []


async def test_a_time_stamp_of_almost_five_minutes_is_good(running: InProcess) -> None:
    body = direct("hello")
    old = headers(body, at=time.time() - 290)
    assert (await running.client.post(PATH, content=body, headers=old)).status_code == 200


async def test_the_address_is_verified(running: InProcess) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "3eZbrw1a", "token": "x"})
    response = await running.post(body)
    assert (response.status_code, response.json()) == (200, {"challenge": "3eZbrw1a"})
    assert (await running.client.post(PATH, content=body)).status_code == 401


GOOD = json.loads(BODY)
MALFORMED: list[str | bytes] = [
    b"",
    b"{",
    b"[]",
    b"[1, 2]",
    b"null",
    b"\xff\xfe\x00",
    b"{}",
    b"hello there",
    b"payload=",
    b"payload=%7B",
    b"payload=null",
    b"payload=[]",
    b"payload={}",
    b"[" * 100_000,
    json.dumps({"type": "url_verification"}),
    json.dumps({"type": "url_verification", "challenge": ["x"]}),
    json.dumps({"type": "url_verification", "challenge": "\ud800"}),
    json.dumps({"type": "something_new"}),
    json.dumps({**GOOD, "event": None}),
    json.dumps({**GOOD, "event": "message"}),
    json.dumps({**GOOD, "event": {}}),
    json.dumps({**GOOD, "event": {"type": 5}}),
    json.dumps({**GOOD, "event_id": None}),
    json.dumps({**GOOD, "event_id": 7}),
    json.dumps({**GOOD, "team_id": {}}),
    json.dumps({**GOOD, "authorizations": "all"}),
    json.dumps({**GOOD, "authorizations": ["all"]}),
    json.dumps({**GOOD, "event": {**GOOD["event"], "text": {"a": 1}}}),
    json.dumps({**GOOD, "event": {**GOOD["event"], "user": ""}}),
    json.dumps({**GOOD, "event": {**GOOD["event"], "channel": None}}),
    json.dumps({**GOOD, "event": {**GOOD["event"], "ts": "soon; drop"}}),
    "command=%2Fcoach",
    "command=&text=x",
    command("x", "").replace("trigger_id", "trigger"),
    interaction({"type": "block_actions"}),
    interaction({"type": "block_actions", "actions": []}),
    interaction({"type": "block_actions", "actions": "x", "user": {}}),
    pressed({}),
    pressed({"action_id": 5}),
    pressed({"action_id": "ask:0", "value": {"x": 1}}),
    pressed({"action_id": "ask:0", "selected_option": "x"}),
    pressed({"action_id": "ask:0", "value": "x"}, message="x"),
    pressed({"action_id": "ask:0", "value": "x"}, message={"blocks": {"a": 1}}),
    pressed({"action_id": "ask:0", "value": "x"}, container=[]),
    interaction({"type": "view_submission"}),
    interaction({"type": "view_submission", "user": {"id": "U1"}, "view": []}),
    interaction({"type": "view_submission", "user": {"id": "U1"}, "team": {"id": TEAM},
                 "view": {"callback_id": "profile"}}),
]  # fmt: skip


@pytest.mark.parametrize("body", MALFORMED, ids=range(len(MALFORMED)))
async def test_what_is_malformed_is_refused_and_nothing_done(
    running: InProcess, slack: SlackStandIn, body: str | bytes
) -> None:
    response = await running.post(body)
    # A body that is no UTF-8 cannot carry Slack's signature.
    assert response.status_code == (401 if body == b"\xff\xfe\x00" else 400)
    await running.settled()
    assert running.worker.heard == []
    assert slack.calls == []


@pytest.mark.parametrize("kind", ["shortcut", "message_action", "view_closed"])
async def test_what_the_app_does_not_use_is_acknowledged(running: InProcess, kind: str) -> None:
    assert (await running.post(interaction({"type": kind}))).status_code == 200


JUNK = st.sampled_from([None, "", "x", "\ud800", "x" * 5_000, 0, -1, 1.5, True, [], {}, [{}],
                        {"id": 5}, [[]], "__proto__"])  # fmt: skip


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths to everything in ``value``."""
    items = (
        value.items() if isinstance(value, dict)
        else enumerate(value) if isinstance(value, list) else ()
    )  # fmt: skip
    return [path, *[found for key, part in items for found in places(part, (*path, key))]]


KINDS = [BODY, mention("hi"), home_opened(), command("me", "http://127.0.0.1:9/x"),
         pressed({"action_id": "ask:0", "value": "v", "text": {"text": "t"}}),
         pressed({"action_id": "rate:up", "value": "v"}), in_home("home:edit"),
         submission({"location": {"value": "Oslo"}})]  # fmt: skip


@given(data=st.data())
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
async def test_no_odd_value_anywhere_breaks_the_server(
    running: InProcess, slack: SlackStandIn, data: Any
) -> None:
    body = parsed(data.draw(st.sampled_from(KINDS)).encode())
    if "response_url" in body:
        body["response_url"] = slack.response_url
    path = data.draw(st.sampled_from(places(body)[1:]))
    target = body
    for key in path[:-1]:
        target = target[key]
    target[path[-1]] = data.draw(JUNK)
    form = "command" in body
    sent = interaction(body) if form or body.get("type") != "event_callback" else json.dumps(body)
    response = await running.post(sent)
    assert response.status_code in (200, 400), path


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=20),
                    lambda inner: st.lists(inner, max_size=3)
                    | st.dictionaries(st.sampled_from(["type", "event", "user", "view", "id"]),
                                      inner, max_size=4)))  # fmt: skip
def test_reading_anything_gives_something_or_refuses(body: object) -> None:
    try:
        found = read(body)
    except MalformedError:
        return
    assert found is None or isinstance(found, Incoming)
