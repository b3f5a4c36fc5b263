"""What the coach says about a profile, and what a wish to forget names."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from typing import Any

import pytest

from actions.profile import talk
from actions.profile.fields import FIELDS, YEARS, Entry, as_words
from actions.profile.talk import as_json, as_markdown, fields_to_forget, noted
from knowledge.base import KnowledgeBase

EDUCATION = ("education_level", "education_field")
SAID_AT = datetime(2025, 3, 1, 12, 30, tzinfo=timezone.utc)
VALUES: dict[str, Any] = {
    "current_role": "account_manager",
    "target_role": "director_of_account_management",
    "years_account_management": 6,
    "years_sales": 2.5,
    "years_leadership": 1,
    "years_total": 11,
    "team_size": 4,
    "mentoring": "yes",
    "education_level": "bachelor",
    "education_field": "marketing",
    "skills": ["sql", "público"],
    "industry": "healthcare",
    "location": "São Paulo",
    "company_size": 1200,
    "base_pay": {"amount": 62_000, "currency": "EUR"},
}
FULL = {name: Entry(value, SAID_AT, f"words on {name}") for name, value in VALUES.items()}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("forget my industry", ["industry"]),
        ("please forget the sector i work in", ["industry"]),
        ("forget where i live", ["location"]),
        ("drop the city", ["location"]),
        ("delete my location", ["location"]),
        ("forget my salary", ["base_pay"]),
        ("erase my base pay", ["base_pay"]),
        ("forget how much i earn", ["base_pay"]),
        ("forget my role", ["current_role"]),
        ("forget my job title", ["current_role"]),
        ("Forget my current POSITION", ["current_role"]),
        ("forget my goal", ["target_role"]),
        ("remove my target role", ["target_role"]),
        ("forget my dream job", ["target_role"]),
        ("forget my degree", [*EDUCATION]),
        ("forget what i studied", [*EDUCATION]),
        ("forget my mba", [*EDUCATION]),
        ("forget my team", ["team_size"]),
        ("forget how many people i lead", ["team_size"]),
        ("forget my skills", ["skills"]),
        ("forget how big my company is", ["company_size"]),
        ("forget my years", [*YEARS]),
        ("scrub my seniority", [*YEARS]),
        ("forget my years in sales", ["years_sales"]),
        ("forget my years in account management", ["years_account_management"]),
        ("forget my years of leadership", ["years_leadership"]),
    ],
)
def test_a_wish_to_forget_one_thing(text: str, fields: list[str]) -> None:
    assert fields_to_forget(text) == fields


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("delete my skills and my location", {"skills", "location"}),
        ("forget my industry and my salary", {"industry", "base_pay"}),
        ("forget my target role and my current role", {"target_role", "current_role"}),
        ("forget my role, my goal and my degree", {"current_role", "target_role", *EDUCATION}),
        ("forget my years in sales and my team", {"years_sales", "team_size"}),
    ],
)
def test_a_wish_to_forget_several_things(text: str, fields: set[str]) -> None:
    found = fields_to_forget(text)
    assert found is not None
    assert sorted(found) == sorted(fields)


@pytest.mark.parametrize(
    "text",
    [
        "forget everything",
        "delete everything you know about me",
        "delete all my data",
        "erase me completely",
        "forget me",
        "wipe my profile",
        "start over",
        "clean slate",
        "remove all of it",
        "forget what you know",
        "delete what you've stored",
        "Forget that I exist",
    ],
)
def test_a_wish_to_forget_all(text: str) -> None:
    assert fields_to_forget(text) == ["*"]


@pytest.mark.parametrize(
    "text",
    ["forget that", "delete it", "remove something", "erase this please", "forget one thing", ""],
)
def test_a_vague_wish_names_nothing(text: str) -> None:
    assert fields_to_forget(text) is None


@pytest.mark.parametrize("name", FIELDS)
def test_what_is_new_is_noted(base: KnowledgeBase, name: str) -> None:
    words = as_words(name, VALUES[name], base)
    assert noted({name: VALUES[name]}, {}, base) == f"Noted: {FIELDS[name]} **{words}**."


def test_what_is_put_right_is_told_with_what_it_was(base: KnowledgeBase) -> None:
    said = noted({"years_sales": 8}, {"years_sales": 6}, base)
    assert said == "Corrected: years in sales **8** (was 6)."


def test_what_is_taken_back_is_told(base: KnowledgeBase) -> None:
    said = noted({"industry": None}, {"industry": "healthcare"}, base)
    assert said == "Taken off: industry."


def test_another_skill_is_no_correction(base: KnowledgeBase) -> None:
    said = noted({"skills": ["sql", "crm"]}, {"skills": ["sql"]}, base)
    assert said == "Noted: skills **sql and crm**."


def test_each_kind_of_change_has_its_sentence(base: KnowledgeBase) -> None:
    said = noted(
        {"team_size": 4, "location": "Oslo", "years_sales": 8, "industry": None},
        {"years_sales": 6, "industry": "healthcare"},
        base,
    )
    assert said == (
        "Corrected: years in sales **8** (was 6). "
        "Noted: people who report to you **4** and location **Oslo**. "
        "Taken off: industry."
    )


def test_nothing_changed_is_nothing_said(base: KnowledgeBase) -> None:
    assert noted({}, {"industry": "healthcare"}, base) == ""


def test_the_profile_comes_back_from_json() -> None:
    data = json.loads(as_json(FULL))
    back = {
        name: Entry(entry["value"], datetime.fromisoformat(entry["said_at"]), entry["said"])
        for name, entry in data.items()
    }
    assert back == FULL


def test_json_without_a_time() -> None:
    assert json.loads(as_json({"industry": Entry("healthcare")})) == {
        "industry": {"value": "healthcare", "said_at": None, "said": ""}
    }


@pytest.mark.parametrize("name", FIELDS)
def test_the_table_holds_every_value(base: KnowledgeBase, name: str) -> None:
    cells = [line.strip("| ").split(" | ") for line in as_markdown(FULL, base).splitlines()[4:]]
    row = [FIELDS[name], as_words(name, VALUES[name], base), "1 March 2025", f"words on {name}"]
    assert row in cells


def test_words_with_a_bar_do_not_break_the_table(base: KnowledgeBase) -> None:
    table = as_markdown({"industry": Entry("healthcare", SAID_AT, "a|b")}, base)
    assert table.splitlines()[-1].count("|") == 5


def test_the_table_lists_only_what_is_known(base: KnowledgeBase) -> None:
    assert len(as_markdown({"location": FULL["location"]}, base).splitlines()) == 5


@pytest.mark.parametrize("name", FIELDS)
def test_the_whole_profile_is_shown(base: KnowledgeBase, name: str) -> None:
    words = as_words(name, VALUES[name], base)
    assert f"**{words}** (said 1 March 2025)" in talk.shown(FULL, base).text


def test_an_empty_profile_is_shown_as_such(base: KnowledgeBase) -> None:
    assert talk.shown({}, base).lines == [talk.NOTHING]
    assert talk.exported({}, base).lines == [talk.NOTHING]


def test_what_matters_and_is_missing_is_named(base: KnowledgeBase) -> None:
    known = {name: entry for name, entry in FULL.items() if name != "education_level"}
    assert "I don't know yet: education." in talk.shown(known, base).lines
    assert "don't know yet" not in talk.shown(FULL, base).text


def test_an_export_holds_both_files(base: KnowledgeBase) -> None:
    files = {file.name: file.content for file in talk.exported(FULL, base).attachments}
    assert files == {
        "career-profile.md": as_markdown(FULL, base),
        "career-profile.json": as_json(FULL),
    }


def test_forgetting_says_what_went_and_what_is_left() -> None:
    known = {name: FULL[name] for name in ("industry", "location")}
    assert talk.forgotten(["industry"], known).text == (
        "Done, I have forgotten: industry. I still know: location."
    )
    assert talk.forgotten(["industry", "location"], known).text == (
        "Done, I have forgotten: industry and location. I know nothing else about you."
    )


def test_forgetting_what_was_never_known() -> None:
    assert "I knew nothing about your industry" in talk.forgotten(["industry"], {}).text
