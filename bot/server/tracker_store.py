"""Conversations in an SQL database, with those of late kept in memory."""

from __future__ import annotations

import json
from collections import OrderedDict
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SQLTrackerStore, TrackerStore, create_engine_kwargs
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, SessionStarted
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import QueuePool

from actions.profile.store import THREAD

DATABASE_SECONDS = 10  # how long a connection, a lock or a statement may take
MOST_KEPT = 100  # conversations; one of ten turns takes 0.4 MB


@dataclass
class _Kept:
    """A conversation in memory: ``stored`` of its events are in the database, the last of them in
    ``last_row``. It is ``saved`` from the end of a turn until it is handed out for the next."""

    tracker: DialogueStateTracker | None
    stored: int = 0
    last_row: int | None = None
    saved: bool = False


class RecentTrackerStore(SQLTrackerStore):
    """Rasa's SQLTrackerStore that need not read a conversation back in every turn.

    A tracker in memory is used only if nothing was added to its conversation elsewhere (one
    indexed look-up), so that several processes may share a database. One whose turn failed before
    it was saved is read back. Trackers in memory belong to whoever retrieved them last: callers
    hold the conversation's lock, as Rasa's agent does.
    """

    def __init__(
        self,
        url: str,
        domain: Domain | None = None,
        event_broker: EventBroker | None = None,
        most_kept: int = MOST_KEPT,
    ) -> None:
        """Open the database at ``url`` and create its table.

        Raises OSError or sqlalchemy.exc.SQLAlchemyError if that fails; Rasa's own store would
        wait for ever.
        """
        self.engine = _engine(url)
        self._create_table()
        self.sessionmaker = sessionmaker(bind=self.engine)
        self._most_kept = most_kept
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        # Not SQLTrackerStore's, which opens an engine of its own.
        TrackerStore.__init__(self, domain, event_broker)

    def _create_table(self) -> None:
        try:
            self.Base.metadata.create_all(self.engine)
        except sa.exc.OperationalError:
            # Another process that starts now may have created it between look and creation.
            self.Base.metadata.create_all(self.engine)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation's latest session, or None if there is none."""
        kept = self._kept.pop(sender_id, None)
        if kept is None or not kept.saved or kept.last_row != self._last_row(sender_id):
            tracker = await super().retrieve(sender_id)
            kept = _Kept(tracker, len(tracker.events) if tracker else 0)
        kept.saved = False
        self._kept[sender_id] = kept
        while len(self._kept) > self._most_kept:
            self._kept.popitem(last=False)
        return kept.tracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Add the tracker's new events to the database, in one transaction."""
        kept = self._kept.pop(tracker.sender_id, None)
        if kept is None or (kept.tracker is not tracker and kept.tracker is not None):
            await super().save(tracker)
            return
        await self.stream_events(tracker)
        new = list(islice(tracker.events, kept.stored, None))
        with self.session_scope() as session:
            last_row = self._add(session, tracker.sender_id, new) or kept.last_row
        if any(isinstance(event, SessionStarted) for event in new):
            # What is read back begins there; what is in memory may begin earlier.
            return
        # Rasa saves a new conversation before its first turn, and goes on with the same tracker.
        self._kept[tracker.sender_id] = _Kept(tracker, len(tracker.events), last_row, bool(new))

    async def erase(self, sender_id: str, threads: bool = False) -> None:
        """Delete a conversation for good, with ``threads`` also those in threads (see Identity)."""
        begins = f"{sender_id}{THREAD}"
        for name in [n for n in self._kept if n == sender_id or (threads and n.startswith(begins))]:
            self._kept.pop(name)
        column = self.SQLEvent.sender_id
        own = column == sender_id
        if threads:
            own |= sa.func.substr(column, 1, len(begins)) == begins
        erased = sa.delete(self.SQLEvent).where(own)
        with self.session_scope() as session:
            session.execute(erased.execution_options(synchronize_session=False))
            session.commit()

    def said(self, sender_id: str, most: int) -> list[dict[str, Any]]:
        """The last ``most`` events in which somebody said something, first to last. It blocks."""
        row = self.SQLEvent
        query = (
            sa.select(row.data)
            .where(row.sender_id == sender_id, row.type_name.in_(("user", "bot")))
            .order_by(row.id.desc())
            .limit(most)
        )
        with self.session_scope() as session:
            return [json.loads(data) for data in reversed(session.execute(query).scalars().all())]

    def _add(self, session: Session, sender_id: str, events: list[Event]) -> int | None:
        if not events:
            return None
        rows = [_row(sender_id, event) for event in events]
        session.execute(sa.insert(self.SQLEvent), rows)
        last_row = session.execute(self._last_row_query(sender_id)).scalar()
        session.commit()
        return last_row

    def _last_row(self, sender_id: str) -> int | None:
        with self.session_scope() as session:
            return session.execute(self._last_row_query(sender_id)).scalar()

    def _last_row_query(self, sender_id: str) -> Any:
        row = self.SQLEvent
        return sa.select(row.id).where(row.sender_id == sender_id).order_by(row.id.desc()).limit(1)


def _row(sender_id: str, event: Event) -> dict[str, Any]:
    """The columns of one event, as Rasa's store fills them."""
    data = event.as_dict()
    return {
        "sender_id": sender_id,
        "type_name": event.type_name,
        "timestamp": data.get("timestamp"),
        "intent_name": data.get("parse_data", {}).get("intent", {}).get("name"),
        "action_name": data.get("name"),
        "data": json.dumps(data),
    }


def _engine(url: str) -> Engine:
    """An engine that names no parameters in its errors: they are people's texts."""
    kind = make_url(url).get_backend_name()
    options = _sqlite_options(url) if kind == "sqlite" else {"pool_pre_ping": True}
    if kind == "postgresql":
        options |= _postgresql_options(url)
    engine = sa.create_engine(url, hide_parameters=True, **options)
    if kind == "sqlite":
        sa.event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _sqlite_options(url: str) -> dict[str, Any]:
    # Made here, so that nobody but its owner can ever read it.
    Path(make_url(url).database or "").touch(mode=0o600)
    return {
        # A connection is kept open: opening a file costs more than reading from it.
        "poolclass": QueuePool,
        "connect_args": {"check_same_thread": False, "timeout": DATABASE_SECONDS},
    }


def _postgresql_options(url: str) -> dict[str, Any]:
    """Rasa's options (size of the pool, POSTGRESQL_SCHEMA), and time-outs."""
    options = create_engine_kwargs(url)
    given = options.get("connect_args", {})
    timeout = f"-c statement_timeout={DATABASE_SECONDS}s"
    options["connect_args"] = {
        "connect_timeout": DATABASE_SECONDS,
        "options": f"{given.get('options', '')} {timeout}".strip(),
    }
    return options


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Readers and the writer do not wait for one another, and a commit does not wait for the disk.

    After a power failure the last turns may be missing; the file stays sound.
    """
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
