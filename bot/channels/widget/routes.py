"""The widget's addresses: a session, messages, what was said before, ratings, a new start."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import structlog
from fastapi import APIRouter, Header, HTTPException, Request
from pydantic import BaseModel, Field
from sqlalchemy.exc import SQLAlchemyError

from actions.profile.store import ProfileUnavailable
from bot.channels.widget.answers import Answers, Messages
from bot.channels.widget.limits import Limit, network_of
from bot.channels.widget.sessions import TOKEN_SECONDS, Refused, Session, SessionSigner
from bot.server.history import Said, answer_to
from bot.server.rest import Button
from bot.server.worker import Worker
from bot.settings import Settings

logger = structlog.stdlib.get_logger(__name__)

CHANNEL = "widget"
TIMES_AN_ADDRESS = 10  # visitors that may be busy behind one address, as in an office
NEW_SESSIONS = 60  # a minute and address
_TOO_OFTEN = "That was a lot at once. Please wait {seconds} seconds, then go on."
_REFUSED = {
    "forged": "This session is not one of ours: start a new one.",
    "expired": "This session has expired: refresh it.",
}

Bearer = Annotated[str, Header(max_length=500, description='"Bearer" and a session\'s token.')]


class Renewal(BaseModel):
    """Asks for a session: that of ``token``, or without one a new session."""

    token: str | None = Field(default=None, max_length=400)


class SessionToken(BaseModel):
    """What a visitor's browser keeps: it speaks for the visitor for ``seconds``."""

    token: str
    seconds: int = Field(description="After so many seconds the token has to be refreshed.")
    characters: int = Field(description="Longest message that is accepted.")


class VisitorMessage(BaseModel):
    """What a visitor wrote, or the payload of the button that was pressed."""

    message: str
    id: str = Field(
        pattern=r"^[A-Za-z0-9_-]{8,64}$",
        description="Made up by the client for this message: sent again, it is not asked again.",
    )
    again: bool = Field(default=False, description="Whether it may have been sent before.")


class CoachMessage(BaseModel):
    """What the coach says."""

    text: str | None = None
    buttons: list[Button] | None = None
    custom: dict[str, Any] | None = None


class PastMessage(CoachMessage):
    """A message of the conversation so far; ``at`` in seconds since 1970, ``id`` the client's."""

    by: str
    id: str | None = None
    at: float


class VisitorRating(BaseModel):
    """Whether an answer was useful; ``token`` is the ``rating`` of its ``custom``."""

    token: str = Field(max_length=4_000)
    useful: bool


def widget_router(settings: Settings, worker: Worker, key: Callable[[], bytes]) -> APIRouter:
    """The channel. ``key`` signs the tokens; it is asked for at the first request."""
    channel = _Channel(settings, worker, key)
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
    async def history(authorization: Bearer = "") -> list[Said]:
        """The conversation so far, with buttons that work."""
        return await channel.history(channel.visitor(authorization))

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


class _Channel:
    def __init__(self, settings: Settings, worker: Worker, key: Callable[[], bytes]) -> None:
        self._settings = settings
        self._worker = worker
        self._key = key
        self._signer: SessionSigner | None = None
        self._answers = Answers()
        self._visitors = Limit(settings.widget_messages)
        self._addresses = Limit(settings.widget_messages * TIMES_AN_ADDRESS)
        self._starts = Limit(NEW_SESSIONS)

    @property
    def signer(self) -> SessionSigner:
        if self._signer is None:
            self._signer = SessionSigner(self._key(), self._settings.widget_days)
        return self._signer

    def session(self, request: Request, token: str | None) -> SessionToken:
        if token is None:
            _heed(self._starts.wait(_address(request)))
            session = self.signer.new()
        else:
            _heed(self._addresses.wait(_address(request)))
            session = self.signer.renewed(_accepted(self.signer.renewable(token)).id)
        return SessionToken(
            token=self.signer.token(session),
            seconds=TOKEN_SECONDS,
            characters=self._settings.widget_characters,
        )

    def visitor(self, authorization: str) -> str:
        """The id of the session that the header speaks for. Raises HTTPException(401)."""
        kind, _, token = authorization.partition(" ")
        if kind.lower() != "bearer":
            raise HTTPException(401, "A session's token is missing.", _CHALLENGE)
        return _accepted(self.signer.speaking(token.strip())).id

    async def answer(
        self, request: Request, authorization: str, incoming: VisitorMessage
    ) -> Messages:
        visitor = self.visitor(authorization)
        most = self._settings.widget_characters
        if len(incoming.message) > most:
            raise HTTPException(
                413,
                f"The message has {len(incoming.message):,} characters; at most {most:,} "
                "are accepted.",
            )
        key = (visitor, incoming.id)
        if not self._answers.known(key):
            _heed(self._visitors.wait(visitor))
            _heed(self._addresses.wait(_address(request)))
        return await self._answers.once(key, lambda: self._turn(visitor, incoming))

    async def _turn(self, visitor: str, incoming: VisitorMessage) -> Messages:
        # Perhaps it was answered before this process began.
        earlier = await self._earlier(visitor, incoming.id) if incoming.again else None
        if earlier is not None:
            return [dict(message) for message in earlier]
        return await self._worker.answer(visitor, incoming.message, CHANNEL, incoming.id)

    async def history(self, visitor: str) -> list[Said]:
        try:
            return await self._worker.history(visitor, CHANNEL)
        except SQLAlchemyError as error:
            logger.error("the database of conversations failed", exc_info=error)
            raise HTTPException(500, "The conversation cannot be read at the moment.") from error

    async def _earlier(self, visitor: str, message_id: str) -> list[Said] | None:
        try:
            return answer_to(await self.history(visitor), message_id)
        except HTTPException:
            return None

    async def rate(self, visitor: str, given: VisitorRating) -> None:
        _heed(self._visitors.wait(f"rating {visitor}"))
        try:
            kept = await self._worker.rate(visitor, CHANNEL, given.token, given.useful)
        except ProfileUnavailable as error:
            raise HTTPException(503, "The rating cannot be kept at the moment.") from error
        if not kept:
            raise HTTPException(403, "This rating does not belong to an answer of this session.")


_CHALLENGE = {"WWW-Authenticate": "Bearer"}


def _accepted(read: Session | Refused) -> Session:
    if isinstance(read, Refused):
        raise HTTPException(401, _REFUSED[read.reason], _CHALLENGE)
    return read


def _heed(seconds: int) -> None:
    if seconds:
        sentence = _TOO_OFTEN.format(seconds=seconds)
        raise HTTPException(429, sentence, {"Retry-After": str(seconds)})


def _address(request: Request) -> str:
    return network_of(request.client.host if request.client else "")
