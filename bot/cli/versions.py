"""Which program, model and knowledge this is, found without loading Rasa."""

from __future__ import annotations

import platform
from importlib.metadata import version

from bot.settings import Settings, SettingsError
from bot.training import Training
from knowledge.base import KnowledgeBase
from knowledge.loader import PackError


def versions() -> dict[str, str]:
    """A line of text for each part."""
    return {
        "coach": version("career-coach"),
        "model": _model(),
        "knowledge": _knowledge(),
        "rasa": version("rasa"),
        "python": platform.python_version(),
    }


def _model() -> str:
    try:
        training = Training(encoder=Settings.from_environment().encoder_folder)
    except SettingsError as error:
        return str(error)
    if not training.model.is_file():
        return "none yet: run `coach train`"
    if training.is_current():
        return f"{training.model.name}, up to date"
    return f"{training.model.name}, older than what it is made from: run `coach train`"


def _knowledge() -> str:
    try:
        base = KnowledgeBase.load()
    except PackError:
        return "cannot be read: `coach knowledge check` says why"
    return f"{base.version} ({len(base.documents)} documents, {len(base.facts)} facts)"
