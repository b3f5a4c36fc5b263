"""Rasa component: finds the facts each clause may ask for, and says what the clauses are."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any, Dict, FrozenSet, List, Text, Tuple

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import (
    ENTITIES,
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from actions.clause import Clause, FactHit
from bot.nlu.components.intent_classifier import RANKINGS, sentence_vector
from bot.nlu.components.message_reader import MASKED, READINGS
from bot.nlu.components.sentence_encoder import VECTORS, configured_encoder
from bot.nlu.fact_index import FactIndex, Tastes
from bot.nlu.leanings import role_facts, with_leanings
from bot.nlu.lexicon import Lexicon
from bot.nlu.reading import Reader, Reading
from bot.nlu.resolving import resolve
from bot.nlu.spelling import Speller
from bot.nlu.tastes import TASTES
from bot.nlu.yes_no import YesNo
from knowledge.base import KnowledgeBase
from knowledge.vocabulary import outside_vocabulary

CLAUSES = "clauses"
NOTHING = "out_of_scope"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class FactSelector(GraphComponent, EntityExtractorMixin):
    """Last component: sets clauses, and from the main clause Rasa's intent and entities."""

    def __init__(
        self, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource
    ) -> None:
        self._encoder = configured_encoder(config)
        self._model_storage = model_storage
        self._resource = resource
        self._index: FactIndex | None = None
        self._role_facts = role_facts(KnowledgeBase.shared())
        self._industry_facts = industry_facts(KnowledgeBase.shared())
        self._known_tastes: Tastes | None = None

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "FactSelector":
        return cls(config, model_storage, resource)

    @staticmethod
    def fingerprint_addon(config: Dict[str, Any]) -> str | None:
        """Train anew when the knowledge has changed."""
        return KnowledgeBase.shared().version

    def train(self, training_data: TrainingData) -> Resource:
        """Encode the known questions of every fact."""
        base = KnowledgeBase.shared()
        lexicon = Lexicon(base, outside_vocabulary())
        sentences = [message.get(TEXT) or "" for message in training_data.intent_examples]
        speller = Speller.learn(sentences, lexicon.terms(), lexicon.other_terms())
        examples = [m for m in training_data.training_examples if m.get(MASKED)]
        encoded = {message.get(MASKED): sentence_vector(message) for message in examples}
        self._index = index = FactIndex.build(
            base,
            Reader(speller, lexicon),
            self._encoder,
            encoded,
            _general(examples),
            {message.get(TEXT): message.get(MASKED) for message in examples},
        )
        with self._model_storage.write_to(self._resource) as folder:
            np.savez(
                folder / "facts.npz",
                vectors=index.vectors,
                weights=index.weights,
                slopes=index.slopes,
                offsets=index.offsets,
            )
            index.yes_no.save(folder)
            about = {"facts": index.facts, "labels": index.labels}
            (folder / "facts.json").write_text(json.dumps(about))
        return self._resource

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "FactSelector":
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            about = json.loads((folder / "facts.json").read_text())
            with np.load(folder / "facts.npz", allow_pickle=False) as arrays:
                component._index = FactIndex(
                    arrays["vectors"],
                    about["facts"],
                    arrays["weights"],
                    about["labels"],
                    arrays["slopes"],
                    arrays["offsets"],
                    YesNo.load(folder),
                )
        return component

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            _put(message, self._clauses(message))
        return messages

    def _clauses(self, message: Message) -> List[Clause]:
        index = self._index
        assert index is not None, "the index is trained or loaded before it is used"
        vectors = message.get(VECTORS) or {}

        def nearest(reading: Reading, every: bool) -> List[FactHit]:
            concerned = self._concerned(tuple(sorted(reading.names("role"))))
            return index.nearest(reading.masked, vectors[reading.masked], every, concerned)

        def inside(reading: Reading) -> List[FactHit]:
            return index.among(vectors[reading.masked], self._industry_facts)

        readings, rankings = message.get(READINGS) or [], message.get(RANKINGS) or {}
        clauses = resolve(readings, rankings, nearest, inside)
        return with_leanings(clauses, index, self._encoder, self._role_facts, self._tastes)

    def _tastes(self) -> Tastes:
        if self._known_tastes is None:
            self._known_tastes = Tastes.of(TASTES, self._encoder)
        return self._known_tastes

    @staticmethod
    @lru_cache(maxsize=256)
    def _concerned(roles: Tuple[Text, ...]) -> FrozenSet[Text]:
        """The facts that concern one of ``roles``."""
        base = KnowledgeBase.shared()
        facts = base.facts.values()
        return frozenset(f.id for f in facts if any(base.concerns(f, role) for role in roles))


def industry_facts(base: KnowledgeBase) -> List[List[Text]]:
    """The ids of the facts about an industry: those of the same roles together."""
    groups: Dict[Tuple[Any, ...], List[Text]] = {}
    for fact in base.facts.values():
        if fact.industry:
            groups.setdefault((fact.industry, *fact.roles), []).append(fact.id)
    return list(groups.values())


def _general(examples: List[Message]) -> Dict[Text, Text]:
    """The masked texts of ``examples`` that ask for nothing in particular, with their intents."""
    return {
        message.get(MASKED): message.get(INTENT)
        for message in examples
        if ((message.get("metadata") or {}).get("intent") or {}).get("general")
    }


def main_clause(clauses: List[Clause]) -> Clause | None:
    """The clause that Rasa's rules go by: a sensitive one, else the first that asks, else any."""
    for wanted in ("sensitive_", "ask_", "inform_", ""):
        for clause in clauses:
            if clause.intent.startswith(wanted):
                return clause
    return None


def _put(message: Message, clauses: List[Clause]) -> None:
    main = main_clause(clauses)
    ranking = main.ranking if main else [(NOTHING, 1.0)]
    named = [{INTENT_NAME_KEY: n, PREDICTED_CONFIDENCE_KEY: p} for n, p in ranking]
    message.set(INTENT, named[0], add_to_output=True)
    message.set(INTENT_RANKING_KEY, named, add_to_output=True)
    message.set(CLAUSES, [clause.as_dict() for clause in clauses], add_to_output=True)
    entities = [
        {"entity": kind, "value": value, "start": 0, "end": 0, "extractor": "FactSelector"}
        for clause in clauses
        for kind, names in (
            ("role", clause.roles),
            ("industry", clause.industries),
            ("kpi", clause.kpis),
            ("dimension", clause.dimensions),
        )
        for value in names
    ]
    message.set(ENTITIES, entities, add_to_output=True)
