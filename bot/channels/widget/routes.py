"""The widget's addresses: a session, messages, what was said before, ratings, a new start."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Header, Request

from bot.channels.widget.channel import Channel
from bot.channels.widget.wire import (
    CoachMessage,
    PastMessage,
    Renewal,
    SessionToken,
    VisitorMessage,
    VisitorRating,
)
from bot.server.history import Said
from bot.server.worker import Worker
from bot.settings import Settings

Bearer = Annotated[str, Header(max_length=500, description='"Bearer" and a session\'s token.')]


def widget_router(settings: Settings, worker: Worker, key: Callable[[], bytes]) -> APIRouter:
    """The channel. ``key`` signs the tokens; it is asked for at the first request."""
    channel = Channel(settings, worker, key)
    router = APIRouter(prefix="/widget")

    @router.post("/session", response_model=SessionToken)
    async def session(request: Request, renewal: Renewal) -> SessionToken:
        """A new session, or a fresh token for the session of an old one."""
        return channel.session(request, renewal.token)

    @router.post("/messages", response_model=list[CoachMessage], response_model_exclude_none=True)
    async def messages(
        request: Request, incoming: VisitorMessage, authorization: Bearer = ""
    ) -> list[dict[str, Any]]:
        """What the coach says to a message."""
        return await channel.answer(request, authorization, incoming)

    @router.get("/history", response_model=list[PastMessage], response_model_exclude_none=True)
    async def history(request: Request, authorization: Bearer = "") -> list[Said]:
        """The conversation so far, with buttons that work."""
        return await channel.read(request, channel.visitor(authorization))

    @router.post("/rating", status_code=204)
    async def rating(given: VisitorRating, authorization: Bearer = "") -> None:
        """Keep whether an answer was useful; the last word counts."""
        await channel.rate(channel.visitor(authorization), given)

    @router.post("/restart", response_model=SessionToken)
    async def restart(request: Request, authorization: Bearer = "") -> SessionToken:
        """A new session instead of the caller's, whose conversation stays behind."""
        channel.visitor(authorization)
        return channel.session(request, None)

    return router
