"""Facts by the names that people use for roles, facets, industries, KPIs and dimensions."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from knowledge.base import KnowledgeBase
from knowledge.schema import Facet, Fact, Role

Kind = Literal["role", "facet", "industry", "kpi", "dimension"]
_LONGEST = 8  # words of a name


class UnknownNameError(ValueError):
    """Nothing has the name. The text is a sentence, with names that are close."""


@dataclass(frozen=True)
class Selection:
    """Ids by kind. A fact is selected if it fits one id of every kind that has any."""

    ids: dict[Kind, list[str]] = field(default_factory=dict)

    def facts(self, base: KnowledgeBase) -> list[Fact]:
        """The selected facts in the order of their documents."""
        return [fact for fact in base.facts.values() if self._fits(fact, base)]

    def _fits(self, fact: Fact, base: KnowledgeBase) -> bool:
        own = {
            "facet": fact.facet.value,
            "industry": fact.industry,
            "kpi": fact.kpi,
            "dimension": fact.dimension,
        }
        return all(
            any(base.concerns(fact, name) for name in names)
            if kind == "role"
            else own[kind] in names
            for kind, names in self.ids.items()
        )


def select(base: KnowledgeBase, words: Sequence[str]) -> Selection:
    """What ``words`` name, read from left to right, longer names first ("senior am salary").

    Raises UnknownNameError.
    """
    names = _names(base)
    rest = [word for part in words for word in _plain(part).split()]
    ids: dict[Kind, list[str]] = {}
    while rest:
        size = next(
            (n for n in range(min(len(rest), _LONGEST), 0, -1) if " ".join(rest[:n]) in names), 0
        )
        if not size:
            raise UnknownNameError(_unknown(" ".join(rest), rest[0], names))
        for kind, identifier in names[" ".join(rest[:size])]:
            ids.setdefault(kind, []).append(identifier)
        rest = rest[size:]
    return Selection(ids)


def _names(base: KnowledgeBase) -> dict[str, list[tuple[Kind, str]]]:
    """Every name and what it stands for: several things of the first kind that has it."""
    names: dict[str, list[tuple[Kind, str]]] = {}

    def add(kind: Kind, identifier: str, forms: Iterable[str]) -> None:
        for form in map(_plain, forms):
            entries = names.setdefault(form, [])
            if all(entry[0] == kind for entry in entries) and (kind, identifier) not in entries:
                entries.append((kind, identifier))

    for role in base.roles.values():
        add("role", role.id, _forms_of(role))
    for facet in Facet:
        add("facet", facet.value, [facet.value, _plural(facet.value)])
    for kind, terms in (
        ("industry", base.industries),
        ("kpi", base.kpis),
        ("dimension", base.dimensions),
    ):
        for term in terms.values():
            add(kind, term.id, [term.id, term.name, *term.aliases])  # type: ignore[arg-type]
    return names


def _forms_of(role: Role) -> list[str]:
    forms = [role.id, role.name, role.plural, role.short or role.name, *role.aliases]
    return [*forms, *(f"{form}s" for form in forms)]


def _plural(name: str) -> str:
    return f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"


def _plain(name: str) -> str:
    """Lower case, every other sign a space."""
    return " ".join(re.findall(r"[a-z0-9']+", name.lower()))


def _unknown(text: str, word: str, names: Iterable[str]) -> str:
    known = list(names)
    close = difflib.get_close_matches(text, known, 3) or difflib.get_close_matches(word, known, 3)
    hint = f" Did you mean {' or '.join(repr(name) for name in close)}?" if close else ""
    return f"Nothing is known by the name '{text if close else word}'.{hint}"
