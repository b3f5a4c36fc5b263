"""What the conversation is about, so that "and the salary?" has a meaning."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import Any

REMEMBERED = 8  # groups of roles, of which "the first one" may mean one


@dataclass(frozen=True)
class Focus:
    """Kept in the tracker's ``focus`` slot between turns.

    ``topics`` are the intents of the last questions that were answered; ``listed`` the
    facts (or the roles of a ladder) last shown as a list, in its order, ``item`` the one of them
    spoken of last; ``said`` the facts of the last answer, ``shown`` those shown lately, oldest
    first; ``text`` the last answer. ``counts_roles``: an ordinal counted
    roles last, not items. ``roles`` are those spoken of now, ``earlier`` those before
    them, group by group, oldest first.
    """

    topics: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    earlier: list[list[str]] = field(default_factory=list)
    industry: str | None = None
    listed: list[str] = field(default_factory=list)
    lists: list[list[str]] = field(default_factory=list)  # those listed before, oldest first
    item: str | None = None
    chain: list[str] = field(default_factory=list)  # topics asked one by one of the same roles
    counts_roles: bool = False
    said: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    text: str = ""
    asked: list[str] = field(default_factory=list)  # fields of the profile asked for last
    on_profile: bool = False  # the last answer was about what is known of the person
    wished: str = ""  # "ask_profile" or "forget_profile", if the last message was such a wish
    leanings: list[dict[str, Any]] = field(default_factory=list)  # likes and dislikes told
    pay_told: bool = False  # the last message told one's own base pay
    pay_cases: list[dict[str, Any]] = field(default_factory=list)  # see actions/pay_case.py
    sought: list[dict[str, Any]] = field(default_factory=list)  # Clause.inside of the last one
    of_other: bool = False  # they are another person's
    ranked: list[str] = field(default_factory=list)  # Part.ranked of the last answer
    claims: dict[str, bool] = field(default_factory=dict)  # facts one says one has or lacks
    question: dict[str, Any] = field(default_factory=dict)  # see actions/asking_again.py
    told: str = ""  # the words in which one told something of oneself last
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

    def on(self, roles: list[str]) -> Focus:
        """The focus once ``roles`` are spoken of; the present ones are kept as earlier ones."""
        if not roles or roles == self.roles:
            return self
        earlier = [*self.earlier, self.roles] if self.roles else self.earlier
        return replace(self, roles=roles, earlier=earlier[-REMEMBERED:])

    @property
    def last_roles(self) -> list[str]:
        """The roles spoken of last, at least two if there were two, for "which of them"."""
        if len(self.roles) > 1:
            return self.roles
        return list(dict.fromkeys([*self.roles, *self.roles_before]))[:2]

    @property
    def roles_before(self) -> list[str]:
        """The roles spoken of before the present ones, the latest first."""
        found = [role for group in reversed(self.earlier) for role in group]
        return [role for role in dict.fromkeys(found) if role not in self.roles]

    @property
    def roles_in_order(self) -> list[str]:
        """The roles that "the first one" counts: those spoken of one by one, or the last group
        spoken of together, in the order in which they first came up."""
        singly: list[str] = []
        for group in reversed([*self.earlier, self.roles]):
            if len(group) > 1:
                return group if set(singly) <= set(group) or len(set(singly)) < 2 else _once(singly)
            singly[:0] = group
        return _once(singly)


def _once(roles: list[str]) -> list[str]:
    return list(dict.fromkeys(roles))
