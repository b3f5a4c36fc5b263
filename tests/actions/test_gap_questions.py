"""Questions about a gap: what takes longest, what comes first, what counts, what is asked."""

from __future__ import annotations

from typing import Any

import pytest
from by_hand import AE, DIRECTOR, SENIOR, clause, say

from actions.advice.aspects import aspect
from actions.advice.gap_questions import answer_aspect
from actions.advice.own_word import claims
from actions.focus import Focus
from actions.part import Part
from actions.person import Person
from actions.personal import answer_personal, personal_topic
from actions.question import ask
from knowledge.base import KnowledgeBase

TOLD = {"years_account_management": 9, "years_leadership": 2, "education_level": "bachelor"}
ON_GAP = Focus(topics=["ask_gap"], roles=[DIRECTOR])


def answered(base: KnowledgeBase, text: str, role: str = DIRECTOR, **person: Any) -> Part:
    asked = clause(text, "ask_gap", roles=[role], polar=text.startswith(("does", "do", "would")))
    part = answer_aspect(ask(asked, base, Focus(), "ask_gap", Person(**person)), base)
    assert part is not None
    assert part.facts
    return part


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("and which one takes the most time", "longest"),
        ("what will hold me up", "longest"),
        ("where do i begin", "first"),
        ("what matters most to them", "first"),
        ("what else apart from the years", "besides"),
        ("could a master replace those years", "waives"),
        ("can experience make up for the degree", "waives"),
        ("do my years in support count", "counts"),
        ("is that worth anything there", "counts"),
        ("what does a director do first thing in the morning", None),
        ("how far am i from it", None),
        ("which role pays more", None),
        ("which accounts do they manage", None),
        ("does company size matter for the salary of a director in retail or in the tech sector "
         "somewhere", None),
    ],
)  # fmt: skip
def test_what_of_the_gap_is_asked(text: str, meant: str | None) -> None:
    assert aspect(text) == meant


def test_the_longest_is_what_lacks_most_years(base: KnowledgeBase) -> None:
    text = answered(base, "which takes me longest", values=TOLD).text
    first, rest = text.split("\n", 1)
    assert "leadership" in first
    assert "3 more years" in first
    assert "1 more year of account management" in rest


def test_what_one_says_one_lacks_comes_first(base: KnowledgeBase) -> None:
    part = answered(
        base, "what to fix first", values={**TOLD, "years_leadership": 6},
        claims=claims("i have never done a forecast", base),
    )  # fmt: skip
    assert "forecasting" in part.lines[0]


def test_besides_the_years_no_years_are_listed(base: KnowledgeBase) -> None:
    part = answered(base, "what else besides the years", SENIOR, values=TOLD)
    assert not any(fact.figures for fact in part.facts)
    assert "key clients" in part.text


def test_nothing_stands_in_for_the_years(base: KnowledgeBase) -> None:
    part = answered(base, "would an mba make the years go away", values=TOLD)
    assert part.text.startswith("No")
    assert {"dir-edu-mba", "dir-exp-years"} <= {fact.id for fact in part.facts}


@pytest.mark.parametrize(
    ("text", "role", "said", "start"),
    [
        ("does that count?", SENIOR, "i look after two trainees", "Yes"),
        ("does that count?", DIRECTOR, "i look after two trainees", "The documents don't say"),
        ("do my sales years count?", SENIOR, "", "No"),
        ("do the years as a cook count", DIRECTOR, "", "No"),
        ("does an mba help", DIRECTOR, "", "Yes, as a plus"),
        ("does an mba help", SENIOR, "", "The documents don't mention it"),
    ],
)
def test_what_counts(base: KnowledgeBase, text: str, role: str, said: str, start: str) -> None:
    assert answered(base, text, role, said=said).text.startswith(start)


def test_a_requirement_is_asked_for_by_its_name(base: KnowledgeBase) -> None:
    part = answered(base, "the budget part, what do they want there")
    assert part.facts[0].id == "dir-qual-budget"


def test_what_one_lacks_is_missing_in_the_gap(base: KnowledgeBase) -> None:
    told = clause("i never handled a budget", "inform_profile")
    turn = say(base, told, clause("am i ready", "ask_gap", roles=[DIRECTOR], polar=True))
    assert turn.focus.claims == {"dir-qual-budget": False}
    words = claims("our finance people, not me: i have no experience with budgets", base)
    assert words == {"dir-qual-budget": False}


@pytest.mark.parametrize("text", ["what if i had no budget", "how do i learn budgeting", "the CRM"])
def test_what_is_asked_or_supposed_is_no_claim(base: KnowledgeBase, text: str) -> None:
    assert claims(text, base) == {}


def test_a_role_in_what_counts_is_not_the_goal(base: KnowledgeBase) -> None:
    asked = clause("do my years as account executive count?", "ask_gap", roles=[AE], polar=True)
    assert ask(asked, base, ON_GAP, "ask_gap").roles == [DIRECTOR]


def test_the_same_words_elsewhere_are_no_question_on_a_gap(base: KnowledgeBase) -> None:
    asked = clause("which takes longest", "ask_which_role")
    elsewhere = Focus(topics=["ask_responsibilities"], roles=[DIRECTOR])
    person = Person(TOLD)
    assert personal_topic(asked, base, ON_GAP, person, "", 0.0) == "ask_gap"
    assert personal_topic(asked, base, elsewhere, person, "", 0.0) is None


def test_the_subject_of_ones_studies_asks_of_the_degree(base: KnowledgeBase) -> None:
    told = {"years_account_management": 9, "education_level": "bachelor", "education_field": "law"}
    person = Person(told)
    asked = clause("law is the wrong one?", "out_of_scope", 0.3)
    assert personal_topic(asked, base, ON_GAP, person, "ask_skills", 0.2) == "ask_gap"
    part = answer_personal(ask(asked, base, ON_GAP, "ask_gap", person), base)
    assert part is not None
    assert part.text.startswith("Partly")


def test_the_role_one_sets_out_from_is_not_the_one_to_reach(base: KnowledgeBase) -> None:
    asked = clause("from senior am to director", "ask_plan", roles=[SENIOR, DIRECTOR])
    part = answer_personal(ask(asked, base, Focus(), "ask_plan", Person(TOLD)), base)
    assert part is not None
    assert part.roles == [DIRECTOR]
