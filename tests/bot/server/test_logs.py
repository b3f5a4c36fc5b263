"""Logs are structured, and above DEBUG they do not hold what people wrote."""

from __future__ import annotations

import json
import logging
import warnings
from collections.abc import Iterator

import pytest
import structlog

from bot.server.logs import set_up_logs

OWN = "bot.server.test"


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level, configuration = root.handlers, root.level, structlog.get_config()
    yield
    root.handlers = handlers
    root.setLevel(level)
    structlog.configure(**configuration)


def test_a_line_is_keys_and_values(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO", "text")

    structlog.stdlib.get_logger(OWN).info("turn", kind="answer", ms=1.5, reason="two\nlines")

    line = capsys.readouterr().err
    assert line.count("\n") == 1
    assert 'level=info event=turn kind=answer ms=1.5 reason="two\\\\nlines"' in line


def test_json_holds_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO", "json")

    with structlog.contextvars.bound_contextvars(request="r1"):
        logging.getLogger("rasa.core").warning("from %s", "elsewhere")

    line = json.loads(capsys.readouterr().err)
    assert line["event"] == "from elsewhere"
    assert (line["level"], line["logger"], line["request"]) == ("warning", "rasa.core", "r1")


def test_rasas_details_are_only_for_debug(capsys: pytest.CaptureFixture[str]) -> None:
    for level, expected in (("INFO", 0), ("DEBUG", 2)):
        set_up_logs(level, "text")
        structlog.stdlib.get_logger("rasa.core.processor").debug("parsed", text="my salary")
        logging.getLogger("rasa.core.processor").info("my salary")
        assert capsys.readouterr().err.count("my salary") == expected


def test_warnings_of_libraries_are_only_for_debug(capsys: pytest.CaptureFixture[str]) -> None:
    for level, expected in (("INFO", 0), ("DEBUG", 1)):
        set_up_logs(level, "text")
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            logging.captureWarnings(True)
            warnings.warn("my salary", UserWarning, stacklevel=1)
        assert capsys.readouterr().err.count("UserWarning: my salary") == expected
    logging.captureWarnings(False)


def fail() -> None:
    try:
        raise KeyError("my salary")
    except KeyError as error:
        raise ValueError("95k, my salary") from error


@pytest.mark.parametrize("logger", [logging.getLogger("rasa"), structlog.stdlib.get_logger(OWN)])
def test_a_failing_request_is_traced_but_not_quoted(
    logger: logging.Logger, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logs("INFO", "text")

    with structlog.contextvars.bound_contextvars(request="r1"):
        try:
            fail()
        except ValueError:
            logger.exception("turn failed")

    log = capsys.readouterr().err
    assert "request=r1" in log
    assert log.rstrip().endswith("ValueError")
    assert "KeyError\n\nThis came after:\n" in log
    assert ", in fail" in log
    assert 'my salary")' in log, "the line of the program is shown"
    assert "ValueError: 95k" not in log
    assert "KeyError: " not in log


def test_a_failing_start_is_quoted(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO", "text")

    try:
        fail()
    except ValueError:
        structlog.stdlib.get_logger(OWN).exception("the coach cannot start")

    assert capsys.readouterr().err.rstrip().endswith("ValueError: 95k, my salary")
