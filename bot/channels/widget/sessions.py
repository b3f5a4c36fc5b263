"""Visitors' sessions: an unguessable id inside a token that only this server can make.

A token lets its bearer speak for an hour. After that it is only good for a fresh one of the same
session, until ``days`` have gone by since it was made.
"""

from __future__ import annotations

import base64
import hmac
import json
import re
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

TOKEN_SECONDS = 3_600
_DAY_SECONDS = 86_400
_CONTEXT = b"coach:widget-session:v1:"
_FORM = re.compile(r"([\w-]{1,200})\.([\w-]{43})", re.ASCII)


@dataclass(frozen=True)
class Session:
    """A visitor's session. ``made`` is when its token was, in seconds since 1970."""

    id: str
    made: int


@dataclass(frozen=True)
class Refused:
    """Why a token is not accepted."""

    reason: Literal["forged", "expired"]


class SessionSigner:
    """Makes and reads the tokens of one key."""

    def __init__(self, key: bytes, days: int, clock: Callable[[], float] = time.time) -> None:
        self._key = key
        self._days = days
        self._clock = clock

    def new(self) -> Session:
        """A session that nobody has had and nobody can guess."""
        return self.renewed(secrets.token_urlsafe(24))

    def renewed(self, session_id: str) -> Session:
        return Session(session_id, int(self._clock()))

    def token(self, session: Session) -> str:
        body = json.dumps([session.id, session.made], separators=(",", ":")).encode()
        return f"{_encoded(body)}.{_encoded(self._mac(body))}"

    def speaking(self, token: str) -> Session | Refused:
        """The session that ``token`` may speak for now."""
        return self._read(token, TOKEN_SECONDS)

    def renewable(self, token: str) -> Session | Refused:
        """The session that ``token`` may get a fresh token for."""
        return self._read(token, max(TOKEN_SECONDS, self._days * _DAY_SECONDS))

    def _read(self, token: str, seconds: int) -> Session | Refused:
        match = _FORM.fullmatch(token)
        if match is None:
            return Refused("forged")
        body, mac = match.groups()
        # Compared as written: of base64, several spellings mean the same bytes.
        if not hmac.compare_digest(mac, _encoded(self._mac(_decoded(body)))):
            return Refused("forged")
        session = Session(*json.loads(_decoded(body)))
        return session if self._clock() < session.made + seconds else Refused("expired")

    def _mac(self, body: bytes) -> bytes:
        return hmac.digest(self._key, _CONTEXT + body, "sha256")


def _encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decoded(text: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        return b""
