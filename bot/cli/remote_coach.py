"""A running coach, over Rasa's REST channel."""

from __future__ import annotations

import json
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from typing import Any

from bot.evaluation import NoReplyError, UnreachableError

PATH = "/webhooks/rest/webhook"
_LONGEST = 60.0  # seconds for one turn


@dataclass(frozen=True)
class RemoteCoach:
    """The coach at ``url``, the address of its server or of the webhook itself."""

    url: str

    @property
    def webhook(self) -> str:
        """The full address. Raises UnreachableError if ``url`` is none."""
        parts = urllib.parse.urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise UnreachableError(f"{self.url} is no address such as http://127.0.0.1:5005.")
        return self.url if parts.path.strip("/") else self.url.rstrip("/") + PATH

    def say(self, sender: str, text: str) -> list[dict[str, Any]]:
        """Raises NoReplyError if this message has no reply, UnreachableError if nobody is there."""
        request = urllib.request.Request(
            self.webhook,
            data=json.dumps({"sender": sender, "message": text}).encode(),
            headers={"Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=_LONGEST) as response:
                messages = json.load(response)
        except urllib.error.HTTPError as error:
            raise NoReplyError(f"HTTP status {error.code}") from error
        except TimeoutError as error:
            raise NoReplyError(f"nothing within {_LONGEST:.0f} s") from error
        except urllib.error.URLError as error:
            raise UnreachableError(f"{self.url} cannot be reached: {error.reason}.") from error
        except ValueError as error:
            raise NoReplyError("an answer that is not JSON") from error
        if not isinstance(messages, list) or not all(isinstance(m, dict) for m in messages):
            raise NoReplyError("an answer that is no list of messages")
        return messages
