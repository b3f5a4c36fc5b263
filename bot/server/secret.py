"""The secret that signs buttons: from the settings, or made once and kept in a file."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from bot.settings import Settings

FILE = "secret_key"


def secret_key(settings: Settings) -> bytes:
    """The key of ``settings``, or the one in the data folder, made now if there is none.

    Raises OSError if the data folder cannot be written.
    """
    return (settings.secret_key or _kept(settings.data_path / FILE)).encode()


def _kept(path: Path) -> str:
    """The key in ``path``. Only its owner may read the file, from the moment it exists."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(32))
        try:
            # Of two processes that start at once, one wins and both read what it wrote.
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()
