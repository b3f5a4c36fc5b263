"""Works out what a clause asks, from its words, its likely facts and the conversation so far."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from actions.advice.aspects import role_is_what_counts
from actions.clause import Clause
from actions.elsewhere import ASKS_WHO, asks_elsewhere
from actions.focus import Focus
from actions.inside import asked_again, in_play, meant, roles_in_play
from actions.on_the_ladder import with_own_level
from actions.own import TO_A_GOAL, own_roles
from actions.pay_words import APART
from actions.person import Person
from actions.topics import ANY_FACT, TOPICS
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet, Fact

_OWN_ROLE_ONLY = {"ask_salary", "ask_bonus", "ask_experience"}
# "How far is that from AM?", "far off for an AM?": the role named is where one stands.
_FROM = re.compile(
    r"(?=.*\b(?:is|would|'s) (?:it|that|this)\b|.*\b(?:that|it|this) (?:is|would be)\b)"
    r".*\b(?:far|off|away|close|near|distance|reach|realistic|doable|possible)\b.{0,16}"
    r"\b(?:from|for|as) (?:an? |being an? )?\w"
)
_BOTH = re.compile(
    r"\b(?:(?:the|these|those|them|all|of) two|two of them|both|either|neither|each other"
    r"|each (?:of|one|role|job)|(?:for|of|from) each|each\W*$"
    r"|(?:of|between|among) (?:them|these|those))\b"
    r"|\b(?:compar\w+|than|versus|vs)\b.{0,12}\bother\b"
)
_PRONOUN = re.compile(r"\b(?:he|him|his|she|her|they|them|their)\b")
_MORE_THAN_ONE = re.compile(r"\b(?:which (?:one|role|of|job|pays|earns|has)|who|whose)\b")


ANSWERS_FROM = 0.25  # how likely a fact must be what is asked for, to answer yes or no


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
    person: Person = field(default_factory=Person)
    around: list[str] = field(default_factory=list)  # industries in play, asked about or not

    def score(self, fact: Fact) -> float:
        return self.scores.get(fact.id, 0.0)

    def share(self, fact: Fact) -> float:
        """How likely it is ``fact`` that is asked for, if any is (0 to 1)."""
        return next((hit.share for hit in self.clause.hits if hit.fact == fact.id), 0.0)

    def answer_of(self, fact: Fact) -> str | None:
        """ "yes" or "no" if the clause is likely a question that ``fact`` answers so."""
        hit = next((hit for hit in self.clause.hits if hit.fact == fact.id), None)
        return hit.answer if hit and hit.share >= ANSWERS_FROM else None

    def ranked(self, facts: Iterable[Fact]) -> list[Fact]:
        """``facts`` with those likest to the clause first."""
        return sorted(facts, key=lambda fact: -self.score(fact))


def ask(
    clause: Clause,
    base: KnowledgeBase,
    focus: Focus,
    topic: str,
    person: Person | None = None,
    follows: bool = False,
) -> Question:
    """The question that ``clause`` asks under ``topic``, completed from the conversation.

    Where the topic ``follows`` from the last answer ("and for AEs?"), the few words of the clause
    say nothing about single facts.
    """
    person = person or Person()
    level = with_own_level(focus.roles, clause, base, topic, person)
    if level:
        return Question(clause, topic, level, [], clause.confidence, False, {}, person)
    roles, from_focus = list(clause.roles), False
    if topic == "ask_lateral_moves" and len(roles) > 1:
        roles = _who_steps(roles[:1], base, focus, topic)  # not the role they don't want
    if topic in ANY_FACT and len(roles) == 1 and ASKS_WHO.match(clause.text.lower()):
        # "who mentors junior AMs?": the role named is not the one asked for
        return Question(clause, topic, [], list(clause.industries), clause.confidence, False,
                        {hit.fact: hit.score for hit in clause.hits}, person)  # fmt: skip
    begins = (
        len(roles) == 1 and focus.roles not in ([], roles) and _FROM.search(clause.text.lower())
    )
    counts = len(roles) == 1 and role_is_what_counts(clause.text)
    if topic in TO_A_GOAL and focus.roles and (begins or counts):
        roles = []
    if not roles and not clause.outside.get("other_role"):
        roles, from_focus = _roles_from(focus, clause, topic), True
        named = _PRONOUN.search(clause.text.lower())
        if topic not in TO_A_GOAL and not named and asks_elsewhere(clause, base, roles):
            roles, from_focus = [], False
        if topic in _OF_THE_STEPPER and not _POINTS.search(clause.text.lower()):
            roles = _who_steps(roles, base, focus, topic)
        elsewhere = not set(focus.topics) & {*TO_A_GOAL, "ask_requirements", "ask_experience"}
        roles = own_roles(roles, clause, base, topic, person, elsewhere, focus.on_profile)
    if topic in ("ask_gap", "ask_plan") and _AFTER_YEARS.search(clause.text.lower()):
        roles = _highest(roles, base)  # "ten years in AM: can I be a director?"
    industries = meant(clause, base, topic, person, focus)
    if topic == "ask_industry":
        roles = roles_in_play(clause, base, person, focus)
        clause = asked_again(clause, base, person, focus, roles, industries)
    scores = {} if follows else {hit.fact: hit.score for hit in clause.hits}
    return Question(
        clause,
        topic,
        roles,
        industries,
        clause.confidence,
        from_focus and bool(roles),
        scores,
        person,
        in_play(clause, base, person, focus),
    )


_AFTER_YEARS = re.compile(
    r"^(?!.*\band (?:do|am|can|is|how|what|for)\b).*\b(?:years?|yrs) (?:in|of|as|doing|an?|with)\b"
)


def _highest(roles: list[str], base: KnowledgeBase) -> list[str]:
    """Of ``roles`` on one ladder, the one that stands highest; else all of them."""
    for ladder in base.ladders:
        places = [ladder.index(role) for role in roles]
        known = [place for place in places if place is not None]
        if len(known) == len(roles):
            return [roles[places.index(max(known))]]
    return roles


# What is asked of the role one steps from, also after the role one steps to was named.
_OF_THE_STEPPER = ("ask_lateral_moves", "ask_advancement", "ask_transition")
_POINTS = re.compile(r"\b(?:it|that|this|there|they|them|he|she|his|her|their)\b")


def _who_steps(roles: list[str], base: KnowledgeBase, focus: Focus, topic: str) -> list[str]:
    """``roles``, or those spoken of before if the documents tell it of them alone."""
    known = {role for fact in base.find(TOPICS[topic].facets) for role in fact.roles}
    before = focus.earlier[-1] if focus.earlier else []
    return roles if set(roles) & known else [role for role in before if role in known] or roles


def asks_of_several(clause: Clause, topic: str) -> bool:
    """Whether a clause asks of all the roles spoken of last, not of one."""
    text = clause.text.lower()
    several = _BOTH.search(text) or _MORE_THAN_ONE.search(text) or APART.search(text)
    return bool(several) or topic in ("ask_difference", "ask_similarities")


def _roles_from(focus: Focus, clause: Clause, topic: str) -> list[str]:
    text = clause.text.lower()
    if topic == "ask_role_fit" and topic in focus.topics:
        return focus.last_roles  # the roles weighed
    apart = topic in ("ask_salary", "ask_bonus") and APART.search(text) is not None
    if _BOTH.search(text) or apart or topic in ("ask_difference", "ask_similarities"):
        return focus.last_roles
    steps = topic in ("ask_next_step", "ask_career_path")  # "who is above him?"
    if _MORE_THAN_ONE.search(text) and not steps:
        return focus.last_roles if len(focus.last_roles) > 1 else []
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
    if role and question.topic == "ask_challenges":
        # What is said of both roles in general introduces the list; it is no item of it.
        facts = [fact for fact in facts if fact.roles == [role]] or facts
    if question.topic == "ask_entry_roles" and not facts:
        facts = base.find((Facet.ENTRY_ROLE,))
    return facts
