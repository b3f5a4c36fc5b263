"""Makes the process settle down after loading."""

from __future__ import annotations

import ctypes
import gc


def settle() -> None:
    """Give back what loading used and freed, and leave what stays to itself.

    The C library of Linux keeps freed memory for later (some 45 MB here) unless it is asked. And
    the garbage collector would look at everything that was loaded again and again, which takes
    tens of milliseconds in the middle of some turn.
    """
    gc.collect()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
    gc.freeze()
