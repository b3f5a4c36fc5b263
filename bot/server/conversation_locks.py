"""One message of a conversation at a time, in the order in which they came."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

from rasa.core.lock_store import LockStore


class ConversationLocks(LockStore):
    """Locks within this process. Waiters go on at once and in turn.

    Rasa's InMemoryLockStore looks again every second, so that a second message waits that long.
    """

    def __init__(self) -> None:
        # A lock goes when nobody holds it or waits for it any more.
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def lock(
        self,
        conversation_id: str,
        lock_lifetime: float = 0.0,
        wait_time_in_seconds: float = 0.0,
    ) -> AsyncGenerator[asyncio.Lock, None]:
        """Hold the conversation's lock. The two times are Rasa's and have no use here."""
        lock = self._locks.setdefault(conversation_id, asyncio.Lock())
        async with lock:
            yield lock
