"""The nearest facts, and likes and dislikes, over a tiny index."""

from __future__ import annotations

import numpy as np
import pytest

from actions.clause import Clause
from bot.nlu.encoder import Encoder
from bot.nlu.fact_index import FactIndex
from bot.nlu.leanings import role_facts, with_leanings
from bot.nlu.reading import Reader
from bot.nlu.yes_no import YesNo
from knowledge.base import KnowledgeBase

ROLES = {"am": ["am-skill-empathy"], "ae": ["ae-skill-drive"]}


@pytest.fixture(scope="module")
def tiny(encoder: Encoder) -> FactIndex:
    rows = [
        ("is a degree required", "dir-edu-degree"),
        ("can i do it without a degree", "dir-edu-degree"),
        ("what does it pay", "dir-salary"),
        ("empathy and patience with people", "am-skill-empathy"),
        ("competition and the hunt for deals", "ae-skill-drive"),
    ]
    vectors = encoder.encode([text for text, _ in rows])
    facts = [fact for _, fact in rows]
    statements = {fact: (text, vectors[row]) for row, (text, fact) in enumerate(rows)}
    weights = np.ones(len(rows), dtype=np.float32)
    return FactIndex.learned(vectors, facts, weights, YesNo.learned([], statements))


def nearest(tiny: FactIndex, encoder: Encoder, text: str) -> list[tuple[str, float, str | None]]:
    found = tiny.nearest(text, encoder.encode([text])[0])
    return [(hit.fact, hit.score, hit.answer) for hit in found]


def test_each_fact_comes_once_best_first(tiny: FactIndex, encoder: Encoder) -> None:
    found = nearest(tiny, encoder, "how much does it pay")
    facts = [fact for fact, _, _ in found]
    assert facts[0] == "dir-salary"
    assert len(facts) == len(set(facts)) == 4
    assert [score for _, score, _ in found] == sorted((s for _, s, _ in found), reverse=True)


def test_the_classifier_decides_among_facts_that_are_alike() -> None:
    """Here the nearest row is the other fact's, which is odd among that fact's own rows."""
    rows = np.array([[1, 0.9, 0], [1, 0.8, 0], [0, 0, 1], [0.7, 1, 0]], dtype=np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    facts = ["plain", "plain", "other", "odd"]
    unknown = YesNo.learned([], dict.fromkeys(facts, ("text", rows[0])))
    index = FactIndex.learned(rows, facts, np.ones(4, dtype=np.float32), unknown)
    index.slopes[:] = 0
    index.offsets[:] = [0 if label != "other" else 9 for label in index.labels]

    hits = index.nearest("text", rows[0])

    assert hits[0].fact == "other"
    assert hits[0].score == pytest.approx(1.0)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_where_nothing_was_learned_there_is_no_answer(tiny: FactIndex, encoder: Encoder) -> None:
    assert nearest(tiny, encoder, "is a degree required")[0][2] is None


def test_a_leaning_points_to_the_nearer_role(tiny: FactIndex, encoder: Encoder) -> None:
    vector = encoder.encode(["being patient with people"])[0]
    leaning = tiny.leaning("being patient with people", True, vector, ROLES)
    assert leaning.roles["am"] > leaning.roles["ae"]
    assert leaning.facts == {"am": "am-skill-empathy", "ae": "ae-skill-drive"}


def message(text: str, intent: str = "ask_role_fit") -> list[Clause]:
    return [Clause(text, intent, 0.9, [(intent, 0.9)])]


def test_likes_and_dislikes_are_told_apart(tiny: FactIndex, encoder: Encoder) -> None:
    text = "I love talking to people but I hate the hunt for deals, which role fits me?"
    (clause,) = with_leanings(message(text), tiny, encoder, ROLES)
    assert [leaning.liked for leaning in clause.leanings] == [True, False]
    assert "people" in clause.leanings[0].text
    assert "hunt for deals" in clause.leanings[1].text


def test_what_is_near_no_fact_is_no_taste(tiny: FactIndex, encoder: Encoder) -> None:
    text = "I love talking to people but I hate lasagna, which role fits me?"
    (clause,) = with_leanings(message(text), tiny, encoder, ROLES)
    assert ["people" in leaning.text for leaning in clause.leanings] == [True]


@pytest.mark.parametrize("intent", ["ask_salary", "greet"])
def test_other_clauses_have_no_leanings(tiny: FactIndex, encoder: Encoder, intent: str) -> None:
    said = message("I love talking to people", intent)
    assert with_leanings(said, tiny, encoder, ROLES) == said


def test_nothing_liked_nothing_found(tiny: FactIndex, encoder: Encoder) -> None:
    said = message("which role should it be?")
    assert with_leanings(said, tiny, encoder, ROLES) == said


def test_the_facts_of_a_role_are_its_own(base: KnowledgeBase) -> None:
    found = role_facts(base)
    assert set(found) == {role for d in base.documents.values() for role in d.about}
    for role, facts in found.items():
        assert facts
        assert all(base.facts[fact].roles == [role] for fact in facts)


def test_every_fact_of_a_base_is_in_its_index(base: KnowledgeBase, reader: Reader) -> None:
    class Cheap:
        """Vectors from nothing: the texts, not their meaning, are what is tested."""

        def encode(self, texts: list[str]) -> np.ndarray:
            return np.zeros((len(texts), 4), dtype=np.float32)

    index = FactIndex.build(base, reader, Cheap())  # type: ignore[arg-type]
    assert set(index.facts) == set(base.facts)
    assert {len(index.facts), len(index.weights)} == {len(index.vectors)}
    assert set(index.yes_no.facts) == set(base.facts)
