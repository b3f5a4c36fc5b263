"""Profiles in a database: SQLite by default, PostgreSQL by a URL."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError, OperationalError, SQLAlchemyError

from actions.profile.engine import open_engine
from actions.profile.fields import FIELDS, Entry
from actions.profile.linking import linked
from actions.profile.tables import AUDIT, ENTRY, IDENTITY, PERSON, RATING

PROFILE_SECONDS = 5  # how long a person waits for the database before they are answered without
MOST_CHARACTERS = 255  # of an external id; longer ones are kept as their hash
THREADED = ("slack",)  # channels where a person has several conversations
THREAD = "#"  # between the person and the thread in the name of such a conversation
_TRIES = 5
_MIGRATING = threading.Lock()


class ProfileUnavailable(Exception):  # noqa: N818
    """The database of profiles cannot be reached, is locked or refuses. Nothing was written."""


@dataclass(frozen=True)
class Identity:
    """Who a channel says it talks to. Only a channel that verified it may name it."""

    channel: str
    external_id: str

    def __post_init__(self) -> None:
        # What no database stores: NUL, halves of characters, more than the column takes.
        clean = self.external_id.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
        if len(clean) > MOST_CHARACTERS:
            clean = hashlib.sha256(clean.encode()).hexdigest()
        object.__setattr__(self, "external_id", clean)

    def __str__(self) -> str:
        return f"{self.channel}:{self.external_id}"

    @classmethod
    def parse(cls, text: str) -> Identity:
        """The identity that ``str`` made; without a channel, that of the REST channel."""
        channel, _, external = text.partition(":")
        return cls(channel, external) if external else cls("rest", channel)

    @classmethod
    def of(cls, channel: str, sender: str) -> Identity:
        """Who talks in the conversation ``sender``.

        Elsewhere a person has one conversation, named like the person. In Slack each thread is
        one: "T1:U1#C1/169.1" is the thread 169.1 of channel C1, as the person "T1:U1" has it.
        """
        return cls(channel, sender.partition(THREAD)[0] if channel in THREADED else sender)


@dataclass(frozen=True)
class Rating:
    """Whether an answer was ``useful``, with what it answered; ``answer`` is the answer's id."""

    answer: str
    useful: bool
    kind: str
    question: str
    intent: str
    confidence: float
    facts: list[str]


@dataclass(frozen=True)
class Stored:
    """A profile as stored: its entries by field, those told last at the end."""

    entries: Mapping[str, Entry] = field(default_factory=dict)

    @property
    def values(self) -> dict[str, Any]:
        return {name: entry.value for name, entry in self.entries.items()}


Change = Callable[[Stored], Mapping[str, tuple[Any, str]]]


class ProfileStore:
    """Reads and changes profiles. Calls block; each is one transaction. Safe to share by threads.

    Every method raises ProfileUnavailable if the database fails.
    """

    def __init__(self, url: str) -> None:
        """Open the database at ``url`` and bring its tables up to date."""
        with _failing():
            self.engine = open_engine(url, PROFILE_SECONDS)
            migrate(self.engine)

    def close(self) -> None:
        self.engine.dispose()

    def load(self, identity: Identity) -> Stored:
        """The profile of ``identity``; an empty one if nothing is known."""
        with _failing(), self.engine.connect() as connection:
            return _entries(connection, _person_query(identity))

    def change(self, identity: Identity, change: Change) -> tuple[Stored, bool]:
        """Apply ``change`` to the stored profile, alone among all processes.

        ``change`` gets the profile as it is and returns {field: (new value or None, words)}.
        Returns the profile afterwards, and whether these are the first things known of the person.
        """
        with _failing():
            for attempt in range(_TRIES):
                try:
                    return self._change(identity, change)
                except IntegrityError:
                    # Two first messages at once: one made the person, the other tries again.
                    if attempt == _TRIES - 1:
                        raise
        raise AssertionError("unreachable")

    def _change(self, identity: Identity, change: Change) -> tuple[Stored, bool]:
        with self.engine.begin() as connection:
            lock = (
                sa.update(PERSON)
                .where(PERSON.c.id == _person_query(identity).scalar_subquery())
                .values(version=PERSON.c.version + 1)
            )
            known = connection.execute(lock).rowcount > 0
            before = _entries(connection, _person_query(identity)) if known else Stored()
            changed = {n: v for n, v in change(before).items() if n in FIELDS}
            if not changed:
                return before, False
            if not known:
                _add_person(connection, identity)
            person = connection.execute(_person_query(identity)).scalar_one()
            for name, (value, said) in changed.items():
                _put(connection, person, name, value, said)
            return _entries(connection, _person_query(identity)), not before.entries

    def forget(self, identity: Identity, names: Iterable[str]) -> list[str]:
        """Remove the fields ``names``; returns those that were known."""
        before = self.load(identity)
        gone = [name for name in names if name in before.entries]
        self.change(identity, lambda _: dict.fromkeys(gone, (None, "")))
        return gone

    def erase(self, identity: Identity) -> bool:
        """Remove the person with all that is known and rated; False if nothing was."""
        with _failing(), self.engine.begin() as connection:
            rated = connection.execute(sa.delete(RATING).where(_rated_by(identity))).rowcount
            person = connection.execute(_person_query(identity)).scalar()
            if person is None:
                return bool(rated)
            for name in connection.execute(_names_query(person)).all():
                connection.execute(sa.delete(RATING).where(_rated_by(Identity(*name))))
            for table in (ENTRY, IDENTITY):
                connection.execute(sa.delete(table).where(table.c.person_id == person))
            connection.execute(sa.delete(PERSON).where(PERSON.c.id == person))
            return True

    def link(self, identity: Identity, other: Identity) -> bool:
        """Make ``other`` the same person as ``identity``; whether they are one now.

        Only for identities that their channels verified. Where both have a profile, each field
        keeps the value told last. They stay apart if nothing is known of either, or if that would
        make one of two people of the same channel (an address that was given to somebody else).
        """
        with _failing(), self.engine.begin() as connection:
            return linked(connection, identity, other)

    def rate(self, identity: Identity, rating: Rating) -> None:
        """Keep what ``identity`` thinks of an answer, in place of what they thought before."""
        with _failing(), self.engine.begin() as connection:
            connection.execute(sa.delete(RATING).where(RATING.c.answer == rating.answer))
            who = {"channel": identity.channel, "external_id": identity.external_id}
            connection.execute(sa.insert(RATING).values(**asdict(rating), **who, at=_now()))

    def ratings(self, identity: Identity) -> list[Rating]:
        """What ``identity`` has rated, oldest first."""
        columns = [RATING.c[field.name] for field in fields(Rating)]
        query = sa.select(*columns).where(_rated_by(identity)).order_by(RATING.c.at)
        with _failing(), self.engine.connect() as connection:
            return [Rating(*row) for row in connection.execute(query)]

    def audit(self, identity: Identity, action: str, by: str) -> None:
        """Note that ``by`` (person, operator) did ``action``; of the content, nothing."""
        with _failing(), self.engine.begin() as connection:
            person = connection.execute(_person_query(identity)).scalar()
            row = {"at": _now(), "action": action, "by": by, "person": person}
            connection.execute(sa.insert(AUDIT).values(**row))


