"""What short clauses mean after an answer."""

from __future__ import annotations

import pytest
from by_hand import AE, AM, DIRECTOR, SENIOR, clause

from actions.about_answer import about_last_answer
from actions.counted_questions import questions_counted
from actions.ellipsis import follow_up
from actions.focus import Focus
from actions.guessing import likely_here
from actions.pointing import pointed
from knowledge.base import KnowledgeBase

PAY = Focus(topics=["ask_salary"], roles=[SENIOR])


@pytest.mark.parametrize(
    "text", ["redo it", "and again?", "ok so?", "so now?", "mine?", "and for me?"]
)
def test_the_same_again(text: str) -> None:
    assert follow_up(clause(text, "out_of_scope", 0.3), PAY, 0.0) == ["ask_salary"]


@pytest.mark.parametrize("text", ["what does that come to then?", "so how much is that?"])
def test_what_it_comes_to_is_the_pay_again(text: str) -> None:
    bonus = Focus(topics=["ask_bonus"], roles=[SENIOR])
    assert follow_up(clause(text, "ask_next_step", 0.3), bonus, 0.3) == ["ask_bonus"]


def test_both_questions_again_for_another_role() -> None:
    two = Focus(topics=["ask_salary", "ask_experience"], roles=[DIRECTOR])
    asked = clause("both again but for senior", "ask_experience", 0.4, roles=[SENIOR])
    assert follow_up(asked, two, 0.4) == ["ask_salary", "ask_experience"]


@pytest.mark.parametrize("text", ["and one more stair?", "one higher than that?", "one up?"])
def test_a_step_further(text: str) -> None:
    step = Focus(topics=["ask_definition"], roles=[AM])
    assert follow_up(clause(text, "ask_salary", 0.6), step, 0.6) == ["ask_next_step"]


def test_higher_pay_is_no_step() -> None:
    assert follow_up(clause("one higher?", "ask_salary", 0.6), PAY, 0.6) != ["ask_next_step"]


def test_then_means_the_step_after_a_step() -> None:
    step = Focus(topics=["ask_next_step"], roles=[AM])
    assert follow_up(clause("and then?", "affirm", 0.4), step, 0.0) == ["ask_next_step"]


def test_which_of_them_is_an_item_of_the_list() -> None:
    shown = Focus(topics=["ask_lateral_moves"], roles=[SENIOR], listed=["a", "b"])
    asked = clause("which of those suits a specialist?", "ask_role_fit", 0.6)
    assert follow_up(asked, shown, 0.6) == ["ask_item"]


def test_the_other_one_is_the_role_spoken_of_before(base: KnowledgeBase) -> None:
    focus = Focus(topics=["ask_kpis"], roles=[SENIOR], earlier=[[DIRECTOR]])
    assert pointed(clause("and the other?"), focus, base).roles == [DIRECTOR]


def test_the_other_one_is_else_the_role_a_document_compares(base: KnowledgeBase) -> None:
    focus = Focus(topics=["ask_kpis"], roles=[AE])
    assert pointed(clause("and the other one?"), focus, base).roles == [AM]


def vague(*ranking: tuple[str, float]) -> str | None:
    name, probability = ranking[0]
    return likely_here(clause("hm?", name, probability, ranking=list(ranking)), PAY)


def test_a_vague_clause_asks_what_is_likeliest_here() -> None:
    assert vague(("ask_trends", 0.2), ("ask_salary", 0.15)) == "ask_salary"
    assert vague(("ask_trends", 0.3), ("ask_salary", 0.1)) == "ask_trends"


def test_a_vague_clause_about_something_else_asks_nothing_here() -> None:
    assert vague(("out_of_scope", 0.4), ("ask_salary", 0.15)) is None
    assert vague(("ask_trends", 0.1), ("ask_skills", 0.05)) is None
    assert vague(("sensitive_health", 0.4), ("ask_salary", 0.3)) is None


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("are you sure?", "ask_source"),
        ("is that really true", "ask_source"),
        ("shorter please", "ask_short"),
        ("tldr", "ask_short"),
        ("can you give me an example", "ask_example"),
        ("and that means?", "repeat"),
        ("an example of a challenge", None),
        ("is it true that directors need an mba", None),
        ("a short career", None),
    ],
)
def test_what_is_asked_of_the_last_answer_itself(text: str, asks: str | None) -> None:
    assert about_last_answer(text) == asks


