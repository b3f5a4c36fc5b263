"""Pay that is spoken of: whose base counts, and what is asked of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import AM, DIRECTOR, SENIOR, clause, question

from actions.coach import respond
from actions.focus import Focus
from actions.known import Known
from actions.offers import answer_offers
from actions.pay import answer_pay
from actions.pay_asked import pay_topic
from actions.pay_case import with_cases
from actions.pay_factors import answer_factors
from actions.pay_figures import apart, bump, verdict
from actions.pay_words import bargains, judges, raised_by
from actions.person import PayCase, Person
from actions.profile.fields import Entry
from actions.question import Question
from knowledge.base import KnowledgeBase
from knowledge.schema import Figure, Measure

RANGE = Figure(measure=Measure.BASE_SALARY, low=80_000, high=130_000)
OPEN = Figure(measure=Measure.BASE_SALARY, low=120_000, high=200_000, or_more=True)
SHARE = Figure(measure=Measure.BONUS_SHARE, low=10, high=20)
MORE_SHARE = Figure(measure=Measure.BONUS_SHARE, low=20, high=30)
OWN = Person({"base_pay": {"amount": 100_000, "currency": "USD"}, "current_role": SENIOR})


@pytest.mark.parametrize(
    "text",
    ["is that low?", "am i being lowballed", "good or bad", "where am i in the range",
     "how do i compare", "does that put me at the bottom end", "how much room is left to the top"],
)  # fmt: skip
def test_an_amount_is_judged(text: str) -> None:
    assert judges(text)


@pytest.mark.parametrize(
    "text",
    ["is it a good job", "what does a director do", "is stress normal in this job",
     "I have 8 years in account management"],
)  # fmt: skip
def test_other_questions_judge_no_amount(text: str) -> None:
    assert not judges(text)


@pytest.mark.parametrize(
    ("text", "amount", "figure", "begins"),
    [
        ("am i underpaid", 72_000, RANGE, "Yes"),
        ("am i underpaid", 95_000, RANGE, "No"),
        ("is that fair", 95_000, RANGE, "Yes"),
        ("is it high", 125_000, RANGE, "Yes"),
        ("is it high", 90_000, RANGE, "No"),
        ("am i at the bottom", 82_000, RANGE, "Yes"),
        ("am i at the bottom", 125_000, RANGE, "No"),
        ("is that even real", 220_000, OPEN, "Yes"),
        ("middle of the range or what", 105_000, RANGE, "Yes"),
        ("good or bad", 105_000, RANGE, ""),
    ],
)
def test_a_verdict_fits_the_words(text: str, amount: float, figure: Figure, begins: str) -> None:
    said = verdict(text, amount, figure)
    assert said.startswith(begins)
    assert bool(said) == bool(begins)


def test_someone_elses_pay_is_kept_until_the_speaker_asks_of_their_own() -> None:
    told = clause("my friend is a director with 115k", roles=[DIRECTOR], amounts=[115_000.0])
    focus = with_cases(Focus(), told, OWN)
    assert focus.pay_cases == [PayCase(DIRECTOR, 115_000.0).as_dict()]
    assert with_cases(focus, clause("his bonus?"), OWN).pay_cases == focus.pay_cases
    both = with_cases(focus, clause("and mine?"), OWN).pay_cases
    assert both == [*focus.pay_cases, PayCase(SENIOR, 100_000.0).as_dict()]


def test_what_is_paid_now_is_told_apart_from_an_offer() -> None:
    told = clause(
        "SAM on 95k, got an offer as director for 125k",
        roles=[SENIOR, DIRECTOR],
        amounts=[95_000.0, 125_000.0],
    )
    focus = with_cases(Focus(), told, Person())
    back = with_cases(focus, clause("and on my current pay?"), Person())
    assert back.pay_cases[-1]["role"] == SENIOR


@pytest.mark.parametrize(
    ("text", "cases", "said"),
    [
        ("his max bonus?", (PayCase(DIRECTOR, 115_000),), "$34,500"),
        ("bonus?", (), "$20,000 to $30,000"),
    ],
)
def test_the_bonus_is_of_the_base_spoken_of(
    base: KnowledgeBase, text: str, cases: tuple[PayCase, ...], said: str
) -> None:
    asked = question(base, "ask_bonus", text, roles=[DIRECTOR])
    person = Person(OWN.values, pay_cases=cases)
    part = answer_pay(replaced(asked, person), base)
    assert part is not None
    assert said in part.lines[0]


def replaced(asked: Question, person: Person) -> Question:
    return replace(asked, person=person)


def test_two_offers_are_held_against_their_roles(base: KnowledgeBase) -> None:
    person = Person(pay_cases=(PayCase(SENIOR, 105_000), PayCase(DIRECTOR, 125_000)))
    asked = replaced(question(base, "ask_salary", "which one pays more"), person)
    part = answer_offers(asked, base)
    assert part is not None
    assert "Director" in part.lines[0]
    assert "$20,000" in part.lines[0]
    assert "$115,500 to $126,000" in part.text


def test_a_bonus_gap_is_in_points_and_in_dollars_of_a_base(base: KnowledgeBase) -> None:
    figures = {SENIOR: SHARE, DIRECTOR: MORE_SHARE}
    lines = apart("by how much", figures, {SENIOR: [125_000.0], DIRECTOR: []}, base)
    assert "10 percentage points" in lines[0]
    assert "$12,500" in lines[1]


def test_the_least_increase(base: KnowledgeBase) -> None:
    assert "$10,000 more" in bump(70_000, RANGE)[0]
    assert "No increase is certain" in bump(125_000, OPEN)[0]


def test_a_raise_by_a_share_is_no_bonus() -> None:
    assert raised_by("a 10% raise") == 10
    assert raised_by("a bonus of 10% more") is None


def test_bargaining_is_for_pay_only() -> None:
    assert bargains("how do i negotiate")
    assert not bargains("how do i negotiate contracts with clients")


@pytest.mark.parametrize(
    ("text", "topic"),
    [("is that low?", "ask_salary"), ("and all in?", "ask_bonus"),
     ("could i ask for more money", "ask_salary"), ("what skills do i need", None),
     ("how many years for director", None)],
)  # fmt: skip
def test_what_leans_on_the_pay_spoken_of(base: KnowledgeBase, text: str, topic: str | None) -> None:
    focus = Focus(topics=["ask_salary"], roles=[SENIOR])
    assert pay_topic(clause(text), base, focus, OWN, "", 0.0) == topic


def test_without_pay_spoken_of_a_judgement_is_no_question_on_pay(base: KnowledgeBase) -> None:
    focus = Focus(topics=["ask_gap"], roles=[SENIOR])
    assert pay_topic(clause("is that enough?"), base, focus, OWN, "", 0.0) is None


def test_grounds_for_more_pay_name_what_the_documents_give(base: KnowledgeBase) -> None:
    asked = replaced(question(base, "ask_salary", "how do i negotiate", roles=[SENIOR]), OWN)
    part = answer_pay(asked, base)
    assert part is not None
    assert part.lines[0].startswith("The documents don't say how to negotiate")
    assert "$80,000 to $130,000" in part.text
    assert "Company size" in part.text


def test_a_role_without_figures_gets_none_for_grounds(base: KnowledgeBase) -> None:
    part = answer_pay(question(base, "ask_salary", "how do i negotiate", roles=[AM]), base)
    assert part is not None
    assert "$" not in part.text


@pytest.mark.parametrize(
    ("text", "begins"),
    [("could it be because the company is small", "Yes"), ("do small companies pay more", "No")],
)
def test_factors_begin_with_yes_or_no(base: KnowledgeBase, text: str, begins: str) -> None:
    part = answer_factors(question(base, "ask_salary_factors", text, polar=True), base)
    assert part.lines[0].startswith(begins)


def test_after_a_corrected_base_the_last_answer_is_redone(base: KnowledgeBase) -> None:
    profile = {
        "base_pay": Entry({"amount": 140_000, "currency": "USD"}),
        "current_role": Entry(DIRECTOR),
    }
    focus = Focus(topics=["ask_bonus"], roles=[DIRECTOR])
    turn = respond([clause("redo that", "correct_profile")], base, focus, Known(profile))
    assert "$28,000 to $42,000" in turn.reply.text
