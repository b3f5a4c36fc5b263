"""A linear intent classifier: logistic regression on a sentence embedding and on n-grams."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression


class Classifier:
    """Maps a text and its embedding to a probability for each label.

    ``strength`` is the inverse of the regularisation (scikit-learn's C); ``ngram_weight`` scales
    the n-gram part against the embedding, whose length is 1.
    """

    def __init__(self, strength: float = 20.0, ngram_weight: float = 0.5) -> None:
        self.strength = strength
        self.ngram_weight = ngram_weight
        self.labels: list[str] = []
        self._words = TfidfVectorizer(
            ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"[^\W_]+(?:'[^\W_]+)?"
        )
        self._weights: NDArray[np.float32] = np.zeros((0, 0), np.float32)
        self._bias: NDArray[np.float32] = np.zeros(0, np.float32)

    def fit(
        self, texts: Sequence[str], vectors: NDArray[np.float32], labels: Sequence[str]
    ) -> Classifier:
        """Learn from one row of ``vectors`` and one label a text. Raises ValueError if there are
        fewer than two labels."""
        grams = self._words.fit_transform(texts) * self.ngram_weight
        features = hstack([csr_matrix(vectors), grams]).tocsr()
        model = LogisticRegression(C=self.strength, max_iter=1000, tol=1e-3)
        model.fit(features, labels)
        self.labels = [str(label) for label in model.classes_]
        weights, bias = model.coef_, model.intercept_
        if len(self.labels) == 2:
            weights, bias = np.vstack([-weights, weights]) / 2, np.hstack([-bias, bias]) / 2
        self._weights, self._bias = weights.astype(np.float32), bias.astype(np.float32)
        return self

    def probabilities(
        self, texts: Sequence[str], vectors: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """One row a text, one column a label of ``labels``; rows add up to 1."""
        grams = self._words.transform(texts) * self.ngram_weight
        width = vectors.shape[1]
        scores = vectors @ self._weights[:, :width].T + grams @ self._weights[:, width:].T
        scores = np.asarray(scores) + self._bias
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(scores / scores.sum(axis=1, keepdims=True), dtype=np.float32)

    def save(self, folder: Path) -> None:
        """Write plain arrays and JSON: nothing is unpickled when a model is loaded."""
        terms = sorted(self._words.vocabulary_, key=self._words.vocabulary_.__getitem__)
        np.savez(
            folder / "classifier.npz", weights=self._weights, bias=self._bias, idf=self._words.idf_
        )
        about = {"labels": self.labels, "terms": terms, "ngram_weight": self.ngram_weight}
        (folder / "classifier.json").write_text(json.dumps(about), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Classifier:
        about = json.loads((folder / "classifier.json").read_text(encoding="utf-8"))
        classifier = cls(ngram_weight=about["ngram_weight"])
        classifier.labels = about["labels"]
        with np.load(folder / "classifier.npz", allow_pickle=False) as arrays:
            classifier._weights, classifier._bias = arrays["weights"], arrays["bias"]
            classifier._words.vocabulary_ = {term: i for i, term in enumerate(about["terms"])}
            classifier._words.idf_ = arrays["idf"]
        return classifier
