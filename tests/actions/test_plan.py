"""The plan to a role: dated by the person's own years, each step with the fact that says why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from by_hand import DIRECTOR, SENIOR, question
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.advice import plan_answer
from actions.advice.plan_answer import Step, answer_plan, plan_steps
from actions.part import Part
from actions.person import Person
from knowledge.base import KnowledgeBase

BASE = KnowledgeBase.load()
TODAY = date(2025, 3, 15)
TOLD = {"years_account_management": 6, "years_leadership": 2, "education_level": "bachelor"}
unhurried = settings(deadline=None)


class FixedDate(date):
    @classmethod
    def today(cls) -> FixedDate:
        return cls(TODAY.year, TODAY.month, TODAY.day)


def steps(told: dict[str, Any], role: str = DIRECTOR, today: date = TODAY) -> list[Step]:
    asked = question(BASE, "ask_plan", "how do i get there", roles=[role])
    return plan_steps(replace(asked, person=Person(told)), BASE, today)


@pytest.fixture
def plan(monkeypatch: pytest.MonkeyPatch) -> Part:
    monkeypatch.setattr(plan_answer, "date", FixedDate)
    asked = question(BASE, "ask_plan", "make me a plan", roles=[DIRECTOR])
    part = answer_plan(replace(asked, person=Person({**TOLD, "current_role": SENIOR})), BASE)
    assert part is not None
    return part


def test_years_that_are_missing_count_from_today() -> None:
    dated = {step.by: step.what for step in steps(TOLD) if step.by}
    assert list(dated) == [date(2028, 3, 1), date(2029, 3, 1)]
    assert "5 years of leading people" in dated[date(2028, 3, 1)]
    assert "10 years of account management" in dated[date(2029, 3, 1)]


@pytest.mark.parametrize(
    ("years", "today", "by"),
    [
        (9.5, date(2025, 3, 15), date(2025, 9, 1)),
        (9.5, date(2025, 11, 30), date(2026, 5, 1)),
        (9, date(2024, 2, 29), date(2025, 2, 1)),
        (9, date(2025, 12, 31), date(2026, 12, 1)),
        (0, date(2025, 1, 1), date(2035, 1, 1)),
    ],
)
def test_the_month_by_which_the_years_are_there(years: float, today: date, by: date) -> None:
    told = {"years_account_management": years, "years_leadership": 5}
    assert [step.by for step in steps(told, today=today) if step.by] == [by]


def test_a_dated_step_says_what_is_there_and_what_is_not() -> None:
    step = next(step for step in steps(TOLD, SENIOR) if step.by)
    assert "6 so far, 1 more to go" in step.what


def test_years_that_are_there_are_no_step() -> None:
    found = steps({"years_account_management": 10, "years_leadership": 5})
    assert not [step for step in found if step.what.startswith("Reach")]


def test_years_that_are_unknown_are_a_step_without_a_date() -> None:
    found = [step for step in steps({}) if step.what.startswith("Reach")]
    assert [step.by for step in found] == [None, None]
    assert all("tell me how many you have" in step.what for step in found)


def test_only_who_lacks_a_degree_is_told_to_get_one() -> None:
    without = [step.what for step in steps({"education_level": "none"})]
    having = [step.what for step in steps({"education_level": "bachelor"})]
    assert any("bachelor's degree" in what for what in without)
    assert not any("bachelor's degree" in what for what in having)


@pytest.mark.parametrize(("level", "advised"), [("bachelor", True), ("mba", False)])
def test_an_mba_is_advised_to_who_has_none(level: str, advised: bool) -> None:
    found = [step.what for step in steps({"education_level": level})]
    assert any(what.startswith("Consider it") for what in found) is advised


def test_what_is_only_preferred_comes_last() -> None:
    assert steps(TOLD)[-1].what.startswith("Consider it")


@pytest.mark.parametrize(("team", "advised"), [(0, True), (4, False)])
def test_who_leads_nobody_is_told_to_lead(team: int, advised: bool) -> None:
    found = [step.what for step in steps({"team_size": team}, SENIOR)]
    assert any(what.startswith("Lead a small team") for what in found) is advised


def test_the_documents_advice_for_advancing_goes_to_directors_only() -> None:
    assert "adv-strategic" in {step.fact.id for step in steps(TOLD)}
    assert "adv-strategic" not in {step.fact.id for step in steps(TOLD, SENIOR)}


@unhurried
@given(
    st.fixed_dictionaries(
        {},
        optional={
            "years_account_management": st.integers(0, 40),
            "years_leadership": st.integers(0, 40),
            "team_size": st.integers(0, 9),
            "education_level": st.sampled_from(["none", "bachelor", "mba"]),
        },
    ),
    st.sampled_from([DIRECTOR, SENIOR]),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)
def test_dates_lie_ahead_in_order_and_every_step_has_its_fact(
    told: dict[str, Any], role: str, today: date
) -> None:
    found = steps(told, role, today)
    dates = [step.by for step in found if step.by]
    assert dates == sorted(dates)
    assert all(by > today for by in dates)
    assert all(BASE.facts[step.fact.id] == step.fact for step in found)


def test_every_step_is_numbered_with_its_reason(plan: Part) -> None:
    numbered = [line for line in plan.lines if line[:1].isdigit()]
    assert [line.split(".")[0] for line in numbered] == [
        str(n) for n in range(1, len(steps(TOLD)) + 1)
    ]
    assert all("Why: " in line for line in numbered)


def test_the_plan_says_from_where_to_where_and_by_when(plan: Part) -> None:
    assert "a Director of Account Management" in plan.lines[0]
    assert "from Senior Account Manager" in plan.lines[0]
    assert "as of March 2025" in plan.lines[0]
    assert plan.lines[-1].endswith("around March 2029.")


def test_the_plan_is_attached_as_markdown_with_its_sources(plan: Part) -> None:
    (file,) = plan.attachments
    assert (file.name, file.media_type) == ("development-plan.md", "text/markdown")
    assert all(line in file.content for line in plan.lines)
    sources = {BASE.source(fact) for fact in plan.facts}
    assert all(f"- {s.document}, {s.section}\n" in file.content for s in sources)


def test_a_plan_without_years_gives_no_date() -> None:
    asked = question(BASE, "ask_plan", "a plan", roles=[DIRECTOR])
    part = answer_plan(asked, BASE)
    assert part is not None
    assert not any("Counting years" in line for line in part.lines)


def test_no_plan_to_a_role_of_which_nothing_is_asked() -> None:
    asked = question(BASE, "ask_plan", "a plan", roles=["vice_president_of_sales"])
    assert answer_plan(asked, BASE) is None


@pytest.mark.parametrize("text", ["make it shorter please", "just the steps"])
def test_a_short_plan_has_no_reasons(text: str) -> None:
    asked = replace(question(BASE, "ask_plan", text, roles=[DIRECTOR]), person=Person(TOLD))
    part = answer_plan(asked, BASE)
    assert part is not None
    assert "Why:" not in part.text


@pytest.mark.parametrize("text", ["a 12 month plan", "what can i do in the next six months"])
def test_what_takes_longer_than_asked_is_named_apart(text: str) -> None:
    asked = replace(question(BASE, "ask_plan", text, roles=[DIRECTOR]), person=Person(TOLD))
    part = answer_plan(asked, BASE)
    assert part is not None
    numbered = [line for line in part.lines if line[:1].isdigit()]
    assert not any("Reach" in line for line in numbered)
    assert "Goes on after" in part.text
