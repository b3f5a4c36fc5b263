"""What the tests of knowledge share: a small pack to change, and the documents, where they are."""

from __future__ import annotations

import copy
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.schema import Pack

Tree = dict[str, Any]
_BESIDE = Path(__file__).resolve().parents[3] / "shared" / "documents"
_TREE: Tree = {
    "document": {
        "id": "baker_chef",
        "title": "Baker vs Chef",
        "file": "baker-vs-chef.txt",
        "about": ["baker", "chef"],
        "sections": ["Introduction", "Pay", "Career Paths", "Conclusion"],
    },
    "roles": [
        {"id": "baker", "name": "Baker", "plural": "Bakers", "aliases": ["bread maker"]},
        {"id": "chef", "name": "Chef", "plural": "Chefs", "short": "CH"},
        {"id": "head_chef", "name": "Head Chef", "plural": "Head Chefs"},
    ],
    "industries": [{"id": "hotels", "name": "Hotels", "aliases": ["hospitality"]}],
    "kpis": [{"id": "waste", "name": "Food waste"}],
    "dimensions": [{"id": "hours", "name": "Working hours"}],
    "facts": [
        {
            "id": "bs-both-people",
            "facet": "definition",
            "section": "Introduction",
            "label": "Both",
            "detail": "they feed people",
            "statement": "Bakers and chefs both feed people.",
        },
        {
            "id": "bs-baker-pay",
            "facet": "salary",
            "roles": ["baker"],
            "section": "Pay",
            "label": "Base salary",
            "detail": "$30,000 to $40,000 or more",
            "statement": "A Baker earns $30,000 to $40,000 or more a year.",
            "industry": "hotels",
            "figures": [
                {"measure": "base_salary", "low": 30000, "high": 40000, "or_more": True},
            ],
        },
        {
            "id": "bs-compare-bonus",
            "facet": "contrast",
            "roles": ["baker", "chef"],
            "section": "Pay",
            "label": "Bonus",
            "detail": "5-10% for the chef, 3% for the baker",
            "statement": "The chef's bonus of 5-10% is above the baker's 3%.",
            "dimension": "hours",
            "figures": [
                {"measure": "bonus_share", "low": 5, "high": 10, "role": "chef"},
                {"measure": "bonus_share", "low": 3, "role": "baker"},
            ],
        },
        {
            "id": "bs-path",
            "facet": "path",
            "section": "Career Paths",
            "label": "The way up",
            "detail": "baker or chef, then head chef",
            "statement": "Bakers and chefs can both become Head Chef.",
            "path": [["baker", "chef"], ["head_chef"]],
        },
        {
            "id": "bs-waste",
            "facet": "kpi",
            "roles": ["chef"],
            "section": "Conclusion",
            "label": "Food waste",
            "detail": "what is thrown away",
            "statement": "A Chef's food waste is what the kitchen throws away.",
            "kpi": "waste",
        },
    ],
}


@pytest.fixture
def tree() -> Tree:
    """A pack that is right, as it is read from YAML; a test may change it."""
    return copy.deepcopy(_TREE)


@pytest.fixture
def pack(tree: Tree) -> Pack:
    return Pack.model_validate(tree)


@pytest.fixture
def write_pack(tmp_path: Path) -> Callable[..., Path]:
    """Writes a tree as a pack's file and returns its path."""

    def write(tree: Tree, name: str = "baker.yml") -> Path:
        path = tmp_path / name
        path.write_text(yaml.safe_dump(tree, sort_keys=False), encoding="utf-8")
        return path

    return write


def _documents() -> Path | None:
    """The documents' folder: COACH_DOCUMENTS, or shared/documents beside the checkout."""
    named = os.environ.get("COACH_DOCUMENTS")
    if named and not Path(named).is_dir():
        raise pytest.UsageError(f"COACH_DOCUMENTS names no folder: {named}")
    return Path(named) if named else _BESIDE if _BESIDE.is_dir() else None


_FOLDER = _documents()
collect_ignore = [] if _FOLDER else ["test_coverage_of_documents.py"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say that the coverage of the documents was not tested, where that is so."""
    if _FOLDER is None:
        terminalreporter.write_line(
            "test_coverage_of_documents.py was not collected: there are no documents here "
            "(COACH_DOCUMENTS may name their folder)."
        )


@pytest.fixture
def documents() -> Path:
    """The folder of the documents that the packs were made from."""
    assert _FOLDER is not None, "this test is collected only where the documents are"
    return _FOLDER
