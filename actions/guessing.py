"""The one fact that is likely meant, where the words of a clause settle no topic."""

from __future__ import annotations

from collections.abc import Sequence

from actions.clause import Clause
from actions.ellipsis import SHORT
from actions.focus import Focus
from actions.part import Part, bullets
from actions.pay_words import figure_unasked
from actions.topics import TOPICS, topics_of
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet, Fact

SURE_SHARE, SURE_SCORE = 0.45, 0.5  # how likely and how near a fact must be to be said as it is
SINGLED_SHARE, SINGLED_SCORE = 0.4, 0.37  # the same of a fact about the roles spoken of
_NOT_ASKED = ("out_", "sensitive_", "inform_", "correct_")
LIKELY_HERE = 0.14  # probability from which a vague clause asks a topic, within a conversation
_SAME_TOPIC, _NEXT_TOPIC = 2.0, 1.4  # how much likelier the last topic is here, and what follows
_UNLIKELY = 0.5  # probability of an intent from which no fact is what is asked for


def guessed(
    clauses: Sequence[Clause], base: KnowledgeBase, focus: Focus, least: float
) -> list[Part]:
    """The likeliest fact about what is spoken of, if a clause comes as near to one as ``least``."""
    last = next(iter(focus.topics), "")
    for clause in reversed(clauses):
        roles = clause.roles or focus.roles
        hits = [
            hit
            for hit in clause.hits
            if hit.fact in base.facts and not figure_unasked(clause, last, base.facts[hit.fact])
        ]
        if focus.industry and not clause.roles:
            inside = [h for h in hits if base.facts[h.fact].industry == focus.industry]
            hits = inside or hits
        same = [h for h in hits if set(topics_of(base.facts[h.fact])) & set(focus.topics)]
        if same and (clause.intent == "follow_other" or len(clause.text.split()) <= SHORT):
            hits, least = same, min(least, 0.4)
        own = [h for h in hits if set(base.facts[h.fact].roles) & set(roles)]
        if own and own[0].score >= least and (clause.roles or focus.topics):
            return [_said(base.facts[own[0].fact], base)]
    return []


def singled_out(clause: Clause, base: KnowledgeBase, focus: Focus) -> list[Part]:
    """The fact about the roles spoken of that a clause singles out, however far it is from all
    ("any software to know?", after the degree); else nothing."""
    likely = max(clause.hits, key=lambda hit: hit.share, default=None)
    if likely is None or likely.fact not in base.facts or not focus.topics or clause.statements:
        return []
    fact = base.facts[likely.fact]
    near = likely.share >= SINGLED_SHARE and likely.score >= SINGLED_SCORE
    roles = clause.roles or focus.roles
    return [_said(fact, base)] if near and (not roles or set(fact.roles) & set(roles)) else []


def surely_asked(clauses: Sequence[Clause], base: KnowledgeBase) -> list[Part]:
    """The fact that one of ``clauses`` most likely asks for, whatever its topic; else nothing."""
    for clause in clauses:
        other = clause.intent.startswith(_NOT_ASKED) and clause.confidence >= _UNLIKELY
        if other or clause.outside or clause.statements or not clause.hits:
            continue
        hit = max(clause.hits, key=lambda item: item.share)
        if hit.fact in base.facts and hit.share >= SURE_SHARE and hit.score >= SURE_SCORE:
            return [_said(base.facts[hit.fact], base)]
    return []


_LISTED = (Facet.CHALLENGE, Facet.BEST_PRACTICE, Facet.SKILL, Facet.RESPONSIBILITY, Facet.KPI)
_REST = 4  # of the list that a guessed fact stands in


def _said(fact: Fact, base: KnowledgeBase) -> Part:
    """``fact`` as an answer, with the rest of its list: it is only likely what was meant."""
    rest = [
        other
        for other in base.find((fact.facet,), fact.roles[0] if fact.roles else None)
        if fact.facet in _LISTED and other.section == fact.section and other is not fact
    ][:_REST]
    return Part(
        [fact.statement, *(["", "Also:", *bullets(rest)] if rest else [])],
        facts=[fact, *rest],
        roles=fact.roles[:2],
        topic=next((topic for topic in topics_of(fact) if topic in TOPICS), ""),
        industry=fact.industry,
    )


def likely_here(clause: Clause, focus: Focus) -> str | None:
    """What a clause asks that is too vague to stand alone, after what was said before."""
    if not clause.ranking or clause.ranking[0][0].startswith("sensitive_"):
        return None
    following = {n for topic in focus.topics if topic in TOPICS for n in TOPICS[topic].next}

    def weight(name: str) -> float:
        return _SAME_TOPIC if name in focus.topics else _NEXT_TOPIC if name in following else 1.0

    found = [(p * weight(name), name) for name, p in clause.ranking if name in TOPICS]
    best = max(found, default=(0.0, ""))
    others = max((p for name, p in clause.ranking if name not in TOPICS), default=0.0)
    outside = sum(p for name, p in clause.ranking if name.startswith("out_"))
    return best[1] if best[0] >= max(LIKELY_HERE, others, outside) else None
