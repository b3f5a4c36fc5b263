"""One thing a person said of themselves, as understanding hands it to the actions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Statement:
    """``value`` of one field of the career profile, in the words of ``said``.

    ``field`` is one of ``actions.profile.fields.FIELDS``; or "years", "number" or "role", where
    the words do not say which; "more_years", for years still to come; or "fewer_years" and
    "added_years", for what goes off or comes on top of the years told. ``value`` None takes the
    field back (only if it is ``old``, where that is given). ``supposed`` is said for argument's
    sake ("if I had an MBA"). ``corrects`` marks what is put right rather than told for the first
    time.
    """

    field: str
    value: Any
    said: str = ""
    old: Any = None
    supposed: bool = False
    corrects: bool = False
