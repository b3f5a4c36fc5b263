"""The documents that packs are made from: plain text, a heading, paragraph or list item a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from knowledge.schema import Document

INTRODUCTION = "Introduction"  # the section of what stands before the first heading
COPIED_FROM = 9  # so many words in a row are the document's wording, not ours
_END = "Other Articles"  # what stands after this line is no knowledge
_LONGEST_HEADING = 12  # words
_NUMBER = re.compile(r"^[A-Z]\. (?=\S)")
# fmt: off
_SMALL_WORDS = frozenset((
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "per",
    "the", "to", "towards", "versus", "via", "vs", "vs.", "with", "within",
))
# fmt: on


class DocumentError(ValueError):
    """A document that cannot be read. The text is a sentence."""


@dataclass(frozen=True)
class Text:
    """A document's lines, up to its end."""

    file: str
    lines: list[str]

    @classmethod
    def of(cls, file: str, text: str) -> Text:
        lines = [line.strip() for line in text.replace("’", "'").splitlines()]
        return cls(file, lines[: lines.index(_END)] if _END in lines else lines)

    @classmethod
    def read(cls, folder: Path, document: Document) -> Text:
        """The text of ``document``, whose file is in ``folder``. Raises DocumentError."""
        path = folder / document.file
        try:
            return cls.of(document.file, path.read_text(encoding="utf-8"))
        except UnicodeDecodeError as error:
            raise DocumentError(f"{path} cannot be read: it is not UTF-8 text.") from error
        except OSError as error:
            raise DocumentError(f"{path} cannot be read: {error.strerror}.") from error

    def headings(self) -> Iterator[tuple[int, str]]:
        """Lines that look like headings, each with its index."""
        return ((index, line) for index, line in enumerate(self.lines) if _like_heading(line))

    def place(self, sections: list[str]) -> dict[str, int]:
        """The line index of each of ``sections`` that stands where its place in the list wants it.

        Sections are named without the letter that numbers some headings ("A. ").

        A heading that comes twice is found twice if it is twice in the list; the last one counts.
        """
        places: dict[str, int] = {}
        start = 0
        names = [_NUMBER.sub("", line) for line in self.lines]
        for section in sections:
            if section in names[start:]:
                places[section] = names.index(section, start)
                start = places[section] + 1
        return places

    def copied(self, own: str) -> str | None:
        """The first ``COPIED_FROM`` words in a row that ``own`` has from this text, if any."""
        return next((" ".join(run) for run in _runs(own) if run in self._known_runs), None)

    @cached_property
    def _known_runs(self) -> frozenset[tuple[str, ...]]:
        return frozenset(_runs(" ".join(self.lines)))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of ``COPIED_FROM`` words, whatever stands between them."""
    words = re.findall(r"[a-z0-9]+(?:'[a-z]+)?", text.replace("’", "'").lower())
    return zip(*(words[start:] for start in range(COPIED_FROM)), strict=False)


def _like_heading(line: str) -> bool:
    """Whether ``line`` is short, no sentence and no list item, and nearly all words are capital."""
    words = line.split()
    if not words or len(words) > _LONGEST_HEADING or not line[0].isalnum():
        return False
    if line[-1] in ".:;,!?" or ": " in line:
        return False
    named = [word for word in words if word[:1].isalpha() and word not in _SMALL_WORDS]
    return bool(named) and all(word[0].isupper() for word in named)
