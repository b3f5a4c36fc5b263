"""What understanding is made of, once a session: names, speller, reader, encoder."""

from __future__ import annotations

import pytest
import yaml

from bot.nlu.encoder import Encoder, shared_encoder
from bot.nlu.known_questions import known_questions
from bot.nlu.lexicon import Lexicon
from bot.nlu.reading import Reader
from bot.nlu.spelling import Speller
from bot.training import PROJECT
from knowledge.base import KnowledgeBase
from knowledge.vocabulary import outside_vocabulary


@pytest.fixture(scope="session")
def base() -> KnowledgeBase:
    return KnowledgeBase.load()


@pytest.fixture(scope="session")
def sentences() -> dict[str, list[str]]:
    """The training sentences of each intent, as they stand in data/nlu."""
    found: dict[str, list[str]] = {}
    for path in sorted((PROJECT / "data" / "nlu").glob("*.yml")):
        for entry in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["nlu"]:
            lines = [line.strip().removeprefix("- ") for line in entry["examples"].splitlines()]
            found.setdefault(entry["intent"], []).extend(line for line in lines if line)
    return found


@pytest.fixture(scope="session")
def lexicon(base: KnowledgeBase) -> Lexicon:
    return Lexicon(base, outside_vocabulary())


@pytest.fixture(scope="session")
def speller(base: KnowledgeBase, lexicon: Lexicon, sentences: dict[str, list[str]]) -> Speller:
    texts = [text for found in sentences.values() for text in found]
    texts += [text for text, _ in known_questions(base)]
    return Speller.learn(texts, lexicon.terms(), lexicon.other_terms())


@pytest.fixture(scope="session")
def reader(speller: Speller, lexicon: Lexicon) -> Reader:
    return Reader(speller, lexicon)


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    return shared_encoder()
