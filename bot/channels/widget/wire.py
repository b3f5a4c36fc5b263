"""What goes over the wire between the widget and the coach."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

from bot.server.rest import Button


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
