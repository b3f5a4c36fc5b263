"""Whether a fact answers a question with yes or with no.

A logistic regression over the packs' own yes/no questions. It sees the question's embedding, where
question and statement of the fact point the same way, the words that can turn an answer round in
either of them, and the question's words. On yes/no questions of hands it was not trained on it
decides two of three, and 93 % of these rightly.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

_YES_FROM = 0.75  # probability of yes from which it is said
_NO_TO = 0.1  # and down to which no is said: a wrong no costs more than none
# Words of a question that set its point off against another, or compare the other way round:
# what counts there is what belongs to what, which the model does not see.
_CONTRAST = re.compile(
    r"\b(?:less|lower|fewer|smaller|worse|shorter)\b"
    r"|\b(?:not|n't|no|don't|isn't) (?:just|only|merely|an?|the|to)\b|\b(?:instead|rather)\b"
    r"|\bif\b.{0,30}\b(?:not|don't|never)\b"
)
_STRENGTH = 3.0  # scikit-learn's C
_AGREEMENT_WEIGHT = 8.0  # of the product of two embeddings, against an embedding of length 1
_WORD_WEIGHT = 2.0
_ARRAYS = ("statements", "turns", "weights", "rarities", "term_weights")

Floats = NDArray[np.float32]


def _vectorizer() -> TfidfVectorizer:
    return TfidfVectorizer(ngram_range=(1, 2), binary=True, min_df=2)


_terms_of = _vectorizer().build_analyzer()


@dataclass
class YesNo:
    """What was learned: a row of ``statements`` and ``turns`` for each of ``facts``, and for each
    of ``terms`` its rarity and weight."""

    facts: list[str]
    statements: Floats  # embeddings of the facts' statements
    turns: Floats  # which turning words they hold, 0 or 1
    weights: Floats  # of the features of ``_features``, and last the bias; empty if untrained
    terms: list[str]
    rarities: Floats
    term_weights: Floats

    def __post_init__(self) -> None:
        self._row = {fact: row for row, fact in enumerate(self.facts)}
        numbers = zip(self.rarities.tolist(), self.term_weights.tolist(), strict=True)
        self._term = dict(zip(self.terms, numbers, strict=True))

    @classmethod
    def learned(
        cls,
        examples: Sequence[tuple[str, Floats, str, bool]],
        statements: Mapping[str, tuple[str, Floats]],
    ) -> YesNo:
        """Learn from examples: a question, its embedding, the fact and whether it says yes.

        ``statements`` holds text and embedding of each fact's statement. Without examples of both
        answers, nothing is learned and no answer is ever sure.
        """
        facts = sorted(statements)
        none = np.zeros(0, dtype=np.float32)
        model = cls(
            facts,
            np.stack([statements[fact][1] for fact in facts]).astype(np.float32),
            np.array([_turns(statements[fact][0]) for fact in facts], dtype=np.float32),
            none,
            [],
            none,
            none,
        )
        answers = [answer for _, _, _, answer in examples]
        if len(set(answers)) < 2:
            return model
        rows = [model._features(text, vector, [fact])[0] for text, vector, fact, _ in examples]
        vectorizer = _vectorizer()
        terms = vectorizer.fit_transform([text for text, _, _, _ in examples]) * _WORD_WEIGHT
        regression = LogisticRegression(C=_STRENGTH, max_iter=500)
        regression.fit(hstack([csr_matrix(np.stack(rows)), terms], format="csr"), answers)
        size, found = len(rows[0]), regression.coef_[0]
        return cls(
            facts,
            model.statements,
            model.turns,
            np.append(found[:size], regression.intercept_[0]).astype(np.float32),
            vectorizer.get_feature_names_out().tolist(),
            vectorizer.idf_.astype(np.float32),
            (found[size:] * _WORD_WEIGHT).astype(np.float32),
        )

    def answers(self, text: str, vector: Floats, facts: Sequence[str]) -> list[str | None]:
        """For each of ``facts`` "yes", "no" or, where neither is sure, None."""
        if not len(self.weights) or not facts or _CONTRAST.search(text.lower()):
            return [None] * len(facts)
        logits = self._features(text, vector, facts) @ self.weights[:-1]
        logits += self.weights[-1] + self._said(text)
        chances = 1 / (1 + np.exp(-logits))
        return [
            "yes" if chance >= _YES_FROM else "no" if chance <= _NO_TO else None
            for chance in chances.tolist()
        ]

    def save(self, folder: Path) -> None:
        """Write plain arrays and JSON: nothing is unpickled when a model is loaded."""
        arrays = {name: getattr(self, name) for name in _ARRAYS}
        np.savez(folder / "yes_no.npz", **arrays)
        names = json.dumps({"facts": self.facts, "terms": self.terms})
        (folder / "yes_no.json").write_text(names, encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> YesNo:
        names = json.loads((folder / "yes_no.json").read_text(encoding="utf-8"))
        with np.load(folder / "yes_no.npz", allow_pickle=False) as arrays:
            return cls(**names, **{name: arrays[name] for name in _ARRAYS})

    def _features(self, text: str, vector: Floats, facts: Sequence[str]) -> Floats:
        """A row of numbers for each of ``facts``; see the head of this module."""
        rows = [self._row[fact] for fact in facts]
        theirs = self.turns[rows]
        own = np.broadcast_to(np.array(_turns(text), dtype=np.float32), theirs.shape)
        asked = np.broadcast_to(vector, self.statements[rows].shape)
        agreement = asked * self.statements[rows] * _AGREEMENT_WEIGHT
        return np.hstack([asked, agreement, own, theirs, own * theirs, own * (1 - theirs)])

    def _said(self, text: str) -> float:
        """What the words of ``text`` add, each counted once and weighed by its rarity."""
        known = [self._term[term] for term in set(_terms_of(text)) if term in self._term]
        length = float(np.sqrt(sum(rarity**2 for rarity, _ in known)))
        return sum(rarity * weight for rarity, weight in known) / length if known else 0.0


# Words that turn an answer round, and that embeddings hardly see, by what they stand for.
_TURNING = {
    "limit": r"only|just|without|alone|solely|purely|enough|exclusively|mainly|rather|instead|all",
    "deny": r"no|not|never|none|nothing|nobody|hardly|rarely|n't|don't|doesn't|isn't|aren't"
    "|won't|can't",
    "need": r"need|needs|must|mandatory|required?|necessary|have to|has to|essential",
    "new": r"new|fresh",
    "existing": r"existing|current|old|established",
    "more": r"more|higher|bigger|larger|better|above|longer|greater",
    "less": r"less|fewer|lower|smaller|worse|below|shorter",
    "always": r"always|every|everyone|daily|constantly|guaranteed",
    "large": r"big|large|huge",
    "small": r"small|little|tiny",
    "end": r"replace\w*|stop|skip|avoid|disappear|vanish",
    "same": r"same|identical|equal|alike",
}
_TURNING_WORDS = [re.compile(rf"\b(?:{words})\b") for words in _TURNING.values()]


def _turns(text: str) -> list[bool]:
    """Which kinds of turning words ``text`` holds."""
    lower = text.lower()
    return [words.search(lower) is not None for words in _TURNING_WORDS]
