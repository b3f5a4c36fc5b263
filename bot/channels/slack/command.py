"""`/coach …`: the question that its words stand for. The coach answers it like any other."""

from __future__ import annotations

import re

from actions.wording import with_article
from knowledge.base import KnowledgeBase

HELP = "What can you do?"
_APART = re.compile(r"\s*(?:,|\bvs\.?|\bversus\b|\band\b|\bwith\b|\bto\b|/)\s*", re.I)
_FIXED = {
    "": HELP,
    "help": HELP,
    "plan": "Make me a plan.",
    "me": "What do you know about me?",
    "profile": "What do you know about me?",
}


def question(words: str, base: KnowledgeBase) -> str:
    """The question of ``words``: of a short form, or as they are."""
    text = " ".join(words.split())
    verb, _, rest = text.partition(" ")
    if text.lower() in _FIXED:
        return _FIXED[text.lower()]
    if verb.lower() == "compare" and rest:
        pair = _pair(rest, base)
        if pair:
            one, two = (with_article(name) for name in pair)
            return f"What is the difference between {one} and {two}?"
    if verb.lower() in ("pay", "salary") and rest and len(rest.split()) <= 5:
        return f"What does {with_article(rest)} earn?"
    if verb.lower() == "plan" and len(rest.split()) <= 5:
        role = re.sub(r"^(?:to|for|as|become|becoming)\s+", "", rest, flags=re.I)
        return f"Make me a plan to become {with_article(role)}."
    return text


def _pair(words: str, base: KnowledgeBase) -> tuple[str, str] | None:
    """The two roles that ``words`` name: parted by a word such as "and", else where both sides
    are names of roles; None if that leaves open which."""
    parts = [part for part in _APART.split(words) if part]
    if len(parts) == 2:
        return parts[0], parts[1]
    tokens = words.split()
    names = {name.lower() for role in base.roles.values()
             for name in (role.name, role.short or "", *role.aliases) if name}  # fmt: skip
    splits = [(" ".join(tokens[:n]), " ".join(tokens[n:])) for n in range(1, len(tokens))]
    known = [pair for pair in splits if all(name.lower() in names for name in pair)]
    if known:
        return known[0]
    return splits[0] if len(splits) == 1 else None
