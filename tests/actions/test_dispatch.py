"""The way from a question to its answer, or to an honest abstention."""

from __future__ import annotations

import pytest
from by_hand import AE, AM, DIRECTOR, SENIOR, question

from actions.dispatch import answer
from actions.focus import Focus
from actions.topics import TOPICS
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet

BY_ROLE = ["ask_responsibilities", "ask_skills", "ask_challenges", "ask_best_practices"]
COMPARED = [DIRECTOR, SENIOR, AM, AE]


ON_NO_LADDER = ["customer_service_representative", "junior_account_coordinator",
                "marketing_assistant"]  # fmt: skip


@pytest.mark.parametrize("role", ON_NO_LADDER)
def test_the_path_of_a_role_on_no_ladder_abstains(base: KnowledgeBase, role: str) -> None:
    part = answer(question(base, "ask_career_path", "career path", roles=[role]), base)
    assert part.text.strip()
    assert part.kind == "abstain"


@pytest.mark.parametrize("topic", sorted(TOPICS))
@pytest.mark.parametrize("role", sorted(KnowledgeBase.load().roles))
def test_every_topic_answers_or_abstains_for_every_role(
    base: KnowledgeBase, topic: str, role: str
) -> None:
    if topic == "ask_career_path" and role in ON_NO_LADDER:
        return  # see above
    part = answer(question(base, topic, "tell me about that", roles=[role]), base)
    assert part.text.strip()
    assert part.kind in ("answer", "abstain", "plan")
    if part.kind == "answer":
        assert part.facts


@pytest.mark.parametrize("topic", BY_ROLE)
@pytest.mark.parametrize("role", COMPARED)
def test_a_list_about_one_role_holds_no_other_role_s_facts(
    base: KnowledgeBase, topic: str, role: str
) -> None:
    part = answer(question(base, topic, "tell me", roles=[role]), base)
    assert all(base.concerns(fact, role) for fact in part.facts)


@pytest.mark.parametrize("topic", BY_ROLE)
def test_without_a_role_it_asks_for_one(base: KnowledgeBase, topic: str) -> None:
    part = answer(question(base, topic, "tell me"), base)
    assert part.kind == "clarify"
    assert {button.intent for button in part.buttons} == {topic}
    offered = [role for button in part.buttons for role in button.entities["role"]]
    assert len(offered) > 1
    assert set(offered) <= set(COMPARED)


def test_two_roles_to_compare_are_asked_for(base: KnowledgeBase) -> None:
    part = answer(question(base, "ask_difference", "what's the difference?"), base)
    assert part.kind == "clarify"
    assert all(len(button.entities["role"]) == 2 for button in part.buttons)


@pytest.mark.parametrize(
    ("outside", "topic"),
    [
        ({"other_role": ["product manager"]}, "ask_salary"),
        ({"other_role": ["product manager"]}, "ask_skills"),
        ({"other_industry": ["aerospace"]}, "ask_industry"),
        ({"employer": ["acme"]}, "ask_responsibilities"),
        ({"certificate": ["pmp"]}, "ask_requirements"),
    ],
)
def test_what_the_documents_do_not_treat_abstains_by_name(
    base: KnowledgeBase, outside: dict[str, list[str]], topic: str
) -> None:
    part = answer(question(base, topic, "what about it", outside=outside), base)
    assert part.kind == "abstain"
    assert next(iter(outside.values()))[0] in part.text.lower()
    assert "$" not in part.text


def test_an_unknown_role_beside_a_known_one_does_not_hide_the_answer(base: KnowledgeBase) -> None:
    outside = {"other_role": ["product manager"]}
    part = answer(question(base, "ask_salary", "pay", roles=[DIRECTOR], outside=outside), base)
    assert "$120,000" in part.text


def test_the_focus_does_not_lend_its_role_to_an_unknown_one(base: KnowledgeBase) -> None:
    focus = Focus(topics=["ask_salary"], roles=[DIRECTOR])
    outside = {"other_role": ["product manager"]}
    part = answer(question(base, "ask_salary", "and theirs?", focus, outside=outside), base)
    assert part.kind == "abstain"
    assert "$" not in part.text


