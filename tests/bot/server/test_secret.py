"""The key that signs buttons survives a restart and is readable by its owner only."""

from __future__ import annotations

import stat
from pathlib import Path

from bot.server.secret import secret_key
from bot.settings import Settings


def test_a_key_is_made_once(tmp_path: Path) -> None:
    settings = Settings(data_folder=tmp_path / "var")

    first = secret_key(settings)

    assert len(first) >= 32
    assert secret_key(settings) == first
    assert secret_key(Settings(data_folder=tmp_path / "other")) != first


def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    secret_key(Settings(data_folder=tmp_path))

    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_a_key_that_is_set_is_used_and_not_written(tmp_path: Path) -> None:
    settings = Settings(data_folder=tmp_path, secret_key="correct horse battery")

    assert secret_key(settings) == b"correct horse battery"
    assert not list(tmp_path.iterdir())
