"""Cleans and splits what a person typed, without yet asking what it means."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

MAX_CHARACTERS = 6000

# Letters with their inner apostrophes; numbers with their unit glued on ("95k", "10+", "3.5%").
_TOKEN = re.compile(
    r"\d+(?:st|nd|rd|th)\b|[^\W\d_]+(?:['’][^\W\d_]+)*|[$€£]?\d[\d,.]*\d?[kKmM%+]*|[^\w\s]|_"
)
_ABBREVIATED = re.compile(
    r"\b((?i:[sj]n?r|assoc|asst|acct|exec|dir|mgr|mgmt|incl|excl|approx))\.(?=\s+(?:[\w$(]))"
)
_OF_PERSON = re.compile(
    r"\b((?i:senior|sr\.?|snr|junior|jr\.?|key)) (?i:account|acct|acc) (?i:mgmt|management|mgt)\b"
)
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_INVISIBLE = {"Cc", "Cf", "Co", "Cs", "Cn"}
_PICTURE = {"So", "Sk", "Mn", "Me"}


@dataclass(frozen=True)
class Token:
    """A word, number or sign. ``text`` may be corrected; ``start`` and ``end`` stay where it was
    typed (offsets into the cleaned text), and ``typed`` is how."""

    text: str
    start: int
    end: int
    typed: str

    def corrected(self, text: str) -> Token:
        return replace(self, text=text)

    @property
    def is_word(self) -> bool:
        return self.text[:1].isalpha()


def clean(text: str) -> str:
    """``text`` without control, invisible and direction characters and emoji, on single blanks.

    Line breaks become " . " stops only where they part text, so that lists stay clauses. Longer
    messages keep their beginning and, since the question tends to come last, their end.
    """
    if len(text) > MAX_CHARACTERS:
        half = MAX_CHARACTERS // 2
        text = f"{text[:half]} . {text[-half:]}"
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(r"</?[A-Za-z!][^<>]{0,200}>", " . ", text)  # markup says nothing
    text = re.sub(r"[\r\n\u2028\u2029]+", " . ", text)
    kept = []
    for character in text:
        category = unicodedata.category(character)
        if category in _INVISIBLE:
            # A zero-width character inside a word hides nothing but itself.
            kept.append("" if category == "Cf" else " ")
        elif category in _PICTURE:
            kept.append(" ")
        else:
            kept.append(character)
    text = "".join(kept).replace("’", "'").replace("‘", "'")
    text = re.sub(r"\b([bB])2([bBcC])\b", r"\1-to-\2", text)  # not "be to be"
    text = re.sub(r"\b([bB])4\b", "before", text)
    text = re.sub(r"\b([sS])en\.? (?=ac(?:c|t)|[aA][mMeE]\b|direc)", r"\1enior ", text)
    text = _OF_PERSON.sub(r"\1 account manager", text)
    text = _ABBREVIATED.sub(r"\1", text)  # "Sr. AM" is one name, "incl. bonus" no new sentence
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"([!?.,;:\-])(?:\s?\1)+", r"\1", text)
    return re.sub(r"^[\s.]+(?=\w)", "", text)


def tokenize(text: str) -> list[Token]:
    """The words, numbers and signs of a cleaned text; a hyphen inside a word parts it in two."""
    return [
        Token(m.group(), m.start(), m.end(), m.group())
        for m in _TOKEN.finditer(_HYPHEN.sub(" ", text))
    ]


def has_words(text: str) -> bool:
    """Whether anything in ``text`` could be read as words of some language."""
    return re.search(r"[^\W\d_]{2,}", text) is not None


def join(tokens: list[Token]) -> str:
    """The text of ``tokens`` with ordinary spacing."""
    text = " ".join(token.text for token in tokens)
    return re.sub(r"\s+([.,;:!?%)])", r"\1", text)
