"""The coach inside this process, for one terminal. What is said is gone when it ends."""

from __future__ import annotations

import asyncio
import tarfile
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from bot.cli.failing import Failure, told

if TYPE_CHECKING:
    from bot.settings import Settings

CHANNEL = "terminal"


class Speaker(Protocol):
    """Whoever answers a sender's text with the messages of a reply."""

    def say(self, sender: str, text: str) -> list[dict[str, Any]]: ...


class LocalCoach:
    """A loaded coach, to be used without an event loop of one's own."""

    def __init__(self, coach: Any, loop: asyncio.AbstractEventLoop) -> None:
        self._coach = coach
        self._loop = loop

    def say(self, sender: str, text: str) -> list[dict[str, Any]]:
        messages = self._loop.run_until_complete(self._coach.answer(sender, text, CHANNEL))
        return list(messages)


@contextmanager
def open_coach() -> Iterator[Speaker]:
    """The coach with the trained model, with conversations of its own. Raises Failure."""
    from bot.server.errors import StartError
    from bot.server.logs import quiet_libraries, set_up_logs
    from bot.server.model_file import model_file
    from bot.settings import Settings, SettingsError

    quiet_libraries()
    loop = asyncio.new_event_loop()
    with tempfile.TemporaryDirectory(prefix="coach-") as folder, told(SettingsError, StartError):
        settings = Settings.from_environment().changed(
            tracker_url=f"sqlite:///{Path(folder) / 'conversations.db'}",
            database_url=f"sqlite:///{Path(folder) / 'profiles.db'}",
            data_folder=Path(folder),
        )
        # A line a turn would stand between the lines of the conversation.
        set_up_logs("DEBUG" if settings.log_level == "DEBUG" else "WARNING", settings.log_format)
        model_file(settings.model_path)
        try:
            yield _loaded(settings, loop)
        finally:
            loop.close()


def _loaded(settings: Settings, loop: asyncio.AbstractEventLoop) -> LocalCoach:
    # Imported late: this takes seconds, which nobody should wait to hear that there is no model.
    from bot.server.coach import Coach

    try:
        return LocalCoach(loop.run_until_complete(Coach.open(settings)), loop)
    except (EOFError, tarfile.TarError, zlib.error) as error:
        raise Failure("The model's file is broken: run `coach train --force`.") from error


def open_with_status(stack: ExitStack) -> Speaker:
    """The coach, loaded under a line that says so and goes away, and closed with ``stack``."""
    from rich.console import Console

    with Console(stderr=True).status("Loading ..."):
        return stack.enter_context(open_coach())
