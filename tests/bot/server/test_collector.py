"""One utterance of an action is one message, in the form of Rasa's REST channel."""

from __future__ import annotations

import pytest
from rasa.shared.core.events import BotUttered

from actions.reply import MAX_BUTTONS, Button, Reply
from bot.server.collector import SigningCollector
from bot.server.payloads import PayloadSigner

SIGNER = PayloadSigner(b"a key for tests")


@pytest.fixture
def collector() -> SigningCollector:
    return SigningCollector(SIGNER)


def uttered(reply: Reply) -> BotUttered:
    """The event that Rasa makes of a reply."""
    message = reply.as_message()
    return BotUttered(message.pop("text"), message)


async def test_text_buttons_and_custom_are_one_message(collector: SigningCollector) -> None:
    event = uttered(Reply("One.\n\nTwo.", buttons=[Button("More?", "ask_more")]))

    await collector.send_response("me", event.message())

    (message,) = collector.messages
    assert list(message) == ["recipient_id", "text", "buttons", "custom"]
    assert message["recipient_id"] == "me"
    assert message["text"] == "One.\n\nTwo."
    assert message["custom"]["kind"] == "answer"


async def test_buttons_are_signed_and_the_event_keeps_its_own(collector: SigningCollector) -> None:
    event = uttered(Reply("Hi.", buttons=[Button("Pay?", "ask_salary", {"role": ["director"]})]))

    await collector.send_response("me", event.message())

    ((button,),) = [message["buttons"] for message in collector.messages]
    assert button["title"] == "Pay?"
    assert SIGNER.incoming(button["payload"]).text == '/ask_salary{"role": ["director"]}'
    assert event.data["buttons"][0]["payload"].startswith("/ask_salary")


async def test_what_is_missing_is_left_out(collector: SigningCollector) -> None:
    await collector.send_response("me", BotUttered("Hi.", {"custom": None}).message())

    assert collector.messages == [{"recipient_id": "me", "text": "Hi."}]


async def test_an_empty_utterance_is_no_message(collector: SigningCollector) -> None:
    await collector.send_response("me", BotUttered(None, {}).message())

    assert collector.messages == []


async def test_a_button_that_cannot_be_sent_is_left_out(collector: SigningCollector) -> None:
    long = Button("All?", "ask_salary", {"role": ["account_manager"] * 200})
    reply = Reply("Hi.", buttons=[long, *[Button("More?", "ask_more")] * MAX_BUTTONS])

    await collector.send_response("me", uttered(reply).message())

    titles = [button["title"] for button in collector.messages[0]["buttons"]]
    assert titles == ["More?"] * (MAX_BUTTONS - 1)
