"""Follow-ups on a step of a career, and the ways up from where people start."""

from __future__ import annotations

import pytest
from by_hand import AM, DIRECTOR, SENIOR, clause, question

from actions.focus import Focus
from actions.on_the_ladder import asks_what_it_brings, changes, ladder_topic
from actions.paths import answer_path
from actions.person import Person
from actions.question import ask
from actions.ranking import answer_order
from actions.starting import answer_start
from knowledge.base import KnowledgeBase

KAM, RSM, SAE = "key_account_manager", "regional_sales_manager", "senior_account_executive"
SUPPORT = "customer_service_representative"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("what would i do there that i don't do now", True),
        ("what is different for me then", True),
        ("how would my day change at that level", True),
        ("what do i earn there", False),
        ("how does a director differ from a senior", False),
    ],
)
def test_what_changes_for_the_speaker(text: str, meant: bool) -> None:
    assert changes(text) is meant


def test_the_step_spoken_of_is_compared_with_ones_own(base: KnowledgeBase) -> None:
    focus = Focus(topics=["ask_next_step"], roles=[RSM], earlier=[[SAE]])
    asked = clause("what would be new for me there compared to now")
    person = Person({"current_role": SAE})
    assert ladder_topic(asked, base, focus, person) == "ask_difference"
    assert ask(asked, base, focus, "ask_difference", person).roles == [RSM, SAE]


@pytest.mark.parametrize("text", ["is there something above this?", "can one go any higher"])
def test_what_lies_above_is_a_next_step(base: KnowledgeBase, text: str) -> None:
    focus = Focus(topics=["ask_responsibilities"], roles=[DIRECTOR])
    assert ladder_topic(clause(text), base, focus, Person()) == "ask_next_step"


def test_above_the_range_is_about_pay(base: KnowledgeBase) -> None:
    focus = Focus(topics=["ask_salary"], roles=[DIRECTOR])
    assert ladder_topic(clause("is there anything above"), base, focus, Person()) is None


def test_both_versions_of_the_step_before(base: KnowledgeBase) -> None:
    asked = question(
        base, "ask_next_step", "a friend says the kam comes before the director",
        roles=[KAM, DIRECTOR],
    )  # fmt: skip
    part = answer_order(asked, base)
    assert part is not None
    assert "Key Account Manager" in part.text
    assert "Associate Director" in part.text
    assert "differ" in part.lines[0]
    assert part.roles[0] == DIRECTOR


@pytest.mark.parametrize(("first", "second", "word"), [(SENIOR, KAM, "Yes"), (KAM, SENIOR, "No")])
def test_whether_one_comes_before_the_other(
    base: KnowledgeBase, first: str, second: str, word: str
) -> None:
    asked = question(
        base, "ask_next_step", "does the one come before the other", roles=[first, second],
        polar=True,
    )  # fmt: skip
    part = answer_order(asked, base)
    assert part is not None
    assert part.text.startswith(f"{word}.")


def test_what_is_left_from_the_present_role(base: KnowledgeBase) -> None:
    asked = clause("how many steps are left to the top", "ask_career_path")
    person = Person({"current_role": KAM})
    part = answer_path(ask(asked, base, Focus(), "ask_career_path", person), base)
    assert part is not None
    assert "1 step is left: **Director of Account Management**" in part.lines[0]


@pytest.mark.parametrize("role", ["marketing_assistant", SUPPORT, "junior_account_coordinator"])
def test_the_way_up_from_an_entry_position(base: KnowledgeBase, role: str) -> None:
    part = answer_start(question(base, "ask_next_step", "what comes next", roles=[role]), base)
    assert part is not None
    assert "Junior Account Manager" in part.text
    assert "customer-facing" in part.text


def test_what_an_entry_position_brings_along(base: KnowledgeBase) -> None:
    text = "which things from my call center job are useful"
    assert asks_what_it_brings(text)
    part = answer_start(question(base, "ask_entry_roles", text, roles=[SUPPORT]), base)
    assert part is not None
    assert part.facts[0].id == "both-entry-foundation"


def test_others_are_on_a_ladder_already(base: KnowledgeBase) -> None:
    assert (
        answer_start(question(base, "ask_next_step", "what comes next", roles=[AM]), base) is None
    )
