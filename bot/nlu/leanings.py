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
    r"\s*(?:[,;:.!?]| - |\b(?:rather )?(?=than\b)|(?=\b(?:but|while|although|whereas|though)\b)"
    r"|\band\b|\bif\b|\bcause\b|\bbecause\b)\s*",
    re.I,
)
_DISLIKE = re.compile(
    r"\b(?:than|instead of|hate|hates|dislike\w*|detest|loathe|can't stand|cannot stand"
    r"|can't be bothered"
    r"|(?:don't|do not|doesn't|does not|didn't|never) (?:really |much )?(?:like|enjoy|want|care"
    r"|do)\w*"
    r"|not (?:a fan|good|keen|into|for me|my (?:thing|cup))"
    r"|avoid|scares?|scared|dread|bores?|bored|boring|sick|cry|weep|torture|terrible at|bad at"
    r"|suck at|rather not|(?:does|do) nothing for|leaves? me cold|yawn|puts? me off|turn-?off"
    r"|never (?:liked|enjoyed)|nightmare|stress(?:es|ed)?|tired of|fed up|makes me|kills? me"
    r"|drains?|awful|horrible|afraid|(?:wreck|ruin|destroy|break|bother|annoy|exhaust|tire"
    r"|frustrat)\w* me"
    r"|hurts?|shy|nervous)\b|\b(?:isn't|isnt|aren't|is not|are not|not|no|nope)\W*$",
    re.I,
)
_LIKE = re.compile(
    r"\b(?:love|loves|like(?! (?:me|us|that|this|it|to know))|likes|enjoy|enjoys|good at"
    r"|great at|strong|thrive|passion\w*|fan of|motivat\w+|energi[sz]\w+|excit\w+|thrill\w*|rush"
    r"|kick out of|my (?:thing|strength|jam|forte)|drawn to|fun|favou?rite|rewarding|proud of"
    r"|fascinat\w+"
    r"|lights? me up|gets? me (?:going|up|out)|prefer|rather|into|keen on|by nature"
    r"|calm|patient|empath\w*|organi[sz]ed|competitive|persuasive|driven|outgoing|i'm|i am|im"
    r"|best at|live for|happy|happiest|yes|yep|comfortable|listener|(?:person|type|guy"
    r"|girl)\W*$)\b",
    re.I,
)
# What does not hurt is a strength.
_COPES = re.compile(
    r"\b(?:don't|dont|doesn't|doesnt|do not|does not|never|not|won't) (?:really )?(?:bother\w*"
    r"|mind|scare\w*"
    r"|afraid|stress\w*|hurt\w*|faze\w*|hate|scared|shy)\b|\b(?:fine|ok|okay|no problem|no issue)"
    r" with\b|\bno (?:problem|issue|fear)\b"
    r"|\b(?:handle|take|cope|deal)\w* (?:\w+ ){0,4}(?:fine|well|easily|great|ok)\b",
    re.I,
)
_TURN = re.compile(r"^(?:but|while|although|whereas|though)\b\s*", re.I)
_NEGATIVE = re.compile(r"\b(?:no|not|never|nothing|without|\w+n't|when)\b", re.I)
_SELF_ONLY = re.compile(r"^(?:i'm|i am|im)$", re.I)


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
    speaks = any(_SPEAKER.search(clause.text) for clause in clauses)
    leans = [_tells_taste(clause, clauses) for clause in clauses]
    wants = [
        taste or c.intent in _WANTED or chooses(c) for c, taste in zip(clauses, leans, strict=True)
    ]
    if not (speaks or any(leans)) or not any(wants):
        return list(clauses)
    said = [
        (part, liked)
        for clause, taste in zip(clauses, leans, strict=True)
        for part, liked in _said(clause, taste)
        if clause.intent.startswith(("ask_", "inform_", "sensitive_", "correct_", "out_of"))
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


def chooses(clause: Clause) -> bool:
    """Whether a clause has the form of a choice between roles ("AM or AE?")."""
    if _CHOICE.match(clause.text) and (clause.roles or clause.bare_names):
        return True  # not "one or two lines"
    short = len(clause.text.split()) <= _SHORT
    short &= _OTHER_MATTER.search(clause.text) is None
    short &= not clause.polar or _AM_I.search(clause.text) is not None
    return short and len(clause.roles) > 1 and _OR.search(clause.text) is not None


def _tells_taste(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a clause tells what its speaker likes or is like, though it may not say "like"."""
    if clause.text.endswith("?") or clause.roles or clause.statements or _ASKS.match(clause.text):
        return False
    if clause.intent == "inform_preference":
        return clause.confidence >= _TASTE_FROM
    beside = any(c.intent == "inform_preference" and c.confidence >= _SURE for c in clauses)
    chosen = any(c.intent == "ask_role_fit" or (chooses(c) and not c.polar) for c in clauses)
    doubtful = clause.confidence < _SURE and any(
        words.search(clause.text) for words in (_COPES, _DISLIKE, _LIKE)
    )
    return beside or chosen or doubtful


_WANTED = ("ask_role_fit", "inform_preference", "ask_which_role")
_SHORT = 14  # words of a choice
_SURE = 0.5
_TASTE_FROM = 0.3  # probability from which a clause without words of liking tells a like
_OTHER_MATTER = re.compile(
    r"\b(?:who|whose|what(?!'?s me)|how|where|when|why|skills?|pays?|earns?|salar\w+|dut\w+"
    r"|differ\w*)\b",
    re.I,
)
_OR = re.compile(r"\bor\b", re.I)
_AM_I = re.compile(r"\b(?:am i|me|i)\b", re.I)
_ASKS = re.compile(
    r"^\W*(?:(?:and|so|but|ok|then|hi|hey)\W+)*(?:what|which|how|who|where|when|why|is|are|do|does|can|could|should|would"
    r"|tell|show|give|list|explain|compare)\b",
    re.I,
)


def _said(clause: Clause, taste: bool) -> list[tuple[str, bool]]:
    """The likes (True) and dislikes (False) in ``clause``; a bare fragment goes with the last.
    Where it tells a ``taste``, a fragment without any such word is a like."""
    text = clause.text
    found: list[tuple[str, bool]] = []
    if not taste and not any(words.search(text) for words in (_KEEP, _LIKE, _DISLIKE)):
        return found
    liked: bool | None = None
    ahead: list[str] = []  # fragments before the first such word: "budgets and politics bore me"
    for part in _SPLIT.split(text):
        turned = _TURN.match(part)
        if turned and liked is not None:
            liked = not liked
        part = part[turned.end() :] if turned else part
        if len(part.split()) < (1 if taste else 2) or re.search(r"\d", part):
            continue
        if _KEEP.search(part) or _COPES.search(part):
            liked = True
        elif _DISLIKE.search(part):
            liked = False
        elif any(not _SELF_ONLY.match(m.group()) for m in _LIKE.finditer(part)) or (
            _LIKE.search(part) and not clause.statements
        ):
            liked = True
        elif re.search(r"\b(?:which|what|who|should|would|or)\b", part, re.I) or _LIKE.search(part):
            continue
        if liked is None:
            ahead.append(part)
        else:
            found += [(_core(p), liked) for p in [*(ahead if taste else []), part]]
            ahead = []
    return found + [(_core(p), True) for p in ahead if taste and not _NEGATIVE.search(p)]


def _core(part: str) -> str:
    """``part`` without the words of liking, so that only the matter is compared."""
    core = _DISLIKE.sub(" ", _LIKE.sub(" ", _COPES.sub(" ", _KEEP.sub(" ", part))))
    core = re.sub(r"\b(?:i|me|my|to|really|so|super|very|just|want)\b", " ", core, flags=re.I)
    core = re.sub(r"\s+", " ", core).strip()
    return core if len(core) > 3 else part
