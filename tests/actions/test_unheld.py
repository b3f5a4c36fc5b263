"""What no document holds: said so when asked for, and only then."""

from __future__ import annotations

import pytest
from by_hand import AE, AM, DIRECTOR, SENIOR, clause, question, say

from actions.dispatch import answer
from actions.unheld import unheld
from knowledge.base import KnowledgeBase


def test_a_perk_is_abstained_from_with_the_benefits_there_are(base: KnowledgeBase) -> None:
    part = unheld(
        question(base, "ask_benefits", "company car?", roles=[SENIOR], outside={"perk": ["car"]}),
        base,
    )
    assert part is not None
    assert part.kind == "abstain"
    assert "nothing about car" in part.lines[0]
    assert {fact.facet for fact in part.facts} == {"benefit"}


def test_a_matter_named_beside_what_is_asked_does_not_hide_it(base: KnowledgeBase) -> None:
    beside = {"perk": ["signing bonus"]}
    text = "what is the base salary, signing bonus aside"
    asked = question(base, "ask_salary", text, roles=[SENIOR], outside=beside)
    assert unheld(asked, base) is None
    text = "which skills, travel aside"
    asked = question(base, "ask_skills", text, roles=[AM], outside={"matter": ["travel"]})
    assert unheld(asked, base) is None


def test_what_a_fact_answers_is_not_abstained_from(base: KnowledgeBase) -> None:
    hits = [("both-benefit-training", 0.9)]
    asked = question(
        base, "ask_benefits", "do they pay a certificate", hits=hits, outside={"matter": ["cert"]}
    )
    assert unheld(asked, base) is None


def test_a_role_is_not_compared_with_a_job_outside(base: KnowledgeBase) -> None:
    other = {"other_role": ["recruiter"]}
    part = answer(question(base, "ask_difference", "vs", roles=[AE], outside=other), base)
    assert part.kind == "abstain"
    assert "recruiter" in part.lines[0]
    moving = question(base, "ask_transition", "from or to", roles=[AE], outside=other)
    assert unheld(moving, base) is None


def test_trends_of_a_role_without_any_are_those_of_others(base: KnowledgeBase) -> None:
    asked = question(base, "ask_trends", "trends?", roles=["regional_sales_manager"])
    part = answer(asked, base)
    assert part.kind == "abstain"
    assert "no trends for Regional Sales Manager" in part.lines[0]


@pytest.mark.parametrize("intent", ["ask_gap", "ask_team_management", "ask_scope"])
def test_pay_is_not_given_to_who_asks_for_something_else(base: KnowledgeBase, intent: str) -> None:
    near = [("dir-salary", 0.78), ("dir-contrast-team", 0.7)]
    turn = say(base, clause("how big is it", intent, 0.3, hits=near, roles=[DIRECTOR]))
    assert "$" not in turn.reply.text


def test_an_industry_outside_is_named_though_nothing_else_was_understood(
    base: KnowledgeBase,
) -> None:
    vague = clause("got anything on AMs in hotels", "follow_other", 0.2, roles=[AM],
                   outside={"other_industry": ["hotel"]})  # fmt: skip
    turn = say(base, vague)
    assert turn.reply.kind == "abstain"
    assert "nothing about hotel" in turn.reply.text
