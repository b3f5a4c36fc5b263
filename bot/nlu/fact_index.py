"""Which facts a clause may be asking for: nearest known questions by sentence embedding.

How near says whether any fact is meant at all; that is the published vectors' likeness. Which of
them, a classifier of the tuned vectors tells better than the nearest question does.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from actions.clause import FactHit, Leaning
from bot.nlu.encoder import DIMENSIONS, Encoder, likeness_part, meaning_part
from bot.nlu.reading import Reader
from bot.nlu.yes_no import YesNo
from knowledge.base import KnowledgeBase
from knowledge.schema import Fact

_COUNT = 24
_OF_A_GROUP = 2
# A label says little; it counts only where an item of a list is named ("the one about money").
_LABEL_WEIGHT = 0.0
_STATEMENT_WEIGHT = 0.92  # a statement resembles a question less than another question does
_STRENGTH = 10.0  # scikit-learn's C of the classifier
# Of the tuned vectors' classifier beside the published ones'. Alone it tells more (58 % of a
# held-out fifth rightly, against 57 and 50), but is sure also of what no fact answers.
_TUNED_SHARE = 0.6
_GENERAL = "general:"  # in front of the topics of general questions, among the labels
_NEARNESS = 3.0  # what a likeness of 1 counts beside the logarithm of a probability


@dataclass(frozen=True)
class Tastes:
    """What people say of the work they like: a row of ``vectors`` for each of ``facts``."""

    vectors: NDArray[np.float32]
    facts: list[str]

    @classmethod
    def of(cls, phrases: Mapping[str, Sequence[str]], encoder: Encoder) -> Tastes:
        """The vectors of ``phrases``, by fact."""
        facts = [fact for fact, texts in phrases.items() for _ in texts]
        texts = [text for found in phrases.values() for text in found]
        return cls(np.asarray(encoder.encode(texts), dtype=np.float32), facts)


def asking(fact: Fact) -> list[str]:
    """The known questions that ``fact`` answers."""
    return [*fact.questions, *fact.yes, *fact.no]


def telling(fact: Fact) -> list[str]:
    """What ``fact`` says, at length and in short."""
    return [fact.statement, f"{fact.label}: {fact.detail}"]


@dataclass
class FactIndex:
    """Rows of ``vectors`` (published, 384 numbers) are known questions and statements; ``facts``
    says whose."""

    vectors: NDArray[np.float32]
    facts: list[str]
    weights: NDArray[np.float32]
    labels: list[str]  # the facts that the classifier tells apart, sorted
    slopes: NDArray[np.float32]  # of the classifier: a row a number of a vector, a column a label
    offsets: NDArray[np.float32]
    yes_no: YesNo

    @classmethod
    def build(
        cls,
        base: KnowledgeBase,
        reader: Reader,
        encoder: Encoder,
        encoded: Mapping[str, NDArray[np.float32]] | None = None,
        general: Mapping[str, str] | None = None,
        masks: Mapping[str, str] | None = None,
    ) -> FactIndex:
        """Index every fact of ``base`` by its questions and its own words.

        ``encoded`` holds the vectors of masked texts that need not be encoded again; ``general``
        the topic of each masked text in it that asks for no fact in particular; ``masks`` texts
        as they were masked before.
        """
        texts: list[str] = []
        facts, weights = [], []
        polar: list[tuple[str, str, bool]] = []  # a question, the fact and whether it says yes
        statements: dict[str, str] = {}
        for fact in base.facts.values():
            entries = [(text, 1.0) for text in asking(fact)]
            entries += [(text, _STATEMENT_WEIGHT) for text in telling(fact)]
            entries += [(fact.label, _LABEL_WEIGHT)]
            own = {text: (masks or {}).get(text) or reader.masked(text) for text, _ in entries}
            for text, weight in entries:
                texts.append(own[text])
                facts.append(fact.id)
                weights.append(weight)
            polar += [(own[text], fact.id, True) for text in fact.yes]
            polar += [(own[text], fact.id, False) for text in fact.no]
            statements[fact.id] = own[fact.statement]
        known = dict(encoded or {})
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        known.update(zip(missing, encoder.encode(missing), strict=False))
        return cls.learned(
            np.stack([known[text] for text in texts]),
            facts,
            np.array(weights, dtype=np.float32),
            YesNo.learned(
                [(text, likeness_part(known[text]), fact, yes) for text, fact, yes in polar],
                {fact: (text, likeness_part(known[text])) for fact, text in statements.items()},
            ),
            [(f"{_GENERAL}{topic}", known[text]) for text, topic in (general or {}).items()],
        )

    @classmethod
    def learned(
        cls,
        vectors: NDArray[np.float32],
        facts: list[str],
        weights: NDArray[np.float32],
        yes_no: YesNo,
        general: Sequence[tuple[str, NDArray[np.float32]]] = (),
    ) -> FactIndex:
        """An index of these rows, with the classifier that tells their facts apart, and from the
        ``general`` questions (a label and a vector each)."""
        rows = np.flatnonzero(weights != _LABEL_WEIGHT)
        labels = [*(facts[row] for row in rows), *(label for label, _ in general)]
        shown = np.stack([*vectors[rows], *(vector for _, vector in general)])
        names, slopes, offsets = _learned(likeness_part(shown), labels)
        if shown.shape[1] > DIMENSIONS:
            _, tuned_slopes, tuned_offsets = _learned(meaning_part(shown), labels)
            offsets = (1 - _TUNED_SHARE) * offsets + _TUNED_SHARE * tuned_offsets
            slopes = np.vstack([(1 - _TUNED_SHARE) * slopes, _TUNED_SHARE * tuned_slopes])
        return cls(
            np.ascontiguousarray(likeness_part(vectors)),
            facts,
            weights,
            names,
            np.ascontiguousarray(slopes, dtype=np.float32),
            offsets.astype(np.float32),
            yes_no,
        )

    def nearest(
        self,
        text: str,
        vector: NDArray[np.float32],
        every: bool = False,
        concerned: Collection[str] = (),
    ) -> list[FactHit]:
        """The facts that a clause may ask for, likeliest first: two dozen, or ``every`` fact.

        The scores are the likenesses of the nearest facts, in falling order: the likeliest fact
        gets the highest; so apart for the facts ``concerned`` (those of the roles named, if any).
        Each says what it answers if ``text`` is a yes/no question.
        """
        scores = self._likeness(vector) * (self._with_labels if every else self.weights)
        count = len(self.facts) if every else _COUNT
        rows = np.arange(len(scores))
        if count * 12 < len(scores):
            rows = np.argpartition(-scores, count * 12)[: count * 12]
        rows = rows[np.argsort(-scores[rows])]
        best: dict[str, float] = {}
        for row, score in zip(rows.tolist(), scores[rows].tolist(), strict=True):
            best.setdefault(self.facts[row], score)
        powers = self._powers(vector)
        scored = list(best.items()) if every else _ranked(best, powers, concerned)
        among = [
            power
            for label, power in powers.items()
            if label.startswith(_GENERAL) or not concerned or label in concerned
        ]
        total = float(np.logaddexp.reduce(among))
        scored = scored[:count]
        facts = [fact for fact, _ in scored]
        answers = self.yes_no.answers(text, likeness_part(vector), facts)
        return [
            FactHit(
                fact,
                round(score, 4),
                answer,
                round(min(1.0, float(np.exp(powers[fact] - total))), 4),
            )
            for (fact, score), answer in zip(scored, answers, strict=True)
        ]

    def among(
        self, vector: NDArray[np.float32], groups: Sequence[Collection[str]]
    ) -> list[FactHit]:
        """The likeliest two facts of each of ``groups``, each with its own likeness as score and
        its share within the group, by the same measure as in ``nearest``."""
        powers = self._powers(vector)
        rows = self.rows_of_facts
        scores = self._likeness(vector) * self.weights
        found: list[FactHit] = []
        for group in groups:
            likeness = {fact: float(scores[rows[fact]].max()) for fact in group}
            power = {fact: powers[fact] + _NEARNESS * likeness[fact] for fact in group}
            total = float(np.logaddexp.reduce(list(power.values())))
            for fact in sorted(group, key=lambda name: -power[name])[:_OF_A_GROUP]:
                share = float(np.exp(power[fact] - total))
                found.append(FactHit(fact, round(likeness[fact], 4), None, round(share, 4)))
        return found

    def _likeness(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """The cosine similarity of each row to ``vector``; that of the last vector is kept, since
        a clause is asked about more than once."""
        known, likeness = self.__dict__.get("_last", (None, None))
        if known is not vector or likeness is None:
            likeness = self.vectors @ likeness_part(vector)
            self.__dict__["_last"] = (vector, likeness)
        return np.asarray(likeness, dtype=np.float32)

    def _powers(self, vector: NDArray[np.float32]) -> dict[str, float]:
        """The logarithm of how likely each label is, but for a constant."""
        logits = vector @ self.slopes + self.offsets
        return dict(zip(self.labels, logits.tolist(), strict=True))

    @cached_property
    def _with_labels(self) -> NDArray[np.float32]:
        """The weights, those of labels counting in full."""
        return np.where(self.weights == _LABEL_WEIGHT, 1.0, self.weights).astype(np.float32)

    @cached_property
    def rows_of_facts(self) -> dict[str, NDArray[np.intp]]:
        """The rows of each fact."""
        names = np.array(self.facts)
        return {fact: np.flatnonzero(names == fact) for fact in dict.fromkeys(self.facts)}

    def leaning(
        self,
        text: str,
        liked: bool,
        vector: NDArray[np.float32],
        roles: dict[str, list[str]],
        tastes: Tastes | None = None,
    ) -> Leaning:
        """How near a like or dislike is to each role. ``roles`` names the facts of each role,
        ``tastes`` how people put what draws them to some of them."""
        scores = np.where(self.weights == _LABEL_WEIGHT, -1.0, self.vectors @ vector)
        best: dict[str, tuple[float, str]] = {}
        known = [*zip(self.facts, scores, strict=True)]
        if tastes is not None:
            known += zip(tastes.facts, tastes.vectors @ vector, strict=True)
        for fact, score in known:
            if score > best.get(fact, (-1.0, ""))[0]:
                best[fact] = (float(score), fact)
        tops = {role: max(best[fact] for fact in facts) for role, facts in roles.items()}
        return Leaning(
            text,
            liked,
            {role: round(score, 4) for role, (score, _) in tops.items()},
            {role: fact for role, (_, fact) in tops.items()},
        )


def _learned(
    vectors: NDArray[np.float32], labels: Sequence[str]
) -> tuple[list[str], NDArray[np.float64], NDArray[np.float64]]:
    """A logistic regression of ``labels``: their names, slopes (a column each) and offsets."""
    classifier = LogisticRegression(C=_STRENGTH, max_iter=100).fit(vectors, labels)
    return [str(name) for name in classifier.classes_], classifier.coef_.T, classifier.intercept_


def _ranked(
    likeness: Mapping[str, float], powers: Mapping[str, float], concerned: Collection[str]
) -> list[tuple[str, float]]:
    """The facts of ``likeness`` with their scores, best first; see ``FactIndex.nearest``."""
    scored: list[tuple[str, float]] = []
    for among in (True, False):
        group = {f: s for f, s in likeness.items() if (f in concerned) is among}
        order = sorted(group, key=lambda fact: -(powers[fact] + _NEARNESS * group[fact]))
        scored += zip(order, group.values(), strict=True)
    return sorted(scored, key=lambda item: -item[1])
