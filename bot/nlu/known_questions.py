"""The packs' own questions as examples of intents: a new pack teaches what it can answer."""

from __future__ import annotations

import re

from actions.topics import topics_of
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet, Fact

# Facets whose facts answer questions of several intents, so that their questions teach none.
_NOT_TELLING = (Facet.STAGE, Facet.CHOICE, Facet.VALUE)
_WHICH_ROLE = re.compile(
    r"^(?:who|whose|whom|which (?:role|of|job|one|level)|at (?:which|what) (?:level|stage|point)"
    r"|is it the)\b"
)


def known_questions(base: KnowledgeBase) -> list[tuple[str, str]]:
    """Pairs of a question and its intent, for the facts of one clear facet."""
    return [
        (question, _intent(question, fact))
        for fact in base.facts.values()
        if fact.facet not in _NOT_TELLING
        for question in fact.questions
    ]


def _intent(question: str, fact: Fact) -> str:
    if _WHICH_ROLE.match(question.lower()):
        return "ask_which_role"
    return "ask_kpi_meaning" if fact.facet is Facet.KPI else topics_of(fact)[0]
