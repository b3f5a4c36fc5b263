"""Slack that is busy, out of reach or refuses: tried again, then logged without texts, counted."""

from __future__ import annotations

import asyncio

import pytest
from slack_running import InProcess
from slack_signed import command, direct, mention
from slack_stand_in import SlackStandIn

from bot.channels.slack import calls as calls_module
from bot.channels.slack import replies
from bot.channels.slack.calls import RETRIES


async def test_too_many_requests_are_tried_again_when_slack_says(
    running: InProcess, slack: SlackStandIn
) -> None:
    slack.fail(1, 429, "chat.postMessage", **{"Retry-After": "1"})
    await running.post(direct("hi"))
    await running.settled()
    refused, sent = [call for call in slack.calls if call.method == "chat.postMessage"]
    assert (refused.status, sent.status) == (429, 200)
    assert sent.at - refused.at >= 1.0
    assert running.service.health()["undelivered"] == 0


@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_an_outage_is_waited_out(
    running: InProcess, slack: SlackStandIn, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("slack_sdk.http_retry.jitter.random.random", lambda: 0.0)
    slack.fail(3, status)
    await running.post(direct("one"))
    await running.post(direct("two"))
    await running.settled()
    assert [c["text"] for c in slack.of("chat.postMessage")] == ["Answer to one", "Answer to two"]
    assert running.service.health()["undelivered"] == 0


async def test_an_outage_that_stays_is_counted_and_logged_without_the_text(
    running: InProcess,
    slack: SlackStandIn,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("slack_sdk.http_retry.jitter.random.random", lambda: 0.0)
    slack.fail(RETRIES + 1, 500, "chat.postMessage")
    await running.post(direct("my secret"))
    await running.post(direct("after it"))
    await running.settled()
    assert [c["text"] for c in slack.of("chat.postMessage")] == ["Answer to after it"]
    assert running.service.health()["undelivered"] == 1
    log = caplog.text + capfd.readouterr().err
    assert "slack message not delivered" in log
    assert "secret" not in log


async def test_what_slack_refuses_is_not_tried_again(
    running: InProcess, slack: SlackStandIn, caplog: pytest.LogCaptureFixture
) -> None:
    slack.answers["chat.postMessage"] = {"ok": False, "error": "channel_not_found"}
    await running.post(direct("hi"))
    await running.settled()
    assert len(slack.calls) == 1
    assert running.service.health()["undelivered"] == 1


async def test_a_response_url_that_is_gone_is_counted(
    running: InProcess, slack: SlackStandIn
) -> None:
    slack.fail(1, 404, "response_url")
    await running.post(command("me", slack.response_url))
    await running.settled()
    assert running.service.health()["undelivered"] == 1


async def test_a_call_that_takes_too_long_is_given_up_and_not_sent_twice(
    running: InProcess, slack: SlackStandIn
) -> None:
    session = running.service.calls.client.session
    assert session is not None
    session._timeout = session.timeout.__class__(total=0.2)
    slack.delay = 0.5
    await running.post(direct("hi"))
    await running.settled()
    await asyncio.sleep(0.5)
    assert len(slack.calls) == 1
    assert running.service.health()["undelivered"] == 1


async def test_nobody_there_at_all(
    running: InProcess, slack: SlackStandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("slack_sdk.http_retry.jitter.random.random", lambda: 0.0)
    running.service.calls.client.base_url = "http://127.0.0.1:9/api/"
    await running.post(direct("hi"))
    await running.settled()
    assert running.service.health()["undelivered"] == 1


CHART = {
    "type": "career_ladder", "title": "Path", "alt": "From AM to Director.",
    "stages": [{"label": "AM", "role": "am", "own": False, "target": False}],
}  # fmt: skip
DRAWN = [{"text": "The path.", "custom": {"kind": "answer", "chart": CHART}}]


class TestCharts:
    async def test_a_chart_is_shown_as_an_image_with_its_words(
        self, running: InProcess, slack: SlackStandIn
    ) -> None:
        running.worker.answers["path"] = DRAWN
        await running.post(mention("path"))
        await running.settled()
        [uploaded] = slack.of("upload")
        assert uploaded["data"].startswith(b"\x89PNG")
        [sent] = slack.of("chat.postMessage")
        [image] = [block for block in sent["blocks"] if block["type"] == "image"]
        assert image["alt_text"] == "From AM to Director."
        assert image["slack_file"]["id"].startswith("F")

    async def test_where_it_cannot_be_uploaded_its_words_stand_in(
        self, running: InProcess, slack: SlackStandIn
    ) -> None:
        slack.answers["files.getUploadURLExternal"] = {"ok": False, "error": "missing_scope"}
        running.worker.answers["path"] = DRAWN
        await running.post(direct("path"))
        await running.settled()
        [sent] = slack.of("chat.postMessage")
        assert "From AM to Director." in str(sent["blocks"])
        assert "image" not in [block["type"] for block in sent["blocks"]]

    async def test_where_slack_does_not_take_the_image_its_words_stand_in(
        self, running: InProcess, slack: SlackStandIn, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(replies, "IMAGE_PAUSES", (0.01,))
        running.worker.answers["path"] = DRAWN
        plain = slack._usual

        def usual(method: str, content: dict[str, object]) -> dict[str, object]:
            if method == "chat.postMessage" and "slack_file" in str(content):
                return {"ok": False, "error": "invalid_blocks"}
            return plain(method, content)

        monkeypatch.setattr(slack, "_usual", usual)
        await running.post(direct("path"))
        await running.settled()
        *tries, sent = slack.of("chat.postMessage")
        assert len(tries) == 2
        assert "From AM to Director." in str(sent["blocks"])
        assert running.service.health()["undelivered"] == 0

    async def test_uploads_that_hang_do_not_hold_up_the_answer_for_long(
        self, running: InProcess, slack: SlackStandIn, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(calls_module, "ATTEMPT_SECONDS", 0.2)
        slack.fail(1000, 500, "files.getUploadURLExternal")
        running.worker.answers["path"] = DRAWN
        await running.post(direct("path"))
        await running.settled(3)
        assert "From AM to Director." in str(slack.of("chat.postMessage")[0]["blocks"])


FILE = {"name": "plan.md", "media_type": "text/markdown", "content": "# Plan"}


class TestFiles:
    async def test_a_file_goes_with_its_answer(
        self, running: InProcess, slack: SlackStandIn
    ) -> None:
        running.worker.answers["plan"] = [{"text": "Plan", "custom": {"attachments": [FILE]}}]
        await running.post(direct("plan"))
        await running.settled()
        assert slack.of("upload")[0]["data"] == b"# Plan"
        [finished] = slack.of("files.completeUploadExternal")
        assert finished["channel_id"] == "DU1"

    async def test_in_a_channel_it_goes_to_the_person_alone(
        self, running: InProcess, slack: SlackStandIn
    ) -> None:
        custom = {"kind": "plan", "attachments": [FILE]}
        running.worker.answers["plan"] = [{"text": "Your plan", "custom": custom}]
        await running.post(mention("plan"))
        await running.settled()
        assert slack.of("chat.postMessage") == []
        answer, note = slack.of("chat.postEphemeral")
        assert (answer["user"], answer["text"]) == ("U1", "Your plan")
        assert "direct message" in note["text"]
        assert slack.of("files.completeUploadExternal")[0]["channel_id"] == "D-U1"

    async def test_a_file_that_cannot_be_sent_is_told(
        self, running: InProcess, slack: SlackStandIn
    ) -> None:
        slack.answers["files.getUploadURLExternal"] = {"ok": False, "error": "missing_scope"}
        running.worker.answers["plan"] = [{"text": "Plan", "custom": {"attachments": [FILE]}}]
        await running.post(direct("plan"))
        await running.settled()
        assert slack.of("chat.postMessage")[1]["text"] == replies.NO_FILE
