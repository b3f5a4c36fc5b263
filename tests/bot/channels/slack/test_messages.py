"""Direct messages and mentions: answered once, in the right place; all else is left alone."""

from __future__ import annotations

from slack_running import InProcess
from slack_signed import direct
from slack_stand_in import SlackStandIn


async def test_a_direct_message_is_answered(running: InProcess, slack: SlackStandIn) -> None:
    response = await running.post(direct("What does a SAM earn?"))
    assert (response.status_code, response.text) == (200, "")
    await running.settled()
    [sent] = slack.of("chat.postMessage")
    assert sent["channel"] == "DU1"
    assert sent["text"] == "Answer to What does a SAM earn?"
    assert running.worker.heard == [("T1:U1", "What does a SAM earn?")]
