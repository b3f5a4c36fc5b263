"""Rasa component: the linear intent classifier over sentence embeddings and n-grams."""

from __future__ import annotations

from typing import Any, Dict, List, Text

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.classifier import Classifier
from bot.nlu.components.message_reader import MASKED
from bot.nlu.components.sentence_encoder import VECTORS

RANKINGS = "rankings"
_RANKING_LENGTH = 10


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearIntentClassifier(GraphComponent, IntentClassifier):
    """Ranks the intents of each clause. Settings: ``strength`` and ``margin_share``."""

    def __init__(
        self, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource
    ) -> None:
        self._model_storage = model_storage
        self._resource = resource
        self._classifier = Classifier(config["strength"], config["margin_share"])

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        return {"strength": 1.0, "margin_share": 0.8}

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "LinearIntentClassifier":
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        examples = [m for m in training_data.intent_examples if m.get(MASKED)]
        vectors = np.stack([sentence_vector(message) for message in examples])
        texts = [message.get(MASKED) for message in examples]
        self._classifier.fit(texts, vectors, [message.get(INTENT) for message in examples])
        with self._model_storage.write_to(self._resource) as folder:
            self._classifier.save(folder)
        return self._resource

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "LinearIntentClassifier":
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component._classifier = Classifier.load(folder)
        return component

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            vectors = message.get(VECTORS) or {}
            texts = list(vectors)
            rankings = {}
            if texts:
                rows = self._classifier.probabilities(texts, np.stack(list(vectors.values())))
                for text, row in zip(texts, rows, strict=False):
                    best = np.argsort(-row)[:_RANKING_LENGTH]
                    rankings[text] = [
                        (self._classifier.labels[i], round(float(row[i]), 4)) for i in best
                    ]
            message.set(RANKINGS, rankings)
        return messages


def sentence_vector(message: Message) -> "np.ndarray[Any, np.dtype[np.float32]]":
    """The embedding that SentenceEncoder has put on a training example."""
    _, sentence = message.get_dense_features(TEXT, [])
    assert sentence is not None
    assert sentence.type == FEATURE_TYPE_SENTENCE
    return np.asarray(sentence.features, dtype=np.float32).reshape(-1)
