"""What an industry changes."""

from __future__ import annotations

import pytest
from by_hand import AE, AM, DIRECTOR, question

from actions.clause import FactHit
from actions.industries import answer_industry
from actions.part import Part
from knowledge.base import KnowledgeBase

INDUSTRIES = sorted(KnowledgeBase.load().industries)


def asked(base: KnowledgeBase, industries: list[str], roles: list[str]) -> Part | None:
    return answer_industry(
        question(base, "ask_industry", "and in that industry?", roles=roles, industries=industries),
        base,
    )


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_every_industry_has_an_answer_from_its_own_facts(
    base: KnowledgeBase, industry: str
) -> None:
    part = asked(base, [industry], [])
    assert part is not None
    assert part.kind == "answer"
    assert {fact.industry for fact in part.facts} == {industry}
    assert part.industry == industry


@pytest.mark.parametrize("role", [AM, AE])
def test_one_role_in_an_industry(base: KnowledgeBase, role: str) -> None:
    part = asked(base, ["healthcare"], [role])
    assert part is not None
    assert all(fact.roles == [role] for fact in part.facts)


def test_a_role_that_the_industry_s_document_does_not_treat_abstains(base: KnowledgeBase) -> None:
    part = asked(base, ["healthcare"], [DIRECTOR])
    assert part is not None
    assert part.kind == "abstain"
    assert "Account Manager" in part.text
    assert part.text.index("Director") < part.text.index("**")


def test_both_industries_of_one_name_are_shown(base: KnowledgeBase) -> None:
    part = asked(base, ["retail_consumer_goods", "retail_ecommerce"], [])
    assert part is not None
    assert {fact.industry for fact in part.facts} == {"retail_consumer_goods", "retail_ecommerce"}


def test_without_an_industry_it_names_those_it_knows(base: KnowledgeBase) -> None:
    part = asked(base, [], [AM])
    assert part is not None
    assert "Healthcare" in part.text


def test_the_example_asked_for_comes_first(base: KnowledgeBase) -> None:
    part = answer_industry(
        question(
            base,
            "ask_industry",
            "how many clients",
            industries=["healthcare"],
            roles=[AM],
            inside=[FactHit("am-health-portfolio", 0.6, None, 0.9)],
        ),
        base,
    )
    assert part is not None
    assert part.facts[0].id == "am-health-portfolio"
    assert part.text.startswith(base.facts["am-health-portfolio"].statement)
