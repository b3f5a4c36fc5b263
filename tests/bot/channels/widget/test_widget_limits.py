"""How often something may be done."""

from __future__ import annotations

from bot.channels.widget.limits import Limit, network_of


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_is_allowed_and_then_one_has_to_wait() -> None:
    clock = Clock()
    limit = Limit(6, clock)

    assert [limit.wait("a") for _ in range(7)] == [0, 0, 0, 0, 0, 0, 10]
    assert limit.wait("b") == 0
    clock.now = 9.5
    assert limit.wait("a") == 1
    clock.now = 10.0
    assert limit.wait("a") == 0
    assert limit.wait("a") == 10


def test_a_bucket_does_not_overflow() -> None:
    clock = Clock()
    limit = Limit(2, clock)
    limit.wait("a")
    clock.now = 1_000_000.0

    assert [limit.wait("a") for _ in range(3)] == [0, 0, 30]


def test_memory_does_not_grow() -> None:
    limit = Limit(1, Clock(), most_kept=2)
    for key in "abc":
        assert limit.wait(key) == 0

    assert limit.wait("c") > 0
    assert limit.wait("a") == 0, "the one not used for longest was forgotten"
    assert len(limit._buckets) == 2


def test_an_address_stands_for_a_household() -> None:
    assert network_of("192.0.2.7") == "192.0.2.7"
    assert network_of("::ffff:192.0.2.7") == "192.0.2.7"
    assert network_of("2001:db8::1") == network_of("2001:db8::ffff")
    assert network_of("2001:db8::1") != network_of("2001:db8:0:1::1")
    assert network_of("") == ""
