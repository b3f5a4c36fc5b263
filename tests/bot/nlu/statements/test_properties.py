"""What holds for whole families of sentences about oneself, and for any text at all."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.profile.fields import FIELDS
from bot.nlu.reading import Reader
from knowledge.base import KnowledgeBase

BASE = KnowledgeBase.load()
ROLES = sorted(BASE.roles)
# Fields that the words leave open.
EXTRA = ("years", "years_bare", "number", "numbers", "more_years")
TRACKS = {
    "years_sales": {
        "account_executive",
        "senior_account_executive",
        "sales_development_representative",
        "regional_sales_manager",
        "vice_president_of_sales",
    },
    "years_total": {"customer_service_representative", "marketing_assistant"},
}
WORDS = [
    "i",
    "i'm",
    "i've",
    "my",
    "have",
    "years",
    "year",
    "in",
    "sales",
    "account",
    "manager",
    "director",
    "team",
    "people",
    "earn",
    "95k",
    "base",
    "is",
    "not",
    "no",
    "actually",
    "if",
    "degree",
    "mba",
    "report",
    "to",
    "me",
    "6",
    "two",
    ",",
    ".",
    "?",
    "and",
    "but",
]

unhurried = settings(deadline=None)
years = st.integers(1, 40)


def track(role: str) -> str:
    return next((name for name, of in TRACKS.items() if role in of), "years_account_management")


def names_of(role: str) -> list[str]:
    entry = BASE.roles[role]
    return [entry.name, *([entry.short] if entry.short else []), *entry.aliases]


def a(name: str) -> str:
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"


def span(count: int) -> str:
    return f"{count} {'year' if count == 1 else 'years'}"


def said(reader: Reader, text: str) -> list[tuple[str, Any, bool]]:
    return [(s.field, s.value, s.supposed) for r in reader.read(text) for s in r.statements]


def told(reader: Reader, text: str) -> dict[str, Any]:
    return {field: value for field, value, supposed in said(reader, text) if not supposed}


@pytest.mark.parametrize("role", ROLES)
def test_a_role_for_some_years(reader: Reader, role: str) -> None:
    for count in range(1, 41):
        text = f"i've been {a(BASE.roles[role].name)} for {span(count)}"
        assert told(reader, text) == {"current_role": role, track(role): count}


@pytest.mark.parametrize("role", ROLES)
def test_a_role_by_its_other_names(reader: Reader, role: str) -> None:
    for name in [name for name in names_of(role) if "." not in name]:
        text = f"i've been {a(name)} for 3 years"
        assert told(reader, text) == {"current_role": role, track(role): 3}


@unhurried
@given(years)
def test_years_in_sales(reader: Reader, count: int) -> None:
    assert told(reader, f"{span(count)} in sales") == {"years_sales": count}


@unhurried
@given(years)
def test_years_in_account_management(reader: Reader, count: int) -> None:
    text = f"i have {span(count)} in account management"
    assert told(reader, text) == {"years_account_management": count}


@unhurried
@given(years, years)
def test_years_of_two_kinds_are_kept_apart(reader: Reader, one: int, two: int) -> None:
    text = f"{span(one)} in account management and {span(two)} in sales"
    assert told(reader, text) == {"years_account_management": one, "years_sales": two}


@unhurried
@given(st.integers(1, 40))
def test_people_who_report_to_one(reader: Reader, count: int) -> None:
    assert told(reader, f"{count} people report to me") == {"team_size": count}


@unhurried
@given(
    st.integers(25, 400),
    st.sampled_from(
        [
            ("{}k", "USD"),
            ("${}k", "USD"),
            ("{}k dollars", "USD"),
            ("€{}k", "EUR"),
            ("{}k eur", "EUR"),
            ("£{}k", "GBP"),
            ("{}k pounds", "GBP"),
            ("{}k cad", "CAD"),
            ("{}k chf", "CHF"),
        ]
    ),
)
def test_base_pay_in_thousands(reader: Reader, amount: int, form: tuple[str, str]) -> None:
    written, currency = form
    assert told(reader, f"base is {written.format(amount)}") == {
        "base_pay": {"amount": amount * 1000, "currency": currency}
    }


@unhurried
@given(
    years,
    st.sampled_from(["in sales", "of experience", "in account management", "leading people"]),
    st.sampled_from(["", ", would that be enough?", ", could i become a director?"]),
)
def test_what_one_only_supposes_is_not_told(
    reader: Reader, count: int, where: str, end: str
) -> None:
    found = said(reader, f"if i had {span(count)} {where}{end}")
    assert [value for _, value, _ in found] == [count]
    assert all(supposed for _, _, supposed in found)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("who", ["my boss is", "my friend is", "my wife works as"])
def test_the_role_of_another_is_not_told(reader: Reader, role: str, who: str) -> None:
    assert said(reader, f"{who} {a(BASE.roles[role].name)}") == []


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(
    "question",
    [
        "what does {} do?",
        "how much does {} earn?",
        "how many years of experience does {} need?",
        "does {} need a degree?",
        "is {} better paid than a director?",
        "how do i become {}?",
        "what is {}",
    ],
)
def test_a_question_tells_nothing(reader: Reader, role: str, question: str) -> None:
    assert said(reader, question.format(a(BASE.roles[role].name))) == []


@unhurried
@given(st.text())
def test_any_text_can_be_read(reader: Reader, text: str) -> None:
    assert all(field in FIELDS or field in EXTRA for field, _, _ in said(reader, text))


@unhurried
@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_any_words_can_be_read(reader: Reader, text: str) -> None:
    assert all(field in FIELDS or field in EXTRA for field, _, _ in said(reader, text))


@unhurried
@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_reading_twice_tells_the_same(reader: Reader, text: str) -> None:
    assert said(reader, text) == said(reader, text)
