"""Buttons' payloads, signed, so that only what the coach offered works as a command.

Rasa takes a text "/intent{entities}" for a command whoever wrote it. Outgoing payloads of that
form leave as "coach:v1:<json>.<mac>", both parts in URL-safe base64; whatever comes in is either
such a payload with its right signature, or text.
"""

from __future__ import annotations

import base64
import hmac
import json
import re
from dataclasses import dataclass

MAX_LENGTH = 1_999  # Slack's limit for the value of a button is 2,000
_PREFIX = "coach:v1:"
_SIGNED = re.compile(r"\s*coach:v\d+:([\w-]+)\.([\w-]+)\s*", re.ASCII)
_COMMAND = re.compile(r"/(?P<intent>\w+)(?P<entities>\{.*\})?", re.ASCII | re.DOTALL)
_MAC_BYTES = 16
# What Rasa's own strip() would remove, and the slash that would make a command of the rest.
_LEADING = re.compile(r"^[\s/]+")


@dataclass(frozen=True)
class Incoming:
    """A message as the agent may see it: ``text``, and if a button was pressed, its intent."""

    text: str
    intent: str | None = None

    @property
    def pressed(self) -> bool:
        return self.intent is not None


class PayloadSigner:
    """Signs payloads with HMAC-SHA256, cut to 128 bits, and recognises its own."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def signed(self, payload: str) -> str:
        """``payload`` ready to leave: a command is signed, anything else stays as it is.

        Raises ValueError if the result were longer than ``MAX_LENGTH``.
        """
        command = _COMMAND.fullmatch(payload)
        if command is None:
            return payload
        content = [command["intent"], json.loads(command["entities"] or "{}")]
        body = json.dumps(content, separators=(",", ":"), sort_keys=True).encode()
        result = f"{_PREFIX}{_encoded(body)}.{_encoded(self._mac(body))}"
        if len(result) > MAX_LENGTH:
            raise ValueError(f"a payload of {len(result)} characters is longer than {MAX_LENGTH}")
        return result

    def incoming(self, text: str) -> Incoming:
        """What a person sent: a pressed button as Rasa's command, everything else as text.

        A payload that is not ours is an unreadable message: its text is empty.
        """
        match = _SIGNED.fullmatch(text)
        if match is None:
            return Incoming(plain(text))
        ours = text.strip().startswith(_PREFIX)
        return (self._command(*match.groups()) if ours else None) or Incoming("")

    def _command(self, body: str, mac: str) -> Incoming | None:
        try:
            content, given = _decoded(body), _decoded(mac)
        except ValueError:
            return None
        if not hmac.compare_digest(given, self._mac(content)):
            return None
        intent, entities = json.loads(content)
        text = f"/{intent}{json.dumps(entities, sort_keys=True) if entities else ''}"
        return Incoming(text, intent)

    def _mac(self, body: bytes) -> bytes:
        return hmac.digest(self._key, _PREFIX.encode() + body, "sha256")[:_MAC_BYTES]


def plain(text: str) -> str:
    """``text`` without the leading slashes that Rasa would obey, and fit to be encoded."""
    return _LEADING.sub("", text).encode("utf-8", "replace").decode()


def _encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decoded(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
