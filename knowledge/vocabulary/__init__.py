"""Names that are no part of the documents: what people ask about all the same."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

_FILE = Path(__file__).parent / "outside.yml"


class Vocabulary(BaseModel):
    """Names of other jobs, industries, employers and places, and how job titles are built.

    ``bare_names`` gives half a name ("exec") a role if one of the listed roles is named with it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    outside: dict[str, list[str]]
    not_industry: list[str]
    places: list[str]
    job_fields: frozenset[str]
    job_titles: frozenset[str]
    bare_names: dict[str, dict[str, list[str]]]


@lru_cache(maxsize=1)
def outside_vocabulary() -> Vocabulary:
    """The vocabulary as shipped."""
    return Vocabulary.model_validate(
        yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    )
