"""Names of roles, industries and KPIs in the ways that people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.lexicon import Lexicon
from bot.nlu.reading import Reader
from bot.nlu.text import clean, tokenize
from knowledge.base import KnowledgeBase
from knowledge.vocabulary import outside_vocabulary

DIRECTOR, SENIOR = "director_of_account_management", "senior_account_manager"
AM, AE, KAM = "account_manager", "account_executive", "key_account_manager"


def names(reader: Reader, text: str, kind: str = "role") -> list[str]:
    return [name for reading in reader.read(text) for name in reading.names(kind)]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("what does an AM do", [AM]),
        ("what does a SAM earn", [SENIOR]),
        ("KAM pay", [KAM]),
        ("AE vs AM", [AE, AM]),
        ("SDR", ["sales_development_representative"]),
        ("VP of sales", ["vice_president_of_sales"]),
        ("acct mgmt director", [DIRECTOR]),
        ("head of account management", [DIRECTOR]),
        ("senior am", [SENIOR]),
        ("the account manager's day", [AM]),
    ],
)
def test_abbreviations_and_aliases(reader: Reader, text: str, roles: list[str]) -> None:
    assert names(reader, text) == roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("what am I missing", []),
        ("WHAT AM I DOING", []),
        ("i am a nurse", []),
        ("i am an am", [AM]),
        ("the meeting is at 10am", []),
        ("am salary", [AM]),
        ("my name is sam", []),
        ("what does a sam do", [SENIOR]),
        ("how am i measured", []),
    ],
)
def test_the_verb_and_the_person_are_no_roles(reader: Reader, text: str, roles: list[str]) -> None:
    assert names(reader, text) == roles


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("snr acct mangr", SENIOR),
        ("account manger", AM),
        ("acountmanager", AM),
        ("accountexecutive", AE),
        ("a count executive", AE),
        ("acount exectuive", AE),
        ("dirctor of acount managment", DIRECTOR),
        ("key account manger", KAM),
        ("jr account manager", "junior_account_manager"),
    ],
)
def test_typos_and_names_run_together_or_split(reader: Reader, text: str, role: str) -> None:
    assert names(reader, text) == [role]


def test_every_name_of_every_role_is_found(reader: Reader, base: KnowledgeBase) -> None:
    for role in base.roles.values():
        names_of = (role.name, role.plural, role.name.upper(), role.name.lower(), *role.aliases)
        for name in names_of:
            if "." in name:
                continue  # a full stop ends a name: "sr." is tested by itself
            assert names(reader, f"tell me about the {name} role") == [role.id], name


def test_every_name_of_every_industry_and_kpi_is_found(reader: Reader, base: KnowledgeBase) -> None:
    for kind, terms in (("industry", base.industries), ("kpi", base.kpis)):
        for term in terms.values():
            assert term.id in names(reader, f"tell me about {term.name}", kind), term.name


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("a normal account manager, not senior", [AM]),
        ("not a director", []),
    ],
)
def test_what_is_denied_is_not_meant(reader: Reader, text: str, roles: list[str]) -> None:
    assert names(reader, text) == roles


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("product manager pay", "product manager"),
        ("do software engineers earn more", "software engineer"),
        ("i am a nurse", "nurse"),
        ("customer success manager", "customer success manager"),
    ],
)
def test_jobs_that_the_documents_do_not_treat(reader: Reader, text: str, other: str) -> None:
    assert names(reader, text) == []
    assert names(reader, text, "other_role") == [other]


def test_one_name_of_two_industries_means_both(reader: Reader) -> None:
    assert set(names(reader, "retail", "industry")) == {"retail_consumer_goods", "retail_ecommerce"}


def test_half_a_name_gets_its_role_from_its_company(reader: Reader) -> None:
    assert names(reader, "the am or the exec?") == [AM, AE]
    assert names(reader, "and the senior?", "bare_name") == ["senior"]


def test_places(reader: Reader) -> None:
    assert reader.read("director salary in new york")[0].outside["place"] == ["new york"]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("do AEs get a company car", "perk", "company car"),
        ("how many vacation days", "perk", "vacation days"),
        ("is there a dress code", "matter", "dress code"),
    ],
)
def test_perks_and_matters_outside(reader: Reader, text: str, kind: str, name: str) -> None:
    assert reader.read(text)[0].outside[kind] == [name]


def test_a_longer_name_wins(reader: Reader) -> None:
    assert names(reader, "senior account executive") == ["senior_account_executive"]
    assert names(reader, "group account director") == ["group_account_director"]


_LEXICON = Lexicon(KnowledgeBase.load(), outside_vocabulary())


@given(st.text(max_size=80) | st.lists(st.sampled_from(
    ["am", "sam", "account", "manager", "not", "a", "director", "of", "management", "senior", "exec", "retail", "tech", "?"]  # noqa: E501
), max_size=12).map(" ".join))  # fmt: skip
def test_names_never_overlap_and_lie_inside(text: str) -> None:
    tokens = tokenize(clean(text))
    last = -1
    places: set[tuple[int, int]] = set()
    for mention in _LEXICON.find(tokens):
        assert 0 <= mention.first <= mention.last < len(tokens)
        if (mention.first, mention.last) not in places:  # one name may stand for two things
            assert mention.first > last
        places.add((mention.first, mention.last))
        last = mention.last