def test_a_fact_of_another_role_is_put_right(base: KnowledgeBase) -> None:
    asked = question(
        base,
        "ask_responsibilities",
        "do senior account managers hire for the department?",
        roles=[SENIOR],
        polar=True,
        hits=[("dir-resp-team", 0.93, "yes", 0.9), ("sam-resp-portfolio", 0.5)],
    )
    part = answer(asked, base)
    assert part.text.startswith("No")
    assert "Director" in part.text
    assert part.facts[0].id == "dir-resp-team"


def test_a_role_s_own_fact_is_not_put_right(base: KnowledgeBase) -> None:
    asked = question(
        base,
        "ask_responsibilities",
        "do directors hire?",
        roles=[DIRECTOR],
        polar=True,
        hits=[("dir-resp-team", 0.93, "yes", 0.9), ("sam-resp-portfolio", 0.5)],
    )
    part = answer(asked, base)
    assert part.text.startswith("Yes")
    assert all(base.concerns(fact, DIRECTOR) for fact in part.facts)


def test_a_number_that_no_fact_has_abstains_with_what_there_is(base: KnowledgeBase) -> None:
    asked = question(base, "ask_challenges", "how many hours a week", roles=[AM], asks_number=True)
    part = answer(asked, base)
    assert part.kind == "abstain"
    assert part.facts


def test_a_number_that_a_fact_has_is_an_answer(base: KnowledgeBase) -> None:
    asked = question(base, "ask_experience", "how many years", roles=[DIRECTOR], asks_number=True)
    part = answer(asked, base)
    assert part.kind == "answer"
    assert "10" in part.text


@pytest.mark.parametrize("role", [AM, AE, "key_account_manager"])
def test_years_for_a_role_without_such_a_requirement_abstain(
    base: KnowledgeBase, role: str
) -> None:
    asked = question(base, "ask_experience", "how many years", roles=[role], asks_number=True)
    part = answer(asked, base)
    assert part.kind == "abstain"
    assert not any(fact.figures for fact in part.facts)


def test_an_abstention_offers_only_roles_that_have_an_answer(base: KnowledgeBase) -> None:
    part = answer(question(base, "ask_salary", "ae pay", roles=[AE]), base)
    offered = [role for button in part.buttons for role in button.entities["role"]]
    assert set(offered) == {DIRECTOR, SENIOR}


def test_who_does_something_is_answered_by_the_nearest_fact(base: KnowledgeBase) -> None:
    part = answer(
        question(base, "ask_which_role", "who mentors?", hits=[("sam-skill-mentoring", 0.85)]), base
    )
    assert part.facts[0].id == "sam-skill-mentoring"
    assert part.facts[0].facet is Facet.SKILL


def test_two_halves_of_a_who_question_get_a_role_each(base: KnowledgeBase) -> None:
    text = "which one keeps the customers and which one brings them in?"
    hits = [("am-resp-retention", 0.7), ("sam-resp-portfolio", 0.62), ("ae-def", 0.5)]
    part = answer(question(base, "ask_which_role", text, hits=hits), base)
    assert [fact.roles for fact in part.facts] == [[AM], [AE]]


def test_a_role_in_an_industry_told_of_its_whole_field(base: KnowledgeBase) -> None:
    asked = {"roles": [AM], "industries": ["professional_services"]}
    assert answer(question(base, "ask_industry", "there?", **asked), base).kind == "answer"
    asked = {"roles": [AE], "industries": ["professional_services"]}
    assert answer(question(base, "ask_industry", "there?", **asked), base).kind == "abstain"


def test_what_one_does_on_a_rung_is_told_instead_of_the_ladder(base: KnowledgeBase) -> None:
    text = "what would a key account manager be doing on that ladder?"
    part = answer(question(base, "ask_career_path", text, roles=["key_account_manager"]), base)
    assert [fact.facet for fact in part.facts] == [Facet.STAGE]
    text = "what do i do to become a key account manager?"
    part = answer(question(base, "ask_career_path", text, roles=["key_account_manager"]), base)
    assert Facet.STAGE not in [fact.facet for fact in part.facts]


def test_two_unnamed_roles_are_those_of_the_likeliest_document(base: KnowledgeBase) -> None:
    hits = [("dir-qual-track-record", 0.6, "yes", 0.4), ("both-exp-industry", 0.6, "yes", 0.1)]
    text = "which of the two asks for more?"
    part = answer(question(base, "ask_requirements", text, hits=hits), base)
    assert part.roles == [DIRECTOR, SENIOR]
