"""Logs: one structured line an event on standard error, without people's texts.

Above DEBUG, other libraries are heard from WARNING on only, and what a failing turn raised is
named by its type and place but not quoted, since an error's text may repeat what a person wrote.
"""

from __future__ import annotations

import logging
import os
import sys
import traceback
import warnings
from collections.abc import Callable
from types import TracebackType
from typing import Any, Literal

import structlog

OWN_LOGGERS = ("bot", "actions", "knowledge")
# Read by libraries when they are imported.
_QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
}

ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None]


def quiet_libraries() -> None:
    """Keep libraries from warning about themselves at each start; ``python -W`` wins."""
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
    if not sys.warnoptions:
        warnings.simplefilter("ignore")


def set_up_logs(level: str, form: Literal["text", "json"]) -> None:
    """Send everything that is logged in this process to standard error in one form."""
    detailed = level == "DEBUG"
    shared: list[Callable[..., Any]] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.ExceptionRenderer(format_exception if detailed else format_place),
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer() if form == "json" else as_text,
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level if detailed else max(logging.WARNING, logging.getLevelName(level)))
    for name in OWN_LOGGERS:
        logging.getLogger(name).setLevel(level)


def as_text(_logger: Any, _method: str, event: dict[str, Any]) -> str:
    """key=value on one line, then the traceback if there is one."""
    trace = event.pop("exception", None)
    order = ("timestamp", "level", "event", "request")
    line = structlog.processors.LogfmtRenderer(key_order=order, drop_missing=True)(
        _logger, _method, {key: _flat(value) for key, value in event.items()}
    )
    return f"{line}\n{trace}" if trace else str(line)


def _flat(value: Any) -> Any:
    return value.replace("\n", "\\n") if isinstance(value, str) else value


def format_exception(info: ExceptionInfo) -> str:
    """The traceback as Python prints it."""
    return "".join(traceback.format_exception(*info)).rstrip()


def format_place(info: ExceptionInfo) -> str:
    """The traceback with each exception's type and place, and nothing that it says."""
    chain = []
    error: BaseException | None = info[1]
    while error is not None and len(chain) < 10:
        frames = "".join(traceback.format_tb(error.__traceback__))
        chain.append(f"Traceback (most recent call last):\n{frames}{type(error).__qualname__}")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "\n\nThis came after:\n\n".join(reversed(chain))
