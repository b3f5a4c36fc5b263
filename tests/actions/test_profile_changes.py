"""What a profile becomes by what a person says."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.profile.changes import changes, supposed
from actions.profile.fields import FIELDS, YEARS
from actions.statement import Statement

SALES, ACCOUNTS, LEADING, TOTAL = (
    "years_sales",
    "years_account_management",
    "years_leadership",
    "years_total",
)
PAY = {"amount": 90_000, "currency": "USD"}

unhurried = settings(deadline=None)
some_values: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(YEARS, st.integers(0, 40)),
    "team_size": st.integers(0, 20),
    "current_role": st.sampled_from(["account_manager", "account_executive"]),
    "industry": st.sampled_from(["healthcare", "technology"]),
    "education_level": st.sampled_from(["none", "bachelor", "mba"]),
    "education_field": st.sampled_from(["marketing", "history"]),
    "skills": st.lists(st.sampled_from(["sql", "crm", "excel"]), min_size=1, unique=True),
    "base_pay": st.fixed_dictionaries(
        {"amount": st.integers(20_000, 300_000), "currency": st.sampled_from(["USD", "EUR"])}
    ),
}
known_values = st.fixed_dictionaries({}, optional=some_values)


@st.composite
def told(draw: st.DrawFn, others: tuple[str, ...] = ("years", "number")) -> Statement:
    """A statement with its field's own value, or of years or a figure without a field."""
    name = draw(st.sampled_from([*some_values, *others]))
    value = draw(some_values.get(name, st.integers(0, 40)))
    corrects = name == "number" or draw(st.booleans())
    return Statement(name, value, "as said", supposed=draw(st.booleans()), corrects=corrects)


def apply(known: dict[str, Any], changed: dict[str, Any]) -> dict[str, Any]:
    after = {**known, **changed}
    return {name: value for name, value in after.items() if value is not None}


def test_what_is_told_for_the_first_time_is_new() -> None:
    assert changes([Statement("industry", "healthcare")], {}) == {"industry": "healthcare"}


def test_what_is_known_already_changes_nothing() -> None:
    assert changes([Statement("industry", "healthcare")], {"industry": "healthcare"}) == {}


def test_the_last_word_counts() -> None:
    said = [Statement("team_size", 4), Statement("team_size", 6)]
    assert changes(said, {}) == {"team_size": 6}


def test_said_and_unsaid_in_one_breath_changes_nothing() -> None:
    said = [Statement("team_size", 4), Statement("team_size", 6)]
    assert changes(said, {"team_size": 6}) == {}


def test_a_correction_that_names_its_field() -> None:
    said = [Statement(SALES, 8, corrects=True)]
    assert changes(said, {SALES: 6, ACCOUNTS: 3}, [ACCOUNTS]) == {SALES: 8}


@pytest.mark.parametrize("name", YEARS)
def test_years_put_right_replace_those_with_the_old_value(name: str) -> None:
    known = {ACCOUNTS: 1, SALES: 2, LEADING: 3, TOTAL: 4}
    said = [Statement("years", 9, old=known[name], corrects=True)]
    assert changes(said, known) == {name: 9}


def test_years_put_right_without_an_old_value_are_those_told_last() -> None:
    said = [Statement("years", 9, corrects=True)]
    assert changes(said, {ACCOUNTS: 1, SALES: 2}, [SALES, ACCOUNTS]) == {ACCOUNTS: 9}


def test_the_only_years_known_are_those_put_right() -> None:
    said = [Statement("years_total", 9, corrects=True)]
    assert changes(said, {SALES: 2}) == {SALES: 9}


def test_years_that_put_nothing_right_are_years_in_all() -> None:
    assert changes([Statement("years", 9)], {SALES: 2}) == {TOTAL: 9}


def test_years_in_the_wrong_field_move() -> None:
    said = [Statement(SALES, 6, "in sales, not account management", corrects=True)]
    assert changes(said, {ACCOUNTS: 6}) == {ACCOUNTS: None, SALES: 6}


def test_years_beside_others_stay_without_a_not() -> None:
    said = [Statement(SALES, 6, "sorry, 6 in sales", corrects=True)]
    assert changes(said, {ACCOUNTS: 6}) == {SALES: 6}


@pytest.mark.parametrize("name", [*YEARS, "team_size", "company_size"])
def test_a_figure_without_a_name_replaces_its_old_value(name: str) -> None:
    known = {SALES: 2, "team_size": 3, "company_size": 400, name: 7}
    said = [Statement("number", 8, old=7, corrects=True)]
    assert changes(said, known) == {name: 8}


def test_of_two_equal_figures_the_one_told_last_is_put_right() -> None:
    said = [Statement("number", 8, old=6, corrects=True)]
    assert changes(said, {SALES: 6, "team_size": 6}, [SALES, "team_size"]) == {"team_size": 8}


