"""Two names of one person: their profiles become one, and nobody else's."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from actions.profile.store import Identity, ProfileStore, Rating

SLACK, MAIL, OTHER = Identity("slack", "T1:U1"), Identity("email", "a@b.c"), Identity("slack", "x")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ProfileStore]:
    store = ProfileStore(f"sqlite:///{tmp_path / 'profiles.db'}")
    yield store
    store.close()


def tell(store: ProfileStore, identity: Identity, **values: Any) -> None:
    store.change(identity, lambda _: {name: (value, "said") for name, value in values.items()})


@pytest.mark.parametrize("known", [SLACK, MAIL])
def test_who_is_known_by_one_name_is_known_by_the_other(
    store: ProfileStore, known: Identity
) -> None:
    tell(store, known, location="Oslo")
    assert store.link(SLACK, MAIL) is True
    assert store.load(SLACK).values == store.load(MAIL).values == {"location": "Oslo"}
    tell(store, SLACK, location="Bergen")
    assert store.load(MAIL).values == {"location": "Bergen"}


def test_nobody_is_made_of_two_who_are_not_known(store: ProfileStore) -> None:
    assert store.link(SLACK, MAIL) is False
    assert store.erase(SLACK) is False


def test_of_two_profiles_each_field_keeps_what_was_told_last(store: ProfileStore) -> None:
    tell(store, SLACK, location="Oslo", team_size=3)
    tell(store, MAIL, location="Bergen", years_sales=4)
    tell(store, SLACK, years_sales=5)
    assert store.link(SLACK, MAIL) is True
    expected = {"location": "Bergen", "team_size": 3, "years_sales": 5}
    assert store.load(SLACK).values == store.load(MAIL).values == expected


def test_linking_again_changes_nothing(store: ProfileStore) -> None:
    tell(store, SLACK, location="Oslo")
    assert store.link(SLACK, MAIL) is store.link(SLACK, MAIL) is True
    assert store.load(MAIL).values == {"location": "Oslo"}


def test_two_people_of_one_channel_stay_two(store: ProfileStore) -> None:
    tell(store, SLACK, location="Oslo")
    store.link(SLACK, MAIL)
    assert store.link(OTHER, MAIL) is False
    assert store.load(OTHER).values == {}
    tell(store, OTHER, location="Rome")
    assert store.link(OTHER, MAIL) is False
    assert store.load(SLACK).values == {"location": "Oslo"}


def test_erasing_takes_both_names_and_their_ratings(store: ProfileStore) -> None:
    tell(store, SLACK, location="Oslo")
    store.link(SLACK, MAIL)
    store.rate(MAIL, Rating("a1", True, "answer", "pay?", "ask_salary", 0.9, []))
    assert store.erase(SLACK) is True
    assert store.load(MAIL).values == {}
    assert store.ratings(MAIL) == []


def test_linking_at_once_makes_one_person(store: ProfileStore) -> None:
    tell(store, SLACK, location="Oslo")
    tell(store, MAIL, team_size=3)
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda _: store.link(SLACK, MAIL), range(8)))
    assert store.load(SLACK).values == store.load(MAIL).values == {
        "location": "Oslo", "team_size": 3,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("channel", "sender", "person"),
    [
        ("slack", "T1:U1", "T1:U1"),
        ("slack", "T1:U1#C1/169.1", "T1:U1"),
        ("rest", "anna#1", "anna#1"),
        ("widget", "w#2", "w#2"),
    ],
)
def test_a_thread_belongs_to_its_person(channel: str, sender: str, person: str) -> None:
    assert Identity.of(channel, sender) == Identity(channel, person)
