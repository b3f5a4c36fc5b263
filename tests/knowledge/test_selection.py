"""Facts are selected by names as people type them."""

from __future__ import annotations

import pytest

from knowledge.base import KnowledgeBase
from knowledge.schema import Pack
from knowledge.selection import Selection, UnknownNameError, select


@pytest.fixture
def base(pack: Pack) -> KnowledgeBase:
    return KnowledgeBase([pack])


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["baker"], {"role": ["baker"]}),
        (["Bakers", "SALARY"], {"role": ["baker"], "facet": ["salary"]}),
        (["bread", "maker"], {"role": ["baker"]}),
        (["CH"], {"role": ["chef"]}),
        (["head chef"], {"role": ["head_chef"]}),
        (["head_chef"], {"role": ["head_chef"]}),
        (["salaries"], {"facet": ["salary"]}),
        (["salary-factor"], {"facet": ["salary_factor"]}),
        (["hospitality", "food waste"], {"industry": ["hotels"], "kpi": ["waste"]}),
        (["working hours"], {"dimension": ["hours"]}),
    ],
)
def test_names(base: KnowledgeBase, words: list[str], ids: dict[str, list[str]]) -> None:
    assert select(base, words).ids == ids


def test_facts_fit_a_name_of_every_kind(base: KnowledgeBase) -> None:
    def facts(*words: str) -> list[str]:
        return [fact.id for fact in select(base, words).facts(base)]

    assert facts("baker", "salary") == ["bs-baker-pay"]
    assert facts("chef", "salary") == []
    assert facts("chef", "kpi", "salary") == ["bs-waste"]
    assert facts("hotels") == ["bs-baker-pay"]


def test_no_name_selects_everything(base: KnowledgeBase) -> None:
    assert len(Selection().facts(base)) == len(base.facts)


def test_an_unknown_name_is_told_with_what_is_close(base: KnowledgeBase) -> None:
    with pytest.raises(UnknownNameError, match=r"'backer'\. Did you mean 'baker'"):
        select(base, ["backer"])
    with pytest.raises(UnknownNameError, match=r"^Nothing is known by the name 'zzz'\.$"):
        select(base, ["baker", "zzz"])
