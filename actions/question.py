"""Works out what a clause asks, from its words, its likely facts and the conversation so far."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from actions.clause import Clause
from actions.focus import Focus
from actions.topics import TOPICS, topics_of
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet, Fact

# How much a fact's likeness to the clause adds to the probability of its topic. Likeness below
# the floor says nothing: any two questions about careers are that much alike.
LIKENESS_WEIGHT = 1.2
LIKENESS_FLOOR = 0.55
_OWN_ROLE_ONLY = {"ask_salary", "ask_bonus", "ask_experience"}
_BOTH = re.compile(r"\b(?:two|both|either|each other|each of them|them|they|these|those)\b")
_MORE_THAN_ONE = re.compile(r"\b(?:which (?:one|role|of|job|pays|earns|has)|who|whose)\b")


@dataclass(frozen=True)
class Question:
    """What is asked: the topic (an intent), about which roles and which industries.

    ``scores`` gives each likely fact its likeness (0 to 1) to the clause, best first.
    """

    clause: Clause
    topic: str
    roles: list[str]
    industries: list[str]
    confidence: float
    roles_from_focus: bool = False
    scores: dict[str, float] = field(default_factory=dict)

    def score(self, fact: Fact) -> float:
        return self.scores.get(fact.id, 0.0)

    def answer_of(self, fact: Fact) -> str | None:
        """ "yes" or "no" if the clause is like a question that ``fact`` answers so."""
        return next((hit.answer for hit in self.clause.hits if hit.fact == fact.id), None)

    def ranked(self, facts: Iterable[Fact]) -> list[Fact]:
        """``facts`` with those likest to the clause first."""
        return sorted(facts, key=lambda fact: -self.score(fact))


def evidence(clause: Clause, base: KnowledgeBase, roles: list[str]) -> dict[str, float]:
    """How much speaks for each topic: its intent's probability and its likeliest fact.

    Facts that concern none of ``roles`` (if any are given) count less.
    """
    found = {intent: p for intent, p in clause.ranking if intent in TOPICS}
    best: dict[str, float] = {}
    for hit in clause.hits:
        fact = base.facts.get(hit.fact)
        if fact is None:
            continue
        likeness = max(0.0, hit.score - LIKENESS_FLOOR)
        if roles and not any(base.concerns(fact, role) for role in roles):
            likeness *= 0.5
        for place, topic in enumerate(topics_of(fact)):
            best[topic] = max(best.get(topic, 0.0), likeness * (1.0 if place == 0 else 0.9))
    for topic, likeness in best.items():
        found[topic] = found.get(topic, 0.0) + LIKENESS_WEIGHT * likeness
    return found


def ask(clause: Clause, base: KnowledgeBase, focus: Focus, topic: str) -> Question:
    """The question that ``clause`` asks under ``topic``, completed from the conversation."""
    roles, from_focus = list(clause.roles), False
    if not roles and not clause.outside.get("other_role"):
        roles, from_focus = _roles_from(focus, clause, topic), True
    industries = list(clause.industries)
    if not industries and topic == "ask_industry" and not clause.outside.get("other_industry"):
        industries = [focus.industry] if focus.industry else []
    scores = {hit.fact: hit.score for hit in clause.hits}
    return Question(
        clause,
        topic,
        roles,
        industries,
        clause.confidence,
        from_focus and bool(roles),
        scores,
    )


def _roles_from(focus: Focus, clause: Clause, topic: str) -> list[str]:
    text = clause.text.lower()
    if _BOTH.search(text) or topic in ("ask_difference", "ask_similarities"):
        return focus.last_two_roles
    if _MORE_THAN_ONE.search(text):
        return []
    return list(focus.roles)


def facts_for(question: Question, base: KnowledgeBase, role: str | None) -> list[Fact]:
    """The facts of the question's topic about ``role``, in their documents' order."""
    topic = TOPICS[question.topic]
    facts = base.find(topic.facets, role)
    if topic.dimension:
        facts = [fact for fact in facts if fact.dimension == topic.dimension]
    if question.topic == "ask_difference" or topic.dimension:
        return facts
    if role and question.topic in _OWN_ROLE_ONLY:
        facts = [fact for fact in facts if role in fact.roles]
    if question.topic == "ask_entry_roles" and not facts:
        facts = base.find((Facet.ENTRY_ROLE,))
    return facts
