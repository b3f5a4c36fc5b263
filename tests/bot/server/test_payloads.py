"""Only what the coach offered works as a command; everything else is text."""

from __future__ import annotations

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.server.payloads import MAX_LENGTH, Incoming, PayloadSigner, plain

KEY = b"a key for tests"
COMMAND = '/ask_salary{"role": ["account_manager"]}'


@pytest.fixture
def signer() -> PayloadSigner:
    return PayloadSigner(KEY)


@pytest.mark.parametrize("command", [COMMAND, "/ask_entry_roles", '/x{"a": ["é", "\\u2028"]}'])
def test_a_signed_command_comes_back_as_it_was(signer: PayloadSigner, command: str) -> None:
    incoming = signer.incoming(signer.signed(command))

    name, _, entities = command[1:].partition("{")
    assert incoming.intent == name
    assert incoming.text.partition("{")[0] == f"/{name}"
    if entities:
        assert json.loads("{" + incoming.text.partition("{")[2]) == json.loads("{" + entities)


def test_a_signed_command_is_short_and_url_safe(signer: PayloadSigner) -> None:
    payload = signer.signed(COMMAND)

    assert payload.startswith("coach:v1:")
    assert set(payload) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:")
    assert len(payload) < 120


def test_blanks_around_a_payload_do_not_matter(signer: PayloadSigner) -> None:
    assert signer.incoming(f" {signer.signed(COMMAND)}\n").intent == "ask_salary"


def test_what_is_no_command_leaves_as_it_is(signer: PayloadSigner) -> None:
    assert signer.signed("What does a director earn?") == "What does a director earn?"


def test_a_payload_that_would_be_too_long_is_refused(signer: PayloadSigner) -> None:
    command = "/ask_salary" + json.dumps({"role": ["account_manager"] * 100})

    with pytest.raises(ValueError, match=str(MAX_LENGTH)):
        signer.signed(command)


def test_another_keys_payload_is_unreadable(signer: PayloadSigner) -> None:
    assert signer.incoming(PayloadSigner(b"another key").signed(COMMAND)) == Incoming("")


@pytest.mark.parametrize("place", [10, 30, -22, -5])
def test_a_changed_payload_is_unreadable(signer: PayloadSigner, place: int) -> None:
    payload = signer.signed(COMMAND)
    changed = "A" if payload[place] != "A" else "B"
    forged = payload[:place] + changed + payload[place + 1 if place != -1 else len(payload) :]

    assert signer.incoming(forged) == Incoming("")


def test_a_signature_of_other_content_is_unreadable(signer: PayloadSigner) -> None:
    mac = signer.signed(COMMAND).rpartition(".")[2]
    body = base64.urlsafe_b64encode(b'["restart",{}]').decode().rstrip("=")

    assert signer.incoming(f"coach:v1:{body}.{mac}") == Incoming("")
    assert signer.incoming(f"coach:v1:{body}.") == Incoming(f"coach:v1:{body}.")
    assert signer.incoming(f"coach:v2:{body}.{mac}") == Incoming("")
    assert signer.incoming("coach:v1:x.x") == Incoming("")


def test_text_that_only_resembles_a_payload_is_text(signer: PayloadSigner) -> None:
    text = "coach:v1: what is that?"

    assert signer.incoming(text) == Incoming(text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("/restart", "restart"),
        (COMMAND, COMMAND[1:]),
        ("  /restart", "restart"),
        ("//restart", "restart"),
        ("\u2028/\u00a0/\x1frestart", "restart"),
        ("/", ""),
        ("and/or", "and/or"),
        ("1/2 or 3/4?", "1/2 or 3/4?"),
    ],
)
def test_typed_slashes_are_no_commands(signer: PayloadSigner, typed: str, kept: str) -> None:
    assert signer.incoming(typed) == Incoming(kept)


@given(st.text(st.characters(), max_size=40))
def test_no_text_becomes_a_command(text: str) -> None:
    incoming = PayloadSigner(KEY).incoming(text)

    # Rasa strips a message before it looks at its first character.
    assert not incoming.text.strip().startswith("/")
    assert not incoming.pressed
    incoming.text.encode()


def test_half_of_a_character_pair_is_replaced() -> None:
    assert plain("hi \ud83d there") == "hi ? there"
