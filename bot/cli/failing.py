"""How the command fails: with a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class Failure(Exception):  # noqa: N818
    """What the person is told before the command ends with exit code 1."""


@contextmanager
def told(*errors: type[Exception]) -> Iterator[None]:
    """Turn ``errors``, whose texts are written for people, into failures."""
    try:
        yield
    except errors as error:
        raise Failure(str(error)) from error
