"""Whatever fails in a turn, the person hears a sentence and the log has the trace."""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import Callable, Iterator
from typing import Any, NoReturn
from uuid import uuid4

import pytest
import structlog

from actions.fixed import FAILED
from bot.server.coach import Coach
from bot.server.logs import set_up_logs
from bot.server.worker import Worker
from bot.settings import Settings

SECRET = "zebra-quartz-7781 earns 95k"


@pytest.fixture
def coach(worker: Worker) -> Coach:
    assert worker.coach is not None
    return worker.coach


@pytest.fixture
def log(worker: Worker) -> Iterator[Callable[[], str]]:
    """Reads what was logged so far, at INFO."""
    root, stream = logging.getLogger(), io.StringIO()
    handlers = root.handlers
    set_up_logs("INFO", "text", stream)
    yield stream.getvalue
    root.handlers = handlers


async def say(worker: Worker, text: str) -> tuple[list[dict[str, Any]], str]:
    """The reply to a new sender, and who that was."""
    sender = f"sender-{uuid4().hex}"
    with structlog.contextvars.bound_contextvars(request="r1"):
        return await worker.answer(sender, text, "rest"), sender


def fail(*_: object, **__: object) -> NoReturn:
    raise RuntimeError(f"cannot read {SECRET}")


async def fail_later(*_: object, **__: object) -> NoReturn:
    fail()


def assert_apology(messages: list[dict[str, Any]], sender: str) -> None:
    (message,) = messages
    assert message["recipient_id"] == sender
    assert message["text"] == FAILED
    assert message["custom"]["kind"] == "error"


def assert_traced(log: str) -> None:
    assert "Traceback (most recent call last):" in log
    assert "RuntimeError" in log
    assert "request=r1" in log
    assert "kind=error" in log
    assert "zebra" not in log
    assert "95k" not in log


async def test_an_answer_that_cannot_be_composed(
    worker: Worker, log: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("actions.actions.respond", fail)

    messages, sender = await say(worker, SECRET)

    assert_apology(messages, sender)
    assert_traced(log())


async def test_an_action_that_raises(
    worker: Worker, coach: Coach, log: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    executor = coach._agent.processor.action_endpoint._executor
    monkeypatch.setitem(executor.actions, "action_answer", fail)

    messages, sender = await say(worker, SECRET)

    assert_apology(messages, sender)
    assert_traced(log())


async def test_understanding_that_raises(
    worker: Worker, coach: Coach, log: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coach._agent.processor, "parse_message", fail_later)

    messages, sender = await say(worker, SECRET)

    assert_apology(messages, sender)
    assert_traced(log())


async def test_the_next_turn_is_answered(
    worker: Worker, coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(coach._agent.processor, "parse_message", fail_later)
        _, sender = await say(worker, "Hello!")

    (message,) = await worker.answer(sender, "Hello!", "rest")

    assert message["custom"]["kind"] == "smalltalk"


async def test_a_database_that_fails_does_not_silence_the_coach(
    worker: Worker, coach: Coach, log: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coach._store, "retrieve", fail_later)
    monkeypatch.setattr(coach._store, "save", fail_later)

    (message,), _ = await say(worker, "Hello!")

    assert message["custom"]["kind"] == "smalltalk"
    assert "the database of conversations failed" in (seen := log())
    assert "zebra" not in seen


async def test_a_turn_that_takes_too_long(
    settings: Settings,
    worker: Worker,
    coach: Coach,
    log: Callable[[], str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(worker, "_settings", settings.changed(turn_seconds=0.05))
    monkeypatch.setattr(coach._agent.processor, "parse_message", lambda *_: asyncio.sleep(60))

    messages = await worker.answer("me", SECRET, "rest")

    assert_apology(messages, "me")
    assert "turn given up" in (seen := log())
    assert "zebra" not in seen


async def test_an_ordinary_turn_is_one_line_without_its_text(
    worker: Worker, log: Callable[[], str]
) -> None:
    await say(worker, f"What does an Account Manager do? {SECRET}")

    (line,) = log().splitlines()
    assert "zebra" not in line
    assert "sender-" not in line
    for part in (
        "level=info",
        "event=turn",
        "request=r1",
        "channel=rest",
        "sender=",
        "kind=",
        "intent=",
    ):
        assert part in line
    for part in ("confidence=", "ms="):
        assert float(line.split(part)[1].split()[0]) >= 0
