"""Where a sentence may fall into several questions."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from bot.nlu.facet_words import facets_named
from bot.nlu.lists import is_facet, only_names, opening_facet, side_by_side
from bot.nlu.text import Token

_SHORTEST_PART = 3  # words
_SHORTEST_LEAD = 5  # words in front of a comma; fewer only set the scene
_JOINTS = {"and", "but", "also", "so", "plus", "then", "&", "+", "/", ",", "-", "–", "—", ":"}
ASKING = {
    *("what", "what's", "how", "how's", "who", "who's", "whose", "which", "where", "when", "why"),
    *("tell", "show", "give", "explain", "compare", "list", "describe"),
}
_PREPOSITIONS = {"on", "in", "by", "to", "for", "with", "of", "at", "from"}
_LINKS = ("and", "&", "plus", "also", "then", "but", "+", "n")
_COUNTING = {"first", "firstly", "second", "secondly", "third", "thirdly", "finally", "lastly"}
ASIDE = (",", "-", "–", "—", ":", "(")
# Words before a question word that make it no question of its own ("do you know what …").
_LEADS_ON = {
    *("know", "tell", "me", "explain", "see", "wonder", "wondering", "about", "on", "of", "by"),
    *("for", "in", "from", "to", "with", "at", "say", "out", "understand", "learn", "is", "are"),
    *("and", "or", "than", "as", "like", "what", "how", "exactly", "just", "show", "decide"),
    *("ask", "asking", "depends", "depend", "sure", "matter", "that", "into", "not"),
}
AUXILIARY = {
    *("do", "does", "did", "is", "are", "can", "could", "should", "would", "will", "am", "has"),
    *("was", "isn't", "wouldn't", "doesn't"),
}
_ASKED = ("which", "what", "whom", "how")
_MUCH = {"much", "many", "long", "far", "big", "skills", "degree", "kpis"}
_WANTS = {"want", "would", "need", "wanna", "wish"}
_KNOWS = {"know", "understand", "hear", "see", "learn"}
_RUN_ON = 3  # words ahead of a question that nothing joins to the one before
_OPENING = {"do", "does", "will", "would", "can", "should"}
_GOES_ON = {"not", "also", "responsible", "more", "less", "then", "in", "on", "at", "for", "able"}
_SUBJECTS = {
    *("i", "you", "they", "we", "it", "he", "she", "that", "this", "there", "the", "a", "an"),
    *("account", "director", "directors", "senior", "ams", "aes", "sams", "am", "ae", "sam"),
}


@dataclass
class Span:
    """A clause as tokens ``first`` to ``last``; ``parts`` are its possible halves, if any, and
    ``lead`` the places of words before them that set the scene for each ("AM in tech: …")."""

    first: int
    last: int
    lead: range = range(0)
    parts: list[Span] = field(default_factory=list)
    question: bool = False


def parts_of(tokens: list[Token], span: Span, names: frozenset[int]) -> list[Span]:
    """``span`` cut before every word that begins a new question, if there is one."""
    words = [t.is_word and t.text.lower() not in _JOINTS for t in tokens]
    bounds = [span.first]
    for place in range(span.first + 2, span.last + 1):
        least = _least_ahead(tokens, bounds[-1], place, span.last, names)
        if least is None:
            continue
        # "in tech, who …" and "… and what for" are no clauses of their own.
        ahead, behind = sum(words[bounds[-1] : place]), sum(words[place : span.last + 1])
        short = is_facet(tokens[place : span.last + 1], place, names)
        if ahead >= least and (behind >= _SHORTEST_PART or short):
            bounds.append(place)
    bounds.append(span.last + 1)
    lead = range(0)
    if len(bounds) > 2 and only_names(tokens[bounds[0] : bounds[1]], bounds[0], names):
        lead = range(bounds[0], bounds[1])
        del bounds[0]
    parts = [
        Span(a, _without_joints(tokens, a, b - 1), lead, question=span.question)
        for a, b in itertools.pairwise(bounds)
    ]
    return parts if len(parts) > 1 else []


def _without_joints(tokens: list[Token], first: int, last: int) -> int:
    """The last token of a part but for the words that join it to the next one."""
    joints = _JOINTS | _COUNTING | {"as", "well"} - {"so"}
    while last > first and tokens[last].text.lower() in joints:
        last -= 1
    return last


def _least_ahead(
    tokens: list[Token], since: int, place: int, last: int, names: frozenset[int]
) -> int | None:
    """How many words must stand ahead of ``place`` for a question to begin there; None if none
    begins. ``since`` is where the clause before it begins."""
    word, before = tokens[place].text.lower(), tokens[place - 1].text.lower()
    after = tokens[place + 1].text.lower() if place < last else ""
    asking = _opens(tokens, since)
    scene = only_names(tokens[since:place], since, names)
    aside = 1 if scene else _SHORTEST_PART if asking else _SHORTEST_LEAD
    well = before == "as" and tokens[place - 2].text.lower() == "well"
    counted = before in _COUNTING and place - since > 1
    linked = before in _LINKS or well or (counted and word in ASKING)
    if before in ASIDE and word in ("and", "but", "so", "also", "plus"):
        return _SHORTEST_PART
    if linked or before in ASIDE or before in ("so", "/"):
        polar = linked and asking and _asks_of_a_thing(word, after, place + 1 in names)
        again = word == "about" and any(t.text.lower() == word for t in tokens[since:place])
        wants = (
            word == "i"
            and after in _WANTS
            and _KNOWS & {t.text.lower() for t in tokens[place + 2 : place + 6]}
        )
        if (
            _asks(word, after)
            or polar
            or again
            or wants
            or (word in _PREPOSITIONS and after in _ASKED)
        ):
            return _SHORTEST_PART if linked else aside
        if (
            is_facet(tokens[place : last + 1], place, names)
            or _other_facet(tokens, since, place, last, names)
        ) and not _listed(tokens, since, place, last, names):
            return _SHORTEST_PART if asking or linked else None
        return None
    run_on = word in ASKING and asking and before not in _LEADS_ON
    near = {t.text.lower() for t in tokens[place + 2 : place + 6]} & AUXILIARY
    plain = after in AUXILIARY or word.endswith("'s") or (after in _MUCH and near)
    return _RUN_ON if run_on and plain else None


def _asks(word: str, after: str) -> bool:
    return word in ASKING or (word in AUXILIARY and after in _SUBJECTS)


def _asks_of_a_thing(word: str, after: str, named: bool) -> bool:
    """Whether a yes/no question about something that is no pronoun begins with these two words
    ("is remote work …", "will AI …"), not one more verb ("is paid", "can hire")."""
    if word in ("is", "are"):
        return not after.endswith(("ed", "ing")) and after not in _GOES_ON
    return word in _OPENING and (named or word in ("do", "does") or after in ("ai", "people"))


def _opens(tokens: list[Token], place: int) -> bool:
    """Whether a question begins at ``place``, or after words that only join it to the last."""
    while place < len(tokens) - 1 and tokens[place].text.lower() in _JOINTS | {"ok", "hi", "hey"}:
        place += 1
    word = tokens[place].text.lower()
    after = tokens[place + 1].text.lower() if place + 1 < len(tokens) else ""
    subordinate = (word == "when" and after not in AUXILIARY) or after == "if"
    return _asks(word, after) and not subordinate


def _other_facet(
    tokens: list[Token], since: int, place: int, last: int, names: frozenset[int]
) -> bool:
    """Whether a facet is named at ``place`` as another was at ``since``: "three AM skills, three
    AE skills", "bonus based on what, commission based on what"."""
    one = opening_facet(tokens[since:place], since, names)
    other = opening_facet(tokens[place : last + 1], place, names)
    return bool(one and other)


def _listed(tokens: list[Token], since: int, place: int, last: int, names: frozenset[int]) -> bool:
    """Whether the facet at ``place`` is one more item of a list that began before it."""
    facets = facets_named(tokens[since : last + 1])
    own = [f for f in facets if f.first + since >= place][:1]
    before = [f for f in facets if f.last + since < place][-1:]
    words = [t.text.lower() for t in tokens[since : last + 1]]
    inside = frozenset(p - since for p in names)
    if not own or not before or before[0].intent == own[0].intent:
        return False
    return side_by_side(words, before[0], own[0], inside)
