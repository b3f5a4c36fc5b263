"""Finds the part of an answer for one question: by topic, else by the likeliest fact, else an
abstention that says what the documents do give."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.abstaining import abstain, clarify, foreign, outside
from actions.answering import answer_fact, answer_list
from actions.comparing import answer_difference, answer_dimension, answer_similarities
from actions.facets import of_kpis
from actions.fitting import answer_fit
from actions.guessing import surely_asked
from actions.industries import answer_for_own, answer_industry, with_own_industry
from actions.metrics import answer_kpi
from actions.nearest import NEAR_FROM, near_fact, plainly_meant, second_topic, with_nearest
from actions.part import Part
from actions.paths import answer_advancement, answer_next_step, answer_path
from actions.pay import answer_pay
from actions.pay_factors import answer_factors
from actions.pay_words import asks_amounts
from actions.personal import answer_personal
from actions.question import Question
from actions.ranking import answer_order, answer_rank
from actions.starting import answer_start
from actions.topics import ANY_FACT, TOPICS
from actions.unheld import unheld
from actions.wording import role_names
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet, Fact, Measure

_EVERY_ROLE = ("ask_role_fit", "ask_transition", "ask_entry_roles", "ask_role_value", "ask_trends")


def answer(question: Question, base: KnowledgeBase) -> Part:
    """The answer to ``question``; an abstention if the documents have none."""
    own = answer_personal(question, base)
    if own is not None:
        return own
    beyond = outside(question, base) or unheld(question, base)
    if beyond is not None:
        return beyond
    mistaken = foreign(question, base)
    if mistaken is not None:
        return mistaken
    if question.topic in ANY_FACT and (rank := answer_rank(question, base)):
        return rank
    if question.topic in (*ANY_FACT, "ask_role_fit") and (fit := answer_fit(question, base)):
        return fit
    if question.topic in ANY_FACT:
        part = answer_fact(question, base) or answer_for_own(question, base)
        sure = [] if part else surely_asked([question.clause], base)
        return part or next(iter(sure), None) or abstain(question, base)
    question = _of_the_two(question, base)
    if _needs_clarifying(question):
        sure = surely_asked([question.clause], base)
        return sure[0] if sure else clarify(question, base)
    rank = answer_rank(question, base)
    if rank is None and question.topic == "ask_next_step":
        rank = answer_order(question, base)
    if rank is not None:
        return rank
    plain = question.topic in ("ask_salary", "ask_bonus") and asks_amounts(question.clause.text)
    plain |= _unpaid(question, base)
    plain |= question.topic == "ask_kpis" and of_kpis(question.clause.text)
    meant = None if plain else plainly_meant(question, base)
    part = meant or _by_topic(question, base)
    if part is None:
        if _unpaid(question, base):
            return abstain(question, base)  # what pay depends on is no amount
        return (
            _fallback(question, base)
            or near_fact(question, base)
            or second_topic(question, base)
            or answer_for_own(question, base)
            or abstain(question, base)
        )
    part = with_own_industry(question, base, with_nearest(question, base, part))
    yearly = question.topic in ("ask_gap", "ask_requirements", "ask_experience", "ask_plan")
    if yearly and any(fact.figures for fact in part.facts):
        return part
    counted = question.clause.asks_number and not question.topic.startswith("ask_kpi")
    counted &= not question.clause.kpis
    # A ladder shows how many steps there are.
    counted &= question.topic not in _OF_STEPS or not _STEPS.search(question.clause.text.lower())
    if part.kind == "answer" and counted and not _has_number(part):
        part.kind = "abstain"
        part.lines = ["The documents give no number for that. What they do say:", *part.lines]
    return part


def _unpaid(question: Question, base: KnowledgeBase) -> bool:
    """Whether an amount of pay is asked for roles of which none is known."""
    measure = TOPICS[question.topic].measure
    asked = question.topic in ("ask_salary", "ask_bonus") and measure is not None
    if not asked or measure is None or not question.roles:
        return False
    known = any(base.figures(measure, role) for role in question.roles)
    return not known and _WANTS_SUM.search(question.clause.text) is not None


_KIND_OF_PERSON = re.compile(
    r"\b(?:person\w*|people|kinds?|types?|who|somebody|someone|traits?|character|account|good)\b",
    re.I,
)
_WANTS_SUM = re.compile(
    r"\bhow much\b|\bwhat\b.{0,30}\b(?:get|gets|make|makes|earn|earns"
    r"|pay|pays|paid|salary|wage|base)\b",
    re.I,
)
_OF_STEPS = ("ask_career_path", "ask_next_step", "ask_entry_roles")
_STEPS = re.compile(r"\b(?:steps?|rungs?|stages?|levels?|roles?|jobs?|titles?|promotions?)\b")


_ENOUGH = re.compile(r"\b(?:enough|suffic\w+|qualif\w+|ready|too (?:few|little))\b")
_SIDE_BY_SIDE = re.compile(
    r"\b(?:differen\w+|compar\w+|vs|versus|both|each|respectively|between)\b"
)
_YEARS = re.compile(r"\b(?:years?|how (?:many|long|much)|months?)\b")


def _by_topic(question: Question, base: KnowledgeBase) -> Part | None:
    topic = question.topic
    if question.industries and topic in _INDUSTRY_COLOURED:
        return answer_industry(question, base)
    if topic in ("ask_salary", "ask_bonus"):
        return answer_pay(question, base)
    several = len(question.clause.roles) == 2 and _SIDE_BY_SIDE.search(question.clause.text.lower())
    if several and topic == "ask_experience":
        return answer_list(question, base)
    if topic == "ask_experience" and question.roles and _YEARS.search(question.clause.text.lower()):
        # "six years as an AM: enough for a SAM job?" is about the role named last.
        asked = (
            question.roles[-1]
            if _ENOUGH.search(question.clause.text.lower())
            else question.roles[0]
        )
        question = replace(question, roles=[asked])
        if not base.figures(Measure.ACCOUNT_MANAGEMENT_YEARS, asked):
            return abstain(question, base)
    if topic == "ask_salary_factors":
        return answer_factors(question, base)
    if topic in _OF_STEPS and (stage := _at_a_stage(question, base)):
        return stage
    if topic == "ask_career_path":
        return answer_path(question, base)
    if topic in ("ask_next_step", "ask_entry_roles") and (start := answer_start(question, base)):
        return start
    if topic == "ask_next_step":
        return answer_next_step(question, base)
    if topic == "ask_advancement":
        return answer_advancement(question, base)
    if (
        topic == "ask_entry_roles"
        and question.roles
        and not base.find(TOPICS[topic].facets, question.roles[0])
    ):
        return answer_path(question, base)
    if topic == "ask_difference":
        return answer_difference(question, base)
    if topic == "ask_similarities":
        return answer_similarities(question, base)
    if topic == "ask_industry":
        return answer_industry(question, base)
    if topic in ("ask_kpi_meaning", "ask_kpis"):
        return answer_kpi(question, base)
    if TOPICS[topic].dimension:
        return answer_dimension(question, base)
    if topic == "ask_role_fit":
        part = answer_fact(question, base)
        if part is None and question.roles and _KIND_OF_PERSON.search(question.clause.text):
            return answer_list(replace(question, topic="ask_skills"), base)  # who suits a role
        # Advice on choosing speaks of roles, but nobody has named any.
        return replace(part, roles=question.roles) if part else None
    return answer_list(question, base) or _for_anyone(question, base)


_INDUSTRY_COLOURED = (
    "ask_responsibilities", "ask_definition", "ask_skills", "ask_industry", "ask_difference",
    "ask_focus", "ask_client_interaction", "ask_which_role", "ask_scope",
)  # fmt: skip


def _for_anyone(question: Question, base: KnowledgeBase) -> Part | None:
    """The topic without the role, where the documents treat it for everyone."""
    if question.topic in _EVERY_ROLE or question.roles_from_focus:
        if TOPICS[question.topic].needs_role:
            return None
        part = answer_list(replace(question, roles=[]), base)
        named = question.clause.roles and not question.roles_from_focus
        if part is not None and named and question.topic == "ask_trends":
            names = role_names(base, question.clause.roles, "or")
            part.kind = "abstain"
            part.lines = [f"The documents give no trends for {names}. For others:", "", *part.lines]
        return part
    return None


_OF_TWO = re.compile(
    r"\bof (?:the|those|these) (?:two|2|both)\b|\bwhich (?:one|role|job|position)\b|\bboth\b"
    r"|\b(?:the|these|those) (?:two|2) (?:roles|jobs|positions)\b"
)


# "What would a coordinator, the first rung of that ladder, be doing?"
_DOES = re.compile(
    r"\bwhat (?!do i (?:need|have|do to)|should i|must i|can i|could i).{0,70}\b(?:do|doing"
    r"|in charge of|responsible for|tasks?|duties|consists? of|adds?|handles?|look after)\b"
    r"(?! (?:next|after|before|then|to (?:become|get|reach)|i need|people))"
)


def _at_a_stage(question: Question, base: KnowledgeBase) -> Part | None:
    """What one does at the one stage of a path that a clause asks of; None if it asks of steps."""
    text, roles = question.clause.text.lower(), question.clause.roles
    if not roles or (len(roles) > 1 and "ladder" not in text) or not _DOES.search(text):
        return None
    role = roles[0]
    facts = [fact for fact in base.find((Facet.STAGE,), role) if role in fact.roles]
    if not facts:
        return None
    lines = [fact.statement for fact in facts[:2]]
    return Part(lines, facts=facts[:2], roles=[role], topic="ask_responsibilities")


def _of_the_two(question: Question, base: KnowledgeBase) -> Question:
    """``question`` about the two roles whose document is nearest, where it asks of two unnamed."""
    if question.roles or not _OF_TWO.search(question.clause.text.lower()):
        return question
    likely: dict[tuple[str, ...], float] = {}
    for fact in map(base.facts.__getitem__, question.scores):
        pair = tuple(base.document(fact).about)
        likely[pair] = likely.get(pair, 0.0) + question.share(fact)
    pair = max(likely, key=lambda roles: likely[roles], default=())
    known = any(base.find(TOPICS[question.topic].facets, role) for role in pair)
    if not TOPICS[question.topic].needs_role or not known:
        return question
    return replace(question, roles=list(pair))


def _fallback(question: Question, base: KnowledgeBase) -> Part | None:
    """For roles that the documents only sketch, the sketch in place of a list."""
    topic = TOPICS[question.topic]
    lines: list[str] = []
    shown: list[Fact] = []
    for role in question.roles:
        facts = [fact for fact in base.find(topic.fallback, role) if role in fact.roles]
        if not topic.fallback or not facts:
            return None
        lines += ["", *[f.statement for f in facts[:2]]]
        shown += facts[:2]
    if not shown:
        return None
    return Part(lines[1:], facts=shown, roles=question.roles, topic=question.topic)


def _needs_clarifying(question: Question) -> bool:
    topic = TOPICS[question.topic]
    if question.roles or not topic.needs_role or question.topic in _ANSWERED_FOR_ALL:
        return False
    return not question.scores or max(question.scores.values()) < NEAR_FROM


_ANSWERED_FOR_ALL = (
    "ask_salary", "ask_bonus", "ask_experience", "ask_education", "ask_career_path",
    "ask_similarities", "ask_kpis",
)  # fmt: skip


def _has_number(part: Part) -> bool:
    return any(fact.figures for fact in part.facts[:2])
