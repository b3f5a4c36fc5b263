"""A reply in a terminal: Markdown, a dimmed source line, numbered next questions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.markdown import Markdown
from rich.padding import Padding
from rich.text import Text

_SOURCE = re.compile(r"\n*^_(Sources?: .*)_\s*\Z", re.MULTILINE | re.DOTALL)
_WIDEST = 100  # columns; longer lines are hard to read
Button = dict[str, str]


def show_reply(console: Console, messages: Sequence[dict[str, Any]]) -> list[Button]:
    """Print a reply and return its buttons, in the order of their numbers (from 1)."""
    buttons = [button for message in messages for button in message.get("buttons") or []]
    for message in messages:
        _show_text(console, message.get("text") or "")
    for number, button in enumerate(buttons, start=1):
        line = Text.assemble((f"  {number} ", "bold cyan"), button["title"])
        console.print(line, width=_width(console))
    return buttons


def _show_text(console: Console, text: str) -> None:
    source = _SOURCE.search(text)
    body = text[: source.start()] if source else text
    if body.strip():
        console.print(Padding(Markdown(body), (1, 0, 0, 0)), width=_width(console))
    if source:
        console.print(Padding(Text(source[1], "dim"), (1, 0, 0, 0)), width=_width(console))
    console.print()


def _width(console: Console) -> int:
    return min(console.width, _WIDEST)
