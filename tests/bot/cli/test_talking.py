"""`coach chat` and `coach ask`."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from bot.cli.local_coach import open_coach
from bot.cli.rendering import show_reply
from bot.cli.talking import converse

Run = Callable[..., Any]


def reader(*lines: str) -> Callable[[str], str]:
    """Types ``lines``, then Ctrl-D."""
    rest: Iterator[str] = iter(lines)

    def read(_prompt: str) -> str:
        try:
            return next(rest)
        except StopIteration:
            raise EOFError from None

    return read


def console(**options: Any) -> Console:
    return Console(file=io.StringIO(), width=100, **options)


def printed(to: Console) -> str:
    assert isinstance(to.file, io.StringIO)
    return to.file.getvalue()


def test_a_reply_is_rendered() -> None:
    to = console()
    text = "**Yes.** Two reasons:\n\n- one\n- two\n\n_Sources: A, “Pay”; B, “Skills”_"
    buttons = [{"title": "Way [up]?", "payload": "x"}]
    assert show_reply(to, [{"text": text, "buttons": buttons}]) == buttons
    lines = [line.strip() for line in printed(to).splitlines() if line.strip()]
    assert lines == [
        "Yes. Two reasons:",
        "• one",
        "• two",
        "Sources: A, “Pay”; B, “Skills”",
        "1 Way [up]?",
    ]


def test_the_source_is_dimmed_and_markdown_is_bold() -> None:
    to = console(force_terminal=True, color_system="standard")
    show_reply(to, [{"text": "**Yes.**\n\n_Source: A, “Pay”_"}])
    assert "\x1b[1mYes.\x1b[0m" in printed(to)
    assert "\x1b[2mSource: A, “Pay”" in printed(to)


@pytest.mark.parametrize("message", [{}, {"text": None}, {"text": ""}, {"text": "_Source: A_"}])
def test_odd_messages_are_rendered(message: dict[str, Any]) -> None:
    assert show_reply(console(), [message]) == []


def test_several_messages_number_their_buttons_through() -> None:
    to = console()
    one, two = {"title": "A", "payload": "a"}, {"title": "B", "payload": "b"}
    assert show_reply(to, [{"text": "x", "buttons": [one]}, {"text": "y", "buttons": [two]}]) == [
        one,
        two,
    ]
    assert "2 B" in printed(to)


def test_a_number_asks_the_question_that_it_stands_for(parrot: Any) -> None:
    to = console()
    converse(parrot, to, reader("hello", "2", "3", "0", "02", "２"))
    assert [text for _, text in parrot.heard] == ["hello", "signed:up", "3", "0", "signed:up", "２"]
    assert len({sender for sender, _ in parrot.heard}) == 1
    assert "> Way [up]?" in printed(to)


def test_a_number_is_text_before_there_are_questions(parrot: Any) -> None:
    converse(parrot, console(), reader("1"))
    assert [text for _, text in parrot.heard] == ["1"]


def test_blank_lines_say_nothing_and_quit_ends(parrot: Any) -> None:
    converse(parrot, console(), reader("", "  ", " hi ", "/QUIT", "never said"))
    assert [text for _, text in parrot.heard] == ["hi"]


def test_ctrl_c_ends_the_conversation(parrot: Any) -> None:
    def read(_prompt: str) -> str:
        raise KeyboardInterrupt

    converse(parrot, console(), read)
    assert parrot.heard == []


def test_two_conversations_have_two_senders(parrot: Any) -> None:
    converse(parrot, console(), reader("a"))
    converse(parrot, console(), reader("b"))
    assert len({sender for sender, _ in parrot.heard}) == 2


def test_chat(run: Run, parrot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("hello\n1\n"))
    outcome = run("chat")
    assert outcome.code == 0
    assert "/quit or Ctrl-D" in outcome.out
    assert "You said hello." in outcome.out
    assert [text for _, text in parrot.heard] == ["hello", "signed:skills"]


def test_ask(run: Run, parrot: Any) -> None:
    outcome = run("ask", "What now?")
    assert outcome.code == 0
    assert "You said What now?." in outcome.out
    assert "1 Skills?" in outcome.out
    assert outcome.err == ""


def test_ask_as_json(run: Run, parrot: Any) -> None:
    (message,) = json.loads(run("ask", "--json", "What now?").out)
    assert message["text"].startswith("You said **What now?**")
    assert message["custom"] == {"kind": "answer"}


def test_ask_needs_a_question(run: Run) -> None:
    assert run("ask").code == 2


def test_no_model_is_told(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COACH_MODEL", str(tmp_path))
    outcome = run("ask", "hi")
    assert (outcome.code, outcome.out) == (1, "")
    assert (
        outcome.err.strip() == f"There is no trained model at {tmp_path}: run `coach train` first."
    )


def test_a_broken_model_is_told(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "m.tar.gz"
    path.write_bytes(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03half")
    monkeypatch.setenv("COACH_MODEL", str(path))
    outcome = run("ask", "hi")
    assert outcome.code == 1
    assert "run `coach train" in outcome.err


def test_a_wrong_setting_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_PORT", "many")
    outcome = run("ask", "hi")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("COACH_PORT cannot be used")


def test_the_real_coach_answers_and_its_buttons_work(
    trained_model: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("COACH_MODEL", str(trained_model))
    monkeypatch.setenv("COACH_DATA_FOLDER", str(tmp_path / "data"))
    to = console()
    with open_coach() as coach:
        converse(coach, to, reader("What is the base salary of a Senior Account Manager?", "1"))
        (offered,) = coach.say("me", "What is the base salary of a Senior Account Manager?")
        (followed,) = coach.say("me", offered["buttons"][0]["payload"])
    assert "$80,000" in printed(to)
    assert f"> {offered['buttons'][0]['title']}" in printed(to)
    assert followed["custom"]["kind"] == "answer"
    assert followed["text"] != offered["text"]
    # Nothing of the conversation stays.
    assert not (tmp_path / "data").exists()
