"""The coach's messages as Slack's blocks, within Slack's limits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.channels.slack.mrkdwn import clipped, escaped, mrkdwn, pieces

Block = dict[str, Any]
SECTION = 3_000  # characters of a section
BUTTON = 75  # characters of a button's or an option's text
VALUE = 2_000  # characters of a button's value
OPTION_VALUE = 150  # characters of an option's value
ALT = 2_000  # characters of an image's alternative text
IN_MESSAGE = 12_000  # characters of sections; Slack refuses messages of somewhat more
FALLBACK = 3_000  # characters of the text shown in notifications
BUTTONS = 5  # next questions shown as buttons; more go into a menu
MOST_BUTTONS = 25  # elements of an actions block
MOST_OPTIONS = 100
RATING = "rating"  # block id
ASK, MENU, RATE = "ask:", "menu", "rate:"  # action ids, or how they begin
EDIT = "home:edit"


@dataclass(frozen=True)
class Outgoing:
    """One message: its blocks, and the text for notifications and screen readers."""

    text: str
    blocks: list[Block]


def rendered(message: Mapping[str, Any], asked: str = "", image: str = "") -> list[Outgoing]:
    """The Slack messages for one of the coach's; several if it is very long.

    ``asked`` is the question that a pressed button stood for; ``image`` the Slack file of the
    chart, without which the chart's text alternative stands in its place.
    """
    custom = message.get("custom") or {}
    body = [section(text) for text in pieces(mrkdwn(str(message.get("text") or "")), SECTION)]
    body = body or [section("…")]
    head = [context(f"Asked: *{escaped(clipped(asked, 150))}*")] if asked else []
    tail = chart(custom.get("chart"), image)
    tail += next_questions(message.get("buttons") or []) + rating(custom.get("rating"))
    parts = _parted([*head, *body])
    parts[-1] += tail
    fallback = clipped(mrkdwn(str(message.get("text") or "")) or "…", FALLBACK)
    return [
        Outgoing(fallback if number == 0 else _text_of(blocks), blocks)
        for number, blocks in enumerate(parts)
    ]


def _parted(blocks: Sequence[Block]) -> list[list[Block]]:
    """``blocks`` in messages of at most ``IN_MESSAGE`` characters."""
    parts: list[list[Block]] = [[]]
    size = 0
    for block in blocks:
        length = len(str(block))
        if parts[-1] and size + length > IN_MESSAGE:
            parts.append([])
            size = 0
        parts[-1].append(block)
        size += length
    return parts


def _text_of(blocks: Sequence[Block]) -> str:
    return clipped("\n".join(b["text"]["text"] for b in blocks if "text" in b) or "…", FALLBACK)


def section(text: str) -> Block:
    """A paragraph of mrkdwn."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": clipped(text, SECTION)}}


def context(text: str) -> Block:
    """A line of small mrkdwn."""
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": clipped(text, SECTION)}]}


def header(text: str) -> Block:
    return {"type": "header", "text": plain(text, 150)}


def plain(text: str, most: int = BUTTON) -> dict[str, Any]:
    """A text object without formatting; Slack allows none that is empty."""
    return {"type": "plain_text", "text": clipped(text.strip() or "…", most), "emoji": False}


def button(title: str, action: str, value: str = "", **more: Any) -> dict[str, Any]:
    element = {"type": "button", "text": plain(title), "action_id": action, **more}
    return {**element, "value": value} if value else element


def option(title: str, value: str) -> dict[str, Any]:
    return {"text": plain(title), "value": value}


def chart(found: Mapping[str, Any] | None, image: str) -> list[Block]:
    """The image of a chart, or its text alternative."""
    alt = str((found or {}).get("alt") or "")
    if not found or not alt:
        return []
    if not image:
        return [context(escaped(alt))]
    title = str(found.get("title") or "Chart")
    return [{
        "type": "image", "slack_file": {"id": image}, "alt_text": clipped(alt, ALT),
        "title": plain(title, 150),
    }]  # fmt: skip


def next_questions(buttons: Sequence[Mapping[str, Any]]) -> list[Block]:
    """Next questions: five buttons, and a menu for the rest.

    A question too long for a menu's option becomes a button too, so that none is lost.
    """
    usable = [b for b in buttons if b.get("payload") and len(str(b["payload"])) <= VALUE]
    shown, rest = list(usable[:BUTTONS]), usable[BUTTONS:]
    listed = [b for b in rest if len(str(b["payload"])) <= OPTION_VALUE][:MOST_OPTIONS]
    shown += [b for b in rest if len(str(b["payload"])) > OPTION_VALUE]
    elements = [
        button(str(b.get("title") or ""), f"{ASK}{n}", str(b["payload"]))
        for n, b in enumerate(shown[: MOST_BUTTONS - 1])
    ]
    if listed:
        options = [option(str(b.get("title") or ""), str(b["payload"])) for b in listed]
        elements.append({
            "type": "static_select", "action_id": MENU, "placeholder": plain("More questions"),
            "options": options,
        })  # fmt: skip
    return [{"type": "actions", "elements": elements}] if elements else []


def rating(token: object) -> list[Block]:
    """Thumbs up and down for an answer that can be rated."""
    if not isinstance(token, str) or not token or len(token) > VALUE:
        return []
    thumbs = [
        button("👍", f"{RATE}up", token, accessibility_label="This answer helped me"),
        button("👎", f"{RATE}down", token, accessibility_label="This answer did not help me"),
    ]
    return [{"type": "actions", "block_id": RATING, "elements": thumbs}]


def thanked(blocks: Sequence[Mapping[str, Any]], useful: bool) -> list[Block]:
    """``blocks`` of a message with thanks in place of its thumbs."""
    thanks = context(f"{'👍' if useful else '👎'} Thanks for your feedback!")
    return [thanks if b.get("block_id") == RATING else dict(b) for b in blocks]
