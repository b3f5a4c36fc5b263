"""Cuts a message into clauses, each of which may ask or tell something of its own."""

from __future__ import annotations

import re

from bot.nlu.cuts import ASIDE, ASKING, AUXILIARY, Span, parts_of
from bot.nlu.facet_words import facets_named
from bot.nlu.text import Token

MAX_CLAUSES = 24
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
        "incl",
        "excl",
    ),
}
_TAGS = {"true", "right", "correct", "false", "yes", "no", "not", "fact", "myth", "fiction", "nah"}
_LONGEST_TAG = 4  # words


def split(tokens: list[Token], names: frozenset[int] = frozenset()) -> list[Span]:
    """The clauses of ``tokens``, with the places where a clause may hold two questions.
    ``names`` are the places of names of roles and the like.

    Of a very long message only the last clauses are kept, where the question tends to come.
    """
    spans: list[Span] = []
    first = 0
    numbers = _enumerators(tokens)
    for place, token in enumerate(tokens):
        announced = token.text == ":" and _announces(tokens, Span(first, place))
        if (
            place in numbers
            or announced
            or (token.text in _STOPS and not _is_abbreviation(tokens, place))
        ):
            _close(spans, tokens, first, place - 1, token.text == "?")
            first = place + 1
    _close(spans, tokens, first, len(tokens) - 1, False)
    spans = [s for s in spans if not _announces(tokens, s)] or spans
    spans = _rejoined(tokens, spans)
    for span in spans:
        span.parts = parts_of(tokens, span, names)
    return spans[-MAX_CLAUSES:]


def _enumerators(tokens: list[Token]) -> set[int]:
    """The places of signs that number what is asked ("(1) what … (2) which …"), if two or more
    do."""
    found: set[int] = set()
    count = 0
    for place, token in enumerate(tokens[:-2]):
        bare = token.text.lower().rstrip(".")
        begins = place == 0 or tokens[place - 1].text in {*_STOPS, *ASIDE, "and", "&", "/"}
        closed = tokens[place + 1].text in (")", ":", ".") or token.text.endswith(".")
        if bare not in _NUMBERS or not begins or not closed:
            continue
        last = place if token.text.endswith(".") else place + 1
        if tokens[last + 1].is_word and tokens[last + 1].text.lower() not in _AFTER_A_NUMBER:
            first = place - 1 if place and tokens[place - 1].text == "(" else place
            found |= set(range(first, last + 1))
            count += 1
    return found if count > 1 else set()


def _announces(tokens: list[Token], span: Span) -> bool:
    """Whether a clause says no more than that questions follow ("two questions:")."""
    words = [t.text.lower() for t in tokens[span.first : span.last + 1] if t.text[:1].isalnum()]
    return bool(words) and {*words} & _QUESTIONS != set() and {*words} <= _QUESTIONS | _ANNOUNCING


_QUESTIONS = {"question", "questions", "things", "queries", "qs"}
_ANNOUNCING = {
    *("i", "have", "got", "a", "couple", "of", "few", "two", "three", "2", "3", "4", "four", "ok"),
    *("quick", "some", "just", "here", "are", "my", "more", "hi", "hello", "hey", "okay", "so"),
    *("i've", "ive", "please", "for", "you", "now", "first", "basically", "really", "want", "to"),
    *("know", "i'd", "like", "ask"),
}
_NUMBERS = ("1", "2", "3", "4", "5", "a", "b", "c", "i", "ii", "iii")
_AFTER_A_NUMBER = ("again", "too", "for", "also", "please", "as")


def _close(spans: list[Span], tokens: list[Token], first: int, last: int, question: bool) -> None:
    if any(t.is_word or any(c.isdigit() for c in t.text) for t in tokens[first : last + 1]):
        spans.append(Span(first, last, question=question))


def _rejoined(tokens: list[Token], spans: list[Span]) -> list[Span]:
    """``spans`` with what only makes sense together put together again: an afterthought of one or
    two words ("… ? in what"), a question about what was just said ("Would that be a problem?")."""
    joined: list[Span] = []
    for span in spans:
        short = bool(joined) and joined[-1].question and span.last - span.first < 2
        short &= not facets_named(tokens[span.first : span.last + 1])
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
    return plain and told[0] not in ASKING and WHO_OF_IT.match(asked) is not None


def _is_tag(tokens: list[Token], span: Span) -> bool:
    """Whether a span only asks whether what was just said is so ("True?", "or not?")."""
    words = [t.text.lower() for t in tokens[span.first : span.last + 1] if t.is_word]
    kept = [word for word in words if word not in ("is", "that", "it", "so", "really", "or")]
    return span.question and 0 < len(words) <= _LONGEST_TAG and set(kept) <= _TAGS


def _leans_back(tokens: list[Token], span: Span) -> bool:
    first, second = (t.text.lower() for t in [*tokens[span.first : span.first + 2], tokens[-1]][:2])
    return first in AUXILIARY and second in ("that", "this", "it", "she", "he")


def _is_abbreviation(tokens: list[Token], place: int) -> bool:
    return (
        tokens[place].text == "."
        and place > 0
        and tokens[place - 1].typed.lower() in _ABBREVIATED
        and place + 1 < len(tokens)
    )
