"""Finds the names of roles, industries, KPIs and dimensions in a message, typos included.

The names come from the knowledge base, so a new pack is understood without a change here. Names
of things that the documents do not treat (other jobs, industries, employers) come from
``knowledge/vocabulary/outside.yml``; a name that a pack knows is never outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bot.nlu.name_index import NameIndex
from bot.nlu.spelling import is_english, words
from bot.nlu.text import Token
from knowledge.base import KnowledgeBase
from knowledge.names import trades
from knowledge.vocabulary import Vocabulary

_LONGEST = 6  # words of a name; longer names are matched by their first words
_FUZZY_FROM = 8  # letters; shorter names are matched as they are (the speller has mended typos)
_NEAR = 0.86  # likeness to a name, from 0 to 1, of what is a typo of it
_NEAR_IF_KNOWN = 0.9199  # the same where all words are English: two of 25 letters may differ
_BESIDE_AM = (["ae"], ["aes"], ["sam"], ["account"], ["exec"], ["executive"], ["director"])
_ABBREVIATIONS = (
    ("account management", "am"),
    ("account manager", "am"),
    ("account executive", "ae"),
    ("vice president", "vp"),
    ("sales development representative", "sdr"),
)


@dataclass(frozen=True)
class Mention:
    """A name found in a message: which kind of thing, which one, and at which tokens."""

    kind: str  # role, industry, kpi, dimension, facet, other_role, other_industry, employer, ...
    id: str
    first: int  # index of its first token
    last: int  # index of its last token, inclusive
    score: float = 1.0


_YEARS = ("years", "year", "yrs", "yr", "yoe")


class Lexicon:
    """All names, ready for look-up."""

    def __init__(self, base: KnowledgeBase, vocabulary: Vocabulary) -> None:
        self._names: dict[tuple[str, ...], list[tuple[str, str]]] = {}
        self._vocabulary = vocabulary
        self.base = base
        for role in base.roles.values():
            names = [role.name, role.plural, role.short or "", *role.aliases]
            self._add("role", role.id, [v for name in names if name for v in _variants(name)])
        for kind, terms in (
            ("industry", base.industries),
            ("kpi", base.kpis),
            ("dimension", base.dimensions),
        ):
            for term in terms.values():
                self._add(kind, term.id, [term.name, *term.aliases])
        packs = set(self._names)
        for industry, entries in trades().items():
            self._add("industry", industry, [n for n in entries if industry in base.industries])
        self._trades = set(self._names) - packs
        for kind, entries in vocabulary.outside.items():
            for name in entries:
                self._add(kind, name, [name])
        self._places = {tuple(words_and_numbers(name)) for name in vocabulary.places}
        self._not_industry = {tuple(words(name)) for name in vocabulary.not_industry}
        self._joined: dict[str, tuple[str, ...]] = {}
        for parts in self._names:
            if len("".join(parts)) >= _FUZZY_FROM and parts not in self._trades:
                self._joined.setdefault("".join(parts), parts)
        self._fuzzy = NameIndex(self._joined)

    def _add(self, kind: str, identifier: str, names: Iterable[str]) -> None:
        for name in names:
            parts = tuple(words_and_numbers(name))
            for form in (parts, (*parts[:-1], _plural(parts[-1])) if parts else ()):
                if form:
                    entries = self._names.setdefault(form, [])
                    # One name may stand for two things of one kind ("retail"); a name that a
                    # pack knows is nothing outside.
                    if not entries or (entries[0][0] == kind and (kind, identifier) not in entries):
                        entries.append((kind, identifier))

    def place_mentions(self, tokens: list[Token]) -> list[Mention]:
        """Cities, countries and regions named in ``tokens``; longer names win."""
        lower = [token.text.lower() for token in tokens]
        found: list[Mention] = []
        for size in (3, 2, 1):
            for first in range(len(lower) - size + 1):
                name, last = tuple(lower[first : first + size]), first + size - 1
                if name in self._places and not any(
                    m.first <= last and first <= m.last for m in found
                ):
                    found.append(Mention("place", " ".join(name), first, last))
        return found

    def places(self, tokens: list[Token]) -> list[str]:
        """The names of ``place_mentions``."""
        return [mention.id for mention in self.place_mentions(tokens)]

    def terms(self) -> list[str]:
        """The names that the packs know: what typos are mended towards."""
        return [
            " ".join(name)
            for name, entries in self._names.items()
            if entries[0][0] in ("role", "industry", "kpi", "dimension")
            and name not in self._trades
        ]

    def other_terms(self) -> list[str]:
        """Names outside the documents: words to leave alone, but not to mend anything towards."""
        known = (self._vocabulary.outside, trades())
        outside = [name for kind in known for names in kind.values() for name in names]
        return [*outside, *self._vocabulary.places]

    def find(self, tokens: list[Token]) -> list[Mention]:
        """The names in ``tokens``, in order, none overlapping; longer names win."""
        lower = [token.text.lower().removesuffix("'s") for token in tokens]
        taken = [False] * len(tokens)
        found = self._exact(tokens, lower, taken)
        found += self._near(lower, taken)
        found += self._job_titles(lower, taken)
        found += self._bare(lower, taken, found)
        return sorted(found, key=lambda mention: mention.first)

    def _exact(self, tokens: list[Token], lower: list[str], taken: list[bool]) -> list[Mention]:
        found = []
        for size in range(_LONGEST, 0, -1):
            for first in range(len(lower) - size + 1):
                if any(taken[first : first + size]):
                    continue
                window = tuple(lower[first : first + size])
                if window in self._not_industry:
                    taken[first : first + size] = [True] * size
                    continue
                entries = self._names.get(window, [])
                if not entries or (size == 1 and self._is_verb(tokens, lower, first)):
                    continue
                taken[first : first + size] = [True] * size
                if not _denied(lower, first):
                    found += [Mention(*entry, first, first + size - 1) for entry in entries]
        return found

    def _is_verb(self, tokens: list[Token], lower: list[str], place: int) -> bool:
        """Whether "am" at ``place`` is the verb, "sam" a person, or "it" no industry."""
        before = lower[place - 1] if place else ""
        after = lower[place + 1] if place + 1 < len(lower) else ""
        if lower[place] == "sam":
            return before in ("i'm", "is", "it's") and tokens[place].typed != "SAM"
        if lower[place] != "am":
            return False
        if after == "i" and tokens[place].typed != "AM":
            return True
        of_years = before in _YEARS and place > 1 and after not in ("i", "not")
        if of_years and lower[place - 2][:1].isdigit():
            return False  # "5 years am"
        if after in ("and", "versus", "&") and lower[place + 2 : place + 3] in _BESIDE_AM:
            return False  # "difference am and ae"
        if before in ("i", "what", "who", "where", "how", "why", "when") or before[:1].isdigit():
            return True
        if after == "i" and before not in ("a", "an", "the", "as", "plain", "regular"):
            return True  # "is that low or am I whiny"
        if tokens[place].typed == "AM" and not all(t.typed.isupper() for t in tokens if t.is_word):
            return False
        lead = {"a", "an", "the", "as", "for", "of", "vs", "versus", "or", "and", "regular", "than"}
        lead |= {"between", "compare", "with"}
        if not after and before in ("now", "then", "ok", "and", "but", "so", "also"):
            return False  # "now am": the last question for the other role
        lead |= {
            "to",
            "being",
            "every",
            "an",
            "plain",
            "normal",
            "average",
            "new",
            "good",
            "/",
            "&",
        }
        follow = {"role", "job", "position", "jobs", "roles", "side", "path", "track", "vs", "or"}
        follow |= {"skills", "salary", "pay", "kpis", "career", "ladder", "way", "bonus", "?", "/"}
        return before not in lead and after not in follow and not (place == 0 and after != "i")

    def _near(self, lower: list[str], taken: list[bool]) -> list[Mention]:
        """Names with typos, run together or split ("acountmanager", "a count executive")."""
        english = [is_english(word) for word in lower]
        matches = []
        for first in range(len(lower)):
            for size in range(1, min(_LONGEST, len(lower) - first) + 1):
                if any(taken[first : first + size]):
                    break
                text = "".join(lower[first : first + size])
                known = all(english[first : first + size])
                if len(text) >= _FUZZY_FROM - 1 and text.isalpha() and not (known and size == 1):
                    match = self._fuzzy.nearest(text, _NEAR_IF_KNOWN if known else _NEAR)
                    if match is not None:
                        matches.append((*match, first, size))
        found = []
        for name, score, first, size in sorted(matches, key=lambda match: (-match[1], -match[3])):
            if any(taken[first : first + size]):
                continue
            kind, identifier = self._names[self._joined[name]][0]
            if kind not in ("role", "industry", "kpi"):
                continue
            taken[first : first + size] = [True] * size
            found.append(Mention(kind, identifier, first, first + size - 1, score))
        return found

    def _job_titles(self, lower: list[str], taken: list[bool]) -> list[Mention]:
        """Jobs that the documents do not treat: a field and a title ("product manager")."""
        fields, titles = self._vocabulary.job_fields, self._vocabulary.job_titles
        found = []
        for place, word in enumerate(lower):
            if taken[place] or word.rstrip("s") not in titles:
                continue
            first = place
            while first and not taken[first - 1] and lower[first - 1] in fields:
                first -= 1
            last = place
            after = lower[place + 1 : place + 3]
            if first == place and after[:1] == ["of"] and after[1:] and after[1] in fields:
                last = place + 2
            if first == place == last:
                continue
            for index in range(first, last + 1):
                taken[index] = True
            found.append(Mention("other_role", " ".join(lower[first : last + 1]), first, last))
        return found

    def _bare(self, lower: list[str], taken: list[bool], found: list[Mention]) -> list[Mention]:
        """Half-names that only company gives a meaning ("the AM or the exec?")."""
        named = {mention.id for mention in found if mention.kind == "role"}
        extra = []
        for place, word in enumerate(lower):
            entry = self._vocabulary.bare_names.get(word)
            if taken[place] or entry is None:
                continue
            role = next((r for r, company in entry.items() if named & set(company)), None)
            before = lower[place - 1] if place else ""
            if before == "not" or before in _QUALIFIERS:
                continue
            if role and role not in named and role in self.base.roles:
                taken[place] = True
                extra.append(Mention("role", role, place, place))
            elif role is None:
                extra.append(Mention("bare_name", word, place, place))
        return extra


_QUALIFIERS = {"my", "our", "your", "top", "level", "c", "more", "most", "any", "line"}


def _denied(lower: list[str], first: int) -> bool:
    """Whether the name at ``first`` is named only to say that it is not meant ("not senior")."""
    if lower[max(0, first - 1) : first] in (["scrap"], ["strike"], ["scratch"]):
        return True
    return lower[max(0, first - 1) : first] == ["not"] or lower[max(0, first - 2) : first] in (
        ["not", "a"],
        ["not", "the"],
        ["rather", "than"],
        ["instead", "of"],
    )


def words_and_numbers(text: str) -> list[str]:
    """Lower-case words and numbers of a name, as the tokenizer would split it."""
    return words(text) if not re.search(r"\d", text) else re.findall(r"[a-z']+|\d+", text.lower())


@lru_cache(maxsize=4096)
def _variants(name: str) -> tuple[str, ...]:
    """``name`` and the same with the usual abbreviations of its parts ("senior am")."""
    lower = name.lower()
    found = [lower]
    for long, short in _ABBREVIATIONS:
        if long in lower and lower not in (long, f"{long}s"):
            found.append(lower.replace(long, short))
    return tuple(found)


def _plural(word: str) -> str:
    return word if word.endswith("s") else f"{word}s"
