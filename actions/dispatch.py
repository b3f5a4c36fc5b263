"""Finds the part of an answer for one question: by topic, else by the likeliest fact, else an
abstention that says what the documents do give."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.abstaining import abstain, clarify, foreign, outside
from actions.answering import answer_fact, answer_list, polarity
from actions.comparing import answer_difference, answer_dimension, answer_similarities
from actions.facets import names_facet
from actions.fitting import answer_fit
from actions.industries import answer_for_own, answer_industry, with_own_industry
from actions.metrics import answer_kpi
from actions.part import Part, bullets, heading
from actions.paths import answer_advancement, answer_next_step, answer_path
from actions.pay import answer_pay
from actions.pay_factors import answer_factors, not_given
from actions.pay_words import asks_amounts
from actions.personal import answer_personal
from actions.question import Question
from actions.ranking import answer_order, answer_rank
from actions.starting import answer_start
from actions.topics import ANY_FACT, TOPICS, topics_of
from knowledge.base import KnowledgeBase
from knowledge.schema import Fact, Measure

NEAR_FROM = 0.66  # likeness from which a fact of another topic is what is meant
_EVERY_ROLE = ("ask_role_fit", "ask_transition", "ask_entry_roles", "ask_role_value", "ask_trends")


def answer(question: Question, base: KnowledgeBase) -> Part:
    """The answer to ``question``; an abstention if the documents have none."""
    own = answer_personal(question, base)
    if own is not None:
        return own
    beyond = outside(question, base)
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
        part = answer_fact(question, base)
        return part or answer_for_own(question, base) or abstain(question, base)
    if _needs_clarifying(question):
        return clarify(question, base)
    rank = answer_rank(question, base)
    if rank is None and question.topic == "ask_next_step":
        rank = answer_order(question, base)
    if rank is not None:
        return rank
    plain = question.topic in ("ask_salary", "ask_bonus") and asks_amounts(question.clause.text)
    meant = None if plain else _plainly_meant(question, base)
    part = meant or _by_topic(question, base)
    if part is None:
        return (
            _fallback(question, base)
            or _near_fact(question, base)
            or _second_topic(question, base)
            or answer_for_own(question, base)
            or abstain(question, base)
        )
    part = with_own_industry(question, base, _with_nearest(question, base, part))
    yearly = question.topic in ("ask_gap", "ask_requirements", "ask_experience", "ask_plan")
    if yearly and any(fact.figures for fact in part.facts):
        return part
    counted = question.clause.asks_number and not question.topic.startswith("ask_kpi")
    # A ladder shows how many steps there are.
    counted &= question.topic not in _OF_STEPS or not _STEPS.search(question.clause.text.lower())
    if part.kind == "answer" and counted and not _has_number(part):
        part.kind = "abstain"
        part.lines = ["The documents give no number for that. What they do say:", *part.lines]
    return part


_OF_STEPS = ("ask_career_path", "ask_next_step")
_STEPS = re.compile(r"\b(?:steps?|rungs?|stages?|levels?|roles?|jobs?|titles?|promotions?)\b")


def _plainly_meant(question: Question, base: KnowledgeBase) -> Part | None:
    """The answer by one fact that is far nearer to the clause than any of the topic's own."""
    sure = question.clause.probability(question.topic) >= SURE_FROM or names_facet(
        question.clause, question.topic
    )
    likely = question.clause.probability(question.topic) >= LIKELY_FROM
    if not sure and question.scores and _is_asked_for(question, base):
        return answer_fact(question, base)
    if question.topic in _COMPLETE or not question.scores or sure or likely:
        return None
    facts = [base.facts[f] for f in question.scores]
    if question.roles:
        facts = [f for f in facts if set(f.roles) & set(question.roles)]
    best = max(facts, key=question.score, default=None)
    if best is None or question.score(best) < PLAIN_FROM:
        return None
    own = max(
        (question.scores[f] for f in question.scores
         if question.topic in topics_of(base.facts[f])), default=0.0
    )  # fmt: skip
    return answer_fact(question, base) if question.score(best) >= own + PLAIN_MARGIN else None


def _is_asked_for(question: Question, base: KnowledgeBase) -> bool:
    """Whether one fact of another topic is asked for rather than any other fact or list."""
    facts = [base.facts[f] for f in question.scores if f in base.facts]
    facts = [f for f in facts if not question.roles or set(f.roles) & set(question.roles)]
    best = max(facts, key=question.share, default=None)
    if best is None or question.topic in topics_of(best):
        return False
    return question.share(best) >= ASKED_FOR_FROM and question.score(best) >= NEAR_FROM - 0.06


