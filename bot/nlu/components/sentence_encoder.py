"""Rasa component: MiniLM sentence embeddings of each clause, tuned to what is asked here."""

from __future__ import annotations

import os
from typing import Any, Dict, List, Text, Tuple

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, INTENT, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.components.message_reader import FACT, MASKED, READINGS
from bot.nlu.encoder import Encoder, shared_encoder
from bot.nlu.reading import Reading
from bot.nlu.tuning import tuned_layers
from knowledge.base import KnowledgeBase

VECTORS = "vectors"
_LAYERS = "layers.onnx"
_MAX_PARTS = 40
_MAX_ITEMS = 24
_MAX_ANCHORED = 6


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SentenceEncoder(GraphComponent):
    """Encodes training examples as dense sentence features, and the clauses of messages.

    Training tunes its last layers to the intents and facts of the examples. ``model_folder`` in
    config.yml or COACH_ENCODER_FOLDER names another folder with model.onnx and tokenizer.json,
    which is used as it is.
    """

    def __init__(self, encoder: Encoder, model_storage: ModelStorage, resource: Resource) -> None:
        self._encoder = encoder
        self._model_storage = model_storage
        self._resource = resource

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SentenceEncoder":
        return cls(configured_encoder(config), model_storage, resource)

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "SentenceEncoder":
        encoder = configured_encoder(config)
        if encoder.can_be_tuned:
            with model_storage.read_from(resource) as folder:
                encoder = encoder.tuned((folder / _LAYERS).read_bytes())
        return cls(encoder, model_storage, resource)

    @staticmethod
    def fingerprint_addon(config: Dict[str, Any]) -> str | None:
        """Train anew when the knowledge has changed: its facts are among the examples."""
        return KnowledgeBase.shared().version

    def train(self, training_data: TrainingData) -> Resource:
        """Tune the last layers, and put on the examples at once what that computes anyway."""
        if self._encoder.can_be_tuned:
            tasks = told_apart(training_data)
            texts = list(dict.fromkeys(m.get(MASKED) for m in _read(training_data)))
            published, halves = self._encoder.halfway(texts)
            layers = tuned_layers(halves, [[task.get(text) for text in texts] for task in tasks])
            with self._model_storage.write_to(self._resource) as folder:
                (folder / _LAYERS).write_bytes(layers)
            vectors = self._encoder.tuned(layers).finished(published, halves)
            self._add(training_data, dict(zip(texts, vectors, strict=True)))
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        if any(not message.features for message in _read(training_data)):
            texts = list(dict.fromkeys(m.get(MASKED) for m in _read(training_data)))
            vectors = self._encoder.encode(texts)
            self._add(training_data, dict(zip(texts, vectors, strict=True)))
        return training_data

    def _add(self, training_data: TrainingData, vectors: Dict[Text, Any]) -> None:
        for message in _read(training_data):
            vector = vectors[message.get(MASKED)][np.newaxis, :]
            message.features = []
            message.add_features(Features(vector, FEATURE_TYPE_SENTENCE, TEXT, type(self).__name__))

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            readings = candidates(message.get(READINGS))
            texts = [r.masked for r in readings][:_MAX_PARTS]
            vectors = dict(zip(texts, self._encoder.encode(texts), strict=False))
            # Apart from the others: with 8-bit weights, a vector depends on those beside it.
            listed = [i.masked for r in readings for i in r.items if i.masked not in vectors]
            listed = listed[:_MAX_ITEMS]
            vectors.update(zip(listed, self._encoder.encode(listed), strict=False))
            anchored = [r.anchored for r in readings if r.anchored][:_MAX_ANCHORED]
            vectors.update(zip(anchored, self._encoder.encode(anchored), strict=False))
            message.set(VECTORS, vectors)
        return messages


def _read(training_data: TrainingData) -> List[Message]:
    return [message for message in training_data.training_examples if message.get(MASKED)]


def told_apart(training_data: TrainingData) -> Tuple[Dict[Text, Text], Dict[Text, Text]]:
    """The intents and the facts of masked texts. Labels of facts tell no question, so they are
    not among them."""
    base = KnowledgeBase.shared()
    examples = _read(training_data)
    return (
        {m.get(MASKED): m.get(INTENT) for m in examples if m.get(INTENT)},
        {
            m.get(MASKED): m.get(FACT)
            for m in examples
            if m.get(FACT) and m.get(TEXT) != base.facts[m.get(FACT)].label
        },
    )


def configured_encoder(config: Dict[Text, Any]) -> Encoder:
    """The encoder of COACH_ENCODER_FOLDER or of ``model_folder`` in config.yml, else our own."""
    return shared_encoder(os.environ.get("COACH_ENCODER_FOLDER") or config.get("model_folder"))


def candidates(readings: List[Reading]) -> List[Reading]:
    """All readings that may turn out to be clauses: the last ones first, and their parts."""
    return [r for reading in reversed(readings) for r in (reading, *reading.parts)]
