"""The person who asks, as the answers see them: what is known, told just now or only supposed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from actions.profile.fields import YEARS
from knowledge.base import KnowledgeBase

_FIRST_PERSON = re.compile(
    r"\b(?:i|i'm|i've|i'd|i'll|im|ive|id|me|my|mine|myself|we|our|us)\b", re.I
)
_OWN_POSITION = re.compile(
    r"\b(?:my (?:current |own |present )?(?:role|job|position|level|title|sector|industry"
    r"|field|branch|line of work|work|track|business|area|world)"
    r"|(?:people|ppl|someone|somebody|folks|those) (?:like me|at my level|in my (?:role"
    r"|position|job|shoes))|at my level|for me|above me|like me|in my (?:case|shoes|place))\b",
    re.I,
)
# The fields of a profile that requirements can be held against.
RECORD = (*YEARS, "education_level", "team_size", "mentoring")


@dataclass(frozen=True)
class PayCase:
    """A base pay (USD a year) in a role that was spoken of, not the speaker's own at present."""

    role: str | None
    amount: float
    own: bool = False  # what the speaker is paid now, named beside an offer
    raised: bool = False  # the speaker's own, with a raise that is supposed

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True)
class Person:
    """``values`` hold the profile's fields, with what was only supposed in this message on top
    (``supposing`` tells of it); ``told`` are the fields that this message told."""

    values: Mapping[str, Any] = field(default_factory=dict)
    told: tuple[str, ...] = ()
    supposing: bool = False
    setting: tuple[str, ...] = ()  # industries named in an earlier clause of the message
    pay_cases: tuple[PayCase, ...] = ()  # someone else's pay, an offer, a supposed one
    # Facts that they say they have or lack what is asked there, which no field of a profile holds.
    claims: Mapping[str, bool] = field(default_factory=dict)
    said: str = ""  # the words in which something was told last
    other: bool = False  # somebody else than the speaker

    def get(self, name: str) -> Any:
        return self.values.get(name)

    def role(self, base: KnowledgeBase) -> str | None:
        """The current role, if the documents know it."""
        role = self.values.get("current_role")
        return role if role in base.roles else None

    def goal(self, base: KnowledgeBase) -> str | None:
        """The target role; else None."""
        role = self.values.get("target_role")
        return role if role in base.roles else None

    def industries(self, base: KnowledgeBase) -> list[str]:
        """The documents' industries that the person's own stands for (two for plain retail)."""
        own = self.values.get("industry")
        return [own, *siblings(own, base)] if own in base.industries else []

    @property
    def base_pay(self) -> float | None:
        """Base pay in USD a year; None if unknown or in another currency."""
        pay = self.values.get("base_pay")
        return float(pay["amount"]) if pay and pay["currency"] == "USD" else None

    @property
    def foreign_pay(self) -> Mapping[str, Any] | None:
        """Base pay that is not in USD."""
        pay = self.values.get("base_pay")
        return pay if pay and pay["currency"] != "USD" else None

    @property
    def has_record(self) -> bool:
        """Whether anything is known that requirements can be held against."""
        return any(self.values.get(name) is not None for name in RECORD)


def siblings(industry: str, base: KnowledgeBase) -> list[str]:
    """Other industries that people call by the same names (retail is one in each document)."""
    names = {name.lower() for name in base.industries[industry].aliases}
    return [
        other.id
        for other in base.industries.values()
        if other.id != industry and len(names & {a.lower() for a in other.aliases}) > 1
    ]


def speaks_of_self(text: str) -> bool:
    """Whether a clause is about the one who says it."""
    return _FIRST_PERSON.search(text) is not None


def means_own_position(text: str) -> bool:
    """Whether a clause means the speaker's own role or industry ("at my level", "my sector")."""
    return _OWN_POSITION.search(text) is not None
