"""A linear intent classifier: two linear models, whose probabilities are averaged.

One, a logistic regression, sees only the (tuned) sentence embedding: it generalises from few
examples. The other, a linear support vector machine, sees also the published embedding, the words
and pieces of words: it is surer where there are many. Together they are better than either, and
train in seconds.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from bot.nlu.encoder import DIMENSIONS, likeness_part, meaning_part

_TUNED_WEIGHT = 0.5  # of a tuned vector beside the published one
_WORD_WEIGHT = 1.0  # of the word n-grams, against an embedding of length 1
_PIECE_WEIGHT = 0.7  # of the character n-grams
_MARGIN_STRENGTH = 0.3  # scikit-learn's C of the support vector machine
_OTHERS = ""  # the label of what is none of some labels; sorted in front of all
# Turns its margins into probabilities. At 5 they would be the shares that are right, at 4 they are
# lower: what is done from a probability on is set for that.
_SHARPNESS = 4.0


class Classifier:
    """Maps a text and its embedding to a probability for each label.

    ``strength`` is the inverse of the logistic regression's regularisation (scikit-learn's C);
    ``margin_share`` (0 to 1) is how much the support vector machine counts in the average.
    """

    def __init__(self, strength: float = 1.0, margin_share: float = 0.8) -> None:
        self.strength = strength
        self.margin_share = margin_share
        self.labels: list[str] = []
        # What is rarer teaches nothing: without it, cross validation was half a point better.
        self._words = TfidfVectorizer(
            ngram_range=(1, 2), sublinear_tf=True, min_df=2, token_pattern=r"[^\W_]+(?:'[^\W_]+)?"
        )
        self._pieces = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(3, 4), sublinear_tf=True, min_df=5
        )
        # The weights of numbers of the embedding and of terms, one column a label, and biases.
        self._arrays: dict[str, NDArray[np.float32]] = {}

    def fit(
        self, texts: Sequence[str], vectors: NDArray[np.float32], labels: Sequence[str]
    ) -> Classifier:
        """Learn from one row of ``vectors`` and one label a text. Raises ValueError if there are
        fewer than three labels."""
        if len(set(labels)) < 3:
            raise ValueError("a classifier needs at least three labels")
        words = self._words.fit_transform(texts) * _WORD_WEIGHT
        pieces = self._pieces.fit_transform(texts) * _PIECE_WEIGHT
        features = hstack([csr_matrix(_balanced(vectors)), words, pieces], format="csr")
        logistic = LogisticRegression(C=self.strength, max_iter=100, tol=1e-3)
        names = np.array([str(label) for label in labels])
        self.labels = sorted(set(names.tolist()))
        middle = len(self.labels) // 2
        halves = [self.labels[:middle], self.labels[middle:]]
        with ThreadPoolExecutor(2) as cores:
            fits = [cores.submit(_margins, features, names, half) for half in halves]
            cores.submit(logistic.fit, meaning_part(vectors), names).result()
            weights = np.vstack([fit.result() for fit in fits])
        size = vectors.shape[1]
        arrays = {
            "margins": weights[:, :size].T,
            "terms": weights[:, size:-1].T,
            "margins_bias": weights[:, -1],
            "logistic": logistic.coef_.T,
            "logistic_bias": logistic.intercept_,
        }
        self._arrays = {
            name: np.ascontiguousarray(array, dtype=np.float32) for name, array in arrays.items()
        }
        return self

    def probabilities(
        self, texts: Sequence[str], vectors: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """One row a text, one column a label of ``labels``; rows add up to 1."""
        words = self._words.transform(texts) * _WORD_WEIGHT
        pieces = self._pieces.transform(texts) * _PIECE_WEIGHT
        terms = hstack([words, pieces], format="csr", dtype=np.float32)
        margins = _balanced(vectors) @ self._arrays["margins"] + terms @ self._arrays["terms"]
        margins += self._arrays["margins_bias"]
        logits = meaning_part(vectors) @ self._arrays["logistic"] + self._arrays["logistic_bias"]
        share = self.margin_share
        mixed = share * _softmax(_SHARPNESS * margins) + (1 - share) * _softmax(logits)
        return np.asarray(mixed, dtype=np.float32)

    def save(self, folder: Path) -> None:
        """Write plain arrays and JSON: nothing is unpickled when a model is loaded."""
        np.savez(
            folder / "classifier.npz",
            words_idf=self._words.idf_,
            pieces_idf=self._pieces.idf_,
            **self._arrays,
        )
        about = {
            "labels": self.labels,
            "words": _terms(self._words),
            "pieces": _terms(self._pieces),
            "margin_share": self.margin_share,
        }
        (folder / "classifier.json").write_text(json.dumps(about), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Classifier:
        about = json.loads((folder / "classifier.json").read_text(encoding="utf-8"))
        classifier = cls(margin_share=about["margin_share"])
        classifier.labels = about["labels"]
        with np.load(folder / "classifier.npz", allow_pickle=False) as arrays:
            for vectorizer, name in (
                (classifier._words, "words"),
                (classifier._pieces, "pieces"),
            ):
                vectorizer.vocabulary_ = {term: i for i, term in enumerate(about[name])}
                vectorizer.idf_ = arrays[f"{name}_idf"]
            classifier._arrays = {
                name: arrays[name] for name in arrays.files if not name.endswith("idf")
            }
        return classifier


def _margins(
    features: csr_matrix, names: NDArray[np.str_], labels: Sequence[str]
) -> NDArray[np.float64]:
    """A row for each of ``labels``: the weights that set it apart from all other ``names``, and
    last the bias. Each label has a machine of its own, so that some may be trained apart."""
    apart = np.where(np.isin(names, labels), names, _OTHERS)
    # In cross validation, the margins were no more accurate with a tolerance of 0.0001.
    machine = LinearSVC(C=_MARGIN_STRENGTH, tol=0.1, random_state=0).fit(features, apart)
    rows = np.hstack([machine.coef_, machine.intercept_[:, np.newaxis]])
    if len(rows) == 1:
        return rows  # of two classes the second, which is the label
    return np.asarray(rows[[i for i, name in enumerate(machine.classes_) if name != _OTHERS]])


def _balanced(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """``vectors`` as the support vector machine sees them. The tuned ones know the sentences that
    they were tuned with, so that they count less than what they seem to be worth."""
    if vectors.shape[1] <= DIMENSIONS:
        return vectors
    return np.hstack([likeness_part(vectors), meaning_part(vectors) * np.float32(_TUNED_WEIGHT)])


def _softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def _terms(vectorizer: TfidfVectorizer) -> list[str]:
    return sorted(vectorizer.vocabulary_, key=vectorizer.vocabulary_.__getitem__)
