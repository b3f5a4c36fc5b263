"""What the tests of the command share: running it, and a coach that is quick to open."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pytest

from bot.cli import local_coach
from bot.cli.main import main


class Outcome(NamedTuple):
    """What a run of the command came to."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `coach` with arguments, as the shell would."""
    monkeypatch.setenv("COLUMNS", "120")

    def run_main(*arguments: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["coach", *map(str, arguments)])
        code: object = 0
        try:
            main()
        except SystemExit as end:
            code = end.code or 0
        out, err = capsys.readouterr()
        assert isinstance(code, int)
        assert "Traceback" not in err
        return Outcome(code, out, err)

    return run_main


class Parrot:
    """Says what it hears, and keeps it."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str]] = []

    def say(self, sender: str, text: str) -> list[dict[str, Any]]:
        self.heard.append((sender, text))
        return [
            {
                "recipient_id": sender,
                "text": f"You said **{text}**.\n\n_Source: A Document, “Pay”_",
                "buttons": [
                    {"title": "Skills?", "payload": "signed:skills"},
                    {"title": "Way [up]?", "payload": "signed:up"},
                ],
                "custom": {"kind": "answer"},
            }
        ]


@pytest.fixture
def parrot(monkeypatch: pytest.MonkeyPatch) -> Parrot:
    """Takes the place of the coach in this process."""
    parrot = Parrot()

    @contextmanager
    def opened() -> Iterator[Parrot]:
        yield parrot

    monkeypatch.setattr(local_coach, "open_coach", opened)
    return parrot
