"""What a person lacks for a role: exact for values made by hand, and sound for any values."""

from __future__ import annotations

from typing import Any

import pytest
from by_hand import AM, DIRECTOR, SENIOR
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.advice.gap import Gap, Requirement, gap, readiness
from knowledge.base import KnowledgeBase

BASE = KnowledgeBase.load()
ASKED = [DIRECTOR, SENIOR]
RANK = {"unknown": 0, "unmet": 1, "met": 2}
YEARS = ("years_account_management", "years_leadership", "years_total")

unhurried = settings(deadline=None)
half_years = st.integers(0, 80).map(lambda n: n / 2)
values = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(YEARS, half_years),
        "team_size": st.integers(0, 50),
        "education_level": st.sampled_from(
            ["none", "high_school", "associate", "bachelor", "master", "mba", "doctorate", "degree"]
        ),
        "education_field": st.sampled_from(["marketing", "history"]),
    },
)


def of_kind(found: Gap, kind: str) -> Requirement:
    return next(item for item in found.requirements if item.kind == kind)


def statuses(told: dict[str, Any], role: str) -> dict[str, str]:
    return {item.kind: item.status for item in gap(told, role, BASE).requirements if item.judged}


@pytest.mark.parametrize(
    ("role", "asked"),
    [
        (DIRECTOR, {"account_management": 10, "leadership": 5}),
        (SENIOR, {"account_management": 7}),
    ],
)
def test_the_years_that_the_documents_ask(role: str, asked: dict[str, float]) -> None:
    found = gap({}, role, BASE).requirements
    assert {item.kind: item.asked for item in found if item.asked is not None} == asked


def test_nothing_told_leaves_everything_unknown() -> None:
    assert set(statuses({}, DIRECTOR).values()) == {"unknown"}


def test_a_director_who_has_everything() -> None:
    told = {"years_account_management": 10, "years_leadership": 5, "education_level": "mba"}
    assert statuses(told, DIRECTOR) == {
        "account_management": "met",
        "leadership": "met",
        "degree": "met",
        "plus": "met",
    }


def test_what_is_missing_to_a_director() -> None:
    told = {
        "years_account_management": 6,
        "years_leadership": 2,
        "education_level": "bachelor",
        "education_field": "marketing",
    }
    found = gap(told, DIRECTOR, BASE)
    assert [(r.kind, r.have, r.missing) for r in found.with_status("unmet")] == [
        ("account_management", 6, 4),
        ("leadership", 2, 3),
    ]
    assert found.years_to_go == 4
    assert of_kind(found, "degree").status == "met"
    assert of_kind(found, "degree").note == ""


def test_a_plus_is_never_among_what_is_lacking() -> None:
    found = gap({"education_level": "bachelor"}, DIRECTOR, BASE)
    assert of_kind(found, "plus").status == "unmet"
    assert found.with_status("unmet") == []


@pytest.mark.parametrize("level", ["master", "mba", "doctorate"])
def test_an_advanced_degree_meets_the_plus(level: str) -> None:
    assert statuses({"education_level": level}, DIRECTOR)["plus"] == "met"


@pytest.mark.parametrize("level", ["none", "high_school", "associate"])
def test_less_than_a_bachelor_is_no_degree(level: str) -> None:
    assert statuses({"education_level": level}, SENIOR)["degree"] == "unmet"


def test_a_distant_subject_is_noted_and_still_a_degree() -> None:
    told = {"education_level": "bachelor", "education_field": "history"}
    item = of_kind(gap(told, SENIOR, BASE), "degree")
    assert (item.status, item.note) == ("met", "subject")


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"team_size": 3}, "met"),
        ({"years_leadership": 1}, "met"),
        ({"mentoring": "yes", "team_size": 0}, "met"),
        ({"team_size": 0, "years_leadership": 2}, "met"),
        ({"team_size": 0}, "unmet"),
        ({"years_leadership": 0}, "unmet"),
        ({}, "unknown"),
    ],
)
def test_a_senior_has_led_people(told: dict[str, Any], status: str) -> None:
    assert statuses(told, SENIOR)["leading"] == status


def test_a_role_of_which_nothing_is_asked_has_no_requirements() -> None:
    assert gap({"years_total": 5}, "vice_president_of_sales", BASE).requirements == []


def test_a_role_without_years_has_none_to_go() -> None:
    assert gap({"years_total": 5}, AM, BASE).years_to_go is None


