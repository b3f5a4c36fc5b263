"""Three places where Rasa 3.6 spends training time on what nothing here reads.

What is trained is the same. For the process that trains, and only there.
"""

from __future__ import annotations

import copy
import gc
from typing import Any

from rasa.engine.training import graph_trainer
from rasa.engine.training.hooks import TrainingHook
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message


class _NoCache(TrainingHook):
    """Keeps nothing for a next training: to do so, Rasa takes fingerprints of all data."""

    def on_before_node(self, *given: Any, **named: Any) -> dict[str, Any]:
        return {}

    def on_after_node(self, *given: Any, **named: Any) -> None:
        return None


def apply() -> None:
    """Install all. The garbage collector pauses too: such a process throws little away."""
    graph_trainer.TrainingHook = _NoCache
    Message.__hash__ = _hash_of_text
    Message.__deepcopy__ = _copy
    gc.disable()


def _hash_of_text(message: Message) -> int:
    """Equal messages have equal texts; Rasa hashes all that a message holds, as JSON."""
    return hash(message.data.get(TEXT))


def _copy(message: Message, memo: dict[int, Any]) -> Message:
    """A deep copy. Most of what a message holds is text, which need not be copied."""
    other = copy.copy(message)
    for name, value in vars(message).items():
        if isinstance(value, dict):
            value = {k: _copied(v, memo) for k, v in value.items()}
        else:
            value = _copied(value, memo)
        setattr(other, name, value)
    return other


def _copied(value: Any, memo: dict[int, Any]) -> Any:
    return value if value is None or isinstance(value, str) else copy.deepcopy(value, memo)
