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
# A label says little; it counts only where an item of a list is named ("the one about money").
_LABEL_WEIGHT = 0.0
_STATEMENT_WEIGHT = 0.92  # a statement resembles a question less than another question does


@dataclass
class FactIndex:
    """Rows of ``vectors`` are known questions and statements; ``facts`` says whose."""

    vectors: NDArray[np.float32]
    facts: list[str]
    answers: list[str]  # "yes", "no" or "" a row
    turns: list[list[str]]  # the words of a row that can turn an answer round ("only", "new")
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
            entries += [(fact.label, "", _LABEL_WEIGHT)]
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
            [turning_words(text) for text in texts],
            np.array(weights, dtype=np.float32),
        )

    def nearest(self, text: str, vector: NDArray[np.float32], every: bool = False) -> list[FactHit]:
        """The facts nearest to a clause, best first, each with its best row's score.

        The nearest two dozen, or ``every`` fact.

        Embeddings hardly see "only" or "new", which turn an answer round; so only yes/no
        questions count that have the same such words as ``text``.
        """
        weights = (
            np.where(self.weights == _LABEL_WEIGHT, 1.0, self.weights) if every else self.weights
        )
        scores = (self.vectors @ vector) * weights
        turning = turning_words(text)
        best: dict[str, float] = {}
        answers: dict[str, dict[str, float]] = {}
        count = len(self.facts) if every else _COUNT
        for row in np.argsort(-scores)[: count * 12]:
            fact, answer, score = self.facts[row], self.answers[row], float(scores[row])
            best.setdefault(fact, score)
            if answer:
                known = answers.setdefault(fact, {})
                if turning == self.turns[row]:
                    known[answer] = max(known.get(answer, 0.0), score)
        return [
            FactHit(fact, round(score, 4), _answer(score, answers.get(fact, {})))
            for fact, score in list(best.items())[:count]
        ]

    def leaning(
        self, text: str, liked: bool, vector: NDArray[np.float32], roles: dict[str, list[str]]
    ) -> Leaning:
        """How near a like or dislike is to each role. ``roles`` names the facts of each role."""
        scores = np.where(self.weights == _LABEL_WEIGHT, -1.0, self.vectors @ vector)
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
_TURNING_WORDS = {name: re.compile(rf"\b(?:{words})\b") for name, words in _TURNING.items()}


def turning_words(text: str) -> list[str]:
    """What in ``text`` may turn an answer round, sorted: ["deny", "new"]."""
    lower = text.lower()
    return sorted(name for name, words in _TURNING_WORDS.items() if words.search(lower))
