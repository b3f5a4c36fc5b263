"""Figures that a message puts right without a word of what they count."""

from __future__ import annotations

import re
from datetime import date

from actions.profile.fields import YEARS
from actions.statement import Statement
from bot.nlu.statements.corrections import Correction, without_old
from bot.nlu.statements.found import Found, Sentence, as_number
from bot.nlu.statements.outcomes import discounts, on_top, outcome, taken_off


def unnamed_number(
    found: Found, put_right: Correction, sentence: Sentence, discounted: bool
) -> None:
    """A figure put right without a word of what it counts ("8, not 6"; "so 4 after all").

    ``discounted`` if a sentence before put something right.
    """
    counted = any(isinstance(s.value, (int, float, dict)) for s in found.statements)
    several = _SEVERAL.match(sentence.marked) if put_right.marked and not counted else None
    if several:
        values = [as_number(float(n)) for n in re.findall(r"\d+(?:\.\d+)?", several["all"])]
        found.add("numbers", values, sentence.text, corrects=True)
        return
    marked, old = sentence.marked, put_right.old
    corrects = put_right.marked or discounted or discounts(marked)
    new = outcome(without_old(marked) if old is not None else marked, counted) if corrects else None
    brief = old is not None or (_brief(sentence) and not found.statements)
    if new is None and put_right.marked and not counted and brief:
        new = put_right.new
    if new is not None and 1950 <= new <= date.today().year:
        new = date.today().year - new  # "started in 2015, no sorry 2018"
    if new is not None:
        of_years = old is not None and _OF_YEARS.search(sentence.marked)
        name = "years" if of_years else "number"
        found.add(name, as_number(new), sentence.text, corrects=True, old=old)
        return
    off = taken_off(marked, put_right.marked)
    if off is not None and discounts(marked):
        # "1 of the leading years i was only deputy": none that count
        kept = [s for s in found.statements if s.field not in YEARS or s.value != off]
        counted, found.statements = counted and len(kept) == len(found.statements), kept
    if counted:
        return
    for name, number in (("fewer_years", off), ("added_years", on_top(marked))):
        if number is not None:
            found.add(name, as_number(number), sentence.text, corrects=True)


# "No wait, 8 and 4": two figures in the order in which they were told.
_SEVERAL = re.compile(
    r"\W*(?:(?:no|wait|sorry|oops|actually|it's|they're|make (?:it|that)|i meant|i mean|rather|should be"
    r"|correction|scratch that|my bad|so)\W+)*(?P<all>\d+(?:\.\d+)?(?: years)?(?:\W+(?:and )?\d+(?:\.\d+)?"
    r"(?: years)?)+)(?: (?:instead|respectively|it is|years))*\W*$"
)


_OF_YEARS = re.compile(r"\b\d+(?:\.\d+)? years\b")


def _brief(sentence: Sentence) -> bool:
    """Whether a sentence is so short that a figure in it can only be the one put right."""
    fixed = re.search(r"\bmake (?:it|that)\b", sentence.marked)
    return fixed is not None or len(sentence.marked.split()) <= 6


def without_sums(told: list[list[Statement]]) -> list[list[Statement]]:
    """``told`` without what goes off or comes on top, where the outcome is said itself."""
    says = any(s.field in ("number", *YEARS) and s.corrects for part in told for s in part)
    if not says:
        return told
    return [[s for s in part if s.field not in ("fewer_years", "added_years")] for part in told]
