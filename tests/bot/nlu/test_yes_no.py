"""Yes or no: learned from the packs' own questions, asked with others."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.nlu.encoder import Encoder
from bot.nlu.reading import Reader
from bot.nlu.yes_no import YesNo
from knowledge.base import KnowledgeBase

LEAST = 0.9  # of the answers given to questions that were left out
LEAST_DECIDED = 0.6  # of the questions left out


@pytest.fixture(scope="module")
def examples(
    base: KnowledgeBase, reader: Reader, encoder: Encoder
) -> list[tuple[str, np.ndarray, str, bool]]:
    rows = [
        (reader.masked(text), fact.id, answer)
        for fact in base.facts.values()
        for answer, texts in ((True, fact.yes), (False, fact.no))
        for text in texts
    ]
    vectors = encoder.encode([text for text, _, _ in rows])
    return [
        (text, vector, fact, answer)
        for (text, fact, answer), vector in zip(rows, vectors, strict=True)
    ]


@pytest.fixture(scope="module")
def statements(
    base: KnowledgeBase, reader: Reader, encoder: Encoder
) -> dict[str, tuple[str, np.ndarray]]:
    texts = [reader.masked(fact.statement) for fact in base.facts.values()]
    return dict(zip(base.facts, zip(texts, encoder.encode(texts), strict=True), strict=True))


def test_questions_left_out_are_answered_rightly(
    examples: list[tuple[str, np.ndarray, str, bool]],
    statements: dict[str, tuple[str, np.ndarray]],
) -> None:
    left_out = examples[::5]
    kept = [example for place, example in enumerate(examples) if place % 5]
    model = YesNo.learned(kept, statements)
    given = [(model.answers(text, vector, [fact])[0], yes) for text, vector, fact, yes in left_out]
    decided = [(answer == "yes") == yes for answer, yes in given if answer]
    assert len(decided) / len(given) >= LEAST_DECIDED
    assert sum(decided) / len(decided) >= LEAST


def test_what_is_saved_is_loaded(
    examples: list[tuple[str, np.ndarray, str, bool]],
    statements: dict[str, tuple[str, np.ndarray]],
    tmp_path: Path,
) -> None:
    model = YesNo.learned(examples[::9], statements)
    model.save(tmp_path)
    loaded = YesNo.load(tmp_path)
    for text, vector, fact, _ in examples[:200]:
        assert loaded.answers(text, vector, [fact]) == model.answers(text, vector, [fact])


def test_one_kind_of_answer_teaches_nothing(
    examples: list[tuple[str, np.ndarray, str, bool]],
    statements: dict[str, tuple[str, np.ndarray]],
) -> None:
    only_yes = [example for example in examples if example[3]]
    model = YesNo.learned(only_yes, statements)
    text, vector, fact, _ = examples[0]
    assert model.answers(text, vector, [fact, fact]) == [None, None]
    assert model.answers(text, vector, []) == []