@pytest.mark.parametrize(
    "text", ["is there anything over this also?", "who is above him", "higher?"]
)
def test_what_is_over_a_step_is_the_next(text: str) -> None:
    step = Focus(topics=["ask_next_step"], roles=[AM])
    assert follow_up(clause(text, "ask_more", 0.6), step, 0.0) == ["ask_next_step"]


def test_more_of_the_pay_just_given_is_asked_of_both() -> None:
    bonus = Focus(topics=["ask_bonus"], roles=[DIRECTOR], earlier=[[SENIOR]])
    asked = clause("which gets the bigger one", "ask_which_role", 0.6)
    assert follow_up(asked, bonus, 0.6) == ["ask_bonus"]


@pytest.mark.parametrize(
    "text", ["based on what?", "how is that decided", "by which results do they hand it out"]
)
def test_what_pay_rests_on(text: str) -> None:
    bonus = Focus(topics=["ask_bonus"], roles=[SENIOR])
    assert follow_up(clause(text, "ask_source", 0.9), bonus, 0.3) == ["ask_bonus"]
    assert follow_up(clause(text, "ask_source", 0.9), PAY, 0.3) == ["ask_salary_factors"]


def test_what_something_else_rests_on_is_its_source() -> None:
    duties = Focus(topics=["ask_responsibilities"], roles=[SENIOR])
    assert follow_up(clause("based on what?", "ask_source", 0.9), duties, 0.3) == ["ask_source"]


def test_according_to_the_documents_does_not_ask_for_them() -> None:
    asked = clause("which skills, per your sources?", "ask_skills", 0.9)
    assert follow_up(asked, Focus(topics=["ask_kpis"], roles=[AM]), 0.9) != ["ask_source"]


def test_one_word_names_another_side_of_two_roles() -> None:
    apart = Focus(topics=["ask_client_interaction"], roles=[SENIOR, DIRECTOR])
    teams = clause("and teams, for both?", "follow_other", 0.9)
    assert follow_up(teams, apart, 0.1) == ["ask_team_management"]
    assert follow_up(teams, PAY, 0.1) != ["ask_team_management"]


def test_who_does_it_then_is_the_other_role(base: KnowledgeBase) -> None:
    focus = Focus(topics=["ask_client_interaction"], roles=[DIRECTOR])
    for text in ("who does then?", "so who takes care of that"):
        assert pointed(clause(text, "ask_which_role", 0.8), focus, base).roles == [SENIOR]


def test_whose_metrics_they_are(base: KnowledgeBase) -> None:
    metric = Focus(topics=["ask_kpi_meaning"], roles=[AE])
    asked = clause("which role is tracked by those", "ask_which_role", 0.9)
    assert pointed(asked, metric, base).roles == [AE]
    assert pointed(asked, PAY, base).roles == []


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("and the first one for a senior", ["ask_salary"]),
        ("just the second for a senior", ["ask_bonus"]),
        ("the last two for a senior", ["ask_bonus", "ask_skills"]),
        ("what does a senior earn first", []),
    ],
)
def test_questions_of_the_last_message_by_their_place(text: str, topics: list[str]) -> None:
    asked = Focus(topics=["ask_salary", "ask_bonus", "ask_skills"], roles=[DIRECTOR])
    found = questions_counted(clause(text, "follow_other", 0.6, roles=[SENIOR]), asked)
    assert found == topics


def test_all_of_it_for_another_role_is_all_that_was_asked() -> None:
    two = Focus(topics=["ask_salary", "ask_experience"], roles=[DIRECTOR])
    asked = clause("senior too, please, all of it", "ask_difference", 0.2, roles=[SENIOR])
    assert follow_up(asked, two, 0.2) == ["ask_salary", "ask_experience"]
