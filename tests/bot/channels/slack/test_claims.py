"""Two workers on one database, as two processes are."""

from __future__ import annotations

import asyncio
import random
import time
from collections import defaultdict
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from actions.profile.store import ProfileStore
from actions.profile.tables import DELIVERY
from bot.channels.slack import claims as claims_module
from bot.channels.slack.claims import Claims
from bot.channels.slack.deliveries import Deliveries, Work


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'shared.db'}"


@pytest.fixture
def two(url: str) -> tuple[Claims, Claims]:
    first, second = ProfileStore(url), ProfileStore(url)
    return Claims(lambda: first.engine), Claims(lambda: second.engine)


def test_one_of_them_takes_a_delivery(two: tuple[Claims, Claims]) -> None:
    one, other = two
    assert one.claim("event:1", "T1:U1") is not None
    assert other.claim("event:1", "T1:U1") is None
    assert other.claim("event:2", "T1:U1") is not None


def test_what_a_dead_worker_left_is_taken_over(two: tuple[Claims, Claims]) -> None:
    dead, alive = two
    left = dead.claim("event:1", "T1:U1")
    assert left is not None
    alive.lease = 0.0
    taken = alive.claim("event:1", "T1:U1")
    assert taken is not None
    assert taken.number == left.number
    alive.done(taken.number)
    assert dead.claim("event:1", "T1:U1") is None


def test_a_sign_of_life_keeps_a_claim(two: tuple[Claims, Claims]) -> None:
    one, other = two
    one.claim("event:1", "T1:U1")
    other.lease = 0.2
    time.sleep(0.3)
    one.still_there()
    assert other.claim("event:1", "T1:U1") is None


def test_what_is_done_is_never_taken_over(two: tuple[Claims, Claims]) -> None:
    one, other = two
    claim = one.claim("event:1", "T1:U1")
    assert claim is not None
    one.done(claim.number)
    other.lease = 0.0
    assert other.claim("event:1", "T1:U1") is None


def test_a_conversation_waits_for_the_other_worker(two: tuple[Claims, Claims]) -> None:
    one, other = two
    first = one.claim("event:1", "T1:U1")
    second = other.claim("event:2", "T1:U1")
    elsewhere = other.claim("event:3", "T1:U2")
    assert first is not None
    assert second is not None
    assert elsewhere is not None
    assert (first.waits, second.waits, elsewhere.waits) == (False, True, False)
    one.done(first.number)
    assert other.waits(second.number, "T1:U1") is False


def test_after_a_day_it_is_forgotten(
    two: tuple[Claims, Claims], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, _ = two
    one.claim("event:1", "T1:U1")
    one.forget_old()
    assert one.claim("event:1", "T1:U1") is None
    monkeypatch.setattr(claims_module, "KEPT", timedelta(seconds=-1))
    one.forget_old()
    assert one.claim("event:1", "T1:U1") is not None


def test_the_table_names_nobody(two: tuple[Claims, Claims], url: str) -> None:
    two[0].claim("event:Ev1", "T1:U1")
    with sa.create_engine(url).connect() as connection:
        [row] = connection.execute(sa.select(DELIVERY)).all()
    assert "U1" not in str(tuple(row))
    assert "Ev1" not in str(tuple(row))


async def test_both_together_handle_each_delivery_once_and_in_order(
    two: tuple[Claims, Claims],
) -> None:
    lines = [Deliveries(claims) for claims in two]
    done: dict[str, list[int]] = defaultdict(list)

    def work(person: str, number: int) -> Work:
        async def note() -> None:
            await asyncio.sleep(0.002)
            done[person].append(number)

        return note

    async def deliver(line: Deliveries, person: str, number: int) -> None:
        delivery = line.enter(f"event:{person}-{number}", person)
        if await delivery.is_first():
            delivery.start(work(person, number))

    for number in range(20):
        for person in ("A", "B", "C"):
            first, second = random.sample(lines, 2)
            await deliver(first, person, number)
            await asyncio.gather(*[deliver(line, person, number) for line in (first, second)])
    for line in lines:
        await line.stop(20)
    assert done == {person: list(range(20)) for person in ("A", "B", "C")}
