"""KPIs: what they are, and that no document sets a target for one."""

from __future__ import annotations

import pytest
from by_hand import AE, AM, question

from actions.metrics import answer_kpi
from actions.part import Part
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet

KPIS = sorted(KnowledgeBase.load().kpis)


def asked(base: KnowledgeBase, text: str, **fields: object) -> Part:
    part = answer_kpi(question(base, "ask_kpi_meaning", text, **fields), base)
    assert part is not None
    return part


@pytest.mark.parametrize("kpi", KPIS)
def test_every_kpi_has_a_meaning(base: KnowledgeBase, kpi: str) -> None:
    part = asked(base, "what does it mean?", kpis=[kpi])
    assert part.kind == "answer"
    assert [fact.kpi for fact in part.facts] == [kpi]


@pytest.mark.parametrize(
    "text",
    [
        "what's a good nps",
        "what nps should i aim for",
        "is there a benchmark",
        "what target do ams have",
        "how high should my nps be",
        "what is a healthy score",
        "what should my nps be",
        "avg nps in %",
        "normal nps?",
        "is 40 ok",
        "what is it supposed to look like",
        "how long should it be, normal number of days",
    ],
)
def test_target_values_abstain_and_give_the_meaning(base: KnowledgeBase, text: str) -> None:
    part = asked(base, text, kpis=["net_promoter_score"])
    assert part.kind == "abstain"
    assert base.facts["am-kpi-nps"].statement in part.text


@pytest.mark.parametrize(("role", "prefix"), [(AM, "am-"), (AE, "ae-")])
def test_the_kpis_of_a_role_are_its_own(base: KnowledgeBase, role: str, prefix: str) -> None:
    part = answer_kpi(question(base, "ask_kpis", "how measured", roles=[role]), base)
    assert part is not None
    own = [f.id for f in base.find((Facet.KPI,)) if f.id.startswith(prefix)]
    assert [fact.id for fact in part.facts] == own
    assert len(own) == 5


def test_another_role_s_kpi_is_put_right(base: KnowledgeBase) -> None:
    part = asked(
        base, "is time to close a kpi of ams?", kpis=["time_to_close"], roles=[AM], polar=True
    )
    assert part.text.startswith("No")
    assert "Account Executive" in part.lines[0]
