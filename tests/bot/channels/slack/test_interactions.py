"""Buttons, menus, thumbs, /coach, the App Home and the modal, as people use them."""

from __future__ import annotations

from typing import Any

import pytest
from slack_running import InProcess
from slack_signed import command, direct, mention, pressed, stamp
from slack_stand_in import SlackStandIn

from actions.profile.store import Identity, ProfileStore, ProfileUnavailable

ANNA = Identity("slack", "T1:U1")
KEY = b"a secret of these tests"


def tell(profiles: ProfileStore, **values: Any) -> None:
    profiles.change(ANNA, lambda _: {name: (value, "said") for name, value in values.items()})


def texts(blocks: list[dict[str, Any]]) -> str:
    return str(blocks)


class TestNextQuestions:
    async def test_a_button_asks_its_payload_where_it_stands(
        self, running: InProcess, slack: SlackStandIn
    ) -> None:
        thread = stamp()
        action = {"action_id": "ask:0", "value": "coach:v1:x.y", "text": {"text": "Bonus <of> SAM"}}
        container = {"type": "message", "channel_id": "C1", "message_ts": stamp()}
        body = pressed(action, container=container, message={"thread_ts": thread, "blocks": []})
        await running.post(body)
        await running.settled()
        assert running.worker.heard == [(f"T1:U1#C1/{thread}", "coach:v1:x.y")]
        [sent] = slack.of("chat.postMessage")
        assert (sent["channel"], sent["thread_ts"]) == ("C1", thread)
        assert "Asked: *Bonus &lt;of&gt; SAM*" in texts(sent["blocks"])

    async def test_a_menus_option_does_too(self, running: InProcess) -> None:
        option = {"value": "coach:v1:x.y", "text": {"type": "plain_text", "text": "Sixth"}}
        await running.post(pressed({"action_id": "menu", "selected_option": option}))
        await running.settled()
        assert running.worker.heard == [("T1:U1", "coach:v1:x.y")]

    async def test_under_an_answer_for_one_alone_the_next_is_so_too(
        self, running: InProcess, slack: SlackStandIn
    ) -> None:
        container = {"channel_id": "C1", "message_ts": stamp(), "is_ephemeral": True}
        action = {"action_id": "ask:0", "value": "v"}
        url = slack.response_url
        await running.post(pressed(action, container=container, message=None, response_url=url))
        await running.settled()
        [sent] = slack.of("response_url")
        assert (sent["response_type"], sent["replace_original"]) == ("ephemeral", False)

    async def test_unknown_actions_do_nothing(
        self, running: InProcess, slack: SlackStandIn
    ) -> None:
        assert (await running.post(pressed({"action_id": "else"}))).status_code == 200
        await running.settled()
        assert (running.worker.heard, slack.calls) == ([], [])


THUMBS = {"type": "actions", "block_id": "rating", "elements": []}
WORDS = {"type": "section", "text": {"type": "mrkdwn", "text": "The answer"}}


class TestRatings:
    @pytest.mark.parametrize(("action", "useful"), [("rate:up", True), ("rate:down", False)])
    async def test_a_thumb_is_kept_and_thanked_for(
        self, running: InProcess, slack: SlackStandIn, action: str, useful: bool
    ) -> None:
        body = pressed({"action_id": action, "value": "token"}, message={"blocks": [WORDS, THUMBS]})
        await running.post(body)
        await running.settled()
        assert running.worker.rated == [("T1:U1", "token", useful)]
        [updated] = slack.of("chat.update")
        assert updated["blocks"][0] == WORDS
        assert "Thanks" in texts(updated["blocks"][1:])
        assert "rating" not in texts(updated["blocks"])

    async def test_an_answer_for_one_alone_is_renewed_by_its_url(
        self, running: InProcess, slack: SlackStandIn
    ) -> None:
        container = {"channel_id": "C1", "message_ts": stamp(), "is_ephemeral": True}
        action, url = {"action_id": "rate:up", "value": "token"}, slack.response_url
        await running.post(pressed(action, container=container, message=None, response_url=url))
        await running.settled()
        [sent] = slack.of("response_url")
        assert sent["replace_original"] is True
        assert "Thanks" in sent["text"]

    async def test_only_who_asked_may_rate(self, running: InProcess, slack: SlackStandIn) -> None:
        running.worker.accepts_ratings = False
        container = {"channel_id": "C1", "message_ts": stamp()}
        await running.post(pressed({"action_id": "rate:up", "value": "x"}, container=container))
        await running.settled()
        assert "Only the person who asked" in slack.of("chat.postEphemeral")[0]["text"]
        assert slack.of("chat.update") == []

    async def test_a_rating_that_cannot_be_kept_is_told(
        self, running: InProcess, slack: SlackStandIn, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async def broken(*_: object) -> bool:
            raise ProfileUnavailable("by the test")

        monkeypatch.setattr(running.worker, "rate", broken)
        await running.post(pressed({"action_id": "rate:up", "value": "x"}))
        await running.settled()
        assert "could not be kept" in slack.of("chat.postMessage")[0]["text"]


class TestCommand:
    async def test_it_is_answered_for_the_person_alone(
        self, running: InProcess, slack: SlackStandIn
    ) -> None:
        response = await running.post(command("compare sam director", slack.response_url))
        assert (response.status_code, response.text) == (200, "")
        await running.settled()
        question = "What is the difference between a sam and a director?"
        assert running.worker.heard == [("T1:U1", question)]
        [sent] = slack.of("response_url")
        assert sent["response_type"] == "ephemeral"
        assert slack.of("chat.postMessage", "chat.postEphemeral") == []


class TestOwnMatters:
    """In a channel, what may show a person's own figures is for their eyes only."""

    @pytest.mark.parametrize("kind", ["profile", "plan"])
    async def test_answers_about_the_person(
        self, running: InProcess, slack: SlackStandIn, kind: str
    ) -> None:
        running.worker.answers["me"] = [{"text": "8 years", "custom": {"kind": kind}}]
        await running.post(mention("me"))
        await running.settled()
        assert [c["user"] for c in slack.of("chat.postEphemeral")] == ["U1"]
        assert slack.of("chat.postMessage") == []

    async def test_answers_that_speak_to_a_person_who_is_known(
        self, running: InProcess, slack: SlackStandIn, profiles: ProfileStore
    ) -> None:
        running.worker.answers["pay"] = [
            {"text": "Your $91,000 lies within it.", "custom": {"kind": "answer"}}
        ]
        await running.post(mention("pay"))
        await running.settled()
        tell(profiles, location="Oslo")
        await running.post(mention("pay"))
        await running.settled()
        assert len(slack.of("chat.postMessage")) == len(slack.of("chat.postEphemeral")) == 1

    async def test_in_direct_messages_nothing_is_hidden(
        self, running: InProcess, slack: SlackStandIn
    ) -> None:
        running.worker.answers["me"] = [{"text": "8 years", "custom": {"kind": "profile"}}]
        await running.post(direct("me"))
        await running.settled()
        assert len(slack.of("chat.postMessage")) == 1
