"""The training sentences: enough, apart, and none that a test asks."""

from __future__ import annotations

import re

from bot.evaluation import read_cases
from bot.training import PROJECT
from knowledge.base import KnowledgeBase

LEAST = 40  # sentences an intent
CASES = PROJECT / "tests" / "conversations" / "cases"


def plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9']+", text.lower().replace("’", "'")))


def asked() -> set[str]:
    return {
        plain(turn.user)
        for path in CASES.glob("*.jsonl")
        for case in read_cases(path)
        for turn in case.turns
        if len(plain(turn.user).split()) > 9  # shorter ones are what anyone says
    }


def test_no_sentence_stands_under_two_intents(sentences: dict[str, list[str]]) -> None:
    intents: dict[str, set[str]] = {}
    for intent, found in sentences.items():
        for text in found:
            intents.setdefault(" ".join(text.lower().split()), set()).add(intent)
    assert not {text: names for text, names in intents.items() if len(names) > 1}


def test_every_intent_has_enough_sentences(sentences: dict[str, list[str]]) -> None:
    assert not {intent: len(found) for intent, found in sentences.items() if len(found) < LEAST}


def test_every_intent_of_the_domain_has_sentences(sentences: dict[str, list[str]]) -> None:
    domain = (PROJECT / "domain.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"^  - (\w+):", domain, re.M)) == set(sentences)


def test_no_sentence_of_a_case_is_trained_on(sentences: dict[str, list[str]]) -> None:
    trained = {plain(text) for found in sentences.values() for text in found}
    assert not asked() & trained


def test_no_sentence_of_a_case_stands_in_a_pack(base: KnowledgeBase) -> None:
    known = {plain(text) for f in base.facts.values() for text in (*f.questions, *f.yes, *f.no)}
    assert not asked() & known
