"""The knowledge base: all packs in memory, indexed for look-up. Loaded once, never changed."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar

from knowledge.loader import PACKS, load_packs
from knowledge.schema import Document, Facet, Fact, Figure, Measure, Pack, Role, Term

AnyTerm = TypeVar("AnyTerm", bound=Term)


@dataclass(frozen=True)
class Source:
    """Where a fact stands: the document's title and the heading of the section."""

    document: str
    section: str


@dataclass(frozen=True)
class Ladder:
    """One document's career path: steps from first to last, each with one or more roles."""

    document: Document
    fact: Fact

    @property
    def steps(self) -> list[list[str]]:
        return self.fact.path

    def index(self, role: str) -> int | None:
        """The position of ``role`` on this ladder, from 0, or None."""
        return next((i for i, step in enumerate(self.steps) if role in step), None)

    def after(self, role: str) -> list[str]:
        """The roles one step above ``role``; empty at the top or if it is not on the ladder."""
        place = self.index(role)
        return [] if place is None or place + 1 == len(self.steps) else self.steps[place + 1]

    def before(self, role: str) -> list[str]:
        """The roles one step below ``role``; empty at the bottom or if it is not there."""
        place = self.index(role)
        return self.steps[place - 1] if place else []


class KnowledgeBase:
    """Facts of all packs by id, with the terms (roles, industries, ...) that they name."""

    def __init__(self, packs: Iterable[Pack]) -> None:
        self.packs = list(packs)
        self.documents = {pack.document.id: pack.document for pack in self.packs}
        self.roles: dict[str, Role] = _merged(pack.roles for pack in self.packs)
        self.industries: dict[str, Term] = _merged(pack.industries for pack in self.packs)
        self.kpis: dict[str, Term] = _merged(pack.kpis for pack in self.packs)
        self.dimensions: dict[str, Term] = _merged(pack.dimensions for pack in self.packs)
        self.facts = {fact.id: fact for pack in self.packs for fact in pack.facts}
        self._document = {fact.id: pack.document for pack in self.packs for fact in pack.facts}

    @classmethod
    def load(cls, folder: Path = PACKS) -> KnowledgeBase:
        """The knowledge base of a folder of packs. Raises knowledge.loader.PackError."""
        return cls(load_packs(folder))

    @classmethod
    def shared(cls) -> KnowledgeBase:
        """The one of the project's own packs, read once a process. Raises as ``load`` does."""
        return _shared()

    @cached_property
    def version(self) -> str:
        """Twelve hexadecimal digits that change whenever a pack's content does."""
        digest = hashlib.sha256()
        for pack in self.packs:
            digest.update(pack.model_dump_json().encode())
        return digest.hexdigest()[:12]

    @cached_property
    def ladders(self) -> list[Ladder]:
        return [Ladder(self._document[f.id], f) for f in self.facts.values() if f.path]

    def document(self, fact: Fact) -> Document:
        return self._document[fact.id]

    def source(self, fact: Fact) -> Source:
        return Source(self._document[fact.id].title, fact.section)

    def counterpart(self, role: str) -> list[str]:
        """The role that a document compares ``role`` with; empty if none does."""
        for document in self.documents.values():
            if role in document.about:
                return [other for other in document.about if other != role][:1]
        return []

    def find(
        self,
        facets: Collection[Facet] = (),
        role: str | None = None,
        industry: str | None = None,
        kpi: str | None = None,
        dimension: str | None = None,
    ) -> list[Fact]:
        """Facts that match everything given, in the order of their documents.

        With ``role``, facts about all roles of a document count for the roles it compares.
        """
        return [
            fact
            for fact in self.facts.values()
            if (not facets or fact.facet in facets)
            and (role is None or self.concerns(fact, role))
            and (industry is None or fact.industry == industry)
            and (kpi is None or fact.kpi == kpi)
            and (dimension is None or fact.dimension == dimension)
        ]

    def concerns(self, fact: Fact, role: str) -> bool:
        """Whether ``fact`` is about ``role``, by name or because it is about all compared."""
        return role in (fact.roles or self._document[fact.id].about)

    def figures(self, measure: Measure, role: str) -> list[tuple[Fact, Figure]]:
        """Every figure of one measure for one role, with the fact that holds it."""
        return [
            (fact, figure)
            for fact in self.facts.values()
            for figure in fact.figures
            if figure.measure is measure
            and (figure.role == role or (figure.role is None and fact.roles == [role]))
        ]

    def figures_of(self, role: str) -> list[Figure]:
        """Every figure that is about ``role``."""
        return [
            figure
            for fact in self.facts.values()
            for figure in fact.figures
            if role == figure.role or (figure.role is None and role in fact.roles)
        ]

    def roles_with(self, facets: Collection[Facet]) -> list[str]:
        """Roles that have a fact of their own in one of ``facets``, in order of appearance."""
        found = {
            role: None
            for fact in self.facts.values()
            if fact.facet in facets
            for role in fact.roles
        }
        return list(found)


@lru_cache(maxsize=1)
def _shared() -> KnowledgeBase:
    return KnowledgeBase.load()


def _merged(groups: Iterable[Iterable[AnyTerm]]) -> dict[str, AnyTerm]:
    """Terms by id; a term that stands in several packs gets the aliases of all of them."""
    terms: dict[str, AnyTerm] = {}
    for group in groups:
        for term in group:
            if term.id in terms:
                known = terms[term.id]
                aliases = list(dict.fromkeys([*known.aliases, *term.aliases]))
                terms[term.id] = known.model_copy(update={"aliases": aliases})
            else:
                terms[term.id] = term
    return terms
