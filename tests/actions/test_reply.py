"""The form of a reply on the wire."""

from __future__ import annotations

import json

from actions.reply import MAX_BUTTONS, Button, Reply
from knowledge.base import Source


def test_a_button_asks_its_intent_with_its_entities() -> None:
    payload = Button("Pay?", "ask_salary", {"role": ["account_manager"]}).payload
    assert payload.startswith("/ask_salary{")
    assert json.loads(payload.removeprefix("/ask_salary")) == {"role": ["account_manager"]}


def test_a_button_without_entities_is_the_bare_intent() -> None:
    assert Button("Start", "ask_entry_roles").payload == "/ask_entry_roles"
    assert Button("Start", "ask_entry_roles", {"role": []}).payload == "/ask_entry_roles"


def test_a_payload_does_not_depend_on_the_order_of_the_entities() -> None:
    one = Button("x", "ask_industry", {"role": ["account_manager"], "industry": ["healthcare"]})
    other = Button("x", "ask_industry", {"industry": ["healthcare"], "role": ["account_manager"]})
    assert one.payload == other.payload


def test_a_message_says_all_that_channels_need() -> None:
    reply = Reply(
        "Text.",
        intent="ask_salary",
        confidence=0.98765,
        roles=["account_manager"],
        facts=["am-def"],
        sources=[Source("A document", "A section")],
    )
    message = reply.as_message()
    assert message["text"] == "Text."
    assert "buttons" not in message
    assert message["custom"] == {
        "kind": "answer",
        "intent": "ask_salary",
        "roles": ["account_manager"],
        "facts": ["am-def"],
        "sources": [{"document": "A document", "section": "A section"}],
        "chart": None,
        "question": "",
        "confidence": 0.988,
        "attachments": [],
    }
    json.dumps(message)


def test_at_most_five_buttons_leave() -> None:
    reply = Reply("x", buttons=[Button(str(n), "greet") for n in range(9)])
    assert MAX_BUTTONS == 5
    assert [b["title"] for b in reply.as_message()["buttons"]] == ["0", "1", "2", "3", "4"]
