"""Collects what the coach says in a turn, in the form of Rasa's REST channel."""

from __future__ import annotations

from typing import Any

import structlog
from rasa.core.channels.channel import CollectingOutputChannel

from bot.server.payloads import PayloadSigner

logger = structlog.stdlib.get_logger(__name__)


class SigningCollector(CollectingOutputChannel):
    """Keeps each utterance as one message, and signs its buttons.

    Rasa's own collector parts text at blank lines and sends "custom" as a message of its own.
    """

    def __init__(self, signer: PayloadSigner) -> None:
        super().__init__()
        self._signer = signer

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Take the utterance of one action. Parts that are empty are left out."""
        parts = {name: message.get(name) for name in ("text", "image", "attachment", "custom")}
        buttons = message.get("buttons") or message.get("quick_replies")
        parts["buttons"] = signed_buttons(self._signer, buttons)
        kept = {name: part for name, part in parts.items() if part}
        if kept:
            await self._persist_message(self._message(recipient_id, **kept))


def signed_buttons(
    signer: PayloadSigner, buttons: list[dict[str, Any]] | None
) -> list[dict[str, str]]:
    """``buttons`` with signed payloads, without those that cannot be signed."""
    signed = []
    for button in buttons or []:
        try:
            payload = signer.signed(button["payload"])
        except ValueError as problem:
            logger.warning("button left out", reason=str(problem))
            continue
        signed.append({"title": button["title"], "payload": payload})
    return signed
