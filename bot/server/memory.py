"""Spares loading, and the time after it, work on memory that leads to nothing."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """Wrap what loads much that stays.

    The garbage collector would go through all of it again and again: a tenth of the time while it
    loads, and later tens of milliseconds in the middle of some turn. So it pauses, and afterwards
    leaves what is there alone. The C library of Linux keeps freed memory for later (some 45 MB
    here) unless it is asked to give it back.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.collect()
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
        gc.freeze()
