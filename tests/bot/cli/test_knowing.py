"""`coach knowledge show` and `coach knowledge check`, on the shipped packs and on broken ones."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from knowledge.base import KnowledgeBase
from knowledge.loader import PACKS

Run = Callable[..., Any]


def words(text: str) -> str:
    """``text`` without the line breaks of the terminal's width."""
    return " ".join(text.split())


def test_overview(run: Run) -> None:
    outcome = run("knowledge", "show")
    assert outcome.code == 0
    base = KnowledgeBase.load()
    for title in (document.title for document in base.documents.values()):
        assert title in outcome.out
    for role in base.roles.values():
        assert role.name in outcome.out
    assert base.version in outcome.out


def test_facts_with_their_sources(run: Run) -> None:
    out = words(run("knowledge", "show", "director", "salary").out)
    assert "Salary" in out
    assert "$120,000" in out
    assert "Director of Account Management vs Senior Account Manager, “Salary Ranges”" in out
    assert "$80,000" not in out


def test_several_words_make_one_name(run: Run) -> None:
    together = run("knowledge", "show", "senior account manager", "bonus")
    apart = run("knowledge", "show", "senior", "account", "manager", "bonus")
    assert together == apart
    assert "10-20%" in apart.out


def test_an_unknown_name_is_told(run: Run) -> None:
    outcome = run("knowledge", "show", "astronaut")
    assert (outcome.code, outcome.out) == (1, "")
    assert "'astronaut'" in outcome.err


def test_nothing_known_is_told(run: Run) -> None:
    outcome = run("knowledge", "show", "account executive", "bonus")
    assert outcome.code == 1
    assert outcome.err == "Nothing is known about account executive bonus.\n"


def test_check_of_the_shipped_packs(run: Run) -> None:
    outcome = run("knowledge", "check")
    assert outcome.code == 0
    assert outcome.out.startswith("2 packs with ")


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """A copy of the shipped packs."""
    return Path(shutil.copytree(PACKS, tmp_path / "packs"))


def test_a_broken_pack_is_told_with_its_line(run: Run, packs: Path) -> None:
    path = sorted(packs.glob("*.yml"))[0]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("facet: salary\n", "facet: wages\n", 1), encoding="utf-8")
    line = text[: text.index("facet: salary\n")].count("\n") + 1
    outcome = run("knowledge", "check", "--packs", packs)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith(f"{path.name}:{line}: facts.")


def test_no_packs_are_told(run: Run, tmp_path: Path) -> None:
    outcome = run("knowledge", "check", "--packs", tmp_path)
    assert outcome.code == 1
    assert "holds no pack" in outcome.err


def test_missing_documents_are_told(run: Run, tmp_path: Path) -> None:
    outcome = run("knowledge", "check", "--documents", tmp_path)
    assert (outcome.code, outcome.out) == (1, "")
    assert "cannot be read: No such file" in outcome.err


def test_problems_of_coverage_are_listed_and_end_with_1(run: Run, tmp_path: Path) -> None:
    for document in KnowledgeBase.load().documents.values():
        lines = [section for section in document.sections if section != "Introduction"]
        text = "\n".join(["An opening of 77 years.", *lines])
        (tmp_path / document.file).write_text(text, encoding="utf-8")
    outcome = run("knowledge", "check", "--documents", tmp_path)
    assert outcome.code == 1
    assert "Sections cited: 34 of 34." in outcome.out
    assert "has the figure '77'" in words(outcome.out)
    assert "Figures of the pack in the document: 0 of " in words(outcome.out)
    assert "do not cover the documents" in outcome.err
