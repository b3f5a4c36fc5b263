"""Comparisons of two roles."""

from __future__ import annotations

import itertools

import pytest
from by_hand import AE, AM, DIRECTOR, SENIOR, question

from actions.comparing import answer_difference, answer_dimension, answer_similarities
from actions.focus import Focus
from actions.part import Part
from knowledge.base import KnowledgeBase

PAIRS = list(itertools.combinations([DIRECTOR, SENIOR, AM, AE, "key_account_manager"], 2))
DIMENSIONS = ["ask_scope", "ask_client_interaction", "ask_team_management", "ask_focus"]


def names(base: KnowledgeBase, part: Part) -> list[str]:
    return [name for role in part.roles if (name := base.roles[role].name) in part.text]


@pytest.mark.parametrize("pair", PAIRS)
def test_any_two_roles_are_compared_from_their_facts(
    base: KnowledgeBase, pair: tuple[str, str]
) -> None:
    part = answer_difference(question(base, "ask_difference", "vs", roles=list(pair)), base)
    assert part is not None
    assert part.kind == "answer"
    assert names(base, part) == [base.roles[role].name for role in pair]
    about = {role for fact in part.facts for role in fact.roles}
    assert set(pair) <= about


def test_a_comparison_shows_the_figures_of_the_roles_that_have_them(base: KnowledgeBase) -> None:
    part = answer_difference(
        question(base, "ask_difference", "sam vs am", roles=[SENIOR, AM]), base
    )
    assert part is not None
    senior, other = part.text.split("**Account Manager**")
    assert "$80,000" in senior
    assert "$" not in other


def test_one_role_is_compared_with_its_document_s_other(base: KnowledgeBase) -> None:
    part = answer_difference(question(base, "ask_difference", "how differ", roles=[AM]), base)
    assert part is not None
    assert part.roles == [AM, AE]


def test_the_two_roles_spoken_of_are_compared(base: KnowledgeBase) -> None:
    focus = Focus(roles=[AE], earlier=[[AM]])
    asked = question(base, "ask_difference", "how do they differ", focus)
    part = answer_difference(asked, base)
    assert part is not None
    assert set(part.roles) == {AM, AE}


def test_nothing_to_compare(base: KnowledgeBase) -> None:
    assert answer_difference(question(base, "ask_difference", "difference?"), base) is None


@pytest.mark.parametrize("topic", DIMENSIONS)
@pytest.mark.parametrize("role", [DIRECTOR, SENIOR])
def test_a_dimension_of_one_role_stays_with_that_role(
    base: KnowledgeBase, topic: str, role: str
) -> None:
    part = answer_dimension(question(base, topic, "and that?", roles=[role]), base)
    assert part is not None
    assert all(role in fact.roles for fact in part.facts)


@pytest.mark.parametrize("topic", DIMENSIONS)
def test_a_dimension_of_two_roles_speaks_of_both(base: KnowledgeBase, topic: str) -> None:
    part = answer_dimension(question(base, topic, "and that?", roles=[DIRECTOR, SENIOR]), base)
    assert part is not None
    assert {role for fact in part.facts for role in fact.roles} == {DIRECTOR, SENIOR}


def test_a_dimension_that_the_documents_lack_for_a_role(base: KnowledgeBase) -> None:
    asked = question(base, "ask_scope", "scope", roles=["vice_president_of_sales"])
    assert answer_dimension(asked, base) is None


@pytest.mark.parametrize("pair", [[DIRECTOR, SENIOR], [AM, AE]])
def test_what_two_roles_share_is_about_both(base: KnowledgeBase, pair: list[str]) -> None:
    part = answer_similarities(question(base, "ask_similarities", "in common", roles=pair), base)
    assert part is not None
    assert all(set(pair) <= set(fact.roles) for fact in part.facts)


def test_roles_of_which_nothing_common_is_said(base: KnowledgeBase) -> None:
    asked = question(base, "ask_similarities", "in common", roles=[DIRECTOR, AE])
    assert answer_similarities(asked, base) is None
