"""Opens databases: SQLite files that only their owner reads, PostgreSQL with time-outs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.pool import QueuePool

DATABASE_SECONDS = 10  # how long a connection, a lock or a statement may take


def open_engine(url: str, seconds: int = DATABASE_SECONDS) -> Engine:
    """An engine for ``url`` that names no parameters in its errors: they are people's words.

    Raises OSError or sqlalchemy.exc.SQLAlchemyError if the URL or its file cannot be used.
    """
    if make_url(url).get_backend_name() == "sqlite":
        engine = sa.create_engine(
            url, hide_parameters=True, future=True, **sqlite_options(url, seconds)
        )
        sa.event.listen(engine, "connect", prepare_sqlite)
        return engine
    limits = f"-c statement_timeout={seconds}s -c lock_timeout={seconds}s"
    return sa.create_engine(
        url,
        hide_parameters=True,
        future=True,
        pool_pre_ping=True,
        connect_args={"connect_timeout": seconds, "options": limits},
    )


def sqlite_options(url: str, seconds: int = DATABASE_SECONDS) -> dict[str, Any]:
    """Arguments of ``create_engine`` for the SQLite file of ``url``, which is made if missing."""
    # Made here, so that nobody but its owner can ever read it.
    Path(make_url(url).database or "").touch(mode=0o600)
    return {
        # A connection is kept open: opening a file costs more than reading from it.
        "poolclass": QueuePool,
        "connect_args": {"check_same_thread": False, "timeout": seconds},
    }


def prepare_sqlite(connection: Any, _record: object) -> None:
    """Readers and the writer do not wait for one another, and a commit does not wait for the disk.

    After a power failure the last turns may be missing; the file stays sound.
    """
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA foreign_keys=ON")
