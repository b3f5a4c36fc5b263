"""What is kept of a conversation between turns."""

from __future__ import annotations

import json

import pytest

from actions.focus import Focus

FULL = Focus(
    topics=["ask_salary"],
    roles=["account_manager"],
    earlier=[["account_executive"]],
    industry="healthcare",
    listed=["am-def"],
    shown=["am-def", "ae-def"],
    text="What was said.",
)


@pytest.mark.parametrize("focus", [Focus(), FULL])
def test_a_focus_comes_back_from_the_tracker_as_it_was(focus: Focus) -> None:
    assert Focus.from_dict(json.loads(json.dumps(focus.as_dict()))) == focus


@pytest.mark.parametrize("garbage", [None, "", "focus", 7, [], ["topics"], {}, {"unknown": 1}])
def test_anything_else_is_an_empty_focus(garbage: object) -> None:
    assert Focus.from_dict(garbage) == Focus()


def test_what_a_later_version_added_is_passed_over() -> None:
    assert Focus.from_dict({**FULL.as_dict(), "mood": "good"}) == FULL


@pytest.mark.parametrize(
    ("roles", "earlier", "last"),
    [
        (["a", "b"], ["c"], ["a", "b"]),
        (["a"], ["b"], ["a", "b"]),
        (["a"], ["a"], ["a"]),
        (["b"], ["a", "b"], ["b", "a"]),
        (["a"], ["b", "c"], ["a", "b"]),
        ([], [], []),
    ],
)
def test_the_last_roles_are_two_where_two_were_spoken_of(
    roles: list[str], earlier: list[str], last: list[str]
) -> None:
    assert Focus(roles=roles, earlier=[earlier]).last_roles == last


@pytest.mark.parametrize(
    ("roles", "earlier", "order"),
    [
        (["b"], [["a"]], ["a", "b"]),
        (["a"], [["a"], ["b"]], ["a", "b"]),
        (["b"], [["a", "b"]], ["a", "b"]),
        (["d"], [["a", "b"], ["c"]], ["c", "d"]),
        (["a"], [], ["a"]),
    ],
)
def test_the_order_in_which_roles_came_up(
    roles: list[str], earlier: list[list[str]], order: list[str]
) -> None:
    assert Focus(roles=roles, earlier=earlier).roles_in_order == order


def test_the_same_roles_again_are_no_earlier_ones() -> None:
    focus = Focus(roles=["a"]).on(["a"]).on([]).on(["b"])
    assert (focus.roles, focus.earlier) == (["b"], [["a"]])
