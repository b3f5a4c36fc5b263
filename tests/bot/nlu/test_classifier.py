"""The intent classifier on a tiny set."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.nlu.classifier import Classifier

WORDS = {"pay": "salary money earn", "skill": "skills ability talent", "path": "career ladder step"}
TEXTS = [f"{verb} {word}" for verb in ("tell me", "what", "how", "show me")
         for words in WORDS.values() for word in words.split()]  # fmt: skip
LABELS = [label for _ in range(4) for label, words in WORDS.items() for _ in words.split()]


def vectors(texts: list[str]) -> np.ndarray:
    """Stand-ins for embeddings: one axis a topic, a little noise."""
    noise = np.random.default_rng(0).normal(0, 0.05, (len(texts), 8))
    for row, text in zip(noise, texts, strict=True):
        row[[any(w in text for w in words.split()) for words in WORDS.values()].index(True)] += 1
    return noise.astype(np.float32)


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    return Classifier().fit(TEXTS, vectors(TEXTS), LABELS)


def test_it_learns_what_it_is_taught(classifier: Classifier) -> None:
    best = classifier.probabilities(TEXTS, vectors(TEXTS)).argmax(axis=1)
    assert [classifier.labels[i] for i in best] == LABELS


def test_probabilities_add_up(classifier: Classifier) -> None:
    found = classifier.probabilities(TEXTS, vectors(TEXTS))
    assert found.shape == (len(TEXTS), 3)
    assert (found >= 0).all()
    np.testing.assert_allclose(found.sum(axis=1), 1, rtol=1e-5)


def test_what_is_loaded_gives_identical_probabilities(
    classifier: Classifier, tmp_path: Path
) -> None:
    classifier.save(tmp_path)
    loaded = Classifier.load(tmp_path)
    texts = [*TEXTS, "salary skills", "career money nonsense"]
    before, after = (c.probabilities(texts, vectors(texts)) for c in (classifier, loaded))
    assert loaded.labels == classifier.labels
    np.testing.assert_array_equal(before, after)


def test_nothing_is_pickled(classifier: Classifier, tmp_path: Path) -> None:
    classifier.save(tmp_path)
    assert {path.suffix for path in tmp_path.iterdir()} == {".npz", ".json"}
    with np.load(tmp_path / "classifier.npz", allow_pickle=False) as arrays:
        assert all(arrays[name].dtype != object for name in arrays.files)


def test_fitting_again_gives_the_same(classifier: Classifier) -> None:
    again = Classifier().fit(TEXTS, vectors(TEXTS), LABELS)
    np.testing.assert_allclose(
        again.probabilities(TEXTS, vectors(TEXTS)),
        classifier.probabilities(TEXTS, vectors(TEXTS)),
        atol=1e-5,
    )


def test_two_labels_are_too_few() -> None:
    with pytest.raises(ValueError, match="three labels"):
        Classifier().fit(TEXTS[:2], vectors(TEXTS[:2]), ["a", "b"])
