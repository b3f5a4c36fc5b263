"""Runs the coach on an event loop in a thread of its own.

Understanding and answering a message is CPU work of some milliseconds, loading is seconds: done
here, neither holds up the server's loop, which goes on taking requests.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import structlog

from bot.server.errors import NotReadyError, StartError, failed_turn, start_problem
from bot.server.memory import loading
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.server.coach import About, Coach
    from bot.server.history import Said

logger = structlog.stdlib.get_logger(__name__)

T = TypeVar("T")
State = Literal["starting", "ok", "failed", "stopped"]
STOP_SECONDS = 5


class Worker:
    """Loads the coach in the background and passes messages to it."""

    def __init__(self, settings: Settings, on_change: Callable[[], None] = lambda: None) -> None:
        """``on_change`` is called, in the worker's thread, when the coach is ready or failed."""
        self.state: State = "starting"
        self.problem: str | None = None
        self.coach: Coach | None = None
        self._settings = settings
        self._on_change = on_change
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="coach", daemon=True)

    @property
    def about(self) -> About | None:
        """Which coach it is, once it can answer."""
        return self.coach.about if self.coach and self.state == "ok" else None

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """End the loop and wait a moment for it. Loading cannot be broken off; it dies with us."""
        loading = self.state == "starting"
        self.state = "stopped"
        self._loop.call_soon_threadsafe(self._loop.stop)
        if not loading:
            self._thread.join(STOP_SECONDS)

    async def answer(
        self, sender: str, text: str, channel: str, message_id: str | None = None
    ) -> list[dict[str, Any]]:
        """The coach's messages, or an apology if they take too long.

        Raises NotReadyError before the coach is ready and after it failed.
        """
        turn = self._on_loop(self._ready().answer(sender, text, channel, message_id))
        try:
            return await asyncio.wait_for(turn, self._settings.turn_seconds)
        except asyncio.TimeoutError:
            logger.error("turn given up", seconds=self._settings.turn_seconds)
            return [failed_turn(sender)]

    async def rate(self, sender: str, channel: str, token: str, useful: bool) -> bool:
        """Keep what a person thinks of an answer; False if ``token`` is not one of theirs.

        Raises NotReadyError as ``answer`` does, ProfileUnavailable if the database fails.
        """
        return await self._on_loop(self._ready().rate(sender, channel, token, useful))

    async def history(self, sender: str, channel: str) -> list[Said]:
        """What was said of late. Raises NotReadyError as ``answer`` does, SQLAlchemyError."""
        return await self._on_loop(self._ready().history(sender, channel))

    def _ready(self) -> Coach:
        if self.state != "ok" or self.coach is None:
            raise NotReadyError(_WHY_NOT[self.state])
        return self.coach

    def _on_loop(self, work: Coroutine[Any, Any, T]) -> asyncio.Future[T]:
        return asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._loop))

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            with loading():
                self.coach = self._loop.run_until_complete(self._open())
        except Exception as error:
            # The edge of loading: whatever went wrong, /health and the person at the terminal
            # have to hear of it.
            self._fail(error)
            return
        if self.state == "stopped":
            return
        self.state = "ok"
        self._on_change()
        self._loop.run_forever()
        self.coach.close()
        self._loop.close()

    async def _open(self) -> Coach:
        from bot.server.coach import Coach

        return await Coach.open(self._settings)

    def _fail(self, error: Exception) -> None:
        if self.state == "stopped":
            return
        self.problem = start_problem(error)
        expected = isinstance(error, StartError)
        logger.error(
            "the coach cannot start", reason=self.problem, exc_info=None if expected else error
        )
        self.state = "failed"
        self._on_change()


_WHY_NOT: dict[State, str] = {
    "starting": "The coach is still starting. Please try again in a few seconds.",
    "failed": "The coach could not start. The people who run it find the reason in its log.",
    "stopped": "The coach is being shut down. Please try again in a minute.",
    "ok": "",
}
