"""Conversation cases: what holds, what falls short, and which files are refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.evaluation import (
    Case,
    CaseError,
    Message,
    NoReplyError,
    Turn,
    by_group,
    percentile,
    play,
    read_cases,
    share,
)


def turn(**conditions: Any) -> Turn:
    return Turn.model_validate({"user": "hi", **conditions})


def said(*texts: str, kind: str = "answer") -> list[Message]:
    return [{"text": text, "custom": {"kind": kind}} for text in texts]


@pytest.mark.parametrize(
    ("conditions", "reply"),
    [
        ({}, said("anything")),
        ({"all": ["one", "T[wo]+"]}, said("One", "two")),
        ({"all": ["one\ntwo"]}, said("one", "two")),
        ({"any": [["a", "b", "c", 2]]}, said("a and c")),
        ({"any": [["a", "b", 0]]}, said("neither")),
        ({"any": [["a", 1], ["b", "c", 1]]}, said("a, c")),
        ({"none": ["three"]}, said("one")),
        ({"abstain": True}, said("no idea", kind="abstain")),
        ({"abstain": True}, [*said("first"), *said("no idea", kind="abstain")]),
        ({"abstain": False}, said("I know")),
    ],
)
def test_replies_that_hold(conditions: dict[str, Any], reply: list[Message]) -> None:
    assert turn(**conditions).shortfalls(reply) == []


@pytest.mark.parametrize(
    ("conditions", "reply", "shortfall"),
    [
        ({}, [], "no text in the reply"),
        ({}, said(" \n"), "no text in the reply"),
        ({}, [{"text": None}, {"custom": {"kind": "answer"}}], "no text in the reply"),
        ({"all": ["one", "two"]}, said("one"), "missing: two"),
        ({"any": [["a", "b", 2]]}, said("only b"), "1 of at least 2: a, b"),
        ({"none": ["[0-9]+ k"]}, said("about 90 K"), "unwanted: [0-9]+ k"),
        ({"abstain": True}, said("I know"), "no abstention but answer"),
        ({"abstain": True}, [{"text": "hm", "custom": {}}], "no abstention but no kind"),
        ({"abstain": True}, [{"text": "hm", "custom": None}], "no abstention but no kind"),
    ],
)
def test_replies_that_fall_short(
    conditions: dict[str, Any], reply: list[Message], shortfall: str
) -> None:
    assert turn(**conditions).shortfalls(reply) == [shortfall]


def case(*turns: dict[str, Any], **about: Any) -> Case:
    return Case.model_validate({"id": "c", "turns": turns, **about})


def test_a_case_is_played_turn_by_turn_by_one_sender() -> None:
    heard = []

    def say(sender: str, text: str) -> list[Message]:
        heard.append((sender, text))
        return said(text.upper())

    result = play(case({"user": "a", "all": ["^A$"]}, {"user": "b", "none": ["b"]}), say, "me")
    assert heard == [("me", "a"), ("me", "b")]
    assert not result.holds
    assert [turn.turn.user for turn in result.short] == ["b"]
    assert result.as_dict() == {
        "id": "c",
        "kind": "-",
        "short": [{"user": "b", "reply": "B", "kinds": ["answer"], "why": ["unwanted: b"]}],
    }


def test_a_message_without_reply_falls_short_and_the_case_goes_on() -> None:
    def say(sender: str, text: str) -> list[Message]:
        if text == "a":
            raise NoReplyError("HTTP status 500")
        return said("fine")

    result = play(case({"user": "a"}, {"user": "b"}), say, "me")
    assert [turn.shortfalls for turn in result.turns] == [["no reply: HTTP status 500"], []]


def test_results_are_counted_by_group_the_weakest_first() -> None:
    good, bad = {"user": "x"}, {"user": "x", "all": ["y"]}
    cases = [
        case(good, kind="pay"),
        case(bad, kind="pay"),
        case(good, facet="skill"),
        case(good),
        case(bad, kind="safety", facet="ignored"),
    ]
    results = [play(c, lambda sender, text: said(text), "me") for c in cases]
    assert share(results) == (3, 5)
    assert {group: share(own) for group, own in by_group(results).items()} == {
        "safety": (0, 1),
        "pay": (1, 2),
        "skill": (1, 1),
        "-": (1, 1),
    }
    assert next(iter(by_group(results))) == "safety"


def test_percentiles() -> None:
    values = [float(value) for value in range(100, 0, -1)]
    assert percentile(values, 50) == 51
    assert percentile(values, 95) == 96
    assert percentile(values, 100) == 100
    assert percentile([7.0], 95) == 7


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_cases_are_read_line_by_line(tmp_path: Path) -> None:
    first = {"id": "a", "kind": "pay", "turns": [{"user": "x", "any": [["y", 1]]}], "by": "Ann"}
    second = {"id": "b", "turns": [{"user": "x"}, {"user": "z", "abstain": True}]}
    cases = read_cases(write(tmp_path / "c.jsonl", json.dumps(first), "", json.dumps(second)))
    assert [(c.id, c.group, len(c.turns)) for c in cases] == [("a", "pay", 1), ("b", "-", 2)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON at column 2: Expecting property name"),
        ("[]", "the line: Input should be a valid dictionary"),
        ('{"turns": [{"user": "x"}]}', "id: Field required"),
        ('{"id": "a"}', "turns: Field required"),
        ('{"id": "a", "turns": []}', "turns: List should have at least 1 item"),
        ('{"id": "a", "turns": [{"text": "x"}]}', "turns.0.user: Field required"),
        ('{"id": "a", "turns": [{"user": "x", "al": []}]}', "turns.0.al: Extra inputs"),
        ('{"id": "a", "turns": [{"user": "x", "all": ["("]}]}', "'(' is no regular expression"),
        ('{"id": "a", "turns": [{"user": "x", "none": [1]}]}', "a pattern is a text"),
        ('{"id": "a", "turns": [{"user": "x", "any": [["y"]]}]}', "last, how many are needed"),
        ('{"id": "a", "turns": [{"user": "x", "any": [["y", "1"]]}]}', "how many are needed"),
        ('{"id": "first", "turns": [{"user": "x"}]}', "the case 'first' stands twice"),
    ],
)
def test_broken_cases_are_told_with_their_line(tmp_path: Path, line: str, reason: str) -> None:
    path = write(tmp_path / "c.jsonl", '{"id": "first", "turns": [{"user": "x"}]}', "", line)
    with pytest.raises(CaseError) as error:
        read_cases(path)
    assert str(error.value).startswith(f"{path}:3: ")
    assert reason in str(error.value)


@pytest.mark.parametrize(
    ("content", "reason"),
    [(None, "cannot be read: No such file"), (b"\n", "holds no case"), (b"\xff", "not UTF-8")],
)
def test_files_that_hold_no_cases(tmp_path: Path, content: bytes | None, reason: str) -> None:
    path = tmp_path / "c.jsonl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CaseError, match=reason):
        read_cases(path)
