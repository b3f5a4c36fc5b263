"""POST /webhooks/rest/webhook: a message in, messages out, in the form of Rasa's REST channel."""

from __future__ import annotations

import ipaddress
import re
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Request
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from bot.server.worker import Worker
from bot.settings import Settings

CHANNEL = "rest"
_OWN_NAMES = {"localhost", "127.0.0.1", "[::1]"}


def _printable(value: str) -> str:
    if not value.isprintable():
        raise ValueError("holds characters that cannot be printed")
    return value


class IncomingMessage(BaseModel):
    """What a person wrote, or the payload of the button that was pressed."""

    model_config = ConfigDict(coerce_numbers_to_str=True)

    sender: Annotated[str, AfterValidator(_printable)] = Field(
        min_length=1, max_length=255, description="Whose conversation this is."
    )
    message: str = Field(description="Text, or a button's payload as it came.")


class Button(BaseModel):
    """A next question: send ``payload`` as the message to ask it."""

    title: str
    payload: str


class OutgoingMessage(BaseModel):
    """What the coach says. ``custom`` tells its kind, its sources and what it rests on."""

    recipient_id: str
    text: str | None = None
    buttons: list[Button] | None = None
    custom: dict[str, Any] | None = None
    image: str | None = None
    attachment: Any = None


def rest_router(settings: Settings, worker: Worker) -> APIRouter:
    """The channel, open to whom ``settings.rest`` says."""
    guards = [Depends(_only_this_machine)] if settings.rest == "loopback" else []
    router = APIRouter(prefix="/webhooks/rest", dependencies=guards)

    @router.post("/webhook", response_model=list[OutgoingMessage], response_model_exclude_none=True)
    async def webhook(incoming: IncomingMessage) -> list[dict[str, Any]]:
        if len(incoming.message) > settings.max_characters:
            raise HTTPException(
                413,
                f"The message has {len(incoming.message):,} characters; at most "
                f"{settings.max_characters:,} are accepted.",
            )
        return await worker.answer(incoming.sender, incoming.message, CHANNEL)

    return router


def _only_this_machine(request: Request) -> None:
    """Refuse whoever is not a program on this machine: the channel believes any sender.

    The name in the address is checked too, since a web page can make a browser on this machine
    call 127.0.0.1 under a name of the page's own.
    """
    caller = request.client.host if request.client else ""
    name = re.sub(r":\d+$", "", request.headers.get("host", "")).lower()
    if not _is_loopback(caller) or name not in _OWN_NAMES:
        raise HTTPException(
            403, "This address answers programs on the coach's own machine only (see COACH_REST)."
        )


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
