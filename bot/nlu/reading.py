"""Reads a message: cleaned, spelt, with names found, cut into clauses ready for encoding."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from actions.perspective import another, named
from actions.statement import Statement
from bot.nlu import clauses, lists, values
from bot.nlu.cuts import Span
from bot.nlu.lexicon import Lexicon, Mention
from bot.nlu.spelling import Speller
from bot.nlu.statements import extract, of_another
from bot.nlu.statements.found import Sentence
from bot.nlu.statements.marked import marked
from bot.nlu.statements.others import persons
from bot.nlu.text import Token, clean, join, tokenize

_LONGEST_ANCHORED = 12  # words
# The first role of a clause becomes the first word, another one the second, and so on.
ROLE_MASKS = ("manager", "executive", "director", "officer")


@dataclass
class Reading:
    """A clause before its intent is known. ``masked`` is its text with every role alike, so that
    what is asked shows, not about whom. ``parts`` are the questions that it may fall into,
    ``items`` those of a list in it; ``facet`` is what an item names in so many words, ``pure``
    says that nothing is asked besides the items."""

    text: str
    masked: str
    mentions: list[Mention]
    items: list[Reading] = field(default_factory=list)
    facet: str = ""
    pure: bool = False
    only_names: bool = False
    opens_facet: bool = False  # it begins by naming a facet ("three AE skills")
    parts: list[Reading] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    question: bool = False
    statements: list[Statement] = field(default_factory=list)
    other: str = ""  # whom besides the speaker it is about, as in actions.perspective
    of_other: list[Statement] = field(default_factory=list)  # and what it tells of them

    def names(self, kind: str) -> list[str]:
        """The ids of one kind, each once, in the order in which they stand."""
        return list(dict.fromkeys(m.id for m in self.mentions if m.kind == kind))

    @property
    def anchored(self) -> str:
        """What a short clause without a role asks if it is asked of one; "" for other clauses."""
        if len(self.masked.split()) > _LONGEST_ANCHORED or self.names("role"):
            return ""
        return f"{self.masked.rstrip(' ?.!,')} as a {ROLE_MASKS[0]}?"

    @property
    def outside(self) -> dict[str, list[str]]:
        """Names that the documents do not treat, by kind."""
        kinds = ("other_role", "other_industry", "employer", "certificate", "perk", "matter")
        found = {kind: self.names(kind) for kind in kinds}
        found["place"] = self.places
        return {kind: names for kind, names in found.items() if names}


# "She's an AM, has a degree": what is told goes on in the next part.
_GOES_ON = re.compile(
    r"\W*(?:and )?(?:has|had|leads|led|mentors|manages|earns|wants|works|runs|makes|holds|never)\b",
    re.I,
)


class Reader:
    """Turns text into readings. Made once; holds the speller and the lexicon."""

    def __init__(self, speller: Speller, lexicon: Lexicon) -> None:
        self._speller = speller
        self._lexicon = lexicon

    def tokens(self, text: str) -> list[Token]:
        return self._speller.correct(tokenize(clean(text)))

    def read(self, text: str) -> list[Reading]:
        """The clauses of ``text``; none if it holds no words."""
        tokens = self.tokens(text)
        return self.read_tokens(tokens)

    def read_tokens(self, tokens: list[Token], towns: Sequence[str] = ()) -> list[Reading]:
        """The clauses of ``tokens``. ``towns`` are names of places, as typed, found otherwise."""
        mentions = self._lexicon.find(tokens)
        spans = clauses.split(tokens, _places_of_names(mentions))
        readings = [self._reading(tokens, span, mentions) for span in spans]
        sentences = self._sentences(tokens, spans, mentions, towns)
        told = zip(extract(sentences), of_another(sentences), strict=True)
        for reading, (own, theirs) in zip(readings, told, strict=True):
            # What reads alike with either speaker is said of the one who is named.
            one = theirs.other != "they"  # who may be things, or people in general
            reading.statements = [s for s in own if not (one and s in theirs.statements)]
            reading.other, reading.of_other = theirs.other, theirs.statements
            for place, part in enumerate(reading.parts):
                part.other = another(named(part.text, theirs.other)) if theirs.other else ""
                if place == 0:
                    part.statements = reading.statements
                if place == 0 or _GOES_ON.match(part.text):
                    part.of_other = reading.of_other
        return readings

    def _sentences(
        self,
        tokens: list[Token],
        spans: list[Span],
        mentions: list[Mention],
        towns: Sequence[str],
    ) -> list[Sentence]:
        """Each span in regular form."""
        taken = {place for m in mentions for place in range(m.first, m.last + 1)}
        known = [*self._lexicon.place_mentions(tokens), *_named(tokens, towns)]
        places = [m for m in known if m.first not in taken] + persons(tokens, mentions)
        sentences = []
        for span in spans:
            own = tokens[span.first : span.last + 1]
            inside = [
                m for m in [*mentions, *places] if span.first <= m.first <= m.last <= span.last
            ]
            sentences.append(Sentence(marked(own, span.first, inside), join(own), span.question))
        return sentences

    def masked(self, text: str) -> str:
        """The whole of ``text`` as one masked sentence, as clauses are encoded."""
        tokens = self.tokens(text)
        return _masked(tokens, 0, self._lexicon.find(tokens))

    def _reading(self, tokens: list[Token], span: Span, mentions: list[Mention]) -> Reading:
        places = [*span.lead, *range(span.first, span.last + 1)]
        reading = self._of(tokens, places, mentions, span.question)
        reading.parts = [self._reading(tokens, part, mentions) for part in span.parts]
        named = _places_of_names(reading.mentions)
        own = tokens[span.first : span.last + 1]
        reading.only_names = not span.lead and lists.only_names(own, span.first, named)
        reading.opens_facet = bool(lists.opening_facet(own, span.first, named))
        index = {place: i for i, place in enumerate(places)}
        listed = lists.items_of(
            [tokens[p] for p in places],
            frozenset(i for p, i in index.items() if p in named),
            [
                (index[m.first], index[m.last])
                for m in reading.mentions
                if m.kind in ("perk", "matter")
            ],
        )
        reading.pure = listed.pure
        for item in listed.items:
            alone = self._of(tokens, [places[p] for p in item.places], mentions, span.question)
            alone.facet = item.intent
            reading.items.append(alone)
        return reading

    def _of(
        self, tokens: list[Token], places: Sequence[int], mentions: list[Mention], question: bool
    ) -> Reading:
        """The tokens at ``places``, read as one clause."""
        inside = [m for m in mentions if {m.first, m.last} <= {*places}]
        own = [tokens[place] for place in places]
        moved = {place: index for index, place in enumerate(places)}
        here = [replace(m, first=moved[m.first], last=moved[m.last]) for m in inside]
        text = join(own)
        if question:
            text += "?"
        return Reading(
            text=text,
            masked=_EACH.sub("they", _masked(own, 0, here)),
            mentions=inside,
            places=self._lexicon.places(own),
            question=question or values.is_polar(text),
        )


# Several roles meant together are asked about as one is ("what does each do").
_EACH = re.compile(r"\b(?:each(?: of (?:them|those|these))?|(?:those|these) two)(?= \w)")
_NAMES = ("role", "industry", "bare_name")


def _places_of_names(mentions: Sequence[Mention]) -> frozenset[int]:
    """The places of names of what is asked about."""
    return frozenset(p for m in mentions if m.kind in _NAMES for p in range(m.first, m.last + 1))


def _named(tokens: list[Token], names: Sequence[str]) -> list[Mention]:
    """Where ``names`` of places stand in ``tokens``, each after a word such as "in"."""
    typed = [token.typed.lower() for token in tokens]
    found = []
    for name in names:
        parts = [token.typed.lower() for token in tokenize(name)]
        for first in range(1, len(typed) - len(parts) + 1):
            if typed[first : first + len(parts)] == parts and typed[first - 1] in _BEFORE_A_PLACE:
                found.append(Mention("place", " ".join(parts), first, first + len(parts) - 1))
    return found


_BEFORE_A_PLACE = ("in", "from", "near", "around", "to")


def _masked(tokens: list[Token], offset: int, mentions: list[Mention]) -> str:
    """The text of ``tokens`` with its roles put as the same words whichever they are.

    Jobs that the documents do not treat stay as they are: to ask about one is another matter.
    """
    kept: list[Token] = []
    roles = [m for m in mentions if m.kind == "role"]
    order = list(dict.fromkeys(m.id for m in roles))
    for place, token in enumerate(tokens, start=offset):
        role = next((m for m in roles if m.first <= place <= m.last), None)
        if role is None:
            kept.append(token)
        elif place == role.first:
            plural = tokens[role.last - offset].text.lower().endswith("s")
            mask = ROLE_MASKS[min(order.index(role.id), len(ROLE_MASKS) - 1)]
            kept.append(replace(token, text=mask + ("s" if plural else "")))
    text = _plain(join(kept).lower())
    shorter = _OFFERED.sub("", text)
    return shorter if len(shorter.split()) > 2 else text


# "My uncle says AMs hunt for customers. Is he right?": who says so changes nothing.
_TAG = re.compile(
    r"\W+(?:(?:or )?is (?:she|he|that|it|this|they) (?:right|true|correct|so|wrong)"
    r"|(?:is that )?true|right|correct|does (?:that|this|it) check out"
    r"|(?:yes|true|fact|right) or (?:no|not|false|myth|fiction|wrong))\W*$"
)
_REPORTED = re.compile(
    r"^(?:\W*(?:so|but|and|well|ok|hey|hi)\W+)*(?:(?:my|an?|the|some|our|this|one) (?:\w+ ){1,3}"
    r"|(?:people|they|everyone|everybody|someone|somebody|he|she|i|we) )"
    r"(?:once |always |just |keeps? |kept )*"
    r"(?:says?|said|told me|tells? me|telling me|claims?|claimed|thinks?|thought|believes?|reckons?"
    r"|heard|have heard|read|was told|been told|insists?|swears?)(?: to me)?(?: that)?[ ,:]+"
)


def _plain(text: str) -> str:
    """A claim that is asked about, without who made it and the words that ask whether it holds."""
    bare = _TAG.sub("", text)
    if bare == text and not text.endswith("?"):
        return text
    plain = _REPORTED.sub("", bare)
    return plain if len(plain.split()) > 3 else text


# "who signs the contract, the manager or the executive?": the offer says nothing of what is asked.
_MASK = rf"(?:the |an? |is it |with )*(?:{'|'.join(ROLE_MASKS)})s?(?:'s)?"
_OFFERED = re.compile(rf"\s*[,:–-]?\s*\b(?:is it )?{_MASK}\s+(?:or|vs)\s+{_MASK}\s*\??$")
