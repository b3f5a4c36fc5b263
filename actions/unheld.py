"""Abstentions from what no document holds: matters they never touch, targets they do not set."""

from __future__ import annotations

import re

from actions.asking import asks
from actions.clause import Clause
from actions.facets import facets_in
from actions.metrics import answer_kpi, asks_target
from actions.part import Part, bullets
from actions.pay_words import PAYING, asks_pay
from actions.question import Question
from actions.topics import TOPICS
from actions.wording import joined, role_names
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet

SURE_FROM = 0.6  # probability of a topic that the words name too, from which it is what is asked
TREATED_FROM = 0.8  # likeness to a fact from which the clause asks for that, whatever it names
NAMED = ("other_industry", "other_role", "employer", "certificate", "perk", "matter")
_OWN = re.compile(r"\b(?:i|i'm|i've|my|we|our)\b")
_BESIDE = re.compile(r"\b(?:vs|versus|or|than|compared (?:to|with)|differ\w*)\b")
_MOVES = (
    "ask_transition", "ask_advancement", "ask_entry_roles", "ask_gap", "ask_plan", "ask_next_step",
    "ask_lateral_moves", "ask_experience", "ask_requirements",
)  # fmt: skip
_RECOMMENDED = re.compile(
    r"\b(?:best|better|cheapest|top|good|recommend\w*)\s(?:\w+\s){0,2}(?:tool|software|crm|app"
    r"|platform|methodology|method|framework|training course)s?\b"
    r"|\b(?:which|what|best|top|good) (?:universit(?:y|ies)|colleges?|schools?|business schools?)\b"
    r"|\bsalesforce or hubspot\b|\bhubspot or salesforce\b"
)
_AGE = re.compile(
    r"\bhow old\b|\b(?:what|which|at what|average|minimum|maximum) age\b|\bage limit\b"
)
_COMPARED = ("ask_difference", "ask_similarities", "ask_which_role")


def unheld(question: Question, base: KnowledgeBase) -> Part | None:
    """An abstention if the clause asks for something that the documents never touch."""
    if question.clause.kpis and asks_target(question.clause):
        return answer_kpi(question, base)
    return _beside_another_job(question, base) or _matter(question, base)


def names_unheld(clause: Clause) -> bool:
    """Whether a clause names something that no document holds."""
    return any(clause.outside.get(kind) for kind in NAMED)


def _beside_another_job(question: Question, base: KnowledgeBase) -> Part | None:
    """An abstention from comparing a role with a job that the documents do not treat."""
    others = question.clause.outside.get("other_role", [])
    roles = question.clause.roles
    sets_beside = question.topic in _COMPARED or _BESIDE.search(question.clause.text.lower())
    if not others or len(roles) != 1 or not sets_beside or question.topic in _MOVES:
        return None
    lines = [f"The documents I know don't cover the role of {joined(others)}, so I can't compare."]
    known = base.find((Facet.DEFINITION, Facet.STAGE), roles[0])[:1]
    lines += [f"What they do say of the other: {fact.statement}" for fact in known]
    return Part(lines, kind="abstain", facts=known, roles=roles, topic=question.topic)


def _matter(question: Question, base: KnowledgeBase) -> Part | None:
    """An abstention from a perk or matter that the clause names; with the benefits they do name."""
    clause = question.clause
    perks, matters = clause.outside.get("perk", []), clause.outside.get("matter", [])
    if _RECOMMENDED.search(clause.text.lower()):
        matters = [*matters, "which one is best"]
    if _AGE.search(clause.text.lower()):
        matters = [*matters, "anybody's age"]
    nearest = max((hit.score for hit in clause.hits), default=0.0)
    if not (perks or matters) or nearest >= TREATED_FROM:
        return None
    rest = clause.text.lower()
    for name in [*perks, *matters]:
        rest = rest.replace(name, "")
    if question.topic in PAYING[:2] and asks_pay(rest):
        return None  # the pay is what is asked for; the matter is named beside it
    sure = clause.probability(question.topic) >= SURE_FROM
    if (sure and question.topic in facets_in(rest)) or (_OWN.search(rest) and not asks(rest)):
        return None
    lines = [
        f"The documents I know say nothing about {joined([*perks, *matters])}, so I can't say."
    ]
    facts = base.find((Facet.BENEFIT,))[:3] if perks else []
    if facts:
        about = role_names(base, base.document(facts[0]).about)
        lines += ["", f"The {TOPICS['ask_benefits'].heading} they do name, for {about}:"]
        lines += bullets(facts)
    return Part(lines, kind="abstain", facts=facts, roles=question.roles, topic=question.topic)
