"""The last question put again for other roles ("do directors meet clients daily?" - "and SAMs?").

A question for one thing asks that thing of the other role too, not for the whole list of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from actions.clause import Clause, FactHit
from actions.focus import Focus
from actions.part import Part
from knowledge.base import KnowledgeBase

SPECIFIC_SCORE = 0.66  # likeness of a fact from which a question asked for it in particular
SPECIFIC_SHARE = 0.35  # how likely that fact, with the next one, must have been asked for
AS_NEAR = 0.12  # how much less near a fact of the other role may be and tell the same of it
OWN_FROM = 0.3  # probability from which a clause asked the topic itself, not by leaning on another
_KEPT = 16  # facts that are kept with a question
# Topics whose answers are whole for every role: figures, ladders, the person's own.
WHOLE = (
    "ask_salary", "ask_bonus", "ask_salary_factors", "ask_career_path", "ask_next_step",
    "ask_difference", "ask_industry", "ask_gap", "ask_plan", "ask_role_fit", "ask_experience",
    "ask_kpi_meaning", "ask_definition",
)  # fmt: skip


def kept_question(focus: Focus, part: Part, clause: Clause) -> dict[str, Any]:
    """What of ``clause``, which ``part`` answered, is kept to be asked of other roles."""
    near = clause.hits and clause.hits[0].score >= SPECIFIC_SCORE
    if clause.probability(part.topic) < OWN_FROM and not near:
        return focus.question if part.topic == focus.question.get("topic") else {}
    if part.topic in WHOLE or part.item or not near or not part.facts:
        return {}
    likely = sum(sorted((hit.share for hit in clause.hits), reverse=True)[:2])
    asked = max(clause.hits, key=lambda hit: hit.share)
    if likely < SPECIFIC_SHARE or asked.fact not in [fact.id for fact in part.facts[:2]]:
        return {}
    bare = Clause(
        clause.text,
        clause.intent,
        clause.confidence,
        clause.ranking[:4],
        polar=clause.polar,
        asks_number=clause.asks_number,
        asks_why=clause.asks_why,
        hits=clause.hits[:_KEPT],
    )
    return {"topic": part.topic, "clause": bare.as_dict()}


def put_again(clause: Clause, topic: str, base: KnowledgeBase, focus: Focus) -> Clause | None:
    """The last question with the roles that ``clause`` names in place of those it was about; None
    if it asked for nothing in particular, or nothing of the kind is told of these roles."""
    if focus.question.get("topic") != topic or not clause.roles:
        return None
    asked = Clause.from_dict(focus.question["clause"])
    hits = _of_roles(asked.hits, clause.roles, base)
    if not hits or (hits[0].score < SPECIFIC_SCORE and not asked.polar):
        return None
    return replace(asked, roles=clause.roles, hits=hits, whose=clause.whose, other=clause.other)


def _of_roles(hits: Sequence[FactHit], roles: Sequence[str], base: KnowledgeBase) -> list[FactHit]:
    """``hits`` about ``roles``, each share counted among them; with those about others, which may
    answer that it is not so, only where none is near."""
    about = [
        hit
        for hit in hits
        if hit.fact in base.facts and any(base.concerns(base.facts[hit.fact], r) for r in roles)
    ]
    total = sum(hit.share for hit in about)
    if not about or not total:
        return []
    rest = [hit for hit in hits if hit not in about]
    scaled = [replace(hit, share=round(hit.share / total, 4)) for hit in about]
    scaled.sort(key=lambda hit: -hit.score)
    if scaled[0].score >= max(SPECIFIC_SCORE, hits[0].score - AS_NEAR):
        return scaled
    return sorted([*scaled, *rest], key=lambda hit: -hit.score)
