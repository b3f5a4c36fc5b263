"""A broken pack is named with file, line and reason, and nothing of it is used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from knowledge.loader import PackError, load_pack, load_packs

Tree = dict[str, Any]
Write = Callable[..., Path]


def problems(path: Path) -> list[str]:
    with pytest.raises(PackError) as error:
        load_pack(path)
    assert str(error.value) == "\n".join(error.value.problems)
    return error.value.problems


def line_of(path: Path, text: str) -> int:
    """The first line (from 1) that holds ``text``."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def test_a_right_pack_is_loaded(tree: Tree, write_pack: Write) -> None:
    pack = load_pack(write_pack(tree))
    assert [fact.id for fact in pack.facts] == [fact["id"] for fact in tree["facts"]]


def test_shipped_packs_are_right() -> None:
    assert {pack.document.id for pack in load_packs()} == {"director_senior", "manager_executive"}


def test_not_yaml(tmp_path: Path) -> None:
    path = tmp_path / "p.yml"
    path.write_text("document:\n  id: [a\nroles: {", encoding="utf-8")
    (problem,) = problems(path)
    assert problem.startswith("p.yml:3: ")


def test_not_text(tmp_path: Path) -> None:
    path = tmp_path / "p.yml"
    path.write_bytes(b"\xff\xfe\x00")
    (problem,) = problems(path)
    assert problem.startswith("p.yml: cannot be read: ")


def test_a_missing_file(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path / "none.yml")
    assert problem.startswith("none.yml: cannot be read: ")


@pytest.mark.parametrize("content", ["", "- a\n", "text\n"])
def test_not_a_mapping(tmp_path: Path, content: str) -> None:
    path = tmp_path / "p.yml"
    path.write_text(content, encoding="utf-8")
    (problem,) = problems(path)
    assert problem.startswith("p.yml:1: ")


@pytest.mark.parametrize(
    ("change", "where", "reason"),
    [
        (lambda t: t["facts"][1].pop("statement"), "id: bs-baker-pay", "facts.1.statement: Field"),
        (lambda t: t["facts"][1].update(facet="wages"), "facet: wages", "facts.1.facet: Input"),
        (lambda t: t["facts"][1].update(id="Pay!"), "id: Pay!", "facts.1.id: String should"),
        (lambda t: t["facts"][1].update(colour="red"), "colour: red", "facts.1.colour: Extra"),
        (lambda t: t["facts"][1]["figures"][0].update(low="x"), "low: x", "figures.0.low: Input"),
        (
            lambda t: t["facts"][1]["figures"][0].update(high=1),
            "measure: base_salary",
            "Value error, high (1) is below low (30000)",
        ),
        (
            lambda t: t["facts"][1]["figures"][0].update(measure="other"),
            "measure: other",
            "Value error, a figure of measure 'other' names its unit",
        ),
        (lambda t: t["roles"][0].update(plural="s"), "plural: s", "roles.0.plural: String should"),
        (lambda t: t["document"].pop("title"), "id: baker_chef", "document.title: Field required"),
    ],
)
def test_what_does_not_fit_the_schema(
    tree: Tree, write_pack: Write, change: Callable[[Tree], object], where: str, reason: str
) -> None:
    change(tree)
    path = write_pack(tree)
    (problem,) = problems(path)
    assert problem.startswith(f"baker.yml:{line_of(path, where)}: ")
    assert reason in problem


@pytest.mark.parametrize(
    ("change", "where", "reason"),
    [
        (
            lambda t: t["facts"][2].update(id="bs-baker-pay"),
            None,
            "fact 'bs-baker-pay' stands twice",
        ),
        (
            lambda t: t["facts"][1].update(section="Wages"),
            "section: Wages",
            "the document has no section 'Wages'",
        ),
        (lambda t: t["facts"][1].update(roles=["cook"]), "- cook", "unknown role 'cook'"),
        (lambda t: t["facts"][3].update(path=[["cook"]]), None, "unknown role 'cook'"),
        (
            lambda t: t["facts"][2]["figures"][0].update(role="cook"),
            None,
            "unknown role 'cook'",
        ),
        (lambda t: t["facts"][1].update(industry="space"), None, "unknown industr"),
        (lambda t: t["facts"][1].update(kpi="speed"), None, "unknown KPI 'speed'"),
        (lambda t: t["facts"][1].update(dimension="depth"), None, "unknown dimension 'depth'"),
        (lambda t: t["roles"].append(t["roles"][0]), "roles:", "'baker' stands twice"),
        (lambda t: t["document"]["about"].append("cook"), None, "unknown role 'cook'"),
    ],
)
def test_names_that_do_not_fit_together(
    tree: Tree,
    write_pack: Write,
    change: Callable[[Tree], object],
    where: str | None,
    reason: str,
) -> None:
    change(tree)
    path = write_pack(tree)
    (problem,) = problems(path)
    file, line, rest = problem.split(":", 2)
    assert file == "baker.yml"
    assert reason in rest
    if where:
        assert abs(int(line) - line_of(path, where)) <= 1
    else:
        assert int(line) > 1


def test_all_problems_are_told_at_once(tree: Tree, write_pack: Write) -> None:
    tree["facts"][0]["section"] = "Nowhere"
    tree["facts"][1]["roles"] = ["cook"]
    tree["facts"][4]["kpi"] = "speed"
    assert len(problems(write_pack(tree))) == 3


def test_a_folder_without_packs(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"holds no pack"):
        load_packs(tmp_path)


def test_problems_of_all_files_of_a_folder(tree: Tree, write_pack: Write, tmp_path: Path) -> None:
    tree["facts"][0]["section"] = "Nowhere"
    write_pack(tree, "a.yml")
    write_pack(tree, "b.yml")
    with pytest.raises(PackError) as error:
        load_packs(tmp_path)
    assert [problem.split(":")[0] for problem in error.value.problems] == ["a.yml", "b.yml"]


def test_packs_that_contradict_one_another(tree: Tree, write_pack: Write, tmp_path: Path) -> None:
    write_pack(tree, "a.yml")
    tree["roles"][0]["name"] = "Bread Baker"
    write_pack(tree, "b.yml")
    with pytest.raises(PackError) as error:
        load_packs(tmp_path)
    assert "role 'baker' is called 'Baker' and 'Bread Baker'" in error.value.problems
    assert "fact 'bs-path' stands in 2 packs" in error.value.problems
