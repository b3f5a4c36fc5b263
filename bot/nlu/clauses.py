"""Cuts a message into clauses, each of which may ask or tell something of its own."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.nlu.text import Token

MAX_CLAUSES = 24
_STOPS = {".", "?", "!", ";"}
_ABBREVIATED = {"sr", "jr", "vs", "e", "g", "i", "mr", "ms", "dr", "dept", "approx", "acct", "mgr"}
_JOINTS = {"and", "but", "also", "so", "plus", "then", "&", "+", "/", ",", "-", "–", "—", ":"}
_ASKING = {
    *("what", "what's", "how", "how's", "who", "who's", "whose", "which", "where", "when", "why"),
    *("tell", "show", "give", "explain", "compare", "list", "describe"),
}
_AUXILIARY = {
    *("do", "does", "did", "is", "are", "can", "could", "should", "would", "will", "am", "has"),
}
_SUBJECTS = {
    *("i", "you", "they", "we", "it", "he", "she", "that", "this", "there", "the", "a", "an"),
    *("account", "director", "directors", "senior", "ams", "aes", "sams", "am", "ae", "sam"),
}
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
    spans = []
    first = 0
    for place, token in enumerate(tokens):
        if token.text in _STOPS and not _is_abbreviation(tokens, place):
            _close(spans, tokens, first, place - 1, token.text == "?")
            first = place + 1
    _close(spans, tokens, first, len(tokens) - 1, False)
    for span in spans:
        span.parts = _parts(tokens, span)
    return spans[-MAX_CLAUSES:]


def facet_list(tokens: list[Token]) -> list[str]:
    """The intents of facet nouns standing side by side ("salary and bonus"), if two or more."""
    found: list[str] = []
    last = None
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
    if any(t.is_word or t.text[:1].isdigit() for t in tokens[first : last + 1]):
        spans.append(Span(first, last, question=question))


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
        if asks and before in _JOINTS:
            cuts.append(place)
        elif before in (",", "-", "–", "—", ":") and word in ("and", "but", "so", "also"):
            cuts.append(place)
    bounds = [span.first, *cuts, span.last + 1]
    parts = [Span(a, b - 1, question=span.question) for a, b in zip(bounds, bounds[1:])]
    return parts if len(parts) > 1 else []
