"""Each delivery once, at once acknowledged, in order: in one worker and in two on one database."""

from __future__ import annotations

import asyncio
import random
import time
from collections import defaultdict

import pytest
from slack_running import InProcess, running_with
from slack_signed import command, direct, mention, new, pressed, submission
from slack_stand_in import SlackStandIn

from actions.profile.database import profile_store
from actions.profile.store import ProfileStore, ProfileUnavailable
from bot.channels.slack import deliveries as deliveries_module
from bot.channels.slack.claims import Claim, Claims
from bot.settings import Settings

ACKNOWLEDGED_SECONDS = 3.0


@pytest.mark.parametrize(
    "retry",
    [
        {},
        {"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_timeout"},
        {"X-Slack-Retry-Num": "2", "X-Slack-Retry-Reason": "http_error"},
        {"X-Slack-Retry-Num": "3", "X-Slack-Retry-Reason": "connection_failed"},
    ],
    ids=str,
)
async def test_an_event_that_comes_again_is_handled_once(
    running: InProcess, slack: SlackStandIn, retry: dict[str, str]
) -> None:
    body = direct("hi")
    for _ in range(3):
        assert (await running.post(body, **retry)).status_code == 200
    await running.settled()
    await running.post(body, **retry)
    await running.settled()
    assert len(running.worker.heard) == len(slack.of("chat.postMessage")) == 1


async def test_a_first_delivery_that_was_lost_is_handled_when_it_comes_again(
    running: InProcess,
) -> None:
    again = {"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_timeout"}
    await running.post(direct("lost before"), **again)
    await running.settled()
    assert [text for _, text in running.worker.heard] == ["lost before"]


async def test_commands_buttons_and_modals_are_handled_once_too(
    running: InProcess, slack: SlackStandIn
) -> None:
    press = pressed({"action_id": "ask:0", "value": "v", "text": {"text": "t"}})
    for body in (
        command("me", slack.response_url),
        press,
        submission({"location": {"value": "X"}}),
    ):
        await asyncio.gather(*[running.post(body) for _ in range(3)])
    await running.settled()
    assert len(running.worker.heard) == 2
    assert len(slack.of("response_url")) == len(slack.of("views.publish")) == 1


async def test_however_long_the_answer_takes_it_is_acknowledged_at_once(
    running: InProcess, slack: SlackStandIn
) -> None:
    running.worker.seconds = 30.0
    for body in (direct("a"), mention("b"), command("c", slack.response_url)):
        begun = time.monotonic()
        assert (await running.post(body)).status_code == 200
        assert time.monotonic() - begun < ACKNOWLEDGED_SECONDS
    assert running.service.deliveries.under_way == 3
    assert slack.of("chat.postMessage", "response_url") == []
    await running.service.deliveries.stop(0)


async def test_messages_of_a_conversation_wait_for_each_other_and_others_do_not(
    running: InProcess,
) -> None:
    running.worker.seconds = 0.2
    begun = time.monotonic()
    for number in range(3):
        for user in ("U1", "U2", "U3", "U4"):
            await running.post(direct(str(number), user))
    await running.settled()
    assert 0.6 <= time.monotonic() - begun < 2.0
    by_person = defaultdict(list)
    for sender, text in running.worker.heard:
        by_person[sender].append(text)
    assert list(by_person.values()) == [["0", "1", "2"]] * 4


async def test_a_rating_or_a_modal_does_not_wait_for_an_answer(
    running: InProcess, slack: SlackStandIn
) -> None:
    running.worker.seconds = 0.5
    await running.post(direct("slow"))
    await running.post(pressed({"action_id": "home:edit"}))
    await running.post(pressed({"action_id": "rate:up", "value": "token"}))
    while not slack.of("views.open") or not running.worker.rated:
        assert running.service.deliveries.under_way
        await asyncio.sleep(0.01)
    assert slack.of("chat.postMessage") == []


async def test_a_thousand_messages_of_fifty_people(running: InProcess, slack: SlackStandIn) -> None:
    """None is lost, doubled or out of order, though a third of them are delivered again."""
    source = random.Random(7)
    waiting = {f"U{n}": [f"{n}-{m}" for m in range(20)] for n in range(50)}
    earlier: list[str] = []

    async def deliver(people: list[str]) -> None:
        for user in people:
            body = direct(waiting[user].pop(0), user)
            earlier.append(body)
            assert (await running.post(body)).status_code == 200
            if source.random() < 0.33:
                assert (await running.post(source.choice(earlier))).status_code == 200

    while waiting:
        people = source.sample(sorted(waiting), min(10, len(waiting)))
        await asyncio.gather(*[deliver([user]) for user in people])
        waiting = {user: texts for user, texts in waiting.items() if texts}
    await running.settled(40)
    heard = defaultdict(list)
    for sender, text in running.worker.heard:
        heard[sender].append(text)
    sent = defaultdict(list)
    for call in slack.of("chat.postMessage"):
        sent[call["channel"]].append(call["text"].removeprefix("Answer to "))
    assert len(running.worker.heard) == 1_000
    for number in range(50):
        expected = [f"{number}-{m}" for m in range(20)]
        assert heard[f"T1:U{number}"] == expected
        assert sent[f"DU{number}"] == expected


async def test_a_shut_down_waits_for_what_is_under_way(
    slack_settings: Settings, slack: SlackStandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running_with(slack_settings, monkeypatch) as running:
        running.worker.seconds = 0.3
        await running.post(direct("hi"))
    assert len(slack.of("chat.postMessage")) == 1


async def test_work_that_fails_does_not_hold_up_what_follows(
    running: InProcess, slack: SlackStandIn
) -> None:
    def fail(_sender: str, text: str) -> None:
        if text == "bad":
            raise RuntimeError("by the test")

    running.worker.on_answer = fail
    await running.post(direct("bad"))
    await running.post(direct("good"))
    await running.settled()
    assert [call["text"] for call in slack.of("chat.postMessage")] == ["Answer to good"]


async def test_without_its_database_a_worker_remembers_by_itself(
    running: InProcess, slack: SlackStandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ProfileUnavailable("by the test")

    monkeypatch.setattr(ProfileStore, "load", broken)
    monkeypatch.setattr(Claims, "claim", broken)
    body = direct("hi")
    for _ in range(3):
        assert (await running.post(body)).status_code == 200
    await running.settled()
    assert len(slack.of("chat.postMessage")) == 1


@pytest.mark.parametrize("late_answer", [None, Claim(7, False)], ids=["known", "new"])
async def test_a_slow_database_does_not_hold_up_the_acknowledgement(
    running: InProcess,
    slack: SlackStandIn,
    monkeypatch: pytest.MonkeyPatch,
    late_answer: Claim | None,
) -> None:
    def slow(*_: object) -> Claim | None:
        time.sleep(0.5)
        return late_answer

    monkeypatch.setattr(deliveries_module, "ACKNOWLEDGE_SECONDS", 0.1)
    monkeypatch.setattr(Claims, "claim", slow)
    begun = time.monotonic()
    assert (await running.post(direct("hi"))).status_code == 200
    assert time.monotonic() - begun < 0.4
    await running.settled()
    assert len(slack.of("chat.postMessage")) == (late_answer is not None)


async def test_the_database_of_the_settings_is_used(
    running: InProcess, slack_settings: Settings
) -> None:
    await running.post(direct("hi", new("U")))
    await running.settled()
    assert str(profile_store().engine.url) == slack_settings.profile_database