def test_a_figure_without_a_name_or_old_value_is_the_one_told_last() -> None:
    said = [Statement("number", 8, corrects=True)]
    assert changes(said, {SALES: 6, "team_size": 3}, ["team_size", SALES]) == {SALES: 8}


def test_a_figure_that_fits_nothing_changes_nothing() -> None:
    said = [Statement("number", 8, old=5, corrects=True)]
    assert changes(said, {SALES: 6}) == {}


@pytest.mark.parametrize(
    ("new", "old"), [(110_000, 90_000), (110, 90), (110_000, 90), (110_000, None)]
)
def test_pay_put_right_by_a_figure_alone(new: int, old: int | None) -> None:
    said = [Statement("number", new, old=old, corrects=True)]
    assert changes(said, {"base_pay": PAY}) == {"base_pay": {"amount": 110_000, "currency": "USD"}}


def test_pay_put_right_keeps_its_currency() -> None:
    said = [Statement("base_pay", PAY, corrects=True)]
    known = {"base_pay": {"amount": 80_000, "currency": "EUR"}}
    assert changes(said, known) == {"base_pay": {"amount": 90_000, "currency": "EUR"}}


def test_pay_told_anew_takes_the_new_currency() -> None:
    known = {"base_pay": {"amount": 80_000, "currency": "EUR"}}
    assert changes([Statement("base_pay", PAY)], known) == {"base_pay": PAY}


def test_skills_are_added_to_those_known() -> None:
    said = [Statement("skills", ["sql", "crm"])]
    assert changes(said, {"skills": ["crm", "excel"]}) == {"skills": ["crm", "excel", "sql"]}


def test_what_is_taken_back_goes() -> None:
    said = [Statement("industry", None, old="technology")]
    assert changes(said, {"industry": "technology"}) == {"industry": None}


def test_what_is_taken_back_stays_if_it_is_something_else() -> None:
    said = [Statement("industry", None, old="technology")]
    assert changes(said, {"industry": "healthcare"}) == {}


def test_nothing_is_taken_back_where_nothing_is_known() -> None:
    assert changes([Statement("industry", None)], {}) == {}


def test_without_a_degree_there_is_no_subject() -> None:
    said = [Statement("education_level", "none")]
    known = {"education_level": "bachelor", "education_field": "history"}
    assert changes(said, known) == {"education_level": "none", "education_field": None}


@unhurried
@given(st.lists(told()), known_values)
def test_only_known_fields_change(said: list[Statement], known: dict[str, Any]) -> None:
    assert set(changes(said, known)) <= set(FIELDS)


@unhurried
@given(st.lists(told()), known_values)
def test_every_change_is_one(said: list[Statement], known: dict[str, Any]) -> None:
    assert all(value != known.get(name) for name, value in changes(said, known).items())


@unhurried
@given(
    st.lists(told(()).filter(lambda s: s.field not in (TOTAL, "current_role") or not s.corrects)),
    known_values,
)
def test_the_same_again_changes_nothing(said: list[Statement], known: dict[str, Any]) -> None:
    after = apply(known, changes(said, known))
    assert changes(said, after) == {}


@unhurried
@given(st.lists(told()), known_values)
def test_what_is_only_supposed_changes_nothing(
    said: list[Statement], known: dict[str, Any]
) -> None:
    held = [statement for statement in said if not statement.supposed]
    assert changes(said, known) == changes(held, known)


@unhurried
@given(st.lists(told()), known_values)
def test_neither_changes_what_it_is_given(said: list[Statement], known: dict[str, Any]) -> None:
    before = copy.deepcopy((said, known))
    changes(said, known)
    supposed(said, known)
    assert (said, known) == before


def test_what_is_supposed_holds_on_top_of_what_is_known() -> None:
    said = [Statement(SALES, 9, supposed=True), Statement("team_size", 4)]
    known = {SALES: 2, "industry": "healthcare"}
    assert supposed(said, known) == {SALES: 9, "team_size": 4, "industry": "healthcare"}


def test_more_years_are_added_to_all_that_go_on() -> None:
    said = [Statement("more_years", 3, supposed=True)]
    known = {ACCOUNTS: 4, LEADING: 1, TOTAL: 6, "team_size": 2}
    assert supposed(said, known) == {ACCOUNTS: 7, LEADING: 4, TOTAL: 9, "team_size": 2}


def test_who_leads_nobody_gains_no_years_of_leading() -> None:
    said = [Statement("more_years", 3, supposed=True)]
    known = {ACCOUNTS: 4, LEADING: 0, "team_size": 0}
    assert supposed(said, known) == {ACCOUNTS: 7, LEADING: 0, "team_size": 0}


def test_years_to_come_are_never_stored() -> None:
    assert changes([Statement("more_years", 3)], {SALES: 4}) == {}


def test_what_is_supposed_away_is_missing() -> None:
    said = [Statement("education_level", "none", supposed=True)]
    known = {"education_level": "mba", "education_field": "history"}
    assert supposed(said, known) == {"education_level": "none"}
