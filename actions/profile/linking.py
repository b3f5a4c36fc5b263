"""Makes one person of two identities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from actions.profile.tables import ENTRY, IDENTITY, PERSON

if TYPE_CHECKING:
    from actions.profile.store import Identity


def linked(connection: Connection, identity: Identity, other: Identity) -> bool:
    """Whether both are one person now; see ``ProfileStore.link``."""
    one, two = _person(connection, identity), _person(connection, other)
    if one == two:
        return one is not None
    if _channels(connection, one, identity) & _channels(connection, two, other):
        return False
    if one is None or two is None:
        missing = identity if one is None else other
        connection.execute(
            sa.insert(IDENTITY).values(
                channel=missing.channel,
                external_id=missing.external_id,
                person_id=two if one is None else one,
            )
        )
    else:
        _merge(connection, one, two)
    return True


def _person(connection: Connection, identity: Identity) -> Any:
    return connection.execute(
        sa.select(IDENTITY.c.person_id).where(
            IDENTITY.c.channel == identity.channel, IDENTITY.c.external_id == identity.external_id
        )
    ).scalar()


def _channels(connection: Connection, person: int | None, identity: Identity) -> set[str]:
    """The channels on which a person has a name."""
    of_person = sa.select(IDENTITY.c.channel).where(IDENTITY.c.person_id == person)
    return {identity.channel, *connection.execute(of_person).scalars()}


def _merge(connection: Connection, kept: int, gone: int) -> None:
    """All of person ``gone`` becomes ``kept``'s; of two values of a field the later one stays."""
    # In one order whoever asks, so that two processes that link the same two do not wait for
    # each other for ever.
    for person in sorted((kept, gone)):
        lock = sa.update(PERSON).where(PERSON.c.id == person)
        connection.execute(lock.values(version=PERSON.c.version + 1))
    newest: dict[str, Any] = {}
    query = sa.select(ENTRY).where(ENTRY.c.person_id.in_((kept, gone))).order_by(ENTRY.c.said_at)
    for row in connection.execute(query):
        newest[row.field] = dict(row._mapping)
    connection.execute(sa.delete(ENTRY).where(ENTRY.c.person_id.in_((kept, gone))))
    for row in newest.values():
        connection.execute(sa.insert(ENTRY).values(**{**row, "person_id": kept}))
    moved = sa.update(IDENTITY).where(IDENTITY.c.person_id == gone)
    connection.execute(moved.values(person_id=kept))
    connection.execute(sa.delete(PERSON).where(PERSON.c.id == gone))
