"""Tokens by which an answer can be rated, and what comes of them.

A token is signed, belongs to one conversation, and carries all that is kept with a rating: nothing
is stored of answers that nobody rates.
"""

from __future__ import annotations

import base64
import hmac
import json
from typing import Any

from actions.profile.store import Rating

MOST_CHARACTERS = 1_900  # the value of a button in Slack may have 2,000, and says up or down too
RATED = ("answer", "abstain", "profile", "plan")
_CONTEXT = b"coach:rating:v1:"
_MOST_FACTS = 20
_MAC_BYTES = 16


class RatingSigner:
    """Makes and reads the tokens of one key."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def token(self, person: str, custom: dict[str, Any]) -> str | None:
        """The token of an answer to ``person`` ("channel:sender"); None if it is not for rating."""
        if custom.get("kind") not in RATED:
            return None
        question = str(custom.get("question") or "")
        for length in (400, 200, 0):
            content = {
                "answer": self._answer(person, custom),
                "kind": custom["kind"],
                "question": question[:length],
                "intent": custom.get("intent") or "",
                "confidence": custom.get("confidence") or 0.0,
                "facts": list(custom.get("facts") or [])[:_MOST_FACTS],
            }
            body = json.dumps(content, separators=(",", ":"), ensure_ascii=False).encode()
            token = f"{_encoded(body)}.{_encoded(self._mac(person, body))}"
            if len(token) <= MOST_CHARACTERS:
                return token
        return None

    def rating(self, person: str, token: str, useful: bool) -> Rating | None:
        """The rating by ``token``; None if it is not one of ours for ``person``."""
        try:
            body, mac = (_decoded(part) for part in token.split("."))
        except ValueError:
            return None
        if not hmac.compare_digest(mac, self._mac(person, body)):
            return None
        return Rating(useful=useful, **json.loads(body))

    def _answer(self, person: str, custom: dict[str, Any]) -> str:
        """The id of an answer: the same again where the same answer is shown again."""
        parts = [
            person,
            *(str(custom.get(name)) for name in ("kind", "intent", "question", "facts")),
        ]
        return hmac.digest(
            self._key, "\x00".join(parts).encode("utf-8", "replace"), "sha256"
        ).hex()[:24]

    def _mac(self, person: str, body: bytes) -> bytes:
        signed = _CONTEXT + person.encode("utf-8", "replace") + b"\x00" + body
        return hmac.digest(self._key, signed, "sha256")[:_MAC_BYTES]


def _encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decoded(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
