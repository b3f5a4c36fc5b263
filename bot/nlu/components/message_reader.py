"""Rasa component: spells, tokenises and cuts each message into clauses."""

from __future__ import annotations

import json
from typing import Any, Dict, List, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.tokenizers.tokenizer import Token as RasaToken
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.components.spacy_reader import places_in
from bot.nlu.fact_index import asking, telling
from bot.nlu.known_questions import known_questions
from bot.nlu.lexicon import Lexicon
from bot.nlu.reading import Reader
from bot.nlu.spelling import Speller
from knowledge.base import KnowledgeBase
from knowledge.vocabulary import outside_vocabulary

READINGS = "readings"
MASKED = "masked"
FACT = "fact"  # on a training example: the id of the fact it asks for or tells


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=True)
class MessageReader(GraphComponent):
    """Learns the vocabulary of the training data and reads messages with it."""

    def __init__(
        self, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource
    ) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._lexicon = Lexicon(KnowledgeBase.shared(), outside_vocabulary())
        self._reader: Reader | None = None

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "MessageReader":
        return cls(config, model_storage, resource)

    @staticmethod
    def fingerprint_addon(config: Dict[str, Any]) -> str | None:
        """Train anew when the knowledge has changed, not only when the sentences have."""
        return KnowledgeBase.shared().version

    def train(self, training_data: TrainingData) -> Resource:
        """Learn which words people use, so that typos are mended towards them."""
        sentences = [message.get(TEXT) or "" for message in training_data.intent_examples]
        sentences += [text for text, _ in known_questions(self._lexicon.base)]
        lexicon = self._lexicon
        speller = Speller.learn(sentences, lexicon.terms(), lexicon.other_terms())
        self._reader = Reader(speller, self._lexicon)
        with self._model_storage.write_to(self._resource) as folder:
            (folder / "vocabulary.json").write_text(json.dumps(speller.vocabulary))
        return self._resource

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "MessageReader":
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            vocabulary = json.loads((folder / "vocabulary.json").read_text())
        component._reader = Reader(Speller(vocabulary), component._lexicon)
        return component

    @property
    def reader(self) -> Reader:
        assert self._reader is not None, "the reader is trained or loaded before it is used"
        return self._reader

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Each training example is one clause. The packs' known questions are added to them, and,
        without an intent, everything that is known of each fact."""
        known = [
            Message.build(text=text, intent=intent)
            for text, intent in known_questions(self._lexicon.base)
        ]
        known += [
            Message({TEXT: text, FACT: fact.id})
            for fact in self._lexicon.base.facts.values()
            for text in (*asking(fact), *telling(fact), fact.label)
        ]
        training_data = training_data.merge(TrainingData(known))
        masks: Dict[Text, Text] = {}
        for message in training_data.training_examples:
            text = message.get(TEXT)
            if text and (message.get(INTENT) or message.get(FACT)):
                message.set(MASKED, masks.get(text) or self.reader.masked(text))
                masks[text] = message.get(MASKED)
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        for message in messages:
            tokens = self.reader.tokens(message.get(TEXT) or "")
            message.set(READINGS, self.reader.read_tokens(tokens, places_in(message)))
            # As Rasa's own components expect them.
            message.set(TOKENS_NAMES[TEXT], [RasaToken(t.typed, t.start) for t in tokens])
        return messages
