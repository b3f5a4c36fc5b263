"""The packs hold all of the documents. Collected only where the documents are (see conftest.py)."""

from __future__ import annotations

from pathlib import Path

from knowledge.coverage import check
from knowledge.documents import Text
from knowledge.loader import load_packs


def test_packs_cover_the_documents_completely(documents: Path) -> None:
    found = check(load_packs(), documents)
    assert [problem for coverage in found for problem in coverage.problems] == []
    for coverage in found:
        assert all(facts > 0 for facts in coverage.sections.values())
        assert coverage.figures
        assert all(figure.in_pack for figure in coverage.figures)
        assert coverage.invented == 0


def test_every_document_has_a_pack(documents: Path) -> None:
    files = {path.name for path in documents.glob("*.txt")}
    assert files == {pack.document.file for pack in load_packs()}


def test_documents_end_before_the_teasers(documents: Path) -> None:
    for pack in load_packs():
        lines = Text.read(documents, pack.document).lines
        assert lines
        assert not any("Cost Per Opportunity" in line for line in lines)
