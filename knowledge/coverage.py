"""How much of its document a pack holds: sections cited, figures found, nothing copied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.documents import INTRODUCTION, Text
from knowledge.quantities import Quantity, quantities, quantity_of
from knowledge.schema import Document, Fact, Pack


@dataclass(frozen=True)
class FoundFigure:
    """A figure of a document: its line (from 1), section and words; whether the pack has it."""

    line: int
    section: str
    words: str
    in_pack: bool


@dataclass(frozen=True)
class Coverage:
    """What a pack holds of one document. ``sections`` counts the facts that cite each section.

    Of the pack's figures, ``invented`` are not in the document. ``problems`` are
    "file:line: reason" or, where no line can be named, "file: reason".
    """

    document: Document
    sections: dict[str, int]
    figures: list[FoundFigure]
    pack_figures: int
    invented: int
    problems: list[str]

    @property
    def complete(self) -> bool:
        return not self.problems


def check(packs: Sequence[Pack], folder: Path) -> list[Coverage]:
    """The coverage of each pack's document in ``folder``. Raises documents.DocumentError."""
    return [coverage(pack, Text.read(folder, pack.document)) for pack in packs]


def coverage(pack: Pack, text: Text) -> Coverage:
    """Compare ``pack`` with the text that it was made from."""
    places = text.place(pack.document.sections)
    cited = dict.fromkeys(pack.document.sections, 0)
    for fact in pack.facts:
        cited[fact.section] += 1
    figures = list(_figures(pack, text, places))
    invented = list(_invented_figures(pack, text))
    problems = [
        *_unplaced(pack.document, text, places),
        *_unlisted(pack.document, text, places),
        *(
            f"{text.file}:{places.get(section, 0) + 1}: no fact cites the section '{section}'"
            for section, facts in cited.items()
            if not facts
        ),
        *(
            f"{text.file}:{f.line}: no fact of the section '{f.section}' has the figure '{f.words}'"
            for f in figures
            if not f.in_pack
        ),
        *invented,
        *_invented_numbers(pack, text),
        *_copied(pack, text),
    ]
    count = sum(len(fact.figures) for fact in pack.facts)
    return Coverage(pack.document, cited, figures, count, len(invented), problems)


def _unplaced(document: Document, text: Text, places: dict[str, int]) -> Iterator[str]:
    """Sections of the pack that the document does not have, or in another order."""
    for section in document.sections:
        if section not in places and section != INTRODUCTION:
            yield (
                f"{text.file}: the pack's section '{section}' is no line of it, "
                "or stands at another place"
            )


def _unlisted(document: Document, text: Text, places: dict[str, int]) -> Iterator[str]:
    """Headings of the document that the pack does not list, and an opening without a section."""
    for index, line in text.headings():
        if index not in places.values():
            yield f"{text.file}:{index + 1}: the pack has no section '{line}'"
    opening = any(text.lines[: min(places.values(), default=0)])
    if opening and INTRODUCTION not in document.sections:
        yield f"{text.file}:1: the pack has no section '{INTRODUCTION}' for the opening"


def _figures(pack: Pack, text: Text, places: dict[str, int]) -> Iterator[FoundFigure]:
    """Each figure of the text, looked for in the facts that cite its section."""
    held: dict[str, set[Quantity]] = {}
    for fact in pack.facts:
        held.setdefault(fact.section, set()).update(map(quantity_of, fact.figures))
    starts = {index: section for section, index in places.items()}
    section = INTRODUCTION
    for index, line in enumerate(text.lines):
        section = starts.get(index, section)
        for words, quantity in quantities(line):
            yield FoundFigure(index + 1, section, words, quantity in held.get(section, set()))


def _invented_figures(pack: Pack, text: Text) -> Iterator[str]:
    """Figures of facts that the document does not have."""
    known = set(_all_quantities(text))
    for fact in pack.facts:
        for figure in fact.figures:
            if quantity_of(figure) not in known:
                high = f" to {figure.high:g}" if figure.high is not None else ""
                amount = f"{figure.low:g}{high}{'+' if figure.or_more else ''}"
                yield (
                    f"{text.file}: has no figure '{figure.measure.value} {amount}' "
                    f"as the fact '{fact.id}' says"
                )


def _invented_numbers(pack: Pack, text: Text) -> Iterator[str]:
    """Numbers in the words of facts that the document does not have."""
    values = {value for quantity in _all_quantities(text) for value in quantity.values}
    for fact in pack.facts:
        for own in (fact.label, fact.detail, fact.statement):
            for words, quantity in quantities(own):
                if not quantity.values <= values:
                    yield f"{text.file}: has no '{words}' as the fact '{fact.id}' says"


def _all_quantities(text: Text) -> Iterator[Quantity]:
    return (quantity for line in text.lines for _, quantity in quantities(line))


def _copied(pack: Pack, text: Text) -> Iterator[str]:
    """Facts that use the document's wording."""
    for fact in pack.facts:
        for own in _own_words(fact):
            words = text.copied(own)
            if words:
                yield f"{text.file}: the fact '{fact.id}' copies '{words} ...'"


def _own_words(fact: Fact) -> list[str]:
    return [fact.label, fact.detail, fact.statement, *fact.questions, *fact.yes, *fact.no]
