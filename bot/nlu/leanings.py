"""Finds what a person likes and dislikes in a clause, and to which roles it points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.clause import Clause
from bot.nlu.encoder import Encoder
from bot.nlu.fact_index import FactIndex
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet

_FACETS = (Facet.RESPONSIBILITY, Facet.SKILL, Facet.CONTRAST, Facet.DEFINITION, Facet.CHALLENGE)
_MOST = 6
_SPEAKER = re.compile(r"\b(?:i|i'm|i've|i'd|me|my|im|id|ive)\b", re.IGNORECASE)
_SPLIT = re.compile(
    r"\s*(?:[,;.!?]|\b(?:rather )?(?=than\b)|\bbut\b|\band\b|\bwhile\b|\balthough\b"
    r"|\bwhereas\b)\s*",
    re.I,
)
_DISLIKE = re.compile(
    r"\b(?:than|instead of|hate|hates|dislike|detest|loathe|can't stand|cannot stand"
    r"|don't (?:like|enjoy|want)"
    r"|not (?:a fan|good|keen|into)"
    r"|avoid|scares?|scared|dread|bores?|bored|boring|sick|cry|weep|torture|terrible at|bad at"
    r"|suck at"
    r"|never (?:liked|enjoyed)|nightmare|stress(?:es|ed)?|tired of|fed up|makes me|kills? me"
    r"|drains?|awful|horrible|afraid)\b",
    re.I,
)
_LIKE = re.compile(
    r"\b(?:love|loves|like(?! (?:me|us|that|this|it|to know))|likes|enjoy|enjoys|good at"
    r"|great at|strong|thrive|passion\w*|fan of"
    r"|prefer|rather|into|keen on"
    r"|calm|patient|empath\w*|organi[sz]ed|competitive|persuasive|driven|outgoing|i'm|i am"
    r"|best at|live for|happy|happiest)\b",
    re.I,
)


# What one does not want to lose is what one likes.
_KEEP = re.compile(
    r"\b(?:don't|dont|do not|never|wouldn't|not) (?:wanna |want to |like to |have to )?"
    r"(?:lose|give up|miss|stop|drop|part with)\b",
    re.I,
)
_CHOICE = re.compile(
    r"^\W*(?:(?:so|then|and|ok|now)\W+)*(?:\w+ ){1,5}or (?:the )?(?:\w+\s?){1,5}(?:for me)?\W*$",
    re.I,
)


def role_facts(base: KnowledgeBase) -> dict[str, list[str]]:
    """For each role that the documents compare, the facts that show what it is like."""
    roles = dict.fromkeys(role for document in base.documents.values() for role in document.about)
    return {
        role: [f.id for f in base.find(_FACETS) if f.roles == [role]]
        for role in roles
        if any(f.roles == [role] for f in base.find(_FACETS))
    }


def with_leanings(
    clauses: Sequence[Clause],
    index: FactIndex,
    encoder: Encoder,
    roles: dict[str, list[str]],
) -> list[Clause]:
    """``clauses`` with the leanings of the whole message on each that may ask which role fits."""
    wanted = ("ask_role_fit", "inform_preference", "ask_which_role")
    speaks = any(_SPEAKER.search(clause.text) for clause in clauses)
    wants = [c.intent in wanted or _CHOICE.match(c.text) is not None for c in clauses]
    if not speaks or not any(wants):
        return list(clauses)
    said = [
        (part, liked)
        for clause in clauses
        for part, liked in _said(clause.text)
        if clause.intent.startswith(("ask_", "inform_", "sensitive_", "correct_"))
    ][:_MOST]
    if not said or not roles:
        return list(clauses)
    vectors = encoder.encode([text for text, _ in said])
    found = [
        index.leaning(text, liked, vector, roles)
        for (text, liked), vector in zip(said, vectors, strict=False)
    ]
    return [
        replace(clause, leanings=found) if asks else clause
        for clause, asks in zip(clauses, wants, strict=True)
    ]


def _said(text: str) -> list[tuple[str, bool]]:
    """The likes (True) and dislikes (False) in ``text``; a bare fragment goes with the last."""
    found: list[tuple[str, bool]] = []
    if not any(words.search(text) for words in (_KEEP, _LIKE, _DISLIKE)):
        return found
    liked: bool | None = None
    for part in _SPLIT.split(text):
        if len(part.split()) < 2:
            continue
        if _KEEP.search(part):
            liked = True
        elif _DISLIKE.search(part):
            liked = False
        elif _LIKE.search(part):
            liked = True
        elif re.search(r"\b(?:which|what|who|should|would|or)\b", part, re.I):
            continue
        if liked is not None:
            found.append((_core(part), liked))
    return found


def _core(part: str) -> str:
    """``part`` without the words of liking, so that only the matter is compared."""
    core = _DISLIKE.sub(" ", _LIKE.sub(" ", _KEEP.sub(" ", part)))
    core = re.sub(r"\b(?:i|me|my|to|really|so|super|very|just|want)\b", " ", core, flags=re.I)
    core = re.sub(r"\s+", " ", core).strip()
    return core if len(core) > 3 else part
