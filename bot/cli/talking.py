"""`coach chat` and `coach ask`: the coach in this terminal, without a server."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import local_coach

if TYPE_CHECKING:
    from rich.console import Console

    from bot.cli.local_coach import Speaker
    from bot.cli.rendering import Button

_WELCOME = "Ask about careers in account management and sales. /quit or Ctrl-D ends this."
_QUIT = ("/quit", "/exit", "/q")


def register(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    app.command()(chat)
    app.command()(ask)


def chat() -> None:
    """Talk to the coach in this terminal.

    Below a reply stand next questions: type the number of one to ask it. `/quit` or Ctrl-D ends
    the conversation, which is not kept.

    Example:

    * `coach chat`
    """
    import readline  # noqa: F401 - input() then has a history and can be edited

    from rich.console import Console

    with ExitStack() as stack:
        coach = local_coach.open_with_status(stack)
        console = Console()
        console.print(_WELCOME, style="dim")
        converse(coach, console, input)


def ask(
    question: Annotated[str, typer.Argument(help="What to ask.", show_default=False)],
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the messages as JSON, as the REST channel does.")
    ] = False,
) -> None:
    """Ask one question and print the answer.

    Examples:

    * `coach ask "What does a Senior Account Manager earn?"`

    * `coach ask --json "SAM vs director?"`
    """
    with ExitStack() as stack:
        messages = local_coach.open_with_status(stack).say(uuid.uuid4().hex, question)
    if as_json:
        print(json.dumps(messages, ensure_ascii=False, indent=2))
        return
    from rich.console import Console

    from bot.cli.rendering import show_reply

    show_reply(Console(), messages)


def converse(coach: Speaker, console: Console, read: Callable[[str], str]) -> None:
    """Answer what ``read`` returns until it returns /quit or raises EOFError or Ctrl-C."""
    from bot.cli.rendering import show_reply

    sender, buttons = uuid.uuid4().hex, list["Button"]()
    while True:
        try:
            text = read("> ").strip()
        except (EOFError, KeyboardInterrupt):
            console.print()
            return
        if text.lower() in _QUIT:
            return
        if text:
            button = _numbered(text, buttons)
            if button:
                console.print(f"> {button['title']}", style="cyan", markup=False)
            buttons = show_reply(console, coach.say(sender, button["payload"] if button else text))


def _numbered(text: str, buttons: Sequence[Button]) -> Button | None:
    """The button whose number was typed, if it was one."""
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 3 else 0
    return buttons[number - 1] if 1 <= number <= len(buttons) else None
