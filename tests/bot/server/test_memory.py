"""While the coach loads, the garbage collector pauses; afterwards it leaves what stays alone."""

from __future__ import annotations

import gc

import pytest

from bot.server.memory import loading


@pytest.fixture(autouse=True)
def _thawed() -> None:
    gc.unfreeze()


def test_the_collector_pauses_and_goes_on() -> None:
    with loading():
        assert not gc.isenabled()

    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


def test_it_goes_on_after_a_failure() -> None:
    with pytest.raises(KeyError), loading():
        raise KeyError

    assert gc.isenabled()
