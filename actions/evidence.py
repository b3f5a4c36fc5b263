"""How much speaks for each topic: a clause's likely intents, its likely facts and its words."""

from __future__ import annotations

import re

from actions.clause import Clause
from actions.facets import facet_named, facets_in, sides_in
from actions.topics import ANY_FACT, TOPICS, topics_of
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet

# How much a fact's likeness to the clause adds to the probability of its topic. Likeness below
# the floor says nothing: any two questions about careers are that much alike.
LIKENESS_WEIGHT = 1.2
LIKENESS_FLOOR = 0.55


def evidence(clause: Clause, base: KnowledgeBase, roles: list[str]) -> dict[str, float]:
    """How much speaks for each topic: its intent's probability and its likeliest fact.

    Facts that concern none of ``roles`` (if any are given) count less.
    """
    found = {
        intent: p
        * (_ELSEWHERE if _is_elsewhere(intent, base, roles) else 1.0)
        * (_ELSEWHERE if intent == "ask_industry" and not _industry_named(clause) else 1.0)
        for intent, p in clause.ranking
        if intent in TOPICS
    }
    best: dict[str, float] = {}
    for hit in clause.hits:
        fact = base.facts.get(hit.fact)
        if fact is None:
            continue
        likeness = max(0.0, hit.score - LIKENESS_FLOOR)
        if roles and not any(base.concerns(fact, role) for role in roles):
            likeness *= 0.5
        for place, topic in enumerate(topics_of(fact)):
            if _is_elsewhere(topic, base, roles):
                continue
            best[topic] = max(best.get(topic, 0.0), likeness * (1.0 if place == 0 else 0.9))
    for topic, likeness in best.items():
        found[topic] = found.get(topic, 0.0) + LIKENESS_WEIGHT * likeness
    return found


_ELSEWHERE = 0.4
SIDEWAYS_FROM = 0.5  # probability from which other directions are asked for, whatever the role


def _industry_named(clause: Clause) -> bool:
    return bool(
        clause.industries
        or clause.outside.get("other_industry")
        or re.search(r"\b(?:industr\w+|sectors?|there|verticals?|branch)\b", clause.text.lower())
    )


