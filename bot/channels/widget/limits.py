"""How often something may be done: a bucket of tokens for each who does it, in memory."""

from __future__ import annotations

import ipaddress
import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

MOST_KEPT = 20_000  # buckets; those not used for longest go first, and would mostly be full again


@dataclass
class _Bucket:
    tokens: float
    filled: float


class Limit:
    """At most ``a_minute`` in a burst, and as many a minute in the long run, for each key."""

    def __init__(
        self,
        a_minute: int,
        clock: Callable[[], float] = time.monotonic,
        most_kept: int = MOST_KEPT,
    ) -> None:
        self._most = float(a_minute)
        self._a_second = a_minute / 60
        self._clock = clock
        self._most_kept = most_kept
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def wait(self, key: str) -> int:
        """Take one for ``key``: 0, or in how many whole seconds there will be one to take."""
        now = self._clock()
        bucket = self._buckets.pop(key, None) or _Bucket(self._most, now)
        bucket.tokens = min(self._most, bucket.tokens + (now - bucket.filled) * self._a_second)
        bucket.filled = now
        self._buckets[key] = bucket
        while len(self._buckets) > self._most_kept:
            self._buckets.popitem(last=False)
        if bucket.tokens >= 1:
            bucket.tokens -= 1
            return 0
        return max(1, math.ceil((1 - bucket.tokens) / self._a_second))


def network_of(address: str) -> str:
    """Whom an address stands for: of IPv6, a household has a whole /64."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)
