"""Finds the name that a text is a typo of, among thousands, in microseconds."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

_END = 3  # letters


class NameIndex:
    """Names without blanks, of at least eight letters each."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = dict.fromkeys(names)
        self._by_end: dict[str, list[str]] = {}
        self._by_length: dict[tuple[int, float], list[str]] = {}
        for name in self._names:
            for end in _ends(name):
                self._by_end.setdefault(end, []).append(name)

    def nearest(self, text: str, least: float) -> tuple[str, float] | None:
        """The name most like ``text`` and how like it is, from ``least`` to 1; None if none is.

        Likeness is the share of letters that stay: a letter may be missing, added, changed, or
        have changed places with the next.
        """
        if text in self._names:
            return text, 1.0
        # In the longest name that is like enough.
        slips = int(len(text) * (1 - least) / least)
        if slips == 0:
            return None
        if slips == 1:
            # One slip is not at both ends.
            names = [name for end in _ends(text) for name in self._by_end.get(end, ())]
        else:
            names = self._of_length(len(text), least)
        found = process.extractOne(
            text, names, scorer=OSA.normalized_similarity, score_cutoff=least
        )
        return (found[0], found[1]) if found else None

    def _of_length(self, length: int, least: float) -> list[str]:
        """The names whose length does not make them too unlike."""
        if (length, least) not in self._by_length:
            self._by_length[length, least] = [
                name
                for name in self._names
                if min(length, len(name)) >= least * max(length, len(name))
            ]
        return self._by_length[length, least]


def _ends(text: str) -> tuple[str, str]:
    return f"^{text[:_END]}", f"{text[-_END:]}$"
