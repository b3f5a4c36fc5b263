"""Which database holds the profiles: COACH_DATABASE_URL, else SQLite in COACH_DATA_FOLDER."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from actions.profile.store import ProfileStore

PROJECT = Path(__file__).resolve().parents[2]


def database_url() -> str:
    """The URL of the profiles' database, from this process's environment."""
    given = os.environ.get("COACH_DATABASE_URL", "").strip()
    if given:
        return given
    folder = Path(os.environ.get("COACH_DATA_FOLDER", "").strip() or PROJECT / "var")
    folder.mkdir(parents=True, exist_ok=True)
    return f"sqlite:///{folder / 'profiles.db'}"


def profile_store() -> ProfileStore:
    """The store of this process, opened at first use. Raises ProfileUnavailable if it cannot be."""
    return _opened(database_url())


@lru_cache(maxsize=2)
def _opened(url: str) -> ProfileStore:
    return ProfileStore(url)
