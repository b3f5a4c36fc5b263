"""What stands in for parts of Rasa while it trains does the same."""

from __future__ import annotations

import copy

import numpy as np
import pytest
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot import lean_training


@pytest.fixture
def message() -> Message:
    message = Message.build(
        text="what is pay like", intent="ask_salary", intent_metadata={"a": [1]}
    )
    row = np.ones((1, 2), dtype=np.float32)
    message.add_features(Features(row, FEATURE_TYPE_SENTENCE, TEXT, "test"))
    return message


def test_a_copy_is_equal_and_shares_nothing_that_changes(message: Message) -> None:
    before = message.fingerprint()
    other = lean_training._copy(message, {})
    assert other == message == copy.deepcopy(message)
    other.get("metadata")["intent"]["a"].append(2)
    other.features.clear()
    other.set("more", 1)
    message._cached_fingerprint = None
    assert message.fingerprint() == before


def test_equal_messages_have_one_hash(message: Message) -> None:
    other = copy.deepcopy(message)
    assert lean_training._hash_of_text(message) == lean_training._hash_of_text(other)


def test_doubled_examples_are_still_merged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Message, "__hash__", lean_training._hash_of_text)
    monkeypatch.setattr(Message, "__deepcopy__", lean_training._copy, raising=False)
    one, two = (Message.build(text="hi", intent=name) for name in ("greet", "leave"))
    data = TrainingData([one]).merge(TrainingData([two, Message.build(text="hi", intent="greet")]))
    assert data.training_examples == [one, two]