ASKED_FOR_FROM = 0.6
PLAIN_FROM = 0.76
PLAIN_MARGIN = 0.07
LIKELY_FROM = 0.3  # probability from which a topic's own answer is given, opened by such a fact
SURE_FROM = 0.6


def _with_nearest(question: Question, base: KnowledgeBase, part: Part) -> Part:
    """``part`` opened by the fact that the clause means most plainly, if it lacks that one."""
    if not question.scores or question.topic in _COMPLETE or part.kind != "answer":
        return part
    if question.clause.probability(question.topic) >= SURER_FROM or names_facet(
        question.clause, question.topic
    ):
        return part
    roles = question.roles or part.roles
    compared = {role for document in base.documents.values() for role in document.about}
    own = [base.facts[f] for f in question.scores if f in base.facts]
    own = [
        f
        for f in own
        if not roles
        or any(role in f.roles for role in roles)
        or (not compared & set(roles) and set(f.roles) == set(base.document(f).about))
    ]
    if question.industries:
        own = [f for f in own if f.industry in (None, *question.industries)]
    if not own or own[0] in part.facts:
        return part
    if question.score(own[0]) < max(question.scores.values()) - OPENING_REACH:
        return part  # other roles' facts are nearer: the clause asks in general
    shown = max((question.score(fact) for fact in part.facts), default=0.0)
    if question.score(own[0]) < max(OPENING_FROM, shown + OPENING_MARGIN):
        return part
    opening = [f for f in own[:2] if question.score(f) >= question.score(own[0]) - OPENING_CLOSE]
    opening = [fact for fact in opening if fact not in part.facts]
    lead = polarity(question, opening) + " ".join(fact.statement for fact in opening)
    return replace(part, lines=[lead, "", *part.lines], facts=[*opening, *part.facts])


# Topics whose answer is whole by itself: figures, ladders, comparisons of many facts.
_COMPLETE = (
    "ask_salary", "ask_bonus", "ask_salary_factors", "ask_career_path", "ask_next_step",
    "ask_difference", "ask_kpi_meaning",
)  # fmt: skip
OPENING_FROM = 0.66
OPENING_MARGIN = 0.03
OPENING_REACH = 0.05
OPENING_CLOSE = 0.015  # how much less likely a second fact may be to open an answer too
SURER_FROM = 0.8


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
        return answer_fact(question, base)
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
        return answer_list(replace(question, roles=[]), base)
    return None


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


def _near_fact(question: Question, base: KnowledgeBase) -> Part | None:
    """The one fact that the clause plainly means although its topic has none for the role."""
    if TOPICS[question.topic].measure is not None:
        return None
    likely = max(
        (score for fact, score in question.scores.items()
         if any(base.concerns(base.facts[fact], role) for role in question.roles)),
        default=0.0,
    )  # fmt: skip
    # Where the documents answer just this for another role, they do not for this one.
    elsewhere = max(
        (score for fact, score in question.scores.items()
         if base.facts[fact].facet in TOPICS[question.topic].facets),
        default=0.0,
    )  # fmt: skip
    if likely < NEAR_FROM or elsewhere > likely + 0.02:
        return None
    return answer_fact(question, base)


def _second_topic(question: Question, base: KnowledgeBase) -> Part | None:
    """The likeliest fact of another topic that the clause may ask, where its first has none."""
    if TOPICS[question.topic].measure is not None:
        return None
    for name, probability in question.clause.ranking[1:3]:
        if name not in TOPICS or probability < SECOND_FROM or TOPICS[name].measure is not None:
            continue
        facts = [
            base.facts[fact]
            for fact, score in question.scores.items()
            if score >= SECOND_LIKENESS
            and base.facts[fact].facet in TOPICS[name].facets
            and (not question.roles or set(base.facts[fact].roles) & set(question.roles))
        ]
        if facts:
            narrowed = {fact.id: question.scores[fact.id] for fact in facts}
            return answer_fact(replace(question, topic=name, scores=narrowed), base)
    return None


SECOND_FROM = 0.25
SECOND_LIKENESS = 0.6


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


__all__ = ["abstain", "answer", "bullets", "clarify", "heading", "not_given"]
