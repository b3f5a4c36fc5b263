"""Which roles a clause means by pointing to what was spoken of."""

from __future__ import annotations

import pytest
from by_hand import AE, AM, DIRECTOR, SENIOR, clause

from actions.focus import Focus
from actions.pointing import places_from, pointed, points_to_item
from knowledge.base import KnowledgeBase

KEY = "key_account_manager"
SINGLY = Focus(topics=["ask_salary"], roles=[DIRECTOR], earlier=[[SENIOR]])
LADDER = Focus(
    topics=["ask_career_path"],
    roles=[KEY],
    listed=["junior_account_manager", AM, SENIOR, KEY, DIRECTOR],
    item=KEY,
)
CHALLENGES = ["am-challenge-multiple-clients", "am-challenge-expectations"]


@pytest.mark.parametrize(
    ("text", "ordinal", "role"),
    [
        ("same for the first one", 1, SENIOR),
        ("of the first too please", 1, SENIOR),
        ("the first one's bonus?", 1, SENIOR),
        ("and the second role?", None, DIRECTOR),
        ("and the former?", None, SENIOR),
        ("what does the latter need", None, DIRECTOR),
        ("ok and for the other job", None, SENIOR),
        ("what does the other one do", None, SENIOR),
    ],
)
def test_a_role_spoken_of_before(
    base: KnowledgeBase, text: str, ordinal: int | None, role: str
) -> None:
    assert pointed(clause(text, "ask_item", ordinal=ordinal), SINGLY, base).roles == [role]


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [("and the first one?", 1), ("tell me more about the second one", 2), ("the last", -1)],
)
def test_the_line_of_a_list_is_no_role(base: KnowledgeBase, text: str, ordinal: int) -> None:
    shown = Focus(topics=["ask_challenges"], roles=[AM], earlier=[[AE]], listed=CHALLENGES)
    assert pointed(clause(text, "ask_item", ordinal=ordinal), shown, base).roles == []


def test_once_roles_were_counted_the_next_ordinal_counts_them_too(base: KnowledgeBase) -> None:
    shown = Focus(
        topics=["ask_kpis"], roles=[AM], earlier=[[AE, AM]], listed=CHALLENGES, counts_roles=True
    )
    assert pointed(clause("and the first", "ask_item", ordinal=1), shown, base).roles == [AE]


@pytest.mark.parametrize("text", ["my first job was in sales", "the last year was hard", "first"])
def test_a_first_that_counts_nothing(base: KnowledgeBase, text: str) -> None:
    focus = Focus(topics=["ask_salary"], roles=[AM])
    assert pointed(clause(text, "inform_profile"), focus, base).roles == []


def test_a_step_counts_from_the_item_spoken_of_last(base: KnowledgeBase) -> None:
    asked = clause("and the one before it, how much it earns", "ask_salary", 0.9)
    assert pointed(asked, LADDER, base).roles == [SENIOR]
    asked = clause("what does the step above that pay", "ask_salary", 0.9)
    assert pointed(asked, LADDER, base).roles == [DIRECTOR]


def test_a_pointed_clause_asks_what_was_asked_last(base: KnowledgeBase) -> None:
    asked = pointed(clause("of the first too", "ask_item", 0.9, ordinal=1), SINGLY, base)
    assert asked.intent == "follow_other"
    kept = pointed(clause("the first one's kpis", "ask_kpis", 0.9, ordinal=1), SINGLY, base)
    assert kept.intent == "ask_kpis"


@pytest.mark.parametrize(
    "text",
    ["the one about time", "explain the pipeline one", "which of these three is it",
     "the training part", "that one with the leads"],
)  # fmt: skip
def test_words_that_point_to_an_item(text: str) -> None:
    assert points_to_item(text)


@pytest.mark.parametrize(
    "text",
    ["the senior one", "that one", "for this one how many years", "one day", "the other one"],
)
def test_words_that_point_to_no_item(text: str) -> None:
    assert not points_to_item(text)


@pytest.mark.parametrize(
    ("text", "way"),
    [("and the next one", 1), ("the one before it", -1), ("the one after", 1), ("next year", 0),
     ("his next one up", 0)],
)  # fmt: skip
def test_the_way_from_the_item_spoken_of(text: str, way: int) -> None:
    assert places_from(text) == way


def test_the_other_way_round(base: KnowledgeBase) -> None:
    text = "and the other way round?"
    compared = Focus(topics=["ask_responsibilities"], roles=[DIRECTOR, SENIOR])
    assert pointed(clause(text), compared, base).roles == [SENIOR]
    moving = Focus(topics=["ask_transition"], roles=[AE, AM])
    assert pointed(clause(text), moving, base).roles == [AM, AE]


def test_a_half_name_by_the_way_is_no_role(base: KnowledgeBase) -> None:
    focus = Focus(topics=["ask_definition"], roles=[SENIOR])
    hits = [("sam-skill-mentoring", 0.78, None, 0.3)]
    fields = {"hits": hits, "bare_names": ["junior"]}
    assert (
        pointed(clause("who mentors juniors", "ask_which_role", **fields), focus, base).roles == []
    )  # type: ignore[arg-type]
    asked = clause("and the junior?", "follow_other", bare_names=["junior"])
    assert pointed(asked, focus, base).roles == ["junior_account_manager"]


def test_of_two_that_were_ranked_that_one_is_the_first(base: KnowledgeBase) -> None:
    focus = Focus(topics=["ask_salary"], roles=[SENIOR, DIRECTOR], ranked=[DIRECTOR, SENIOR])
    asked = clause("duties of that one", "ask_responsibilities")
    assert pointed(asked, focus, base).roles == [DIRECTOR]


def test_under_a_range_is_no_step(base: KnowledgeBase) -> None:
    focus = Focus(topics=["ask_salary"], roles=[SENIOR])
    asked = clause("is that under the range", "ask_salary")
    assert pointed(asked, focus, base).roles == []
