"""The real knowledge base, loaded once: the actions never change it."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.base import KnowledgeBase


@pytest.fixture(autouse=True)
def own_profiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Profiles of these tests go to a database of their own."""
    monkeypatch.setenv("COACH_DATABASE_URL", f"sqlite:///{tmp_path / 'profiles.db'}")


@pytest.fixture(scope="session")
def base() -> KnowledgeBase:
    return KnowledgeBase.load()
