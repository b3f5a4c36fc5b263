"""Direct messages and mentions: answered once, in the right place; all else is left alone."""

from __future__ import annotations

from typing import Any

import pytest
from slack_running import InProcess, running_with
from slack_signed import BOT, direct, event, home_opened, mention, new, stamp
from slack_stand_in import SlackStandIn

from bot.settings import Settings


async def test_a_direct_message_is_answered(running: InProcess, slack: SlackStandIn) -> None:
    response = await running.post(direct("What does a SAM earn?"))
    assert (response.status_code, response.text) == (200, "")
    await running.settled()
    [sent] = slack.of("chat.postMessage")
    assert sent["channel"] == "DU1"
    assert "thread_ts" not in sent
    assert sent["text"] == "Answer to What does a SAM earn?"
    assert running.worker.heard == [("T1:U1", "What does a SAM earn?")]


async def test_a_mention_is_answered_in_a_thread_which_is_one_conversation(
    running: InProcess, slack: SlackStandIn
) -> None:
    first = stamp()
    await running.post(mention("pay?", ts=first))
    await running.post(mention("and the bonus?", thread_ts=first))
    await running.settled()
    await running.post(mention("elsewhere"))
    await running.settled()
    one, two, other = slack.of("chat.postMessage")
    assert one["channel"] == two["channel"] == "C1"
    assert one["thread_ts"] == two["thread_ts"] == first != other["thread_ts"]
    names = [sender for sender, _ in running.worker.heard]
    assert names[0] == names[1] == f"T1:U1#C1/{first}" != names[2]
    assert [text for _, text in running.worker.heard] == ["pay?", "and the bonus?", "elsewhere"]


async def test_two_people_in_a_thread_have_conversations_of_their_own(
    running: InProcess,
) -> None:
    thread = stamp()
    await running.post(mention("pay?", "U1", thread_ts=thread))
    await running.post(mention("pay?", "U2", thread_ts=thread))
    await running.settled()
    assert sorted(name for name, _ in running.worker.heard) == [
        f"T1:U1#C1/{thread}",
        f"T1:U2#C1/{thread}",
    ]


async def test_a_bare_mention_asks_for_help(running: InProcess) -> None:
    await running.post(mention(""))
    await running.settled()
    assert running.worker.heard[0][1] == "What can you do?"


async def test_what_people_see_is_what_the_coach_hears(running: InProcess) -> None:
    text = (
        f"is R&amp;D &lt;3 &gt; 2, <@{BOT}>? see <https://a.example/x|this> and <!here> <#C9|jobs>"
    )
    await running.post(mention(text))
    await running.settled()
    assert running.worker.heard[0][1] == "is R&D <3 > 2, ? see this and @here jobs"


async def test_other_people_named_in_a_mention_stay(running: InProcess) -> None:
    await running.post(mention("what of <@U9>?"))
    await running.settled()
    assert running.worker.heard[0][1] == "what of @U9?"


@pytest.mark.parametrize(
    "more",
    [
        {"bot_id": "B9"},
        {"bot_profile": {"id": "B9"}},
        {"subtype": "bot_message"},
        {"subtype": "message_changed", "message": {"text": "new", "user": "U1"}, "user": None},
        {"subtype": "message_deleted", "previous_message": {"text": "old"}, "user": None},
        {"subtype": "channel_join"},
        {"subtype": "message_replied"},
        {"user": BOT},
        {"user": "USLACKBOT"},
        {"channel": "C1", "channel_type": "channel"},
        {"channel": "G1", "channel_type": "mpim"},
    ],
    ids=str,
)
async def test_what_no_person_says_to_the_coach_is_left_alone(
    running: InProcess, slack: SlackStandIn, more: dict[str, Any]
) -> None:
    response = await running.post(direct("hello", **more))
    await running.settled()
    assert response.status_code == 200
    assert running.worker.heard == []
    assert slack.calls == []


@pytest.mark.parametrize("subtype", ["file_share", "thread_broadcast"])
async def test_words_beside_a_file_or_shown_in_the_channel_too_are_answered(
    running: InProcess, subtype: str
) -> None:
    await running.post(direct("what about this?", subtype=subtype))
    await running.settled()
    assert running.worker.heard == [("T1:U1", "what about this?")]


async def test_a_mention_in_a_direct_message_is_answered_as_a_message_only(
    running: InProcess,
) -> None:
    await running.post(mention("hello", channel="DU1"))
    await running.post(direct(f"<@{BOT}> hello"))
    await running.settled()
    assert len(running.worker.heard) == 1


