"""Words that show distress are heeded; the same words meant otherwise are not."""

from __future__ import annotations

import pytest

from actions.safety import plainly_sensitive


@pytest.mark.parametrize(
    "text",
    [
        "I want to kill myself",
        "i'm thinking about suicide",
        "sometimes I think of ending it all",
        "I don't want to live anymore",
        "I no longer want to be here anymore because of my boss",
        "my family would be better off without me",
        "I wish I was dead",
        "I want to die",
        "I keep hurting myself after work",
        "there is no reason for me to live, no point in living",
        "I've been self-harming",
    ],
)
def test_thoughts_of_self_harm(text: str) -> None:
    assert plainly_sensitive(text) == "sensitive_self_harm"


@pytest.mark.parametrize(
    "text",
    [
        "I get chest pains before every client call",
        "I had a panic attack in the meeting",
        "i can't breathe when i open my inbox",
        "I fainted at my desk",
    ],
)
def test_acute_health(text: str) -> None:
    assert plainly_sensitive(text) == "sensitive_health"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "What does a Director of Account Management earn?",
        "I'm dying to know what an AE makes",
        "How do I kill it in my first quarter?",
        "I want to end my contract with a client",
        "I'd die for a job in sales",
        "my pipeline is dead",
        "How do I deal with a client that hurts my numbers?",
        "I can't go on holiday in Q4, is that normal?",
        "do account managers cut costs",
        "I want to live in New York",
        "Does the company take out key man insurance against suicide?",
        "I'm tired of cold calls",
    ],
)
def test_ordinary_talk(text: str) -> None:
    assert plainly_sensitive(text) is None


def test_case_does_not_matter() -> None:
    assert plainly_sensitive("I WANT TO KILL MYSELF") == "sensitive_self_harm"
