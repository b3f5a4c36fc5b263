"""More names of the documents' industries: what firms are called by what they make or do."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import TypeAdapter

_FILE = Path(__file__).parent / "trades.yml"
_NAMES = TypeAdapter(dict[str, list[str]])


@lru_cache(maxsize=1)
def trades() -> dict[str, list[str]]:
    """The names by the id of their industry."""
    return _NAMES.validate_python(
        yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["trades"]
    )
