"""One clause of what a person said, as understanding hands it to the actions."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from actions.statement import Statement


@dataclass(frozen=True)
class FactHit:
    """A fact that may be what a clause asks for.

    ``score`` is the cosine similarity (0 to 1) of the clause to the nearest of the fact's known
    questions; ``answer`` is "yes" or "no" if the fact answers the clause so. ``share``
    (0 to 1) is how likely it is this fact, if any, that is asked for.
    """

    fact: str
    score: float
    answer: str | None = None
    share: float = 0.0


@dataclass(frozen=True)
class Leaning:
    """Something a person likes or is good at (``liked``), or does not and is not.

    ``roles`` gives each role its likeness (0 to 1) to it: that of its nearest fact.
    """

    text: str
    liked: bool
    roles: dict[str, float]
    facts: dict[str, str]  # the nearest fact of each role


@dataclass(frozen=True)
class Clause:
    """What one clause asks or tells.

    ``roles``, ``industries``, ``kpis`` and ``dimensions`` are ids of the knowledge base;
    ``outside`` holds names that the documents do not treat, by kind (other_role, place, ...).
    ``anchored`` are the likeliest intents of a clause without a role if it is asked of one.
    ``inside`` are the likeliest facts about each industry, each with its own likeness to the
    clause as ``score`` and how likely it is among the same roles' facts of the industry as
    ``share``.
    """

    text: str
    intent: str
    confidence: float
    ranking: list[tuple[str, float]] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    industries: list[str] = field(default_factory=list)
    kpis: list[str] = field(default_factory=list)
    dimensions: list[str] = field(default_factory=list)
    bare_names: list[str] = field(default_factory=list)  # half-names of roles ("senior")
    outside: dict[str, list[str]] = field(default_factory=dict)
    amounts: list[float] = field(default_factory=list)  # USD
    ordinal: int | None = None  # from 1; -1 is the last
    later: list[str] = field(default_factory=list)  # roles that the next question alone names
    only_names: bool = False  # it says no more than about whom or what ("for an AE")
    by_place: bool = False  # its roles were meant by their place ("the second one")
    unit: str | None = None  # a unit that pay was asked in, other than a year ("hour")
    polar: bool = False
    asks_number: bool = False
    asks_why: bool = False
    hits: list[FactHit] = field(default_factory=list)
    inside: list[FactHit] = field(default_factory=list)
    leanings: list[Leaning] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    other: str = ""  # whom besides the speaker it names, as in actions.perspective
    of_other: list[Statement] = field(default_factory=list)  # what it tells of them
    anchored: list[tuple[str, float]] = field(default_factory=list)  # ranking if asked of a role
    whose: str = ""  # "other" if it is about them, put as they would say it (actions.others)

    def as_dict(self) -> dict[str, Any]:
        """Plain values for JSON. Hits, of which there are dozens, are rows without names."""
        return {
            **vars(self),
            "hits": [[hit.fact, hit.score, hit.answer, hit.share] for hit in self.hits],
            "inside": [[hit.fact, hit.score, hit.answer, hit.share] for hit in self.inside],
            "leanings": [asdict(leaning) for leaning in self.leanings],
            "statements": [asdict(statement) for statement in self.statements],
            "of_other": [asdict(statement) for statement in self.of_other],
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Clause:
        """The clause that ``as_dict`` made. Unknown keys raise TypeError."""
        hits = [FactHit(*hit) for hit in data.get("hits", [])]
        inside = [FactHit(*hit) for hit in data.get("inside", [])]
        ranking = [(name, value) for name, value in data.get("ranking", [])]
        leanings = [Leaning(**leaning) for leaning in data.get("leanings", [])]
        told = [Statement(**statement) for statement in data.get("statements", [])]
        theirs = [Statement(**statement) for statement in data.get("of_other", [])]
        lists = {
            "hits": hits,
            "inside": inside,
            "ranking": ranking,
            "leanings": leanings,
            "statements": told,
            "of_other": theirs,
            "anchored": [(name, value) for name, value in data.get("anchored", [])],
        }
        return cls(**{**data, **lists})

    def probability(self, intent: str) -> float:
        """How likely ``intent`` was held to be (0 if it was not among the first)."""
        return dict(self.ranking).get(intent, 0.0)
