"""A table of statements as people make them, each with exactly what it changes in the profile."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from actions.profile.changes import changes
from bot.nlu.lexicon import Lexicon
from bot.nlu.reading import Reader
from bot.nlu.spelling import Speller
from knowledge.base import KnowledgeBase
from knowledge.vocabulary import outside_vocabulary

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "statements.jsonl").read_text("utf-8").splitlines()
]
KINDS = sorted({row["kind"] for row in ROWS})
# Percent of each kind whose changes are exactly right: what held when this was written, less 3
# points. These numbers may only rise. What must change nothing matters most.
LEAST = {
    "correction": 76,
    "hypothetical": 93,
    "mixed": 87,
    "negation": 75,
    "nothing": 97,
    "past": 93,
    "plain": 89,
    "several": 80,
    "telegraphic": 79,
    "third_person": 88,
    "wish": 90,
}


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader with the vocabulary of the training sentences, as understanding has it."""
    base = KnowledgeBase.shared()
    lexicon = Lexicon(base, outside_vocabulary())
    data = Path(__file__).parents[4] / "data" / "nlu"
    sentences = [
        line.strip()[2:]
        for path in sorted(data.glob("*.yml"))
        for line in path.read_text("utf-8").splitlines()
        if line.startswith("      - ")
    ]
    return Reader(Speller.learn(sentences, lexicon.terms(), lexicon.other_terms()), lexicon)


def changed(reader: Reader, says: str, before: Mapping[str, Any]) -> dict[str, Any]:
    """What a message changes in the values ``before``."""
    told = [statement for reading in reader.read(says) for statement in reading.statements]
    return changes(told, before, list(before))


def test_the_table_is_large_and_has_every_kind() -> None:
    assert len(ROWS) >= 300
    assert len({row["id"] for row in ROWS}) == len(ROWS)
    assert set(KINDS) == set(LEAST)


@pytest.mark.parametrize("kind", KINDS)
def test_enough_statements_change_exactly_what_they_should(reader: Reader, kind: str) -> None:
    rows = [row for row in ROWS if row["kind"] == kind]
    short = [
        f"{row['id']}: {row['says']!r}: {got} instead of {row['change']}"
        for row in rows
        if (got := changed(reader, row["says"], row.get("before", {}))) != row["change"]
    ]
    held = len(rows) - len(short)
    assert 100 * held >= LEAST[kind] * len(rows), f"{held} of {len(rows)}\n" + "\n".join(short)
