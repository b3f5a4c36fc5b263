"""What one message has told so far, field by field."""

from __future__ import annotations

from dataclasses import dataclass, field

from actions.statement import Statement


@dataclass(frozen=True)
class Sentence:
    """A clause in regular form (``marked``), as typed, and whether it ended as a question."""

    marked: str
    text: str
    question: bool


@dataclass
class Found:
    """What one message has told so far."""

    statements: list[Statement] = field(default_factory=list)
    track: str | None = None  # the field in which years beside the role just named count
    timed: str | None = None  # the role that stood beside years ("" if several did)
    role_timed: bool = False  # years were told of a role by its name
    leads: bool = False  # the chunk before said that one leads people
    of_leading: bool = False  # and said nothing but that ("the team thing, only 2 years")
    elsewhere: bool = False  # the chunk before named an occupation one has left
    years_told: bool = False  # years were named before, so that "3 in sales" counts years too

    def value(self, name: str) -> object:
        """What was told of the field ``name`` in this sentence, or None."""
        return next((s.value for s in self.statements if s.field == name), None)

    def add(self, name: str, value: object, said: str, **how: object) -> None:
        for place, known in enumerate(self.statements):
            if known.field == name and known.supposed == how.get("supposed", False):
                if name == "skills":
                    value = [*known.value, *[v for v in value if v not in known.value]]  # type: ignore[attr-defined]
                self.statements.pop(place)
                break
        self.statements.append(Statement(name, value, said, **how))  # type: ignore[arg-type]


def as_number(number: float) -> float | int:
    return int(number) if float(number).is_integer() else number
