"""Names, numbers and lists as people write them."""

from __future__ import annotations

import pytest

from actions.wording import (
    dollars,
    figure_text,
    joined,
    role_name,
    sentence,
    short_name,
    source_line,
    with_article,
)
from knowledge.base import KnowledgeBase, Source
from knowledge.schema import Figure, Measure


@pytest.mark.parametrize(
    ("parts", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_joining(parts: list[str], text: str) -> None:
    assert joined(parts) == text


def test_joining_with_another_word() -> None:
    assert joined(["a", "b", "c"], "or") == "a, b or c"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Account Manager", "an Account Manager"),
        ("Director", "a Director"),
        ("associate", "an associate"),
    ],
)
def test_articles(name: str, text: str) -> None:
    assert with_article(name) == text


def test_every_role_of_the_packs_gets_its_right_article(base: KnowledgeBase) -> None:
    # The rule goes by letters; none of these names begins with another sound than its letter.
    for role in base.roles.values():
        assert with_article(role.name).startswith(("an A", "a "))


def test_an_unknown_role_is_still_readable(base: KnowledgeBase) -> None:
    assert role_name(base, "chief_of_staff") == "chief of staff"
    assert short_name(base, "chief_of_staff") == "chief of staff"


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (Figure(measure=Measure.BASE_SALARY, low=80_000, high=130_000), "$80,000 to $130,000"),
        (
            Figure(measure=Measure.BASE_SALARY, low=120_000, high=200_000, or_more=True),
            "$120,000 to $200,000+",
        ),
        (Figure(measure=Measure.ACCOUNT_MANAGEMENT_YEARS, low=10, or_more=True), "10+ years"),
        (Figure(measure=Measure.ACCOUNT_MANAGEMENT_YEARS, low=2, high=5), "2 to 5 years"),
        (Figure(measure=Measure.PORTFOLIO_REVENUE, low=1_000_000), "$1,000,000"),
        (Figure(measure=Measure.OTHER, low=50, unit="clients"), "50 clients"),
    ],
)
def test_figures(figure: Figure, text: str) -> None:
    assert figure_text(figure) == text


def test_a_share_shows_both_ends_in_percent() -> None:
    text = figure_text(Figure(measure=Measure.BONUS_SHARE, low=20, high=30))
    assert "20" in text
    assert "30" in text
    assert text.endswith("%")


def test_dollars_are_whole() -> None:
    assert dollars(1234.4) == "$1,234"


@pytest.mark.parametrize(("text", "full"), [("done", "Done."), ("Why?", "Why?"), ("", ".")])
def test_sentences(text: str, full: str) -> None:
    assert sentence(text) == full


def test_a_source_line_names_each_document_and_section_once() -> None:
    sources = [Source("One", "A"), Source("Two", "B"), Source("One", "A"), Source("One", "C")]
    line = source_line(sources)
    assert line.count("One") == 1
    assert line.count("“A”") == 1
    assert all(part in line for part in ("Two", "“B”", "“C”"))
    assert "\n" not in line


def test_many_sections_are_counted_instead_of_named() -> None:
    line = source_line([Source("One", section) for section in "ABCDE"])
    assert "“D”" not in line
    assert "2 more" in line
