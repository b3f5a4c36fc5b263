"""What sentences tell of the one who says them, each pattern by an example of its own."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from actions.profile.changes import changes
from actions.statement import Statement
from bot.nlu.reading import Reader
from bot.nlu.statements.number_words import figures

DIRECTOR, SENIOR = "director_of_account_management", "senior_account_manager"


def said(reader: Reader, text: str) -> list[Statement]:
    return [s for reading in reader.read(text) for s in reading.statements]


def told(reader: Reader, text: str) -> dict[str, Any]:
    """What is told in earnest, by field."""
    return {s.field: s.value for s in said(reader, text) if not s.supposed}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("I'm an AM", "account_manager"),
        ("i am a senior account manager", SENIOR),
        ("im an ae", "account_executive"),
        ("I work as a key account manager", "key_account_manager"),
        ("I'm a director of account management", DIRECTOR),
        ("my manager is a director and i'm an account manager", "account_manager"),
        ("i'm not an account manager, i'm an account executive", "account_executive"),
        ("I'm an account manager, can I become a director?", "account_manager"),
    ],
)
def test_own_role(reader: Reader, text: str, role: str) -> None:
    assert told(reader, text) == {"current_role": role}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("I want to be a director", DIRECTOR),
        ("my goal is director of account management", DIRECTOR),
        ("i'd like to become vp of sales one day", "vice_president_of_sales"),
        ("aiming for key account manager", "key_account_manager"),
    ],
)
def test_goal(reader: Reader, text: str, role: str) -> None:
    assert told(reader, text) == {"target_role": role}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("i have 7 years of experience", {"years_total": 7}),
        ("i've worked in account management for 6 years", {"years_account_management": 6}),
        (
            "6 years in account management and 3 in sales",
            {"years_account_management": 6, "years_sales": 3},
        ),
        ("i've led a team for 4 years", {"years_leadership": 4}),
        ("five years leading people", {"years_leadership": 5}),
        ("i've got 18 months in sales", {"years_sales": 1.5}),
        ("3 and a half years in sales", {"years_sales": 3.5}),
        ("a decade in sales", {"years_sales": 10}),
    ],
)
def test_years(reader: Reader, text: str, years: dict[str, float]) -> None:
    assert told(reader, text) == years


def test_years_beside_a_role_count_for_its_track(reader: Reader) -> None:
    assert told(reader, "kam here, 9 yrs") == {
        "current_role": "key_account_manager",
        "years_account_management": 9,
    }


@pytest.mark.parametrize(
    "text", ["5 years ago i was an account manager", "i'm 35 years old", "i need 3 more years"]
)
def test_years_that_are_no_years_of_work(reader: Reader, text: str) -> None:
    assert told(reader, text) == {}


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("i lead a team of six", 6),
        ("my team is 8 people", 8),
        ("I have 3 people under me", 3),
        ("i have no direct reports", 0),
        ("nobody reports to me", 0),
    ],
)
def test_team(reader: Reader, text: str, size: int) -> None:
    assert told(reader, text) == {"team_size": size}


def test_accounts_are_no_team(reader: Reader) -> None:
    assert "team_size" not in told(reader, "i manage 12 accounts")


@pytest.mark.parametrize(
    ("text", "level", "subject"),
    [
        ("i have a bachelor's degree in business", "bachelor", "business"),
        ("i've got a master's in finance", "master", "finance"),
        ("i have an associate degree in business", "associate", "business"),
        ("i studied communications", "degree", "communications"),
        ("i have an MBA", "mba", None),
        ("i have a phd", "doctorate", None),
        ("i never went to university", "none", None),
        ("i dropped out of uni", "none", None),
        ("i have no degree", "none", None),
    ],
)
def test_education(reader: Reader, text: str, level: str, subject: str | None) -> None:
    found = told(reader, text)
    assert found == {"education_level": level, **({"education_field": subject} if subject else {})}


def test_a_degree_that_is_not_there_yet(reader: Reader) -> None:
    assert told(reader, "i'm doing an mba") == {}


@pytest.mark.parametrize(
    "text", ["i don't have an mba", "actually i don't have the MBA, i dropped out"]
)
def test_a_degree_one_has_not_got_is_taken_back_and_no_other(reader: Reader, text: str) -> None:
    statements = [s for reading in reader.read(text) for s in reading.statements]

    assert changes(statements, {"education_level": "mba"}) == {"education_level": None}
    assert changes(statements, {"education_level": "bachelor"}) == {}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("a hundred and fifteen thousand", "115000"),
        ("ninety five k", "95000"),
        ("six years and four of them", "6 years and 4 of them"),
        ("four and five", "4 and 5"),
        ("one hundred twenty", "120"),
        ("five and a half years", "5 and a half years"),
        ("thousand thanks", "thousand thanks"),
    ],
)
def test_numbers_in_words(text: str, number: str) -> None:
    assert figures(text) == number


def test_not_wanting_a_role_is_no_goal(reader: Reader) -> None:
    assert told(reader, "i don't want to be a director") == {}


def test_years_since_a_date(reader: Reader) -> None:
    year = date.today().year - 7
    assert told(reader, f"i've been an account manager since {year}") == {
        "current_role": "account_manager",
        "years_account_management": 7,
    }


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("i make 85k", 85_000, "USD"),
        ("my base is 95,000 dollars", 95_000, "USD"),
        ("i'm on £55k", 55_000, "GBP"),
        ("i earn 4000 euros a month", 48_000, "EUR"),
        ("base is 12 lakh", 1_200_000, "INR"),
    ],
)
def test_pay(reader: Reader, text: str, amount: int, currency: str) -> None:
    assert told(reader, text) == {"base_pay": {"amount": amount, "currency": currency}}


@pytest.mark.parametrize("text", ["our quota is 500k", "i got an offer of 120k"])
def test_money_that_is_no_pay(reader: Reader, text: str) -> None:
    assert told(reader, text) == {}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("i work in healthcare", {"industry": "healthcare"}),
        ("i'm in the retail industry", {"industry": "retail_consumer_goods"}),
        ("i work in tech in boston", {"industry": "technology", "location": "Boston"}),
        ("i live in london", {"location": "London"}),
        ("I moved to Chicago", {"location": "Chicago"}),
        ("we have 200 employees", {"company_size": 200}),
        ("i'm at a company of 5000 people", {"company_size": 5000}),
        (
            "my strengths are forecasting and negotiation",
            {"skills": ["forecasting", "negotiation"]},
        ),
        ("i know salesforce", {"skills": ["salesforce"]}),
    ],
)
def test_surroundings_and_skills(reader: Reader, text: str, values: dict[str, Any]) -> None:
    assert told(reader, text) == values


@pytest.mark.parametrize(
    "text",
    [
        "my wife is an account executive",
        "my colleague has 10 years in sales",
        "he earns 90k",
        "she leads 5 people",
    ],
)
def test_what_is_said_of_others_is_not_told(reader: Reader, text: str) -> None:
    assert said(reader, text) == []


@pytest.mark.parametrize(
    "text", ["i used to be an account executive", "i was an account manager before"]
)
def test_a_former_role_is_not_the_present_one(reader: Reader, text: str) -> None:
    assert "current_role" not in told(reader, text)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("if i had an mba", "education_level", "mba"),
        ("suppose i lead 5 people", "team_size", 5),
        ("if i led 5 people, would that help?", "team_size", 5),
        ("imagine i was a director", "current_role", DIRECTOR),
        ("what if i waited 4 more years?", "more_years", 4),
    ],
)
def test_what_is_only_supposed(reader: Reader, text: str, field: str, value: object) -> None:
    (found,) = said(reader, text)
    assert (found.field, found.value, found.supposed) == (field, value, True)


@pytest.mark.parametrize(
    ("text", "field", "value", "old"),
    [
        ("actually i have 8 years", "years_bare", 8, None),
        ("sorry, i meant 8 years in sales", "years_sales", 8, None),
        ("not 6 years, 8 years", "years_bare", 8, 6),
        ("8, not 6", "number", 8, 6),
        ("i said 6, it's 8", "number", 8, 6),
        ("make it 8", "number", 8, None),
        ("team of 4, not 6", "team_size", 4, None),
    ],
)
def test_what_is_put_right(
    reader: Reader, text: str, field: str, value: object, old: float | None
) -> None:
    (found,) = said(reader, text)
    assert found.corrects
    assert (found.field, found.value) == (field, value)
    assert found.old == old


@pytest.mark.parametrize(
    ("text", "field", "old"),
    [
        ("i'm not in retail anymore", "industry", "retail_consumer_goods"),
        ("i no longer work in tech", "industry", "technology"),
        ("i'm no longer an account manager", "current_role", "account_manager"),
    ],
)
def test_what_is_taken_back(reader: Reader, text: str, field: str, old: str) -> None:
    (found,) = said(reader, text)
    assert (found.field, found.value, found.old) == (field, None, old)


def test_the_words_go_with_what_they_tell(reader: Reader) -> None:
    by_field = {s.field: s.said for s in said(reader, "I live in Oslo. I make 85k.")}
    assert by_field == {"location": "I live in Oslo", "base_pay": "I make 85k"}
