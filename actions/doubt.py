"""Where the words of a clause leave in doubt what it asks: two readings are answered, not one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actions.clause import Clause
from actions.evidence import evidence
from actions.focus import Focus
from actions.part import Part
from actions.topics import TOPICS
from knowledge.base import KnowledgeBase

CLEAR_FROM = 0.7  # probability of an intent from which nothing is in doubt
CLOSE_FROM = 0.4  # share of the evidence for what is answered that the other needs
LEAST = 0.15  # evidence below which a topic is no reading at all
# What is asked for in these goes by the person, and is asked in words of its own.
_NOT_BESIDE = ("ask_gap", "ask_plan", "ask_role_fit")
LIKELY_FROM = 0.1  # probability of its intent that the other reading needs


def other_reading(
    clause: Clause, base: KnowledgeBase, focus: Focus, topics: Sequence[str]
) -> str | None:
    """Another topic that ``clause`` may as well ask as the one of ``topics``, if there is one."""
    if len(topics) != 1 or topics[0] not in TOPICS or not clause.text:
        return None
    if clause.confidence >= CLEAR_FROM:
        return None
    found = evidence(clause, base, clause.roles or focus.roles)
    chosen = found.pop(topics[0], 0.0)
    name, strength = max(found.items(), key=lambda item: item[1], default=("", 0.0))
    if strength < max(LEAST, CLOSE_FROM * chosen) or clause.probability(name) < LIKELY_FROM:
        return None
    return None if name in _NOT_BESIDE else name


def with_other(parts: Sequence[Part], others: Sequence[Part]) -> list[Part]:
    """``parts``, the last of them with what ``others`` add about the same roles, named as the
    other reading. What the conversation is about is what ``parts`` answer."""
    if not parts or any(part.kind != "answer" for part in (*parts, *others)):
        return list(parts)
    last = parts[-1]
    said = {fact.id for part in parts for fact in part.facts}
    for other in others:
        new = {fact.id for fact in other.facts} - said
        elsewhere = last.roles and other.roles and not set(other.roles) <= set(last.roles)
        if elsewhere or 2 * len(new) <= len(other.facts) or other.topic not in TOPICS:
            continue
        lead = f"Or, if you mean {TOPICS[other.topic].heading}:"
        last = replace(
            last,
            lines=[*last.lines, "", lead, "", *other.lines],
            facts=[*last.facts, *(fact for fact in other.facts if fact.id in new)],
        )
    return [*parts[:-1], last]