def test_readiness_of_a_part_of_the_years() -> None:
    told = {"years_account_management": 5, "years_leadership": 0, "education_level": "bachelor"}
    found = readiness(gap(told, DIRECTOR, BASE))
    assert found is not None
    assert found.share == pytest.approx(0.5)
    assert found.parts == [
        ("5 of 10 years of account management", 0.5),
        ("0 of 5 years of leadership", 0.0),
        ("degree", 1.0),
    ]


def test_no_readiness_where_nothing_is_known() -> None:
    assert readiness(gap({}, DIRECTOR, BASE)) is None


def test_total_years_stand_in_for_those_of_account_management() -> None:
    item = of_kind(gap({"years_total": 12}, DIRECTOR, BASE), "account_management")
    assert (item.have, item.status) == (12, "met")
    assert "12 years" in item.note


def test_total_years_in_sales_roles_are_none_in_account_management() -> None:
    told = {"years_total": 12, "current_role": "account_executive"}
    assert statuses(told, DIRECTOR)["account_management"] == "unknown"


@unhurried
@given(half_years, half_years, st.sampled_from(ASKED))
def test_total_years_do_not_count_beside_those_of_account_management(
    own: float, total: float, role: str
) -> None:
    told = {"years_account_management": own, "years_total": total}
    item = of_kind(gap(told, role, BASE), "account_management")
    assert (item.have, item.note) == (own, "")


def test_total_years_do_not_count_as_leadership() -> None:
    assert statuses({"years_total": 20}, DIRECTOR)["leadership"] == "unknown"


def test_without_a_team_there_are_no_years_of_leadership() -> None:
    item = of_kind(gap({"team_size": 0}, DIRECTOR, BASE), "leadership")
    assert (item.have, item.missing, item.status) == (0, 5, "unmet")


@unhurried
@given(half_years)
def test_a_team_of_none_does_not_undo_years_of_leadership(years: float) -> None:
    found = gap({"team_size": 0, "years_leadership": years}, DIRECTOR, BASE)
    assert of_kind(found, "leadership").have == years


@unhurried
@given(values, st.sampled_from(ASKED))
def test_missing_is_what_is_asked_less_what_is_there(told: dict[str, Any], role: str) -> None:
    for item in gap(told, role, BASE).requirements:
        if item.asked is not None and item.have is not None:
            assert item.missing == max(0, item.asked - item.have)
            assert item.status == ("met" if item.have >= item.asked else "unmet")


@unhurried
@given(values, st.sampled_from(ASKED))
def test_years_to_go_are_the_most_that_is_missing(told: dict[str, Any], role: str) -> None:
    found = gap(told, role, BASE)
    counted = [item for item in found.requirements if item.asked is not None]
    if any(item.have is None for item in counted):
        assert found.years_to_go is None
    else:
        assert found.years_to_go == max(item.missing for item in counted)


@unhurried
@given(values, st.sampled_from(ASKED), st.sampled_from(YEARS), half_years)
def test_more_years_never_make_anything_worse(
    told: dict[str, Any], role: str, name: str, more: float
) -> None:
    told = {**told, name: told.get(name, 0.0)}
    before = gap(told, role, BASE)
    after = gap({**told, name: told[name] + more}, role, BASE)
    for old, new in zip(before.requirements, after.requirements, strict=True):
        assert old.kind == new.kind
        assert new.missing <= old.missing
        assert RANK[new.status] >= RANK[old.status]
    was, now = readiness(before), readiness(after)
    assert (was is None) == (now is None)
    if was is not None and now is not None:
        assert now.share >= was.share
    if before.years_to_go is not None:
        assert after.years_to_go is not None
        assert after.years_to_go <= before.years_to_go


@unhurried
@given(values, st.sampled_from(ASKED))
def test_readiness_is_the_mean_of_its_parts(told: dict[str, Any], role: str) -> None:
    found = readiness(gap(told, role, BASE))
    if found is not None:
        shares = [share for _, share in found.parts]
        assert all(0 <= share <= 1 for share in shares)
        assert found.share == pytest.approx(sum(shares) / len(shares))
        assert 0 <= found.share <= 1


@unhurried
@given(values, st.sampled_from(ASKED))
def test_readiness_counts_each_known_requirement_once(told: dict[str, Any], role: str) -> None:
    found = gap(told, role, BASE)
    known = [*found.with_status("met"), *found.with_status("unmet")]
    share = readiness(found)
    assert (share is None) == (not known)
    if share is not None:
        assert len(share.parts) == len(known)
