"""What keeps the coach from starting or answering, as sentences for people."""

from __future__ import annotations

from typing import Any

from actions.fixed import FAILED
from actions.reply import Reply


class StartError(RuntimeError):
    """The coach cannot start. The text is a sentence that says what to do."""


class ModelMissingError(StartError):
    """There is no trained model."""


class NotReadyError(RuntimeError):
    """The coach cannot answer, not yet or not any more. The text is a sentence."""


def start_problem(error: Exception) -> str:
    """Why the coach cannot start, for the person who started it."""
    if isinstance(error, StartError):
        return str(error)
    return f"The coach cannot start ({type(error).__name__}); the log says more."


def failed_turn(sender: str) -> dict[str, Any]:
    """The message that a person gets when a turn failed."""
    return {"recipient_id": sender, **Reply(FAILED, kind="error").as_message()}
