"""The action that Rasa calls."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest
from by_hand import DIRECTOR, clause
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import actions
from actions.actions import ActionAnswer


def run(message: dict[str, Any], slots: dict[str, Any] | None = None) -> tuple[list, list]:
    dispatcher = CollectingDispatcher()
    tracker = Tracker("me", slots or {}, message, [], False, None, {}, "action_listen")
    events = asyncio.run(ActionAnswer().run(dispatcher, tracker, {}))
    return dispatcher.messages, events


def typed(text: str = "what does a director earn") -> dict[str, Any]:
    asked = clause(text, "ask_salary", roles=[DIRECTOR])
    return {"text": text, "intent": {"name": "ask_salary"}, "clauses": [asked.as_dict()]}


def test_it_is_the_action_of_the_domain() -> None:
    assert ActionAnswer().name() == "action_answer"


def test_one_message_and_the_new_focus() -> None:
    messages, events = run(typed())
    assert len(messages) == 1
    assert messages[0]["custom"]["kind"] == "answer"
    assert "$120,000" in messages[0]["text"]
    assert events[0]["name"] == "focus"
    assert events[0]["value"]["roles"] == [DIRECTOR]


def test_the_focus_comes_from_the_slot() -> None:
    _, events = run(typed())
    bonus = clause("and the bonus?", "ask_bonus", 0.6)
    message = {"text": bonus.text, "clauses": [bonus.as_dict()]}
    messages, _ = run(message, {"focus": events[0]["value"]})
    assert messages[0]["custom"]["roles"] == [DIRECTOR]


def test_a_pressed_button_is_the_question_it_stands_for() -> None:
    pressed = {
        "text": '/ask_salary{"role": ["director_of_account_management"]}',
        "intent": {"name": "ask_salary"},
        "entities": [{"entity": "role", "value": [DIRECTOR]}],
    }
    assert run(pressed)[0][0]["text"] == run(typed())[0][0]["text"]


def test_a_button_s_entity_may_be_one_value() -> None:
    pressed = {
        "text": "/ask_salary",
        "intent": {"name": "ask_salary"},
        "entities": [{"entity": "role", "value": DIRECTOR}],
    }
    assert "$120,000" in run(pressed)[0][0]["text"]


@pytest.mark.parametrize("message", [{}, {"text": None}, {"text": "", "clauses": None}])
def test_an_empty_message_is_an_abstention(message: dict[str, Any]) -> None:
    assert run(message)[0][0]["custom"]["kind"] == "abstain"


@pytest.mark.parametrize("slot", ["garbage", 7, ["x"], {"unknown": True}])
def test_a_spoilt_slot_is_an_empty_focus(slot: object) -> None:
    assert run(typed(), {"focus": slot})[0][0]["custom"]["kind"] == "answer"


def test_a_failure_is_a_sentence_and_a_log_line_without_the_message(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*args: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(actions, "respond", fail)
    with caplog.at_level(logging.ERROR):
        messages, events = run(typed("my secret question"))
    assert len(messages) == 1
    assert messages[0]["custom"]["kind"] == "error"
    assert len(messages[0]["text"]) > 20
    assert "broken" not in messages[0]["text"]
    assert events == []
    assert "broken" in caplog.text
    assert "secret" not in caplog.text


def test_clauses_that_cannot_be_read_are_a_failure_too() -> None:
    messages, _ = run({"text": "hi", "clauses": [{"unknown": 1}]})
    assert messages[0]["custom"]["kind"] == "error"
