"""Finds the trained model."""

from __future__ import annotations

from pathlib import Path

from bot.server.errors import ModelMissingError


def model_file(path: Path) -> Path:
    """``path`` itself if it is a file, else the newest model in that folder.

    Raises ModelMissingError if there is none.
    """
    if path.is_file():
        return path
    models = sorted(path.glob("*.tar.gz"), key=lambda model: model.stat().st_mtime)
    if not models:
        raise ModelMissingError(f"There is no trained model at {path}: run `coach train` first.")
    return models[-1]
