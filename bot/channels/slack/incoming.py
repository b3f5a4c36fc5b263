"""What people do in Slack: one small type for each thing, and where it was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from actions.profile.store import THREAD
from bot.channels.slack.blocks import EDIT, RATE


@dataclass(frozen=True)
class Place:
    """Who does something, and where they are answered.

    ``ts`` is the message it is about; ``private`` if only the person may see the answer, then by
    ``response_url`` if there is one.
    """

    team: str
    user: str
    channel: str = ""
    thread: str = ""
    ts: str = ""
    private: bool = False
    response_url: str = ""

    @property
    def person(self) -> str:
        """The person's name at the coach; see ``Identity.of``."""
        return f"{self.team}:{self.user}"

    @property
    def conversation(self) -> str:
        """The conversation's name: the person's own, or that of a thread."""
        return f"{self.person}{THREAD}{self.channel}/{self.thread}" if self.thread else self.person

    @property
    def direct(self) -> bool:
        """Whether nobody else reads along."""
        return not self.channel or self.channel.startswith("D")


@dataclass(frozen=True)
class Incoming:
    """Something a person did. ``key`` is the same for each delivery of it."""

    key: str
    place: Place

    @property
    def line(self) -> str:
        """What it must not overtake: nothing, or the conversation's other messages."""
        return f"{self.place.person} views"


@dataclass(frozen=True)
class Said(Incoming):
    """A message, a mention or a question by /coach."""

    text: str = ""

    @property
    def line(self) -> str:
        return self.place.conversation


@dataclass(frozen=True)
class Commanded(Said):
    """/coach with ``text`` behind it."""


@dataclass(frozen=True)
class Pressed(Incoming):
    """A button or a menu's option: its ``action``, ``value`` and ``title``.

    ``trigger`` opens a modal within three seconds; ``blocks`` are those of the message.
    """

    action: str = ""
    value: str = ""
    title: str = ""
    trigger: str = ""
    blocks: tuple[Mapping[str, Any], ...] = ()

    @property
    def line(self) -> str:
        """Questions keep their order; ratings and modals wait for no answer."""
        asks = not self.action.startswith(RATE) and self.action != EDIT
        return self.place.conversation if asks else super().line


@dataclass(frozen=True)
class Submitted(Incoming):
    """The profile's modal; ``state`` holds each input by block and action id."""

    state: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class HomeOpened(Incoming):
    """The App Home was opened."""


@dataclass(frozen=True)
class AssistantOpened(Incoming):
    """A new thread with the assistant was opened."""
