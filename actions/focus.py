"""What the conversation is about, so that "and the salary?" has a meaning."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Focus:
    """Kept in the tracker's ``focus`` slot between turns.

    ``topics`` are the intents of the last questions that were answered; ``listed`` the
    facts (or the roles of a ladder) last shown as a list, in its order;
    ``shown`` the facts shown lately; ``text`` the last answer.
    """

    topics: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    earlier_roles: list[str] = field(default_factory=list)
    industry: str | None = None
    listed: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    text: str = ""
    asked: list[str] = field(default_factory=list)  # fields of the profile asked for last
    on_profile: bool = False  # the last answer was about what is known of the person
    leanings: list[dict[str, Any]] = field(default_factory=list)  # likes and dislikes told
    # One other person spoken of, as actions.others puts them: never part of a profile.
    other: dict[str, Any] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, data: object) -> Focus:
        """The focus that ``as_dict`` made; an empty one from anything else."""
        if not isinstance(data, dict):
            return cls()
        known = {key: value for key, value in data.items() if key in cls.__dataclass_fields__}
        return cls(**known)

    @property
    def last_roles(self) -> list[str]:
        """The roles spoken of last, at least two if there were two, for "which of them"."""
        if len(self.roles) > 1:
            return self.roles
        return list(dict.fromkeys([*self.roles, *self.earlier_roles]))[:2]
