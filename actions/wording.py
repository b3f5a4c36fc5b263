"""Names, numbers and lists as people write them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.base import KnowledgeBase, Source
from knowledge.schema import Figure, Measure


def joined(parts: Sequence[str], last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def with_article(name: str) -> str:
    """ "an Account Manager", "a Director"."""
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"


def role_name(base: KnowledgeBase, role: str) -> str:
    return base.roles[role].name if role in base.roles else role.replace("_", " ")


def role_names(base: KnowledgeBase, roles: Sequence[str], last: str = "and") -> str:
    return joined([role_name(base, role) for role in roles], last)


def short_name(base: KnowledgeBase, role: str) -> str:
    """A role's abbreviation if it has one; for buttons, where room is short."""
    entry = base.roles.get(role)
    return entry.short or entry.name if entry else role.replace("_", " ")


def dollars(amount: float) -> str:
    return f"${amount:,.0f}"


def figure_text(figure: Figure) -> str:
    """ "$120,000 to $200,000+", "20-30 %", "10+ years"."""
    plus = "+" if figure.or_more else ""
    if figure.measure in (Measure.BASE_SALARY, Measure.PORTFOLIO_REVENUE):
        high = f" to {dollars(figure.high)}" if figure.high is not None else ""
        return f"{dollars(figure.low)}{high}{plus}"
    if figure.measure is Measure.BONUS_SHARE:
        return f"{figure.low:g}-{figure.high:g}%" if figure.high else f"{figure.low:g}%{plus}"
    high = f" to {figure.high:g}" if figure.high is not None else ""
    return f"{figure.low:g}{high}{plus} {figure.unit or 'years'}"


def source_line(sources: Sequence[Source]) -> str:
    """The last line of an answer: each document once, with its sections."""
    by_document: dict[str, list[str]] = {}
    for source in sources:
        sections = by_document.setdefault(source.document, [])
        if source.section not in sections:
            sections.append(source.section)
    parts = []
    for document, sections in by_document.items():
        shown = ", ".join(f"“{section}”" for section in sections[:3])
        more = f" and {len(sections) - 3} more" if len(sections) > 3 else ""
        parts.append(f"{document}, {shown}{more}")
    return f"_{'Source' if len(parts) == 1 else 'Sources'}: {'; '.join(parts)}_"


_TO_THIRD = (
    (r"\bam I\b", "are they"), (r"\bcould I\b", "could they"), (r"\bis my\b", "is their"),
    (r"\b(to|of|for|about|with|from|under|pays?|gives?) you\b", r"\1 them"),
    (r"\byou(?! (?:say|said|tell|told|ask|asked)\b)\b", "they"), (r"\bYou\b", "They"),
    (r"\byours\b", "theirs"), (r"\bYours\b", "Theirs"),
    (r"\byour\b", "their"), (r"\bYour\b", "Their"),
)  # fmt: skip


def in_third_person(text: str) -> str:
    """``text``, which speaks to a person about themselves, as said about somebody else."""
    for pattern, words in _TO_THIRD:
        text = re.sub(pattern, words, text)
    return text


def sentence(text: str) -> str:
    """``text`` with a capital first letter and a full stop."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", ":")) else f"{text}."
