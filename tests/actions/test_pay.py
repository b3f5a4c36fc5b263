"""Pay: figures of the roles that have one, and nothing for the others."""

from __future__ import annotations

import re

import pytest
from by_hand import AE, AM, DIRECTOR, SENIOR, question

from actions.dispatch import answer
from actions.pay import answer_pay
from actions.pay_factors import answer_factors
from actions.pay_figures import position
from knowledge.base import KnowledgeBase
from knowledge.schema import Figure, Measure

RANGE = Figure(measure=Measure.BASE_SALARY, low=80_000, high=130_000)
OPEN = Figure(measure=Measure.BASE_SALARY, low=120_000, high=200_000, or_more=True)
NOT_PAID_IN_FIGURES = [AM, AE, "key_account_manager", "vice_president_of_sales"]


@pytest.mark.parametrize(
    ("amount", "figure", "said"),
    [
        (90_000, RANGE, "lower"),
        (105_000, RANGE, "middle"),
        (125_000, RANGE, "upper"),
        (70_000, RANGE, "$10,000 below"),
        (140_000, RANGE, "$10,000 above"),
        (80_000, RANGE, "lower"),
        (130_000, RANGE, "upper"),
        (220_000, OPEN, "open"),
    ],
)
def test_where_an_amount_lies(amount: float, figure: Figure, said: str) -> None:
    assert said in position(amount, figure)


def test_only_an_open_range_is_called_open() -> None:
    assert "open" not in position(140_000, RANGE)


@pytest.mark.parametrize(
    ("role", "low", "high"), [(DIRECTOR, "$120,000", "$200,000"), (SENIOR, "$80,000", "$130,000")]
)
def test_a_role_with_a_figure(base: KnowledgeBase, role: str, low: str, high: str) -> None:
    part = answer_pay(question(base, "ask_salary", "what is the pay", roles=[role]), base)
    assert part is not None
    assert part.kind == "answer"
    assert low in part.text
    assert high in part.text
    assert part.roles == [role]


@pytest.mark.parametrize("topic", ["ask_salary", "ask_bonus"])
@pytest.mark.parametrize("role", NOT_PAID_IN_FIGURES)
def test_a_role_without_a_figure_abstains_and_shows_none(
    base: KnowledgeBase, topic: str, role: str
) -> None:
    part = answer(question(base, topic, "what is the pay", roles=[role]), base)
    assert part.kind == "abstain"
    assert not re.search(r"\$|\d\s?%", part.text)


def test_of_two_roles_the_one_without_a_figure_is_named(base: KnowledgeBase) -> None:
    asked = question(base, "ask_salary", "pay of am and director", roles=[AM, DIRECTOR])
    part = answer_pay(asked, base)
    assert part is not None
    assert part.kind == "abstain"
    assert "Account Manager" in part.text
    assert "$120,000" in part.text
    assert "$80,000" not in part.text


def test_who_earns_more(base: KnowledgeBase) -> None:
    asked = question(base, "ask_salary", "who earns more", roles=[SENIOR, DIRECTOR])
    part = answer_pay(asked, base)
    assert part is not None
    first = part.text.splitlines()[0]
    assert first.index("Director") < first.index("Senior")


@pytest.mark.parametrize(
    ("amount", "role"),
    [(90_000.0, "Senior Account Manager"), (180_000.0, "Director of Account Management")],
)
def test_either_or_by_an_amount(base: KnowledgeBase, amount: float, role: str) -> None:
    asked = question(
        base,
        "ask_salary",
        "is that senior or director pay?",
        roles=[SENIOR, DIRECTOR],
        amounts=[amount],
        polar=True,
    )
    part = answer_pay(asked, base)
    assert part is not None
    other = "Director" if role.startswith("Senior") else "Senior"
    assert role in part.lines[0]
    assert other not in part.lines[0]


@pytest.mark.parametrize(("amount", "begins"), [(100_000.0, "Yes"), (60_000.0, "No")])
def test_yes_or_no_to_an_amount(base: KnowledgeBase, amount: float, begins: str) -> None:
    asked = question(
        base, "ask_salary", "can a sam earn that?", roles=[SENIOR], amounts=[amount], polar=True
    )
    part = answer_pay(asked, base)
    assert part is not None
    assert part.text.startswith(begins)


def test_above_an_open_end_is_possible(base: KnowledgeBase) -> None:
    asked = question(
        base, "ask_salary", "can it be that?", roles=[DIRECTOR], amounts=[250_000.0], polar=True
    )
    part = answer_pay(asked, base)
    assert part is not None
    assert part.text.startswith("Yes")


@pytest.mark.parametrize("fields", [{"outside": {"place": ["chicago"]}}, {"unit": "hour"}])
def test_a_place_or_another_unit_abstains_and_still_gives_the_range(
    base: KnowledgeBase, fields: dict[str, object]
) -> None:
    asked = question(base, "ask_salary", "director pay there", roles=[DIRECTOR], **fields)
    part = answer_pay(asked, base)
    assert part is not None
    assert part.kind == "abstain"
    assert "$120,000" in part.text
    assert "$120,000" not in part.lines[0]


@pytest.mark.parametrize(("role", "share"), [(DIRECTOR, ("20", "30")), (SENIOR, ("10", "20"))])
def test_bonus(base: KnowledgeBase, role: str, share: tuple[str, str]) -> None:
    part = answer_pay(question(base, "ask_bonus", "bonus?", roles=[role]), base)
    assert part is not None
    assert part.kind == "answer"
    assert all(end in part.lines[0] for end in share)
    assert "$" not in part.text


def test_base_and_bonus_are_added_up_where_the_total_is_asked_for(base: KnowledgeBase) -> None:
    asked = question(base, "ask_bonus", "and in total?", roles=[SENIOR], amounts=[110_000.0])
    part = answer_pay(asked, base)
    assert part is not None
    assert "Base and bonus together: $121,000 to $132,000." in part.text
    plain = question(base, "ask_bonus", "my bonus?", roles=[SENIOR], amounts=[110_000.0])
    assert "together" not in (answer_pay(plain, base) or part).text


def test_pay_above_an_open_range_lies_within_it(base: KnowledgeBase) -> None:
    asked = question(base, "ask_salary", "fair?", roles=[DIRECTOR], amounts=[210_000.0])
    part = answer_pay(asked, base)
    assert part is not None
    assert "open at the top: $10,000 above $200,000" in part.text


def test_factors_abstain_where_a_number_is_asked_for(base: KnowledgeBase) -> None:
    plain = answer_factors(question(base, "ask_salary_factors", "what does pay depend on"), base)
    number = answer_factors(
        question(base, "ask_salary_factors", "how many percent", asks_number=True), base
    )
    assert plain.kind == "answer"
    assert number.kind == "abstain"
    assert number.facts
