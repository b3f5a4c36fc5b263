"""Cuts a message into clauses, each of which may ask or tell something of its own."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

from bot.nlu.text import Token

MAX_CLAUSES = 24
_SHORTEST_PART = 3  # words
_SHORTEST_LEAD = 5  # words in front of a comma; fewer only set the scene
_STOPS = {".", "?", "!", ";"}
_ABBREVIATED = {
    *(
        "sr",
        "jr",
        "snr",
        "jnr",
        "assoc",
        "asst",
        "exec",
        "dir",
        "v",
        "p",
        "vs",
        "e",
        "g",
    ),
    *(
        "i",
        "mr",
        "ms",
        "dr",
        "dept",
        "approx",
        "acct",
        "mgr",
    ),
}
_JOINTS = {"and", "but", "also", "so", "plus", "then", "&", "+", "/", ",", "-", "–", "—", ":"}
_ASKING = {
    *("what", "what's", "how", "how's", "who", "who's", "whose", "which", "where", "when", "why"),
    *("tell", "show", "give", "explain", "compare", "list", "describe"),
}
_PREPOSITIONS = {"on", "in", "by", "to", "for", "with", "of", "at"}
_AUXILIARY = {
    *("do", "does", "did", "is", "are", "can", "could", "should", "would", "will", "am", "has"),
    *("was", "isn't", "wouldn't", "doesn't"),
}
_SUBJECTS = {
    *("i", "you", "they", "we", "it", "he", "she", "that", "this", "there", "the", "a", "an"),
    *("account", "director", "directors", "senior", "ams", "aes", "sams", "am", "ae", "sam"),
}
_TAGS = {"true", "right", "correct", "false", "yes", "no", "not", "fact", "myth", "fiction", "nah"}
_LONGEST_TAG = 4  # words
# Nouns that name a facet so plainly that two of them side by side are two questions.
FACET_NOUNS = {
    **dict.fromkeys(("salary", "salaries", "pay", "base", "earnings"), "ask_salary"),
    **dict.fromkeys(("bonus", "bonuses"), "ask_bonus"),
    **dict.fromkeys(("benefits", "perks", "equity"), "ask_benefits"),
    **dict.fromkeys(("skills",), "ask_skills"),
    **dict.fromkeys(("responsibilities", "duties", "tasks"), "ask_responsibilities"),
    **dict.fromkeys(("requirements", "qualifications"), "ask_requirements"),
    **dict.fromkeys(("education", "degree"), "ask_education"),
    **dict.fromkeys(("challenges", "struggles"), "ask_challenges"),
    **dict.fromkeys(("kpis", "metrics"), "ask_kpis"),
    **dict.fromkeys(("trends", "future"), "ask_trends"),
    **dict.fromkeys(("tips",), "ask_best_practices"),
    **dict.fromkeys(("commission", "commissions"), "ask_commission"),
}
_BETWEEN = {"and", "&", ",", "+", "/", "plus", "the", "their", "what", "also", "about", "a", "any"}


@dataclass
class Span:
    """A clause as tokens ``first`` to ``last``; ``parts`` are its possible halves, if any."""

    first: int
    last: int
    parts: list[Span] = field(default_factory=list)
    question: bool = False


def split(tokens: list[Token]) -> list[Span]:
    """The clauses of ``tokens``, with the places where a clause may hold two questions.

    Of a very long message only the last clauses are kept, where the question tends to come.
    """
    spans: list[Span] = []
    first = 0
    for place, token in enumerate(tokens):
        if token.text in _STOPS and not _is_abbreviation(tokens, place):
            _close(spans, tokens, first, place - 1, token.text == "?")
            first = place + 1
    _close(spans, tokens, first, len(tokens) - 1, False)
    spans = _rejoined(tokens, spans)
    for span in spans:
        span.parts = _parts(tokens, span)
    return spans[-MAX_CLAUSES:]


def facet_list(tokens: list[Token]) -> list[str]:
    """The intents of facet nouns standing side by side ("salary and bonus"), if two or more."""
    found: list[str] = []
    last: int | None = None
    for place, token in enumerate(tokens):
        intent = FACET_NOUNS.get(token.text.lower())
        if intent is None:
            continue
        between = {t.text.lower() for t in tokens[last + 1 : place]} if last is not None else set()
        if last is not None and not (between and between <= _BETWEEN):
            if len(found) > 1:
                break
            found = []
        if intent not in found:
            found.append(intent)
        last = place
    return found if len(found) > 1 else []


def _close(spans: list[Span], tokens: list[Token], first: int, last: int, question: bool) -> None:
    if any(t.is_word or any(c.isdigit() for c in t.text) for t in tokens[first : last + 1]):
        spans.append(Span(first, last, question=question))


def _rejoined(tokens: list[Token], spans: list[Span]) -> list[Span]:
    """``spans`` with what only makes sense together put together again: an afterthought of one or
    two words ("… ? in what"), a question about what was just said ("Would that be a problem?")."""
    joined: list[Span] = []
    for span in spans:
        short = bool(joined) and joined[-1].question and span.last - span.first < 2
        short &= not any(t.text.lower() in FACET_NOUNS for t in tokens[span.first : span.last + 1])
        scene = bool(joined) and _sets_scene(tokens, joined[-1], span)
        tag = _is_tag(tokens, span) and bool(joined)
        if joined and ((short and not span.question) or tag or scene or _leans_back(tokens, span)):
            joined[-1].last = span.last
            joined[-1].question |= span.question
        else:
            joined.append(span)
    return joined


# Who does what was said before ("a client complains. Who sorts that?").
WHO_OF_IT = re.compile(
    r"^(?:\W*(?:and|so|but|then|now)\W+)*(?:who|whose|which|is (?:it|that)|does (?:it|that))\b"
    r".*\b(?:it|that|this|them|these|those|him|her)\b"
)
_SPEAKER = {"i", "i'm", "i've", "my", "me", "we", "our", "he", "she", "his", "her"}
_LONGEST_SCENE = 16  # tokens


def _sets_scene(tokens: list[Token], scene: Span, span: Span) -> bool:
    """Whether ``scene`` only tells of what ``span`` asks who does it."""
    told = [t.text.lower() for t in tokens[scene.first : scene.last + 1]]
    asked = " ".join(t.text.lower() for t in tokens[span.first : span.last + 1])
    plain = not scene.question and len(told) <= _LONGEST_SCENE and not _SPEAKER & {*told}
    return plain and told[0] not in _ASKING and WHO_OF_IT.match(asked) is not None


def _is_tag(tokens: list[Token], span: Span) -> bool:
    """Whether a span only asks whether what was just said is so ("True?", "or not?")."""
    words = [t.text.lower() for t in tokens[span.first : span.last + 1] if t.is_word]
    kept = [word for word in words if word not in ("is", "that", "it", "so", "really", "or")]
    return span.question and 0 < len(words) <= _LONGEST_TAG and set(kept) <= _TAGS


def _leans_back(tokens: list[Token], span: Span) -> bool:
    first, second = (t.text.lower() for t in [*tokens[span.first : span.first + 2], tokens[-1]][:2])
    return first in _AUXILIARY and second in ("that", "this", "it", "she", "he")


def _is_abbreviation(tokens: list[Token], place: int) -> bool:
    return (
        tokens[place].text == "."
        and place > 0
        and tokens[place - 1].typed.lower() in _ABBREVIATED
        and place + 1 < len(tokens)
    )


def _parts(tokens: list[Token], span: Span) -> list[Span]:
    """``span`` cut before every word that begins a new question, if there is one."""
    cuts = []
    for place in range(span.first + 2, span.last):
        word = tokens[place].text.lower()
        before = tokens[place - 1].text.lower()
        after = tokens[place + 1].text.lower()
        asks = word in _ASKING or (word in _AUXILIARY and after in _SUBJECTS)
        asks |= word in _PREPOSITIONS and after in ("which", "what", "whom")
        asks |= word in FACET_NOUNS and after in ("of", "for")
        joined = before in ("and", "&", "plus", "also", "then", "+", "but")
        aside = before in (",", "-", "–", "—", ":")
        if asks and (joined or aside or before in ("so", "/")):
            cuts.append((place, _SHORTEST_PART if joined else _SHORTEST_LEAD))
        elif aside and word in ("and", "but", "so", "also"):
            cuts.append((place, _SHORTEST_PART))
    words = [t.is_word and t.text.lower() not in _JOINTS for t in tokens]
    bounds = [span.first]
    for place, least in cuts:
        # "in tech, who …" and "… and what for" are no clauses of their own.
        ahead, behind = sum(words[bounds[-1] : place]), sum(words[place : span.last + 1])
        if ahead >= least and behind >= _SHORTEST_PART:
            bounds.append(place)
    bounds.append(span.last + 1)
    parts = [Span(a, b - 1, question=span.question) for a, b in itertools.pairwise(bounds)]
    return parts if len(parts) > 1 else []
