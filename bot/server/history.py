"""A conversation as people saw it, from the events that are stored of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypedDict

Event = Mapping[str, Any]


class Said(TypedDict):
    """One message of a conversation. ``id`` is the client's own of a person's message."""

    by: Literal["person", "coach"]
    id: str | None
    at: float
    text: str
    buttons: list[dict[str, str]]
    custom: dict[str, Any] | None


def said(events: Iterable[Event]) -> list[Said]:
    """What was said, in order. Of a pressed button, its title; payloads are as they are stored."""
    messages: list[Said] = []
    titles: dict[str, str] = {}
    for event in events:
        if event["event"] == "user":
            text = str(event.get("text") or "")
            if text.startswith("/"):
                text = titles.get(text, "")
            messages.append(_message("person", event, text))
        elif event["event"] == "bot":
            data = event.get("data") or {}
            buttons = data.get("buttons") or []
            titles |= {button["payload"]: button["title"] for button in buttons}
            message = _message("coach", event, str(event.get("text") or ""))
            messages.append({**message, "buttons": buttons, "custom": data.get("custom")})
    return [message for message in messages if message["text"] or message["custom"]]


def answer_to(messages: Iterable[Said], message_id: str) -> list[Said] | None:
    """What the coach said to the person's message with that id; None if it never came."""
    found: list[Said] | None = None
    for message in messages:
        if message["by"] == "person":
            if found:
                break
            found = [] if message["id"] == message_id else found
        elif found is not None:
            found.append(message)
    return found or None


def _message(by: Literal["person", "coach"], event: Event, text: str) -> Said:
    return {
        "by": by,
        "id": event.get("message_id") if by == "person" else None,
        "at": float(event.get("timestamp") or 0),
        "text": text,
        "buttons": [],
        "custom": None,
    }
