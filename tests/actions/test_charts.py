"""What of an answer can be drawn: the documents' figures, the person's own, and words for both."""

from __future__ import annotations

from by_hand import AE, AM, DIRECTOR, SENIOR, clause

from actions.charts import chart_of
from actions.comparing import answer_difference
from actions.focus import Focus
from actions.part import Part
from actions.person import Person
from actions.question import ask
from knowledge.base import KnowledgeBase


def test_salary_ranges_show_ones_own_base(base: KnowledgeBase) -> None:
    person = Person({"base_pay": {"amount": 95_000, "currency": "USD"}})
    chart = chart_of([Part(["…"], topic="ask_salary", roles=[SENIOR, DIRECTOR])], person, base)

    assert chart is not None
    assert chart["type"] == "salary_range"
    assert [(r["role"], r["low"], r["high"], r["open"]) for r in chart["ranges"]] == [
        (SENIOR, 80_000, 130_000, False),
        (DIRECTOR, 120_000, 200_000, True),
    ]
    assert chart["own"] == {"label": "You", "amount": 95_000}
    assert "$80,000 to $130,000" in chart["alt"]
    assert "$95,000" in chart["alt"]


def test_pay_in_another_currency_is_not_drawn_in_dollars(base: KnowledgeBase) -> None:
    person = Person({"base_pay": {"amount": 95_000, "currency": "EUR"}})
    chart = chart_of([Part(["…"], topic="ask_salary", roles=[SENIOR])], person, base)

    assert chart is not None
    assert chart["type"] == "salary_range"
    assert chart["own"] is None


def test_no_chart_without_figures_or_beside_an_abstention(base: KnowledgeBase) -> None:
    nothing = Part(["…"], topic="ask_salary", roles=[AE])
    abstains = Part(["…"], kind="abstain", topic="ask_salary", roles=[SENIOR])

    assert chart_of([nothing, abstains], Person(), base) is None


def test_the_ladder_shows_where_one_stands_and_wants_to_be(base: KnowledgeBase) -> None:
    ladder = next(la for la in base.ladders if la.index(DIRECTOR) and la.index(SENIOR))
    person = Person({"current_role": SENIOR, "target_role": DIRECTOR})
    part = Part(["…"], topic="ask_career_path", facts=[la.fact for la in base.ladders])
    chart = chart_of([part], person, base)

    assert chart is not None
    assert chart["type"] == "career_ladder"
    assert len(chart["stages"]) == len(ladder.steps)
    assert [s["role"] for s in chart["stages"] if s["own"]] == [SENIOR]
    assert [s["role"] for s in chart["stages"] if s["target"]] == [DIRECTOR]


def test_the_gap_counts_years(base: KnowledgeBase) -> None:
    person = Person({"years_account_management": 6, "education_level": "none"})
    chart = chart_of([Part(["…"], topic="ask_gap", roles=[DIRECTOR])], person, base)

    assert chart is not None
    assert chart["type"] == "gap"
    years, leadership, degree = chart["requirements"][:3]
    assert (years["state"], years["have"], years["need"]) == ("unmet", 6, 10)
    assert (leadership["state"], leadership["have"]) == ("unknown", None)
    assert degree["state"] == "unmet"
    assert "6 of 10 years" in chart["alt"]


def test_a_comparison_has_a_cell_a_role(base: KnowledgeBase) -> None:
    asked = ask(clause(roles=[SENIOR, DIRECTOR]), base, Focus(), "ask_difference")
    part = answer_difference(asked, base)
    assert part is not None
    chart = chart_of([part], Person(), base)

    assert chart is not None
    assert chart["type"] == "comparison"
    assert len(chart["columns"]) == 2
    assert all(len(row["cells"]) == 2 for row in chart["rows"])
    assert {"label": "Base salary", "cells": ["$80,000 to $130,000", "$120,000 to $200,000+"]} in (
        chart["rows"]
    )
    assert AM not in part.roles
