"""Logs are structured, and above DEBUG they do not hold what people wrote."""

from __future__ import annotations

import io
import json
import logging
import warnings
from collections.abc import Iterator

import pytest
import structlog

from bot.server.logs import set_up_logs

OWN = "bot.server.test"


class Log(io.StringIO):
    """Where logs go in a test."""

    def taken(self) -> str:
        """What has come since this was called last."""
        text = self.getvalue()
        self.seek(0)
        self.truncate()
        return text


@pytest.fixture
def log() -> Iterator[Log]:
    root = logging.getLogger()
    handlers, level, configuration = root.handlers, root.level, structlog.get_config()
    yield Log()
    root.handlers = handlers
    root.setLevel(level)
    logging.captureWarnings(False)
    structlog.configure(**configuration)


def test_a_line_is_keys_and_values(log: Log) -> None:
    set_up_logs("INFO", "text", log)

    structlog.stdlib.get_logger(OWN).info("turn", kind="answer", ms=1.5, reason="two\nlines")

    line = log.taken()
    assert line.count("\n") == 1
    assert r"level=info event=turn kind=answer ms=1.5 reason=two\nlines" in line


def test_json_holds_the_same(log: Log) -> None:
    set_up_logs("INFO", "json", log)

    with structlog.contextvars.bound_contextvars(request="r1"):
        logging.getLogger("rasa.core").warning("from %s", "elsewhere")

    line = json.loads(log.taken())
    assert line["event"] == "from elsewhere"
    assert (line["level"], line["logger"], line["request"]) == ("warning", "rasa.core", "r1")


def test_rasas_details_are_only_for_debug(log: Log) -> None:
    for level, expected in (("INFO", 0), ("DEBUG", 2)):
        set_up_logs(level, "text", log)
        structlog.stdlib.get_logger("rasa.core.processor").debug("parsed", text="my salary")
        logging.getLogger("rasa.core.processor").info("my salary")
        assert log.taken().count("my salary") == expected


def test_warnings_of_libraries_are_only_for_debug(log: Log) -> None:
    for level, expected in (("INFO", 0), ("DEBUG", 1)):
        set_up_logs(level, "text", log)
        # As the interpreter does once its filters let a warning through.
        warnings.showwarning("my salary", UserWarning, "some_library.py", 1)
        assert log.taken().count("UserWarning: my salary") == expected


def fail() -> None:
    try:
        raise KeyError("my salary")
    except KeyError as error:
        raise ValueError("95k, my salary") from error


@pytest.mark.parametrize("bound", [{"request": "r1"}, {"channel": "terminal"}])
@pytest.mark.parametrize("logger", [logging.getLogger("rasa"), structlog.stdlib.get_logger(OWN)])
def test_a_failing_request_is_traced_but_not_quoted(
    logger: logging.Logger, bound: dict[str, str], log: Log
) -> None:
    set_up_logs("INFO", "text", log)

    with structlog.contextvars.bound_contextvars(**bound):
        try:
            fail()
        except ValueError:
            logger.exception("turn failed")

    seen = log.taken()
    assert seen.rstrip().endswith("ValueError")
    assert "KeyError\n\nThis came after:\n" in seen
    assert ", in fail" in seen
    assert 'my salary")' in seen, "the line of the program is shown"
    assert "ValueError: 95k" not in seen
    assert "KeyError: " not in seen


def test_a_failing_start_is_quoted(log: Log) -> None:
    set_up_logs("INFO", "text", log)

    try:
        fail()
    except ValueError:
        structlog.stdlib.get_logger(OWN).exception("the coach cannot start")

    assert log.taken().rstrip().endswith("ValueError: 95k, my salary")