_PAIRED = ("ask_transition", "ask_advancement", "ask_lateral_moves")
_READY = re.compile(
    r"\b(?:within|in|out of) reach\b|\brealistic\b|\b(?:am|are|would) (?:i|we) (?:be )?(?:ready"
    r"|qualified|eligible)\b"
    r"|\bhow (?:far|close|near)(?: off| away)? (?:is|are|would)\b(?! .*\b(?:from|to) )"
    r"|\btick (?:the|all|every) box|\bhow (?:far|short|close|near) (?:off |away )?am i\b"
    r"|\bgood enough for\b"
    r"|\bin with a (?:shot|chance)\b|\bstand a chance\b|\bmy chances\b|\bam i (?:missing|lacking"
    r"|short)\b"
)
_CAN_I = re.compile(
    r"\b(?:can|could|might|would|will) (?:i|we) (?:still |already |even |ever )?(?:become|be|apply"
    r"|go for|make it|get hired|get in|qualify)\b"
)
_NOT_GAP = (
    "ask_role_fit", "ask_experience", "ask_advancement", "ask_requirements", "ask_scope",
    "ask_focus", "ask_definition", "ask_which_role", "ask_next_step", "ask_career_path",
    "ask_difference",
)  # fmt: skip
_FROM_NOW = re.compile(
    r"\b(?:from now on|in (?:the )?(?:near )?future|going forward|in the (?:coming|next) years?"
    r"|nowadays|these days|tomorrow'?s?|keeps? changing|years from now|down the (?:road|line))\b"
)
_WHICH_KPIS = re.compile(r"\b(?:which|what|list\w*|name) (?:\w+ )?(?:kpis?|metrics?|measures)\b")
FROM_NOW_FROM = 0.15  # probability from which a topic is what such words ask
# "Which one keeps customers happy and which one brings them in?"
ASKS_TWICE = re.compile(
    r"\b(?:who|whose|which|one)\b.+\b(?:and|while|whereas|but|vs|,)\s+(?:who|whose|which"
    r"|the other)\b"
)
# "Will being great with clients be enough to make director?"
_IS_ENOUGH = re.compile(
    r"\b(?:enough|suffic\w+|all it takes|all i need)\b.*?\b(?:to|for) (?:\w+ )?(?:make|become|be"
    r"|get|reach|land|director)\b"
    r"|\b(?:just|only|simply) (?:by )?(?:being|doing|having|keeping|working|hitting)\b"
)
_FROM_TO = re.compile(r"\bfrom (?:\w+ ){0,4}to\b")
_NOT_ENOUGH = (
    "ask_trends", "ask_skills", "ask_transition", "ask_responsibilities", "ask_role_fit",
    "ask_client_interaction", "ask_next_step", "ask_requirements", "ask_experience",
)  # fmt: skip
_BEFORE_BONUS = re.compile(
    r"\b(?:before|without|excluding|plus|besides|not counting|minus) (?:the |a |any )?bonus"
)
_BECOME = re.compile(
    r"\b(?:become|becoming|to be an?|get to|reach|promoted to|make it to|move up to)\b"
)
COPING = re.compile(
    r"\b(?:cop(?:e[ds]?|ing)|overc[ao]m(?:e|es|ing)|handl(?:e[ds]?|ing)|deal(?:s|t|ing)? with"
    r"|tackl(?:e[ds]?|ing)|get(?:ting)? (?:over|around|past)|manag(?:e[ds]?|ing)|fix(?:e[ds])?"
    r"|remed(?:y|ies|ied)|address(?:ed|ing)?|solv(?:e[ds]?|ing)|eas(?:e[ds]?|ing)|beat(?:en)?"
    r"|cures?|solutions?|counter(?:ed)?|what (?:can|could|do|should) (?:i|they|you|one"
    r"|we) do (?:about|abt|against)|what (?:would |could |might )?helps?)\b"
)
_BY_INDUSTRY = re.compile(
    r"\b(?:which|what|any|some) (?:industr(?:y|ies)|sectors?|fields?|cit(?:y|ies))\b"
)
_STEP_BETWEEN = re.compile(
    r"\b(?:step|stop|rung|level|stage|job|role|position|title|anything|something|what's"
    r"|what is)s?\b.{0,16}(?<!difference )\bbetween\b"
)


def _is_elsewhere(intent: str, base: KnowledgeBase, roles: list[str]) -> bool:
    """Whether ``intent`` is about a step in the career that none of ``roles`` takes."""
    if intent not in _PAIRED or not roles:
        return False
    facts = base.find(TOPICS[intent].facets)
    if intent == "ask_transition":
        return not any(set(roles) <= {*fact.roles} for fact in facts)
    return not any(set(roles) & {*fact.roles} for fact in facts)


def _goes_up(clause: Clause, base: KnowledgeBase, roles: list[str]) -> bool:
    """Whether a clause asks how to get from one of ``roles`` to the other, for which the
    documents give the steps to take."""
    if clause.probability("ask_transition") + clause.probability("ask_advancement") < _GOES_FROM:
        return False
    return any(fact.roles == roles for fact in base.find(TOPICS["ask_advancement"].facets))


_GOES_FROM = 0.6


