"""Single conversations with the real coach, each for one behaviour."""

from __future__ import annotations

from typing import Any

DIRECTOR, SENIOR = "$120,000", "$80,000"


def text(server: Any, sender: str, *said: str) -> str:
    """The reply to the last of ``said``."""
    for message in said:
        messages = server.say(sender, message)
    return "\n".join(message["text"] for message in messages)


def test_a_digression_and_back(server: Any) -> None:
    said = ("What does a Director of Account Management earn?", "thank you!", "and the bonus?")
    answer = text(server, "digression", *said)
    assert "20" in answer
    assert "30" in answer


def test_one_role_s_pay_does_not_leak_into_another_s_answer(server: Any) -> None:
    director = text(server, "leak", "What does a Director of Account Management earn?")
    senior = text(server, "leak", "and a Senior Account Manager?")
    manager = text(server, "leak", "And what is the salary of an Account Manager?")
    assert DIRECTOR in director
    assert SENIOR not in director
    assert SENIOR in senior
    assert DIRECTOR not in senior
    assert DIRECTOR not in manager
    assert SENIOR not in manager


def test_a_pressed_button_answers_as_the_question_does(server: Any) -> None:
    (first,) = server.say("button-a", "What does a Director of Account Management earn?")
    bonus = next(b for b in first["buttons"] if "bonus" in b["title"].lower())
    (pressed,) = server.say("button-a", bonus["payload"])
    (typed,) = server.say("button-b", "What bonus does a Director of Account Management get?")
    assert pressed["custom"]["facts"] == typed["custom"]["facts"]


def test_two_senders_are_apart(server: Any) -> None:
    text(server, "one", "What does a Director of Account Management earn?")
    text(server, "two", "What does a Senior Account Manager earn?")
    assert "20" in text(server, "one", "and the bonus?")
    second = text(server, "two", "and the bonus?")
    assert "10" in second
    assert "30" not in second
