"""Career ladders, of which the documents have several."""

from __future__ import annotations

import pytest
from by_hand import AE, AM, DIRECTOR, SENIOR, question

from actions.focus import Focus
from actions.paths import answer_next_step, answer_path
from knowledge.base import KnowledgeBase

VP = "vice_president_of_sales"


def next_step(base: KnowledgeBase, text: str, *roles: str) -> str:
    part = answer_next_step(question(base, "ask_next_step", text, roles=list(roles)), base)
    assert part is not None
    assert part.facts
    return part.text


def test_the_step_above_in_both_versions(base: KnowledgeBase) -> None:
    text = next_step(base, "what comes after senior account manager", SENIOR)
    for step in ("Associate Director", "Group Account Director", "Key Account Manager"):
        assert step in text
    for document in base.documents.values():
        assert document.title in text


def test_the_step_below_in_both_versions(base: KnowledgeBase) -> None:
    text = next_step(base, "what comes before director", DIRECTOR)
    for step in ("Associate Director", "Group Account Director", "Key Account Manager"):
        assert step in text


@pytest.mark.parametrize("role", [DIRECTOR, VP])
def test_the_top_has_no_step_above(base: KnowledgeBase, role: str) -> None:
    text = next_step(base, "what comes after that", role)
    assert "top" in text


def test_the_bottom_has_no_step_below(base: KnowledgeBase) -> None:
    assert "bottom" in next_step(base, "what comes before", "sales_development_representative")


def test_a_step_leads_on_to_the_role_it_names(base: KnowledgeBase) -> None:
    part = answer_next_step(question(base, "ask_next_step", "next after am", roles=[AM]), base)
    assert part is not None
    assert part.roles == [SENIOR]


def test_no_step_without_a_role(base: KnowledgeBase) -> None:
    assert answer_next_step(question(base, "ask_next_step", "what next"), base) is None


@pytest.mark.parametrize("role", ["marketing_assistant", "customer_service_representative"])
def test_no_step_for_a_role_on_no_ladder(base: KnowledgeBase, role: str) -> None:
    assert answer_next_step(question(base, "ask_next_step", "next", roles=[role]), base) is None


def test_a_path_lists_its_steps_in_order(base: KnowledgeBase) -> None:
    part = answer_path(question(base, "ask_career_path", "career path", roles=[AE]), base)
    steps = ["Account Executive", "Senior Account Executive", "Regional Sales Manager",
             "Vice President of Sales"]  # fmt: skip
    numbered = [line for line in part.lines if line[:1].isdigit()]
    places = [next(i for i, line in enumerate(numbered) if line.endswith(s)) for s in steps]
    assert places == sorted(places)


def test_the_path_to_the_director_comes_in_both_versions(base: KnowledgeBase) -> None:
    part = answer_path(
        question(base, "ask_career_path", "path to director", roles=[DIRECTOR]), base
    )
    assert {fact.id for fact in part.facts} == {"path-director", "am-path"}
    assert VP not in [role for fact in part.facts for step in fact.path for role in step]
    assert part.items


def test_is_there_anything_above(base: KnowledgeBase) -> None:
    asked = {"text": "is there anything above that?", "polar": True}
    top = answer_path(question(base, "ask_career_path", roles=[DIRECTOR], **asked), base)
    not_top = answer_path(question(base, "ask_career_path", roles=[AM], **asked), base)
    assert "top" in top.lines[0]
    assert "Senior Account Manager" in not_top.lines[0]


def test_the_own_path_of_a_role_comes_first(base: KnowledgeBase) -> None:
    part = answer_next_step(question(base, "ask_next_step", "one up", roles=[AE]), base)
    assert part is not None
    assert part.reached == ["senior_account_executive"]


@pytest.mark.parametrize(
    ("text", "step"),
    [("two rungs up", "Regional Sales Manager"), ("three steps higher", "Vice President of Sales")],
)
def test_several_steps_at_once(base: KnowledgeBase, text: str, step: str) -> None:
    assert step in next_step(base, text, AE)


def test_the_first_rung_and_which_version_holds(base: KnowledgeBase) -> None:
    asked = question(base, "ask_next_step", "the one you'd start at", Focus(roles=[SENIOR]))
    first = answer_next_step(asked, base)
    assert first is not None
    assert "Junior Account Manager" in first.text
    assert "differ" in next_step(base, "which of those is right", "key_account_manager")
