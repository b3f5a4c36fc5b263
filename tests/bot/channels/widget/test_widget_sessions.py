"""Tokens of visitors' sessions."""

from __future__ import annotations

import pytest

from bot.channels.widget.sessions import TOKEN_SECONDS, Refused, Session, SessionSigner

DAY = 86_400


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def signer(clock: Clock) -> SessionSigner:
    return SessionSigner(b"a key", days=30, clock=clock)


def test_a_token_speaks_for_its_session(signer: SessionSigner) -> None:
    session = signer.new()

    assert signer.speaking(signer.token(session)) == session
    assert len(session.id) >= 32


def test_no_two_sessions_are_alike(signer: SessionSigner) -> None:
    assert len({signer.new().id for _ in range(1_000)}) == 1_000


def test_a_token_speaks_for_an_hour_and_is_renewable_for_days(
    signer: SessionSigner, clock: Clock
) -> None:
    session = signer.new()
    token = signer.token(session)

    clock.now += TOKEN_SECONDS - 1
    assert signer.speaking(token) == session
    clock.now += 1
    assert signer.speaking(token) == Refused("expired")
    assert signer.renewable(token) == session
    clock.now += 30 * DAY - TOKEN_SECONDS
    assert signer.renewable(token) == Refused("expired")


def test_a_fresh_token_counts_anew(signer: SessionSigner, clock: Clock) -> None:
    first = signer.new()
    clock.now += 20 * DAY
    second = signer.renewed(first.id)
    clock.now += 20 * DAY

    assert signer.renewable(signer.token(second)) == second
    assert signer.renewable(signer.token(first)) == Refused("expired")


def test_without_days_a_token_is_renewable_while_it_speaks(clock: Clock) -> None:
    signer = SessionSigner(b"a key", days=0, clock=clock)
    token = signer.token(signer.new())

    assert isinstance(signer.renewable(token), Session)
    clock.now += TOKEN_SECONDS
    assert signer.renewable(token) == Refused("expired")


def test_what_is_not_ours_is_forged(signer: SessionSigner) -> None:
    mine, other = signer.token(signer.new()), signer.token(signer.new())
    body, mac = mine.split(".")
    foreign = SessionSigner(b"another key", 30).token(Session("x" * 32, 1_000_000))
    swapped = f"{body}.{other.split('.')[1]}"

    for token in (swapped, foreign, body, f"{body}.", f".{mac}", f"{mine}=", f"{mine}.{mac}",
                  "", "x" * 500, "é.é", f"{body[:-1]}.{mac}", mine + "\n"):  # fmt: skip
        assert signer.speaking(token) == Refused("forged"), token
        assert signer.renewable(token) == Refused("forged"), token


def test_a_token_has_one_spelling(signer: SessionSigner) -> None:
    token = signer.token(signer.new())
    last = token[-1]
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

    # 43 characters hold 258 bits, of which two say nothing: they may not be changed either.
    for other in alphabet.replace(last, ""):
        assert signer.speaking(token[:-1] + other) == Refused("forged")