def strongest(clause: Clause, base: KnowledgeBase, roles: list[str]) -> tuple[str, float]:
    """The topic for which most speaks, and how much; ("", 0.0) if nothing does."""
    found = evidence(clause, base, roles)
    if clause.probability("ask_lateral_moves") >= SIDEWAYS_FROM:
        return "ask_lateral_moves", clause.probability("ask_lateral_moves")
    topic, strength = max(found.items(), key=lambda item: item[1], default=("", 0.0))
    for name in ANY_FACT:
        if clause.probability(name) > found.get(topic, 0.0) * 0.8:
            topic, strength = name, max(strength, clause.probability(name))
    if topic in ANY_FACT:
        nearest = clause.hits[0].score if clause.hits else 0.0
        dimensions = [(p, n) for n, p in clause.ranking if n in TOPICS and TOPICS[n].dimension]
        least = 0.15 if ASKS_TWICE.search(clause.text.lower()) else 0.25
        if dimensions and max(dimensions)[0] >= least and nearest < 0.8:
            topic = max(dimensions)[1]  # both roles' sides of it answer who does what
    topic, strength = _upwards(clause, base, topic, strength)
    if clause.roles and strength < 0.4 and _CAN_I.search(clause.text.lower()):
        topic, strength = "ask_gap", 0.5
    if clause.roles and _READY.search(clause.text.lower()) and topic in _NOT_GAP:
        topic, strength = "ask_gap", max(strength, 0.5)
    if len(roles) == 2 and _goes_up(clause, base, roles):
        topic, strength = "ask_advancement", max(strength, 0.5)
    lost = sum(p for n, p in clause.ranking if n in _PAIRED and _is_elsewhere(n, base, roles))
    if strength < 0.45 and lost >= 0.4:
        # A step between roles for which the documents give no advice: what changes is known.
        topic, strength = ("ask_difference" if len(roles) > 1 else "ask_advancement"), lost
    text = clause.text.lower()
    topic = _of_late(clause, text, topic)
    if topic in ("ask_salary", "ask_bonus") and clause.amounts and "bonus" in text:
        topic = "ask_salary" if _BEFORE_BONUS.search(text) else "ask_bonus"
    if topic == "ask_advancement" and len(clause.roles) == 1 and _BECOME.search(text):
        facts = base.find(TOPICS[topic].facets)
        if facts and clause.roles[0] != facts[0].roles[-1]:
            topic = "ask_gap"  # how to become what the documents describe no promotion to
    if topic == "ask_salary" and _BY_INDUSTRY.search(clause.text.lower()):
        topic = "ask_salary_factors"
    if topic == "ask_challenges" and COPING.search(clause.text.lower()):
        topic = "ask_best_practices"
    steps = (
        "ask_difference",
        "ask_similarities",
        "ask_transition",
        "ask_career_path",
        "ask_next_step",
    )
    between = len(clause.roles) == 2 and _STEP_BETWEEN.search(clause.text.lower())
    if between and topic in steps:
        return "ask_next_step", max(strength, 0.5)
    return _one_side(clause, base, facet_named(clause, topic), roles), strength


def _upwards(clause: Clause, base: KnowledgeBase, topic: str, strength: float) -> tuple[str, float]:
    """``topic`` and ``strength``, or those of the promotion that the words are about."""
    text = clause.text.lower()
    ways = base.find((Facet.ADVANCEMENT,))
    if not ways:
        return topic, strength
    start, goal = ways[0].roles[0], ways[0].roles[-1]
    enough = topic in _NOT_ENOUGH and goal in clause.roles and _IS_ENOUGH.search(text)
    unclear = strength < 0.5 and not facets_in(text)
    steps = unclear and clause.roles == [start, goal] and _FROM_TO.search(text)
    return ("ask_advancement", max(strength, 0.5)) if enough or steps else (topic, strength)


def _of_late(clause: Clause, text: str, topic: str) -> str:
    """``topic``, or trends or the use of metrics where the words turn to these."""
    if _FROM_NOW.search(text) and clause.probability("ask_trends") >= FROM_NOW_FROM:
        topic = "ask_trends"
    if topic == "ask_kpi_practice" and _WHICH_KPIS.search(text) and not clause.polar:
        topic = "ask_kpis"
    alone = clause.polar and not clause.kpis and topic == "ask_kpis"
    if alone and clause.probability("ask_kpi_practice") >= FROM_NOW_FROM:
        topic = "ask_kpi_practice"  # "do numbers alone tell how good one is?"
    return topic


def _one_side(clause: Clause, base: KnowledgeBase, topic: str, roles: list[str]) -> str:
    """``topic``, or where the difference on one side is asked ("how do their teams differ?") that
    side, if the documents set the roles apart by it."""
    sides = sides_in(clause.text) if topic == "ask_difference" else []
    if len(sides) != 1:
        return topic
    facts = base.find((Facet.CONTRAST,), dimension=TOPICS[sides[0]].dimension)
    known = [f for f in facts if len(f.roles) == 1 and (not roles or f.roles[0] in roles)]
    return sides[0] if len(known) > 1 else topic
