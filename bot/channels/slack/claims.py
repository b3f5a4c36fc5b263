"""What Slack has delivered, in the database that all workers share. Calls block."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from secrets import token_hex

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from actions.profile.tables import DELIVERY

KEPT = timedelta(days=1)  # Slack delivers again for an hour at most
LEASE_SECONDS = 20.0  # after so long without a sign of life, a worker is taken for dead


@dataclass(frozen=True)
class Claim:
    """``number`` is the place among all deliveries; ``waits`` if another worker is still busy
    with an earlier one of the same conversation."""

    number: int
    waits: bool


class Claims:
    """The claims of one worker. All methods raise sqlalchemy.exc.SQLAlchemyError, and ``engine``
    whatever it does, if the database fails."""

    def __init__(self, engine: Callable[[], Engine], lease: float = LEASE_SECONDS) -> None:
        self._engine = engine
        self._owner = token_hex(16)
        self.lease = lease

    def claim(self, key: str, conversation: str) -> Claim | None:
        """The claim on a delivery; None if it is done or another worker is at it."""
        key, conversation = _hashed(key), _hashed(conversation)
        row = {
            "key": key, "conversation": conversation, "owner": self._owner, "at": _now(),
            "done": False,
        }  # fmt: skip
        try:
            with self._engine().begin() as connection:
                inserted = connection.execute(sa.insert(DELIVERY).values(**row))
                number = int(inserted.inserted_primary_key[0])
        except IntegrityError:
            taken = self._taken_over(key)
            if taken is None:
                return None
            number = taken
        return Claim(number, self.waits(number, conversation, hashed=True))

    def _taken_over(self, key: str) -> int | None:
        """The number of a delivery whose worker died before it was done."""
        table = DELIVERY.c
        dead = (table.key == key) & ~table.done & (table.at < self._expired())
        with self._engine().begin() as connection:
            taken = sa.update(DELIVERY).where(dead).values(owner=self._owner, at=_now())
            if connection.execute(taken).rowcount == 0:
                return None
            number = connection.execute(sa.select(table.id).where(table.key == key)).scalar_one()
            return int(number)

    def waits(self, number: int, conversation: str, hashed: bool = False) -> bool:
        """Whether another worker is still busy with an earlier delivery of the conversation."""
        name = conversation if hashed else _hashed(conversation)
        table = DELIVERY.c
        query = sa.select(table.id).where(
            (table.conversation == name)
            & ~table.done
            & (table.id < number)
            & (table.owner != self._owner)
            & (table.at > self._expired())
        )
        with self._engine().connect() as connection:
            return connection.execute(query.limit(1)).first() is not None

    def done(self, number: int) -> None:
        """The delivery was worked on, whatever came of it."""
        finished = sa.update(DELIVERY).where(DELIVERY.c.id == number).values(done=True)
        with self._engine().begin() as connection:
            connection.execute(finished)

    def still_there(self) -> None:
        """A sign of life: what this worker has claimed is being worked on."""
        own = (DELIVERY.c.owner == self._owner) & ~DELIVERY.c.done
        with self._engine().begin() as connection:
            connection.execute(sa.update(DELIVERY).where(own).values(at=_now()))

    def forget_old(self) -> None:
        """Delete what was delivered more than a day ago."""
        with self._engine().begin() as connection:
            connection.execute(sa.delete(DELIVERY).where(DELIVERY.c.at < _now() - KEPT))

    def _expired(self) -> datetime:
        return _now() - timedelta(seconds=self.lease)


def _hashed(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()


def _now() -> datetime:
    return datetime.now(timezone.utc)
