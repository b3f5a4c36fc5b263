"""`coach serve` as a process of its own."""

from __future__ import annotations

import signal
import socket
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.server.errors import StartError
from bot.server.serve import listen, serve

MARK = "zebra-quartz-7781"


Start = Callable[..., Any]


def test_a_turn_a_restart_and_what_stays(new_server: Start, tmp_path: Path) -> None:
    first = new_server(tmp_path)
    health = httpx.get(f"{first.url}/health", timeout=30).json()
    (message,) = first.say("me", f"/ask {MARK} What does an Account Manager do?")
    (blank,) = first.say("me", "")
    assert first.stop() == 0
    assert health["status"] == "ok"
    assert message["text"]

    second = new_server(tmp_path)
    payloads = {button["title"]: button["payload"] for button in blank["buttons"]}
    (answer,) = second.say("me", payloads["What does a Director earn?"])
    assert second.stop(signal.SIGTERM) == -signal.SIGTERM
    assert answer["custom"]["kind"] == "answer"

    log = first.log.read_text()
    assert len(log.splitlines()) == log.count("event=turn") == 3, log
    assert MARK not in log
    with sqlite3.connect(tmp_path / "conversations.db") as database:
        stored = database.execute("SELECT count(*) FROM events WHERE type_name = 'user'")
        assert stored.fetchone() == (3,)


def test_a_model_that_does_not_load_ends_the_server(new_server: Start, tmp_path: Path) -> None:
    model = tmp_path / "broken.tar.gz"
    model.write_text("no archive")

    with pytest.raises(AssertionError, match="the server ended with 1:\n") as ended:
        new_server(tmp_path / "data", model)

    assert "run `coach train`" in str(ended.value)


@pytest.fixture
def settings_of(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """Sets variables; the model and the data folder are in a folder of the test."""
    monkeypatch.setenv("COACH_MODEL", str(tmp_path))
    monkeypatch.setenv("COACH_DATA_FOLDER", str(tmp_path))
    monkeypatch.setattr("bot.server.serve.set_up_logs", lambda *_: None)
    monkeypatch.setattr("bot.server.serve.quiet_libraries", lambda: None)
    return monkeypatch


def test_no_model_is_a_sentence(
    settings_of: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert serve(port=0) == 1
    assert capsys.readouterr().err == (
        f"There is no trained model at {tmp_path}: run `coach train` first.\n"
    )


def test_a_wrong_setting_is_a_sentence(
    settings_of: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings_of.setenv("COACH_PORT", "five")

    assert serve() == 1
    assert capsys.readouterr().err == ("COACH_PORT cannot be used: it should be a whole number.\n")


def test_a_taken_port_is_a_sentence(
    settings_of: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "some.tar.gz").touch()
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        assert serve(port=port) == 1

    assert capsys.readouterr().err == (
        f"Port {port} is taken: stop the program that uses it, or choose another port with "
        "--port or COACH_PORT.\n"
    )


def test_a_host_that_is_not_ours_is_a_sentence() -> None:
    # An address for documentation, which no machine has.
    with pytest.raises(StartError, match=r"^192\.0\.2\.1:5999 cannot be listened on: .*\.$"):
        listen("192.0.2.1", 5999)


def test_a_server_without_a_network_of_its_own_is_not_seen_from_elsewhere(server: Any) -> None:
    assert server.url.startswith("http://127.0.0.1:")
    assert httpx.get(f"{server.url}/health", timeout=30).status_code == 200
