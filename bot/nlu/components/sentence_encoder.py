"""Rasa component: MiniLM sentence embeddings of each clause."""

from __future__ import annotations

import os
from typing import Any, Dict, List, Text

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.components.message_reader import MASKED, READINGS
from bot.nlu.encoder import Encoder, shared_encoder
from bot.nlu.reading import Reading

VECTORS = "vectors"
_MAX_PARTS = 40
_MAX_ITEMS = 24
_MAX_ANCHORED = 6


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEncoder(GraphComponent):
    """Encodes training examples as dense sentence features, and the clauses of messages.

    ``model_folder`` in config.yml or COACH_ENCODER_FOLDER names another folder with model.onnx
    and tokenizer.json.
    """

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SentenceEncoder":
        return cls(configured_encoder(config))

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        examples = [m for m in training_data.intent_examples if m.get(MASKED)]
        for message, vector in zip(
            examples, self._encoder.encode([m.get(MASKED) for m in examples]), strict=False
        ):
            features = Features(
                vector[np.newaxis, :], FEATURE_TYPE_SENTENCE, TEXT, type(self).__name__
            )
            message.add_features(features)
        return training_data

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


def configured_encoder(config: Dict[Text, Any]) -> Encoder:
    """The encoder of COACH_ENCODER_FOLDER or of ``model_folder`` in config.yml, else our own."""
    return shared_encoder(os.environ.get("COACH_ENCODER_FOLDER") or config.get("model_folder"))


def candidates(readings: List[Reading]) -> List[Reading]:
    """All readings that may turn out to be clauses: the last ones first, and their parts."""
    return [r for reading in reversed(readings) for r in (reading, *reading.parts)]
