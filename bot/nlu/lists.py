"""Lists of what is asked for ("the skills, degree and years of a director"): an item each.

An item is read as the whole clause without the others: "the degree of a director". So it is
understood like any other question, and what the items share stays with each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.nlu.facet_words import Named, facets_named
from bot.nlu.text import Token

_JOINTS = {"and", "&", ",", "+", "/", "plus", "also", "then", "or", "n", "as", "well", "both",
           "including", "-", ";", ":", "(", ")"}  # fmt: skip
# What may stand around a facet without saying anything else.
_AROUND = {
    *("the", "a", "an", "their", "its", "his", "her", "my", "your", "what", "what's", "whats"),
    *("which", "about", "any", "some", "are", "is", "how", "possible", "usual", "typical", "main"),
    *("average", "required", "needed", "necessary", "expected", "normal", "key", "common"),
    *("basic", "biggest", "main", "minimum", "maximum", "general", "annual", "yearly", "most"),
    *("important", "top", "relevant", "exact", "overall", "usually", "typically", "too", "of"),
    *("potential", "likely", "usual", "real", "actual", "job", "work", "core", "daily", "kind"),
    *("each", "both", "them", "those", "these", "either", "two"),
    *("sort", "type", "if", "there", "possibly", "maybe", "level", "range", "ranges", "size"),
}
_ASKING = {"what", "what's", "whats", "which", "how", "are", "is", "about", "if", "there"}
_OF = {"of", "for", "as", "in", "from", "at", "with", "to", "between", "on"}
# Words of a request around a list that ask for nothing besides it.
_FRAME = {
    *("tell", "me", "give", "show", "list", "explain", "describe", "compare", "want", "need"),
    *("know", "i", "i'd", "like", "would", "to", "please", "pls", "can", "could", "you", "u"),
    *("hi", "hello", "hey", "ok", "okay", "so", "now", "just", "only", "quick", "questions"),
    *("question", "things", "two", "three", "four", "first", "let's", "lets", "talk", "have"),
    *("do", "does", "get", "got", "all", "each", "them", "they", "those", "these", "role", "roles"),
    *("job", "position", "one", "it", "that", "this", "vs", "versus", "by", "comparison", "info"),
    *("information", "details", "interested", "am", "i'm", "im", "looking", "look", "up", "me"),
    *("quickly", "briefly", "again", "same", "thanks", "thank", "cheers", "someone", "who", "us"),
    *("become", "becoming", "being", "need", "needs", "required", "wanna", "there", "go", "over"),
    *("walk", "through", "should", "be", "?", "!", ".", '"', "'", "*", "“", "”", "terms"),
}
_NO_ITEM = {
    *("please", "pls", "plz", "thanks", "thx", "ta", "cheers", "ok", "etc", "stuff", "things"),
    *("thank", "you", "all", "that", "all that", "more", "so", "on", "everything", "no", "not"),
    *("yes", "hi", "hello", "hey", "lol", "both", "too", "also", "again", "now", "quickly", "it"),
}  # fmt: skip
_SUM = {"ask_salary", "ask_bonus"}
_LONGEST_UNKNOWN = 2  # words of an item that no facet word names ("holidays")


@dataclass(frozen=True)
class Item:
    """An item of a list: the facet it names ("" if none that is known), and the places of the
    tokens that it is read as."""

    intent: str
    places: tuple[int, ...]


@dataclass(frozen=True)
class Items:
    """The items of a clause. ``pure`` if the clause asks for nothing besides them."""

    items: tuple[Item, ...] = ()
    pure: bool = False


def items_of(
    tokens: Sequence[Token],
    names: frozenset[int] = frozenset(),
    outside: Sequence[tuple[int, int]] = (),
) -> Items:
    """The items that ``tokens`` list. ``names`` are the places of names of roles and the like,
    ``outside`` where perks and matters are named that no document treats."""
    words = [token.text.lower() for token in tokens]
    named = facets_named(tokens, names)
    free = [
        Named("", a, b) for a, b in outside if not any(a <= n.last and n.first <= b for n in named)
    ]
    run = _run(words, sorted([*named, *free], key=lambda facet: facet.first), names)
    if len({named.intent for named in run}) < 2:
        return Items()
    extents = _extents(words, run, names)
    first, last = extents[0][1], extents[-1][2]
    lead, tail = range(first), range(last + 1, len(words))
    around = [p for p in (*lead, *tail) if p not in names]
    pure = all(words[p] in _FRAME | _JOINTS | _AROUND | _OF for p in around)
    own = [any(p in names for p in range(a, b + 1)) for _, a, b in extents]
    items: list[Item] = []
    counted = any(named.counted for named in run)
    if counted or {intent for intent, _, _ in extents} == _SUM:
        # "Base + bonus?" may want both together: each is read in the whole.
        whole = tuple(range(len(words)))
        return Items(tuple(Item(name, whole) for name in _asked(words, run)), pure)
    for (intent, a, b), has_own in zip(extents, own, strict=True):
        behind: tuple[int, ...] = tuple(tail) if not has_own or b == last else ()
        before = () if words[a] in _ASKING else tuple(lead)
        places = (*before, *range(a, b + 1), *behind)
        if not any(intent and intent == item.intent for item in items):
            items.append(Item(intent, places))
    return Items(tuple(items), pure)


def _asked(words: Sequence[str], run: Sequence[Named]) -> list[str]:
    """What ``run`` asks for, each once: what figures are given for only beside what is added to
    it ("65k base + commission", but "140k base, bonus?")."""
    asked = [
        facet.intent
        for place, facet in enumerate(run)
        if not facet.counted
        or len(run) == place + 1
        or {*words[facet.last + 1 : run[place + 1].first]} & _ADDED
    ]
    return list(dict.fromkeys(asked))


_ADDED = {"+", "and", "&", "plus", "with"}


def is_facet(tokens: Sequence[Token], offset: int, names: frozenset[int]) -> bool:
    """Whether ``tokens`` up to the next joint only name a facet ("any tips", "the bonus").

    ``names`` are the places of names, counted from ``offset`` before the first of ``tokens``.
    """
    words = [token.text.lower() for token in tokens]
    end = next((p for p, word in enumerate(words) if word in _JOINTS and p), len(words))
    facets = facets_named(tokens[:end])
    if not facets:
        return False
    facet = facets[0]
    rest = [p for p in range(end) if not facet.first <= p <= facet.last and p + offset not in names]
    return all(words[p] in _AROUND | _OF | {"else", "please", "pls", "?"} for p in rest)


def opening_facet(tokens: Sequence[Token], offset: int, names: frozenset[int]) -> str:
    """The facet that ``tokens`` begin with, after names and words around it; "" if none."""
    found = next(iter(facets_named(tokens)), None)
    if found is None:
        return ""
    before = [p for p in range(found.first) if p + offset not in names]
    words = [tokens[p].text.lower() for p in before]
    return found.intent if all(w in _AROUND | _FRAME | _COUNTS | _JOINTS for w in words) else ""


_COUNTS = {"name", "one", "two", "three", "four", "five", "1", "2", "3", "4", "5"}


def only_names(tokens: Sequence[Token], offset: int, names: frozenset[int]) -> bool:
    """Whether ``tokens`` say no more than about whom or what is asked ("for an AM in retail:")."""
    words = [token.text.lower() for token in tokens]
    named = [p for p in range(len(words)) if p + offset in names]
    rest = [words[p] for p in range(len(words)) if p not in named]
    around = (_AROUND - _ASKING) | _OF | _JOINTS | _SCENE
    return bool(named) and all(word in around for word in rest)


_SCENE = {"hi", "hello", "hey", "ok", "okay", "so", "regarding", "concerning", "re", "now", "jobs",
          "role", "position", "job", "industry", "sector", "company", "about"}  # fmt: skip


def _run(words: Sequence[str], named: Sequence[Named], names: frozenset[int]) -> list[Named]:
    """The longest run of ``named`` that stand side by side, with nothing but joints, names and
    words around a facet in between."""
    runs: list[list[Named]] = []
    for facet in named:
        if runs and side_by_side(words, runs[-1][-1], facet, names):
            runs[-1].append(facet)
        else:
            runs.append([facet])
    return max(runs, key=len, default=[])


def side_by_side(words: Sequence[str], one: Named, other: Named, names: frozenset[int]) -> bool:
    """Whether two facets named are items of one list."""
    between = range(one.last + 1, other.first)
    joints = [p for p in between if _parts_items(words, p, names)]
    rest = [p for p in between if words[p] not in _JOINTS and p not in names]
    if not joints:
        return False
    plain = all(words[p] in _AROUND | _OF for p in rest)
    return plain or _unknown(words, one.last + 1, other.first - 1, names) is not None


def _parts_items(words: Sequence[str], place: int, names: frozenset[int]) -> bool:
    """Whether a joint stands at ``place`` that parts items: it does not stand between two names
    ("a SAM and a director")."""
    if words[place] not in _JOINTS:
        return False
    before, after = place - 1, place + 1
    while before >= 0 and words[before] in _AROUND:
        before -= 1
    while after < len(words) and words[after] in _AROUND:
        after += 1
    return not (before in names and after in names)


def _unknown(
    words: Sequence[str], first: int, last: int, names: frozenset[int]
) -> tuple[int, int] | None:
    """The one item between joints from ``first`` to ``last`` that no facet word names."""
    pieces: list[list[int]] = [[]]
    for place in range(first, last + 1):
        if words[place] in _JOINTS:
            pieces.append([])
        else:
            pieces[-1].append(place)
    inner = pieces[1:-1]
    odd = [p for p in pieces if any(words[i] not in _AROUND | _OF and i not in names for i in p)]
    if len(odd) != 1 or odd[0] not in inner:
        return None
    core = [i for i in odd[0] if words[i] not in _AROUND]
    if len(core) > _LONGEST_UNKNOWN or any(words[i] in _NO_ITEM | _FRAME for i in core):
        return None
    return odd[0][0], odd[0][-1]


def _extents(
    words: Sequence[str], run: Sequence[Named], names: frozenset[int]
) -> list[tuple[str, int, int]]:
    """Each item with the places it covers: its facet, the words before it since the last joint
    and those after it up to the next; the last one ends with its facet."""
    found: list[tuple[str, int, int]] = []
    for place, facet in enumerate(run):
        first = facet.first
        floor = run[place - 1].last + 1 if place else 0
        around = _AROUND if place else _AROUND - _ASKING
        while first > floor and words[first - 1] in around:
            first -= 1
        last = facet.last
        if place + 1 < len(run):
            following = run[place + 1].first
            while last + 1 < following and not _parts_items(words, last + 1, names):
                last += 1
            unknown = _unknown(words, facet.last + 1, following - 1, names)
            found.append((facet.intent, first, last))
            if unknown:
                found.append(("", *unknown))
        else:
            found.append((facet.intent, first, last))
    return found
