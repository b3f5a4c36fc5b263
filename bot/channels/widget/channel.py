"""What the widget's addresses do: whose request it is, whether it is too much, what it gets."""

from __future__ import annotations

from collections.abc import Callable

import structlog
from fastapi import HTTPException, Request
from sqlalchemy.exc import SQLAlchemyError

from actions.profile.store import ProfileUnavailable
from bot.channels.widget.answers import Answers, Messages
from bot.channels.widget.limits import Limit, network_of
from bot.channels.widget.sessions import TOKEN_SECONDS, Refused, Session, SessionSigner
from bot.channels.widget.wire import SessionToken, VisitorMessage, VisitorRating
from bot.server.history import Said, answer_to
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
_CHALLENGE = {"WWW-Authenticate": "Bearer"}


class Channel:
    """The channel of one process. Its methods raise HTTPException with a sentence."""

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

    async def read(self, request: Request, visitor: str) -> list[Said]:
        _heed(self._addresses.wait(_address(request)))
        return await self.history(visitor)

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
