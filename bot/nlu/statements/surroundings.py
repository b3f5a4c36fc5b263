"""Where one works: industry, place and company of a chunk, told or taken back."""

from __future__ import annotations

import re

from bot.nlu.statements import career
from bot.nlu.statements.chunks import Chunk
from bot.nlu.statements.found import Found

DENIES = re.compile(r"\b(?:not|no longer|don't|isn't|aren't|haven't|never|ain't)\b")


def search_surroundings(chunk: Chunk, said: str, found: Found, how: dict[str, bool]) -> None:
    text = chunk.text
    if "{roles=" in text and not re.search(r"\b(?:i|i'm|i've|my|we|we're|our|me)\b", text):
        return  # "account executives in healthcare": of them, not of the speaker
    fragment = not re.search(r"\b(?:i|i'm|i've|my|is|are|was|have|has|do|it's)\b", text)
    text = _NOT_THE_OTHER.sub(r"\g<is>", text)
    if DENIES.search(text):
        _take_back(text, said, found)
        return
    left = career.left_industry(text)
    trade = career.industry(text, fragment and len(text.split()) <= 7)
    if trade is not None and trade != left:
        found.add("industry", trade, said, **how)
    elif left is not None:
        found.add("industry", None, said, **how, old=left)
    place = career.location(text, fragment)
    if place is not None:
        found.add("location", place, said, **how)
    size = career.company_size(text)
    if size is not None and not any(
        s.field == "team_size" and s.value == size for s in found.statements
    ):
        found.add("company_size", size, said, **how)


# "It's fintech, not retail": what is denied beside what holds says nothing more.
_NOT_THE_OTHER = re.compile(
    r"(?P<is>\{(?:industry|other_industry|place)=\w+\}(?: (?:industry|sector|company|firm))?) (?:and )?"
    r"(?:not|no longer|isn't|instead of|rather than)(?: (?:in|at|an?|the|for|my|any))*"
    r" (?!yet\b|sure\b|really\b|so\b|much\b|\w+ing\b)[\w{}=]+(?: (?:industry|sector|company|firm|any ?more))?\W*$"
)


def _take_back(text: str, said: str, found: Found) -> None:
    """Statements that one's role, industry, place or company is not (any more) what was known."""
    role = re.search(r"\{role=(\w+)\}", text)
    denied = {
        "current_role": role[1] if role else None,
        "industry": career.left_industry(text),
        "location": career.location(text, True),
        "company_size": career.company_size(text) or ("startup" if "startup" in text else None),
    }
    for name, value in denied.items():
        if value is not None and not any(s.field == name for s in found.statements):
            found.add(name, None, said, old=value)