async def test_events_of_no_use_are_acknowledged(running: InProcess, slack: SlackStandIn) -> None:
    for kind in ("reaction_added", "team_join", "tokens_revoked", "app_uninstalled"):
        response = await running.post(event({"type": kind, "user": "U1"}))
        assert response.status_code == 200
    other_tab = event({"type": "app_home_opened", "user": "U1", "tab": "messages"})
    assert (await running.post(other_tab)).status_code == 200
    await running.settled()
    assert slack.calls == []


async def test_a_thread_of_the_assistant_offers_first_questions(
    running: InProcess, slack: SlackStandIn
) -> None:
    thread = {"user_id": "U1", "channel_id": "DU1", "thread_ts": stamp()}
    await running.post(event({"type": "assistant_thread_started", "assistant_thread": thread}))
    await running.settled()
    [sent] = slack.of("assistant.threads.setSuggestedPrompts")
    assert sent["thread_ts"] == thread["thread_ts"]
    assert 1 <= len(sent["prompts"]) <= 4


async def test_someone_of_another_workspace_is_someone_else(running: InProcess) -> None:
    await running.post(direct("hi", team="T2"))
    await running.post(direct("hi", user_team="T3"))
    await running.settled()
    # They are two people, who need not wait for each other.
    assert sorted(sender for sender, _ in running.worker.heard) == ["T2:U1", "T3:U1"]


async def test_a_message_that_is_too_long_is_answered_so(
    running: InProcess, slack: SlackStandIn
) -> None:
    await running.post(direct("x" * 20_001))
    await running.settled()
    assert running.worker.heard == []
    assert "20,001 characters" in slack.of("chat.postMessage")[0]["text"]


async def test_a_coach_that_is_starting_is_waited_for(
    running: InProcess, slack: SlackStandIn
) -> None:
    running.worker.state = "starting"
    running.worker.answers["hi"] = [{"text": "Hello"}]
    assert (await running.post(direct("hi"))).status_code == 200
    assert running.worker.heard == []
    running.worker.state = "ok"
    await running.settled()
    assert slack.of("chat.postMessage")[0]["text"] == "Hello"


class TestThinking:
    async def test_a_quick_turn_shows_nothing(
        self, running: InProcess, slack: SlackStandIn
    ) -> None:
        await running.post(direct("hi"))
        await running.settled()
        assert [call.method for call in slack.calls] == ["chat.postMessage"]

    async def test_a_slow_turn_shows_a_reaction_until_it_is_answered(
        self, slack_settings: Settings, slack: SlackStandIn, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async with running_with(slack_settings, monkeypatch, think_after=0.05) as running:
            running.worker.seconds = 0.3
            ts = stamp()
            await running.post(mention("slow", ts=ts))
            await running.settled()
        assert [c.method for c in slack.calls] == [
            "reactions.add", "chat.postMessage", "reactions.remove",
        ]  # fmt: skip
        assert slack.calls[0]["timestamp"] == slack.calls[2]["timestamp"] == ts

    async def test_a_thread_of_the_assistant_shows_its_status(
        self, slack_settings: Settings, slack: SlackStandIn, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async with running_with(slack_settings, monkeypatch, think_after=0.05) as running:
            running.worker.seconds = 0.3
            await running.post(direct("slow", thread_ts=stamp()))
            await running.settled()
        methods = [c.method for c in slack.calls]
        assert methods[:2] == ["assistant.threads.setStatus", "chat.postMessage"]
        assert slack.calls[0]["status"] == "is thinking…"
        assert slack.calls[1]["thread_ts"] == slack.calls[0]["thread_ts"]
        assert "reactions.add" not in methods

    async def test_where_there_is_no_status_a_reaction_does(
        self, slack_settings: Settings, slack: SlackStandIn, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        slack.answers["assistant.threads.setStatus"] = {"ok": False, "error": "invalid_thread_ts"}
        async with running_with(slack_settings, monkeypatch, think_after=0.05) as running:
            running.worker.seconds = 0.3
            await running.post(direct("slow", thread_ts=stamp()))
            await running.settled()
        assert len(slack.of("reactions.add")) == len(slack.of("reactions.remove")) == 1


async def test_home_is_opened(running: InProcess, slack: SlackStandIn) -> None:
    await running.post(home_opened(new("U")))
    await running.settled()
    [published] = slack.of("views.publish")
    assert published["view"]["type"] == "home"
