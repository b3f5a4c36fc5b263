"""Look-ups in the knowledge base."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from knowledge.base import KnowledgeBase, Source
from knowledge.schema import Facet, Measure, Pack

Tree = dict[str, Any]


@pytest.fixture
def base(pack: Pack) -> KnowledgeBase:
    return KnowledgeBase([pack])


@pytest.fixture
def other(tree: Tree) -> Tree:
    """A second document that names some of the same roles and industries."""
    other = copy.deepcopy(tree)
    other["document"] |= {"id": "chef_waiter", "title": "Chef vs Waiter", "about": ["chef"]}
    other["roles"][0]["aliases"] = ["bread maker", "oven hand"]
    other["industries"][0]["aliases"] = ["inns"]
    for fact in other["facts"]:
        fact["id"] = fact["id"].replace("bs-", "cw-")
    return other


def ids(facts: list[Any]) -> list[str]:
    return [fact.id for fact in facts]


def test_facts_by_facet(base: KnowledgeBase) -> None:
    assert ids(base.find([Facet.SALARY])) == ["bs-baker-pay"]
    assert ids(base.find([Facet.SALARY, Facet.KPI])) == ["bs-baker-pay", "bs-waste"]
    assert ids(base.find([Facet.TREND])) == []


def test_facts_of_a_role_include_those_about_all_compared_roles(base: KnowledgeBase) -> None:
    assert ids(base.find(role="baker")) == [
        "bs-both-people", "bs-baker-pay", "bs-compare-bonus", "bs-path"
    ]  # fmt: skip
    assert "bs-baker-pay" not in ids(base.find(role="chef"))
    # A role that the document only mentions is not among those that it compares.
    assert ids(base.find(role="head_chef")) == []


def test_facts_by_industry_kpi_and_dimension(base: KnowledgeBase) -> None:
    assert ids(base.find(industry="hotels")) == ["bs-baker-pay"]
    assert ids(base.find(kpi="waste")) == ["bs-waste"]
    assert ids(base.find(dimension="hours")) == ["bs-compare-bonus"]
    assert ids(base.find([Facet.SALARY], role="chef", industry="hotels")) == []


def test_source(base: KnowledgeBase) -> None:
    assert base.source(base.facts["bs-baker-pay"]) == Source("Baker vs Chef", "Pay")


def test_figures_of_a_role(base: KnowledgeBase) -> None:
    ((fact, figure),) = base.figures(Measure.BASE_SALARY, "baker")
    assert (fact.id, figure.low, figure.high) == ("bs-baker-pay", 30000, 40000)
    assert base.figures(Measure.BASE_SALARY, "chef") == []


def test_figures_of_a_fact_about_two_roles_go_to_each(base: KnowledgeBase) -> None:
    assert [figure.low for _, figure in base.figures(Measure.BONUS_SHARE, "chef")] == [5]
    assert [figure.low for _, figure in base.figures(Measure.BONUS_SHARE, "baker")] == [3]


def test_a_figure_without_role_belongs_to_no_one_of_two(tree: Tree) -> None:
    for figure in tree["facts"][2]["figures"]:
        figure.pop("role")
    base = KnowledgeBase([Pack.model_validate(tree)])
    assert base.figures(Measure.BONUS_SHARE, "chef") == []


def test_ladder(base: KnowledgeBase) -> None:
    (ladder,) = base.ladders
    assert ladder.document.id == "baker_chef"
    assert ladder.index("chef") == 0
    assert ladder.index("waiter") is None
    assert ladder.after("baker") == ["head_chef"]
    assert ladder.after("head_chef") == []
    assert ladder.after("waiter") == []
    assert ladder.before("head_chef") == ["baker", "chef"]
    assert ladder.before("baker") == []
    assert ladder.before("waiter") == []


def test_roles_with_a_facet_of_their_own(base: KnowledgeBase) -> None:
    assert base.roles_with([Facet.SALARY, Facet.KPI]) == ["baker", "chef"]
    assert base.roles_with([Facet.PATH]) == []


def test_terms_of_two_packs_are_merged(pack: Pack, other: Tree) -> None:
    base = KnowledgeBase([pack, Pack.model_validate(other)])
    assert base.roles["baker"].aliases == ["bread maker", "oven hand"]
    assert base.industries["hotels"].aliases == ["hospitality", "inns"]
    assert list(base.roles) == ["baker", "chef", "head_chef"]


def test_what_a_document_says_of_all_its_roles_is_not_said_of_others(
    pack: Pack, other: Tree
) -> None:
    base = KnowledgeBase([pack, Pack.model_validate(other)])
    assert "cw-path" in ids(base.find(role="chef"))
    assert "cw-path" not in ids(base.find(role="baker"))
    assert len(base.ladders) == 2


def test_version_changes_with_the_content(pack: Pack, tree: Tree) -> None:
    same = KnowledgeBase([Pack.model_validate(copy.deepcopy(tree))])
    tree["facts"][0]["detail"] = "they feed everybody"
    changed = KnowledgeBase([Pack.model_validate(tree)])
    assert KnowledgeBase([pack]).version == same.version
    assert same.version != changed.version
    assert len(same.version) == 12
