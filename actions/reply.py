"""What the coach says, independent of any channel."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from actions.chart import Chart
from knowledge.base import Source

Kind = Literal["answer", "abstain", "clarify", "profile", "plan", "smalltalk", "handoff", "error"]
MAX_BUTTONS = 5


@dataclass(frozen=True)
class Button:
    """A next question. Pressing it asks ``intent`` with ``entities``, exactly."""

    title: str
    intent: str
    entities: dict[str, list[str]] = field(default_factory=dict)

    @property
    def payload(self) -> str:
        """The question in Rasa's form, "/intent{entities}". Channels sign it before it leaves."""
        entities = {kind: names for kind, names in self.entities.items() if names}
        return f"/{self.intent}{json.dumps(entities, sort_keys=True) if entities else ''}"


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a reply: its name, media type and text."""

    name: str
    media_type: str
    content: str


@dataclass
class Reply:
    """One answer: ``text`` in short Markdown, next questions, and what it rests on.

    ``kind`` is "abstain" exactly when the coach does not answer what was asked.
    """

    text: str
    kind: Kind = "answer"
    intent: str = ""
    confidence: float = 1.0
    roles: list[str] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    buttons: list[Button] = field(default_factory=list)
    chart: Chart | None = None
    question: str = ""  # what was asked, without what the person told of themselves
    attachments: list[Attachment] = field(default_factory=list)

    def as_message(self) -> dict[str, Any]:
        """The reply as arguments of rasa_sdk's ``utter_message``."""
        message: dict[str, Any] = {
            "text": self.text,
            "custom": {
                "kind": self.kind,
                "intent": self.intent,
                "roles": self.roles,
                "facts": self.facts,
                "sources": [asdict(source) for source in self.sources],
                "chart": self.chart,
                "question": self.question,
                "confidence": round(self.confidence, 3),
                "attachments": [asdict(attachment) for attachment in self.attachments],
            },
        }
        if self.buttons:
            message["buttons"] = [
                {"title": button.title, "payload": button.payload}
                for button in self.buttons[:MAX_BUTTONS]
            ]
        return message
