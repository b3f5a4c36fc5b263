"""What people say they have or lack of what only they can judge ("I never touched a budget")."""

from __future__ import annotations

import re

from knowledge.base import KnowledgeBase
from knowledge.schema import Facet, Fact

_LACKING = re.compile(
    r"\b(?:never|no (?:real |actual |proper |proven )?(?:experience|idea|clue|track|budget\w*"
    r"|forecast\w*|knowledge|financ\w+)"
    r"|not (?:much|really|yet|a lot|any|good|strong|done|had|used)|don'?t|dont|didn'?t|haven'?t"
    r"|havent|hasn'?t|have no|had no|got no|has no|without|zero|lack\w*|can'?t|cannot|couldn'?t"
    r"|nothing|bad at|weak\w*|poor at|clueless|(?:only|just) (?:my )?(?:boss|manager|finance"
    r"|director))\b",
    re.I,
)
_HAVING = re.compile(
    r"\b(?:i|we|i've|ive|i'm|im|my)\b.*\b(?:manage|managed|do|did|done|own|owned|run|ran|handle"
    r"|handled|responsible|charge|prepare|prepared|plan|planned|forecast|forecasted|led|lead|drove"
    r"|have|had|got|built|set|delivered|grew)\b",
    re.I,
)
_UNREAL = re.compile(r"\b(?:if|would|could|should|want|wish|hope|might|may|maybe|plan to)\b", re.I)
_ASKING = re.compile(
    r"^\W*(?:(?:and|so|but|ok|well)\W+)*(?:what|which|how|why|when|where|who|do|does|did|is|are|am"
    r"|can|could|should|would|will|tell|explain)\b",
    re.I,
)
# Words of labels that many things are called by.
_COMMON = {
    "experience", "proven", "success", "clients", "client", "expected", "abilities", "market",
    "extra", "responsibilities", "relationships", "thinking", "leadership", "leading", "mentoring",
    "years", "proficiency", "sales", "knowledge", "industry", "specific", "tool", "track",
    "company", "wide", "financial", "key",
}  # fmt: skip
_SHORTEST = 6  # letters by which two forms of a word are taken for the same ("forecasting")


def stems(fact: Fact) -> set[str]:
    """The words of a fact's label that tell it apart from others."""
    words = re.findall(r"[a-z]+", fact.label.lower())
    return {word for word in words if word not in _COMMON and len(word) >= 3} - {"and", "with"}


def speaks_of(text: str, fact: Fact) -> bool:
    """Whether ``text`` uses a telling word of the label of ``fact``, in whatever form."""
    words = re.findall(r"[a-z]+", text.lower())
    return any(
        word == stem or (len(word) >= _SHORTEST - 1 and word[:_SHORTEST] == stem[:_SHORTEST])
        or word.rstrip("s") == stem.rstrip("s")
        for stem in stems(fact) for word in words
    )  # fmt: skip


def claims(text: str, base: KnowledgeBase) -> dict[str, bool]:
    """The facts of which ``text`` says that its speaker has (True) or lacks (False) what they ask.

    Only facts that nothing in a profile can settle are looked at.
    """
    if _ASKING.match(text) or _UNREAL.search(text):
        return {}
    lacking = _LACKING.search(text) is not None
    if not lacking and not _HAVING.search(text):
        return {}
    facts = [
        fact
        for fact in base.find((Facet.QUALIFICATION, Facet.ADVANCEMENT))
        if fact.asks is None and not fact.figures
    ]
    return {fact.id: not lacking for fact in facts if speaks_of(text, fact)}
