"""Reads knowledge packs from YAML and names file, line and reason of whatever is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import yaml
from pydantic import ValidationError
from yaml import CSafeLoader

from knowledge.schema import Pack

_ONE = {"industries": "industry", "kpis": "KPI", "dimensions": "dimension"}
PACKS = Path(__file__).parent / "packs"


class PackError(ValueError):
    """A pack that cannot be used. The text is one "file:line: reason" a problem."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = list(problems)


def load_packs(folder: Path = PACKS) -> list[Pack]:
    """All packs of ``folder``, by file name.

    Raises PackError if there is none, if one is broken, or if they contradict one another.
    """
    paths = sorted(folder.glob("*.yml"))
    if not paths:
        raise PackError([f"{folder}: holds no pack (*.yml)"])
    packs, problems = [], []
    for path in paths:
        try:
            packs.append(load_pack(path))
        except PackError as error:
            problems += error.problems
    problems = problems or _contradictions(packs)
    if problems:
        raise PackError(problems)
    return packs


def load_pack(path: Path) -> Pack:
    """The pack in one YAML file. Raises PackError with file, line and reason."""
    try:
        text = path.read_text(encoding="utf-8")
        loader = CSafeLoader(text)
        tree = loader.get_single_node()
        content = loader.construct_document(tree) if tree is not None else None
    except (OSError, UnicodeDecodeError) as error:
        raise PackError([f"{path.name}: cannot be read: {error}"]) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        reason = getattr(error, "problem", None) or "is not YAML"
        raise PackError([f"{path.name}:{line}: {reason}"]) from error
    try:
        pack = Pack.model_validate(content)
    except ValidationError as error:
        raise PackError(
            [
                f"{path.name}:{_line(tree, problem['loc'])}: "
                f"{'.'.join(map(str, problem['loc']))}: {problem['msg']}"
                for problem in error.errors()
            ]
        ) from error
    problems = [
        f"{path.name}:{_line(tree, location)}: {reason}" for location, reason in _misfits(pack)
    ]
    if problems:
        raise PackError(problems)
    return pack


def _line(node: yaml.Node | None, location: Sequence[str | int]) -> int:
    """The line (from 1) of the deepest part of ``location`` that the file has."""
    line = 1
    for step in location:
        child: yaml.Node | None = None
        if isinstance(node, yaml.MappingNode):
            child = next((v for k, v in node.value if k.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            child = node.value[step] if step < len(node.value) else None
        if child is None:
            break
        node, line = child, child.start_mark.line + 1
    return line


def _misfits(pack: Pack) -> list[tuple[tuple[str | int, ...], str]]:
    """What the schema cannot see: unknown names, doubled ids, sections that do not exist."""
    found: list[tuple[tuple[str | int, ...], str]] = []
    known = {
        kind: {term.id for term in getattr(pack, kind)}
        for kind in ("roles", "industries", "kpis", "dimensions")
    }
    for kind in known:
        counts = Counter(term.id for term in getattr(pack, kind))
        found += [((kind,), f"{kind}: '{i}' stands twice") for i, n in counts.items() if n > 1]
    found += [
        (("document", "about"), f"unknown role '{role}'")
        for role in pack.document.about
        if role not in known["roles"]
    ]
    seen: set[str] = set()
    for index, fact in enumerate(pack.facts):
        here = ("facts", index)
        if fact.id in seen:
            found.append(((*here, "id"), f"fact '{fact.id}' stands twice"))
        seen.add(fact.id)
        if fact.section not in pack.document.sections:
            found.append(((*here, "section"), f"the document has no section '{fact.section}'"))
        roles = {*fact.roles, *(role for step in fact.path for role in step)}
        roles |= {figure.role for figure in fact.figures if figure.role}
        for role in sorted(roles - known["roles"]):
            found.append(((*here, "roles"), f"unknown role '{role}'"))
        for kind, name in (
            ("industries", fact.industry),
            ("kpis", fact.kpi),
            ("dimensions", fact.dimension),
        ):
            if name and name not in known[kind]:
                found.append((here, f"unknown {_ONE[kind]} '{name}'"))
    return found


def _contradictions(packs: list[Pack]) -> list[str]:
    """What two packs may not both say: one fact id, or two names for one role."""
    problems = []
    facts = Counter(fact.id for pack in packs for fact in pack.facts)
    problems += [f"fact '{i}' stands in {n} packs" for i, n in facts.items() if n > 1]
    names: dict[str, str] = {}
    for pack in packs:
        for role in pack.roles:
            if names.setdefault(role.id, role.name) != role.name:
                problems.append(f"role '{role.id}' is called '{names[role.id]}' and '{role.name}'")
    return problems
