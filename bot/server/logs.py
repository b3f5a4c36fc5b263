"""Logs: one structured line an event on standard error, without people's texts.

Above DEBUG, other libraries are heard from WARNING on only, and an error that a turn or a request
raised is named by its type and place but not quoted: its text may repeat what a person wrote.
"""

from __future__ import annotations

import logging
import os
import sys
import traceback
import warnings
from collections.abc import Callable, MutableMapping
from types import TracebackType
from typing import Any, Literal, TextIO

import structlog

# Bound to the log's context: the channel of the turn, the id of the request that are worked on.
TURN = "channel"
REQUEST = "request"
OWN_LOGGERS = ("bot", "actions", "knowledge")
# Read by libraries when they are imported.
_QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
}

ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None]


def quiet_libraries() -> None:
    """Keep libraries from reporting home, and from warning when they are imported."""
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
    warnings.simplefilter("ignore")


def set_up_logs(level: str, form: Literal["text", "json"], stream: TextIO | None = None) -> None:
    """Send everything that is logged in this process to ``stream`` (standard error) in one form."""
    detailed = level == "DEBUG"
    shared: list[Callable[..., Any]] = [
        structlog.contextvars.merge_contextvars,
        add_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.stdlib.PositionalArgumentsFormatter(),
        with_trace if detailed else with_careful_trace,
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    last: Callable[..., Any] = structlog.processors.JSONRenderer() if form == "json" else as_text
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level if detailed else max(logging.WARNING, logging.getLevelName(level)))
    # Some libraries undo the filters of warnings when they are imported.
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").setLevel(level if detailed else logging.ERROR)
    for name in OWN_LOGGERS:
        logging.getLogger(name).setLevel(level)


def add_level(_logger: Any, method: str, event: Any) -> Any:
    """``structlog.stdlib.add_log_level``, but ``exception`` is a method and not a level."""
    return structlog.stdlib.add_log_level(_logger, method.replace("exception", "error"), event)


def as_text(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> str:
    """key=value on one line, then the traceback if there is one."""
    trace = event.pop("exception", None)
    order = ("timestamp", "level", "event", REQUEST)
    line = structlog.processors.LogfmtRenderer(key_order=order, drop_missing=True)(
        _logger, _method, {key: _flat(value) for key, value in event.items()}
    )
    return f"{line}\n{trace}" if trace else str(line)


def _flat(value: Any) -> Any:
    return value.replace("\n", "\\n") if isinstance(value, str) else value


def format_exception(exc_info: ExceptionInfo) -> str:
    """The traceback as Python prints it."""
    return "".join(traceback.format_exception(*exc_info)).rstrip()


def format_place(exc_info: ExceptionInfo) -> str:
    """The traceback with each exception's type and place, and nothing that it says."""
    chain: list[str] = []
    error: BaseException | None = exc_info[1]
    while error is not None and len(chain) < 10:
        frames = "".join(traceback.format_tb(error.__traceback__))
        chain.append(f"Traceback (most recent call last):\n{frames}{type(error).__qualname__}")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "\n\nThis came after:\n\n".join(reversed(chain))


with_trace = structlog.processors.ExceptionRenderer(format_exception)
_with_place = structlog.processors.ExceptionRenderer(format_place)


def with_careful_trace(logger: Any, method: str, event: Any) -> Any:
    """The whole traceback, but of turns and requests its places only."""
    personal = TURN in event or REQUEST in event
    return (_with_place if personal else with_trace)(logger, method, event)
