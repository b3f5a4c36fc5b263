"""A profile outlives the session and the server; a database that fails costs only what is its."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

WHO = "returning"


def text(server: Any, message: str) -> str:
    return "\n".join(str(m["text"]) for m in server.say(WHO, message)).replace("**", "")


def test_restart_in_between(new_server: Callable[..., Any], tmp_path: Path) -> None:
    first = new_server(tmp_path)
    text(first, "senior AM, my base is 100k")
    first.stop()
    assert "$10,000 to $20,000" in text(new_server(tmp_path), "what bonus could I get?")


def test_next_day(new_server: Callable[..., Any], tmp_path: Path) -> None:
    first = new_server(tmp_path)
    text(first, "senior AM, my base is 100k")
    first.stop()
    # A day passes: Rasa ends a session by the time of its last event.
    with sqlite3.connect(tmp_path / "conversations.db") as database:
        database.execute("UPDATE events SET timestamp = timestamp - 86400")
    second = new_server(tmp_path)
    assert "Senior Account Manager" in text(second, "what do you know about me?")
    assert "$10,000 to $20,000" in text(second, "what bonus could I get?")


def test_erasing_leaves_no_row(new_server: Callable[..., Any], tmp_path: Path) -> None:
    running = new_server(tmp_path)
    text(running, "senior AM, my base is 100k")
    text(running, "delete everything you know about me")
    running.stop()
    with sqlite3.connect(tmp_path / "conversations.db") as database:
        count = database.execute("SELECT count(*) FROM events WHERE sender_id = ?", (WHO,))
        assert count.fetchone() == (0,)
    with sqlite3.connect(tmp_path / "profiles.db") as database:
        for table in ("person", "identity", "profile_entry"):
            assert database.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
        assert database.execute("SELECT action, by FROM audit").fetchall() == [("erase", "person")]


def test_a_locked_database_costs_only_the_personal(
    new_server: Callable[..., Any], tmp_path: Path
) -> None:
    running = new_server(tmp_path)
    text(running, "senior AM, my base is 100k")
    lock = sqlite3.connect(tmp_path / "profiles.db", isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")
    lock.execute("UPDATE person SET version = version + 1")
    told = text(running, "actually my base is 120k")
    lock.execute("ROLLBACK")
    lock.close()
    assert "can't reach your career profile" in told
    assert "$10,000 to $20,000" in text(running, "what bonus could I get?")
