"""What is known of the person who speaks, or of one they speak of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from actions.clause import Clause
from actions.focus import Focus
from actions.others import Other
from actions.person import PayCase, Person
from actions.profile.changes import supposed
from actions.profile.fields import Entry, Profile


@dataclass(frozen=True)
class Known:
    """What is known of the person: ``profile`` after this message, the values ``before`` it, the
    fields ``changed`` by it, and whether they are the ``first`` things known. ``other`` is what
    the conversation tells of somebody else."""

    profile: Profile = field(default_factory=dict)
    before: Mapping[str, Any] = field(default_factory=dict)
    changed: Mapping[str, Any] = field(default_factory=dict)
    first: bool = False
    other: Known | None = None

    @classmethod
    def of(cls, other: Other) -> Known:
        """What a conversation tells of somebody else than the speaker."""
        entries = {name: Entry(value) for name, value in other.values.items()}
        return cls(entries, other.before, other.changed)

    @property
    def values(self) -> dict[str, Any]:
        return {name: entry.value for name, entry in self.profile.items()}


def person_of(known: Known, clauses: Sequence[Clause], focus: Focus) -> Person:
    """The person as the last of ``clauses`` sees them: with what they only suppose."""
    whose = clauses[-1].whose if clauses else ""
    if whose and known.other is not None:
        known = known.other
    assumed = [s for c in clauses if c.whose == whose for s in c.statements if s.supposed]
    values = supposed(assumed, known.values)
    setting = [name for clause in clauses[:-1] for name in clause.industries]
    return Person(
        values,
        tuple(known.changed),
        bool(assumed),
        tuple(setting),
        tuple(PayCase(**case) for case in focus.pay_cases),
        {} if whose else focus.claims,
        "" if whose else focus.told,
        bool(whose),
    )
