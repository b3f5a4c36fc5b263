"""Each message is answered once, however often its sender sends it."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any

Messages = list[dict[str, Any]]
MOST_KEPT = 500
# Longer than a client waits before it sends again. Later, the stored conversation has the answer.
KEPT_SECONDS = 120.0


class Answers:
    """The answers of late, those being worked on among them, by session and message id."""

    def __init__(self, most_kept: int = MOST_KEPT, seconds: float = KEPT_SECONDS) -> None:
        self._most_kept = most_kept
        self._seconds = seconds
        self._tasks: OrderedDict[tuple[str, str], asyncio.Task[Messages]] = OrderedDict()

    def known(self, key: tuple[str, str]) -> bool:
        return key in self._tasks

    async def once(
        self, key: tuple[str, str], answer: Callable[[], Awaitable[Messages]]
    ) -> Messages:
        """What ``answer`` gives, or gave when it was first asked for under ``key``.

        A caller that goes away does not stop it. What failed is forgotten and may be tried again.
        """
        task = self._tasks.get(key)
        if task is None:
            task = asyncio.ensure_future(_run(answer))
            self._tasks[key] = task
            task.add_done_callback(lambda done: self._settle(key, done))
        return await asyncio.shield(task)

    def _settle(self, key: tuple[str, str], task: asyncio.Task[Messages]) -> None:
        if task.cancelled() or task.exception() is not None:
            self._tasks.pop(key, None)
        else:
            asyncio.get_running_loop().call_later(self._seconds, self._tasks.pop, key, None)
        while len(self._tasks) > self._most_kept:
            self._tasks.popitem(last=False)


async def _run(answer: Callable[[], Awaitable[Messages]]) -> Messages:
    return await answer()
