"""Finds the facts that a clause means most plainly, whatever topic it was understood as."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.answering import answer_fact
from actions.facets import names_facet
from actions.part import Part
from actions.pay_words import figure_unasked
from actions.polar import polarity
from actions.question import Question
from actions.topics import TOPICS, topics_of
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet

NEAR_FROM = 0.66  # likeness from which a fact of another topic is what is meant
ASKED_FOR_FROM = 0.6
PLAIN_FROM = 0.76
PLAIN_MARGIN = 0.07
LIKELY_FROM = 0.3  # probability from which a topic's own answer is given, opened by such a fact
SURE_FROM = 0.6
OPENING_FROM = 0.66
OPENING_MARGIN = 0.03
OPENING_REACH = 0.05
OPENING_CLOSE = 0.015  # how much less likely a second fact may be to open an answer too
SURER_FROM = 0.8
DOUBTED_FROM = 0.5  # likeness from which a fact that is surely asked for is said
SECOND_FROM = 0.25
SECOND_LIKENESS = 0.6
_COMPLETE = (
    "ask_salary", "ask_bonus", "ask_salary_factors", "ask_career_path", "ask_next_step",
    "ask_difference", "ask_kpi_meaning",
)  # fmt: skip


def plainly_meant(question: Question, base: KnowledgeBase) -> Part | None:
    """The answer by one fact that is far nearer to the clause than any of the topic's own."""
    sure = question.clause.probability(question.topic) >= SURE_FROM or names_facet(
        question.clause, question.topic
    )
    likely = question.clause.probability(question.topic) >= LIKELY_FROM
    if not sure and question.scores and _is_asked_for(question, base):
        return answer_fact(question, base)
    if question.topic in (*_COMPLETE, "ask_advancement") or not question.scores or sure or likely:
        return None
    facts = [base.facts[f] for f in question.scores]
    if question.roles:
        facts = [f for f in facts if set(f.roles) & set(question.roles)]
    best = max(facts, key=question.score, default=None)
    if best is None or question.score(best) < PLAIN_FROM:
        return None
    if question.topic == "ask_best_practices" and best.facet is Facet.CHALLENGE:
        return None  # what to do about it is asked
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
    likeness, share = question.score(best), question.share(best)
    return (share >= ASKED_FOR_FROM and likeness >= NEAR_FROM - 0.06) or (
        share >= SURER_FROM and likeness >= DOUBTED_FROM
    )


def with_nearest(question: Question, base: KnowledgeBase, part: Part) -> Part:
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
    own = [f for f in own if not figure_unasked(question.clause, question.topic, f)]
    own = [
        f
        for f in own
        if not roles
        or any(role in f.roles for role in roles)
        or (not compared & set(roles) and set(f.roles) == set(base.document(f).about))
    ]
    if question.industries:
        own = [f for f in own if f.industry in (None, *question.industries)]
    if not own or own[0] in part.facts or _SETTLED.match(part.lines[0]):
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


_SETTLED = re.compile(r"(?:Yes|No|Not)\b")


def near_fact(question: Question, base: KnowledgeBase) -> Part | None:
    """The one fact that the clause plainly means although its topic has none for the role."""
    if TOPICS[question.topic].measure is not None or _named_for_others(question, base):
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


def _named_for_others(question: Question, base: KnowledgeBase) -> bool:
    """Whether the clause names the topic's facet, which the documents give for other roles only."""
    sure = question.clause.probability(question.topic) >= SURE_FROM
    return (
        sure
        and names_facet(question.clause, question.topic)
        and bool(base.find(TOPICS[question.topic].facets))
    )


def second_topic(question: Question, base: KnowledgeBase) -> Part | None:
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
