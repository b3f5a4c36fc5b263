"""A conversation as people saw it."""

from __future__ import annotations

from typing import Any

from bot.server.history import answer_to, said


def user(text: str, message_id: str = "m") -> dict[str, Any]:
    return {"event": "user", "text": text, "message_id": message_id, "timestamp": 1.0}


def coach(text: str, **data: Any) -> dict[str, Any]:
    return {"event": "bot", "text": text, "data": data, "timestamp": 2.0}


PAY = {"title": "Pay?", "payload": '/ask_salary{"role": ["x"]}'}


def test_a_pressed_button_is_its_title() -> None:
    messages = said([user("Hi"), coach("Hello", buttons=[PAY]), user(PAY["payload"]), coach("$1")])

    assert [(m["by"], m["text"]) for m in messages] == [
        ("person", "Hi"), ("coach", "Hello"), ("person", "Pay?"), ("coach", "$1"),
    ]  # fmt: skip
    assert messages[1]["buttons"] == [PAY]


def test_what_shows_nothing_is_left_out() -> None:
    events = [user('/unknown{"a": 1}'), user(""), coach(""), coach("", custom={"kind": "answer"})]

    assert [m["custom"] for m in said(events)] == [{"kind": "answer"}]


def test_the_answer_to_a_message_is_what_came_before_the_next() -> None:
    messages = said([
        user("one", "1"), coach("a"), coach("b"), user("two", "2"), coach("c"), user("three", "3"),
    ])  # fmt: skip

    assert [m["text"] for m in answer_to(messages, "1") or []] == ["a", "b"]
    assert [m["text"] for m in answer_to(messages, "2") or []] == ["c"]
    assert answer_to(messages, "3") is None
    assert answer_to(messages, "4") is None
