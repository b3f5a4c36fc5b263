"""Which facts a clause may be asking for: nearest known questions by sentence embedding."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from actions.clause import FactHit
from bot.nlu.encoder import Encoder
from bot.nlu.reading import Reader
from knowledge.base import KnowledgeBase

_STATEMENT_WEIGHT = 0.92  # a statement resembles a question less than another question does


@dataclass
class FactIndex:
    """Rows of ``vectors`` are known questions and statements; ``facts`` says whose."""

    vectors: NDArray[np.float32]
    facts: list[str]
    answers: list[str]  # "yes", "no" or "" a row
    weights: NDArray[np.float32]

    @classmethod
    def build(cls, base: KnowledgeBase, reader: Reader, encoder: Encoder) -> FactIndex:
        """Index every fact of ``base`` by its questions and its own words."""
        texts, facts, answers, weights = [], [], [], []
        for fact in base.facts.values():
            entries = [(text, "", 1.0) for text in fact.questions]
            entries += [(text, "yes", 1.0) for text in fact.yes]
            entries += [(text, "no", 1.0) for text in fact.no]
            entries += [(fact.statement, "", _STATEMENT_WEIGHT)]
            entries += [(f"{fact.label}: {fact.detail}", "", _STATEMENT_WEIGHT)]
            for text, answer, weight in entries:
                texts.append(reader.masked(text))
                facts.append(fact.id)
                answers.append(answer)
                weights.append(weight)
        return cls(encoder.encode(texts), facts, answers, np.array(weights, dtype=np.float32))

    def nearest(self, vector: NDArray[np.float32], count: int = 24) -> list[FactHit]:
        """The facts nearest to ``vector``, best first, each with its best row's score."""
        scores = (self.vectors @ vector) * self.weights
        hits: dict[str, FactHit] = {}
        for row in np.argsort(-scores)[: count * 6]:
            fact = self.facts[row]
            if fact not in hits:
                hits[fact] = FactHit(fact, round(float(scores[row]), 4))
            # The nearest row decides the score; the nearest yes/no row, if close, the answer.
            known = hits[fact]
            if known.answer is None and self.answers[row] and scores[row] > known.score - 0.06:
                hits[fact] = FactHit(fact, known.score, self.answers[row])
            if len(hits) > count:
                break
        return list(hits.values())[:count]
