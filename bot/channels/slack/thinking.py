"""Shows that the coach is at work where a turn takes longer than a moment."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from bot.channels.slack.calls import Calls
from bot.channels.slack.incoming import Place

AFTER_SECONDS = 1.0
STATUS = "is thinking…"
REACTION = "hourglass_flowing_sand"


@asynccontextmanager
async def thinking(
    calls: Calls, place: Place, after: float = AFTER_SECONDS
) -> AsyncGenerator[None, None]:
    """Show it in ``place`` once ``after`` seconds have passed, and take it away at the end."""
    over = asyncio.Event()
    shown = asyncio.create_task(_show(calls, place, after, over))
    try:
        yield
    finally:
        over.set()
        await shown


async def _show(calls: Calls, place: Place, after: float, over: asyncio.Event) -> None:
    try:
        await asyncio.wait_for(over.wait(), after)
    except asyncio.TimeoutError:
        if place.direct and place.thread:
            thread = {"channel_id": place.channel, "thread_ts": place.thread}
            said = await calls.attempt("assistant.threads.setStatus", **thread, status=STATUS)
            if said is not None:
                await over.wait()
                # An answer clears it; where none came, nothing else would.
                await calls.attempt("assistant.threads.setStatus", **thread, status=" ")
                return
        if place.private or not (place.channel and place.ts):
            return
        message = {"channel": place.channel, "timestamp": place.ts, "name": REACTION}
        if await calls.attempt("reactions.add", **message) is not None:
            await over.wait()
            await calls.attempt("reactions.remove", **message)
