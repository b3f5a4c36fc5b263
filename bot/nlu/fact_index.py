"""Which facts a clause may be asking for: nearest known questions by sentence embedding."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from actions.clause import FactHit, Leaning
from bot.nlu.encoder import Encoder
from bot.nlu.reading import Reader
from knowledge.base import KnowledgeBase

_COUNT = 24
_ANSWER_REACH = 0.1  # how far the nearest yes/no question may be behind the nearest of all
_ANSWER_MARGIN = 0.04  # how much nearer yes or no must be than the other
_STATEMENT_WEIGHT = 0.92  # a statement resembles a question less than another question does


@dataclass
class FactIndex:
    """Rows of ``vectors`` are known questions and statements; ``facts`` says whose."""

    vectors: NDArray[np.float32]
    facts: list[str]
    answers: list[str]  # "yes", "no" or "" a row
    manners: list[tuple[bool, bool]]  # whether a row limits ("only"), and asks for need ("must")
    weights: NDArray[np.float32]

    @classmethod
    def build(
        cls,
        base: KnowledgeBase,
        reader: Reader,
        encoder: Encoder,
        encoded: Mapping[str, NDArray[np.float32]] | None = None,
    ) -> FactIndex:
        """Index every fact of ``base`` by its questions and its own words.

        ``encoded`` holds the vectors of masked texts that need not be encoded again.
        """
        texts: list[str] = []
        facts, answers, weights = [], [], []
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
        known = dict(encoded or {})
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        known.update(zip(missing, encoder.encode(missing), strict=False))
        return cls(
            np.stack([known[text] for text in texts]),
            facts,
            answers,
            [_manner(text) for text in texts],
            np.array(weights, dtype=np.float32),
        )

    def nearest(self, text: str, vector: NDArray[np.float32], every: bool = False) -> list[FactHit]:
        """The facts nearest to a clause, best first, each with its best row's score.

        The nearest two dozen, or ``every`` fact.

        Embeddings hardly see "only" or "without", which turn an answer round; so only yes/no
        questions count that have such words exactly if ``text`` has. Words of need count less.
        """
        scores = (self.vectors @ vector) * self.weights
        manner = _manner(text)
        best: dict[str, float] = {}
        answers: dict[str, dict[str, float]] = {}
        count = len(self.facts) if every else _COUNT
        for row in np.argsort(-scores)[: count * 12]:
            fact, answer, score = self.facts[row], self.answers[row], float(scores[row])
            best.setdefault(fact, score)
            if answer:
                known = answers.setdefault(fact, {})
                if manner[0] != self.manners[row][0]:
                    continue
                apart = 0.0 if manner[1] == self.manners[row][1] else 0.07
                known[answer] = max(known.get(answer, 0.0), score - apart)
        return [
            FactHit(fact, round(score, 4), _answer(score, answers.get(fact, {})))
            for fact, score in list(best.items())[:count]
        ]

    def leaning(
        self, text: str, liked: bool, vector: NDArray[np.float32], roles: dict[str, list[str]]
    ) -> Leaning:
        """How near a like or dislike is to each role. ``roles`` names the facts of each role."""
        scores = self.vectors @ vector
        best: dict[str, tuple[float, str]] = {}
        for fact, score in zip(self.facts, scores, strict=False):
            if score > best.get(fact, (-1.0, ""))[0]:
                best[fact] = (float(score), fact)
        tops = {role: max(best[fact] for fact in facts) for role, facts in roles.items()}
        return Leaning(
            text,
            liked,
            {role: round(score, 4) for role, (score, _) in tops.items()},
            {role: fact for role, (_, fact) in tops.items()},
        )


def _answer(best: float, likeness: dict[str, float]) -> str | None:
    """ "yes" or "no", whichever known questions are nearer; None if neither is near enough."""
    yes, no = likeness.get("yes", 0.0), likeness.get("no", 0.0)
    if max(yes, no) < best - _ANSWER_REACH or abs(yes - no) < _ANSWER_MARGIN:
        return None
    return "yes" if yes > no else "no"


_LIMITING = re.compile(
    r"\b(?:only|just|without|no|not|never|none|nothing|alone|solely|purely|enough"
    r"|always|every|instead|rarely|stop|skip|avoid|exclusively|hardly|nobody|n't|don't|doesn't"
    r"|isn't|aren't|won't|can't|mainly|rather|less|all)\b"
)


_NEED = re.compile(
    r"\b(?:need|needs|must|mandatory|required?|necessary|have to|has to|essential)\b"
)


def _manner(text: str) -> tuple[bool, bool]:
    lower = text.lower()
    return _LIMITING.search(lower) is not None, _NEED.search(lower) is not None
