"""Each delivery once, and those of a conversation one after the other, in order of arrival."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar
from weakref import WeakValueDictionary

import structlog
from sqlalchemy.exc import SQLAlchemyError

from actions.profile.store import ProfileUnavailable
from bot.channels.slack.claims import Claim, Claims
from bot.server.logs import TURN

logger = structlog.stdlib.get_logger(__name__)

Work = Callable[[], Awaitable[None]]
T = TypeVar("T")
MOST_REMEMBERED = 10_000
ACKNOWLEDGE_SECONDS = 2.0  # the longest that Slack waits for a slow database; it allows three
START_SECONDS = 10  # a delivery that was claimed and not begun by then is given up
LOOK_SECONDS = 0.1  # between looks at what another worker does
SWEEP_SECONDS = 3_600.0
_UNKNOWN = Claim(0, False)


class Delivery:
    """One delivery, which has its place in line. ``start`` must follow where it is the first."""

    def __init__(self, claim: asyncio.Future[Claim | None]) -> None:
        self.claim = claim
        self.work: asyncio.Future[Work] = asyncio.get_running_loop().create_future()

    async def is_first(self) -> bool:
        """False if this was delivered before, here or to another worker.

        True if the database takes long to tell: should it be no, the work is left undone later.
        """
        claim = asyncio.shield(self.claim)
        try:
            return await asyncio.wait_for(claim, ACKNOWLEDGE_SECONDS) is not None
        except asyncio.TimeoutError:
            return True

    def start(self, work: Work) -> None:
        """Let ``work`` run when it is its turn."""
        if not self.work.done():
            self.work.set_result(work)


class Deliveries:
    """The line of deliveries of one worker. To be used on one event loop."""

    def __init__(self, claims: Claims) -> None:
        self._claims = claims
        # One thread, so that the claims have the order of arrival in the database too.
        self._thread = ThreadPoolExecutor(1, "slack-claims")
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._tasks: set[asyncio.Task[None]] = set()
        self._seen: OrderedDict[str, None] = OrderedDict()
        self._keeper: asyncio.Task[None] | None = None

    @property
    def under_way(self) -> int:
        """How many deliveries are waiting or worked on."""
        return len(self._tasks)

    def start(self) -> None:
        self._keeper = asyncio.create_task(self._keep())

    async def stop(self, seconds: float) -> None:
        """Wait up to ``seconds`` for what is under way; what is left then is broken off."""
        if self._keeper is not None:
            self._keeper.cancel()
        if self._tasks:
            _, left = await asyncio.wait(set(self._tasks), timeout=seconds)
            for task in left:
                task.cancel()
            if left:
                logger.error("slack work broken off", count=len(left))
                await asyncio.wait(left, timeout=1)
        self._thread.shutdown(wait=False)

    def enter(self, key: str, conversation: str) -> Delivery:
        """Take the next place in the conversation's line, at once: the caller has awaited nothing
        since the delivery arrived."""
        delivery = Delivery(asyncio.ensure_future(self._claimed(key, conversation)))
        task = asyncio.create_task(self._in_turn(conversation, delivery))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return delivery

    async def _claimed(self, key: str, conversation: str) -> Claim | None:
        if key in self._seen:
            return None
        self._seen[key] = None
        if len(self._seen) > MOST_REMEMBERED:
            self._seen.popitem(last=False)
        # Without the database, this worker's memory is what there is.
        return await self._asked(self._claims.claim, key, conversation, default=_UNKNOWN)

    async def _in_turn(self, conversation: str, delivery: Delivery) -> None:
        lock = self._locks.setdefault(conversation, asyncio.Lock())
        async with lock:
            claim = await delivery.claim
            if claim is None:
                return
            try:
                while claim.waits and await self._waits(claim, conversation):
                    await asyncio.sleep(LOOK_SECONDS)
                work = await asyncio.wait_for(delivery.work, START_SECONDS)
                with structlog.contextvars.bound_contextvars(**{TURN: "slack"}):
                    await work()
            except Exception:
                # The edge of the work: Slack was told long ago that all is well.
                with structlog.contextvars.bound_contextvars(**{TURN: "slack"}):
                    logger.exception("slack delivery failed")
            finally:
                if claim.number:
                    await asyncio.shield(self._asked(self._claims.done, claim.number, default=None))

    async def _waits(self, claim: Claim, conversation: str) -> bool:
        return await self._asked(self._claims.waits, claim.number, conversation, default=False)

    async def _asked(self, ask: Callable[..., T], *arguments: Any, default: T) -> T:
        """The database's answer, or ``default`` if it has none."""
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._thread, ask, *arguments)
        except (SQLAlchemyError, ProfileUnavailable) as problem:
            logger.error("the database of deliveries failed", reason=type(problem).__name__)
            return default

    async def _keep(self) -> None:
        """Show that this worker lives, and now and then sweep out what is old."""
        swept = -SWEEP_SECONDS
        while True:
            if time.monotonic() - swept > SWEEP_SECONDS:
                swept = time.monotonic()
                await self._asked(self._claims.forget_old, default=None)
            await asyncio.sleep(self._claims.lease / 4)
            if self._tasks:
                await self._asked(self._claims.still_there, default=None)
