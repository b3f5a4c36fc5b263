"""A piece of an answer: what is said to one clause, with the facts it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from actions.reply import Attachment, Button, Kind
from actions.wording import role_name, sentence
from knowledge.base import KnowledgeBase
from knowledge.schema import Fact


@dataclass
class Part:
    """``lines`` are paragraphs and bullets of Markdown; ``facts`` in the order they are shown."""

    lines: list[str]
    kind: Kind = "answer"
    facts: list[Fact] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    topic: str = ""
    besides: list[str] = field(default_factory=list)  # lines to leave out where they were said
    industry: str | None = None
    buttons: list[Button] = field(default_factory=list)
    # What "the second one" counts: ids of facts, or of roles where steps of a ladder are listed.
    items: list[str] | None = None
    item: str | None = None  # the one of ``items`` that it is about
    # Roles that the answer brings up itself and that are spoken of from here on.
    reached: list[str] = field(default_factory=list)
    ranked: list[str] = field(
        default_factory=list
    )  # of two roles, the one that stands higher first
    # Roles between which it chooses: the others stay in reach ("and the other one?").
    weighed: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)  # fields of the profile that it asks for
    attachments: list[Attachment] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join([*self.lines, *self.besides])


def bullet(fact: Fact) -> str:
    return f"- **{fact.label}**: {sentence(fact.detail)}"


def bullets(facts: Sequence[Fact]) -> list[str]:
    return [bullet(fact) for fact in facts]


def heading(base: KnowledgeBase, role: str, words: str) -> str:
    return f"**{role_name(base, role)}** – {words}:"
