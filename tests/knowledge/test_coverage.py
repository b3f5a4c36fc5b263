"""Coverage finds what a pack misses, invents or copies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from knowledge.coverage import check, coverage
from knowledge.documents import DocumentError, Text
from knowledge.schema import Pack

DOCUMENT = """\
Two jobs end in food on a table, and people mix them up all the time.
Pay
* Baker: $30,000 - $40,000+ base salary
* Chef: 5-10% bonus, against 3% for the other
Career Paths
In 2024 both of them could still rise to run a kitchen after COVID-19.
Conclusion
Whoever throws less away cooks better.
Other Articles
Waiter Pay
A waiter earns $20,000.
"""


def problems(tree: dict[str, Any], document: str = DOCUMENT) -> list[str]:
    return coverage(Pack.model_validate(tree), Text.of("food.txt", document)).problems


def test_a_complete_pack_has_no_problems(pack: Pack) -> None:
    found = coverage(pack, Text.of("food.txt", DOCUMENT))
    assert found.problems == []
    assert found.complete
    assert found.sections == {"Introduction": 1, "Pay": 2, "Career Paths": 1, "Conclusion": 1}
    assert [(f.line, f.section, f.words) for f in found.figures] == [
        (3, "Pay", "$30,000 - $40,000+"),
        (4, "Pay", "5-10%"),
        (4, "Pay", "3%"),
    ]
    assert (found.pack_figures, found.invented) == (3, 0)


def test_a_section_that_no_fact_cites(tree: dict[str, Any]) -> None:
    tree["facts"] = [fact for fact in tree["facts"] if fact["section"] != "Career Paths"]
    assert problems(tree) == ["food.txt:5: no fact cites the section 'Career Paths'"]


def test_a_heading_that_the_pack_does_not_list(tree: dict[str, Any]) -> None:
    more = DOCUMENT.replace("Conclusion\n", "Perks and Benefits\nFree bread.\nConclusion\n")
    assert problems(tree, more) == ["food.txt:7: the pack has no section 'Perks and Benefits'"]


def test_a_section_that_the_document_does_not_have(tree: dict[str, Any]) -> None:
    (problem,) = problems(tree, DOCUMENT.replace("Career Paths", "the way up."))
    assert "'Career Paths' of the pack" not in problem
    assert problem.startswith("food.txt: the pack's section 'Career Paths' is no line of it")


def test_sections_in_another_order(tree: dict[str, Any]) -> None:
    sections = tree["document"]["sections"]
    tree["document"]["sections"] = [sections[0], sections[2], sections[1], sections[3]]
    assert any("'Pay' is no line of it, or stands at another place" in p for p in problems(tree))


def test_an_opening_needs_the_section_introduction(tree: dict[str, Any]) -> None:
    tree["document"]["sections"].remove("Introduction")
    tree["facts"][0]["section"] = "Pay"
    assert problems(tree) == ["food.txt:1: the pack has no section 'Introduction' for the opening"]


def test_a_document_without_an_opening_needs_no_introduction(tree: dict[str, Any]) -> None:
    tree["document"]["sections"].remove("Introduction")
    tree["facts"][0]["section"] = "Pay"
    assert problems(tree, DOCUMENT.partition("\n")[2]) == []


def test_a_figure_that_the_pack_does_not_have(tree: dict[str, Any]) -> None:
    more = DOCUMENT.replace("still rise", "still rise after 6+ years")
    assert problems(tree, more) == [
        "food.txt:6: no fact of the section 'Career Paths' has the figure '6+'"
    ]


def test_a_figure_has_to_be_in_a_fact_of_its_section(tree: dict[str, Any]) -> None:
    tree["facts"][1]["section"] = "Conclusion"
    assert problems(tree) == [
        "food.txt:3: no fact of the section 'Pay' has the figure '$30,000 - $40,000+'"
    ]


@pytest.mark.parametrize(
    ("change", "shown"),
    [({"high": 45000}, "30000 to 45000+"), ({"or_more": False}, "30000 to 40000")],
)
def test_a_figure_that_the_document_does_not_have(
    tree: dict[str, Any], change: dict[str, Any], shown: str
) -> None:
    tree["facts"][1]["figures"][0] |= change
    assert problems(tree) == [
        "food.txt:3: no fact of the section 'Pay' has the figure '$30,000 - $40,000+'",
        f"food.txt: has no figure 'base_salary {shown}' as the fact 'bs-baker-pay' says",
    ]


def test_a_number_in_words_that_the_document_does_not_have(tree: dict[str, Any]) -> None:
    tree["facts"][1]["statement"] = "A Baker earns $30,000 to $40,000, tips of $500 apart."
    assert problems(tree) == ["food.txt: has no '$500' as the fact 'bs-baker-pay' says"]


@pytest.mark.parametrize("field", ["statement", "label", "detail"])
def test_nine_words_in_a_row_are_copied(tree: dict[str, Any], field: str) -> None:
    tree["facts"][0][field] = "Food on a TABLE and people mix - them up, you see."
    assert problems(tree) == [
        "food.txt: the fact 'bs-both-people' copies 'food on a table and people mix them up ...'"
    ]


def test_questions_may_not_be_copied_either(tree: dict[str, Any]) -> None:
    tree["facts"][0]["questions"] = ["do people mix them up all the time? pay baker?"]
    assert len(problems(tree)) == 1


def test_eight_words_in_a_row_are_not_copied(tree: dict[str, Any]) -> None:
    tree["facts"][0]["statement"] = "They put food on a table and people mix them together."
    assert problems(tree) == []


def test_what_comes_after_the_end_does_not_count(tree: dict[str, Any]) -> None:
    tree["facts"][4]["statement"] = "A Chef wastes $20,000."
    assert problems(tree) == ["food.txt: has no '$20,000' as the fact 'bs-waste' says"]


def test_check_reads_the_documents(pack: Pack, tmp_path: Path) -> None:
    (tmp_path / pack.document.file).write_text(DOCUMENT, encoding="utf-8")
    (found,) = check([pack], tmp_path)
    assert found.complete


def test_a_missing_document_is_a_sentence(pack: Pack, tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"baker-vs-chef\.txt cannot be read: No such file"):
        check([pack], tmp_path)


def test_a_document_that_is_not_text_is_a_sentence(pack: Pack, tmp_path: Path) -> None:
    (tmp_path / pack.document.file).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DocumentError, match="it is not UTF-8 text"):
        check([pack], tmp_path)