def migrate(engine: sa.engine.Engine) -> None:
    """Bring the tables of ``engine``'s database to the newest form."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    for attempt in range(_TRIES):
        try:
            # Alembic keeps its context in the module: one thread at a time.
            with _MIGRATING, engine.begin() as connection:
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
            return
        except OperationalError as error:
            # On SQLite another process may have made the tables just now.
            if attempt == _TRIES - 1 or "already exists" not in str(error.orig):
                raise
            time.sleep(0.2)


@contextmanager
def _failing() -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, OSError, ValueError, ImportError) as error:
        # The driver's own words: SQLAlchemy's may repeat the URL, and so its password.
        reason = " ".join(str(getattr(error, "orig", None) or type(error).__name__).split())
        raise ProfileUnavailable(reason) from error


def _person_query(identity: Identity) -> Any:
    return sa.select(IDENTITY.c.person_id).where(
        IDENTITY.c.channel == identity.channel, IDENTITY.c.external_id == identity.external_id
    )


def _names_query(person: int) -> Any:
    columns = (IDENTITY.c.channel, IDENTITY.c.external_id)
    return sa.select(*columns).where(IDENTITY.c.person_id == person)


def _rated_by(identity: Identity) -> Any:
    return sa.and_(
        RATING.c.channel == identity.channel, RATING.c.external_id == identity.external_id
    )


def _add_person(connection: Connection, identity: Identity) -> None:
    row = connection.execute(sa.insert(PERSON).values(created_at=_now(), version=1))
    connection.execute(
        sa.insert(IDENTITY).values(
            channel=identity.channel,
            external_id=identity.external_id,
            person_id=row.inserted_primary_key[0],
        )
    )


def _put(connection: Connection, person: int, name: str, value: Any, said: str) -> None:
    here = sa.and_(ENTRY.c.person_id == person, ENTRY.c.field == name)
    connection.execute(sa.delete(ENTRY).where(here))
    if value is not None:
        said = said.replace("\x00", "")
        row = {"person_id": person, "field": name, "value": value, "said_at": _now(), "said": said}
        connection.execute(sa.insert(ENTRY).values(**row))


def _entries(connection: Connection, person: Any) -> Stored:
    query = (
        sa.select(ENTRY.c.field, ENTRY.c.value, ENTRY.c.said_at, ENTRY.c.said)
        .where(ENTRY.c.person_id == person.scalar_subquery())
        .order_by(ENTRY.c.said_at)
    )
    return Stored(
        {
            row.field: Entry(row.value, _utc(row.said_at), row.said)
            for row in connection.execute(query)
        }
    )


def _utc(moment: datetime) -> datetime:
    """``moment`` in UTC; SQLite gives it without its zone."""
    return moment.astimezone(timezone.utc) if moment.tzinfo else moment.replace(tzinfo=timezone.utc)


def _now() -> datetime:
    return datetime.now(timezone.utc)
