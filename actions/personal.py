"""Questions about the speaker: which topic they are, and the answers that the profile gives."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.advice.gap_answer import answer_gap
from actions.advice.gap_questions import answer_aspect, asked_aspect
from actions.advice.plan_answer import answer_plan, asks_for_plan_again
from actions.clause import Clause
from actions.facets import facets_in
from actions.focus import Focus
from actions.part import Part
from actions.person import Person, means_own_position, speaks_of_self
from actions.profile.fields import YEARS
from actions.question import Question
from knowledge.base import KnowledgeBase

LACKS = re.compile(
    r"^\W*(?:(?:and|so|ok|how many|how much) )*(?:years?|yrs|time|months)"
    r" (?:to|till|until|before)\b"
    r"|\b(?:lack\w*|missing|miss|distance|shortfall|short of|short (?:am|of)"
    r"|how (?:far|short|close|near)|gaps?"
    r"|far off|way off|(?:between|stops?|stopping|holds?|holding|keeps?|keeping|blocks?|blocking"
    r"|separates?) me\b|how (?:many|much) (?:\w+ )?(?:more|left|to go|still)"
    r"|what(?:'s| is)? left (?:for me "
    r"|for |to |until |till )|(?:years?|yrs|much|many|what)(?: \w+)? (?:to go|left|short)|to"
    r" go (?:till|until"
    r"|to|for|before)|what (?:else )?(?:am|are|is) (?:i|we) (?:still )?(?:short|without)"
    r"|still need|(?:do|would) i (?:still )?"
    r"(?:need|have enough|qualify|meet|stand)|enough (?:years|experience)|what (?:do"
    r"|would) i (?:still )?need"
    r"|how many more|am i (?:ready|qualified|eligible)|when (?:could|can|will|would) i"
    r"|how (?:long|soon) (?:until|un?til|til|till|before|to)"
    r"|could i apply|can i apply|would i (?:be (?:there|ready)|get)|out of reach|within reach"
    r"|realistic\w*|distance|delta|readiness|eligib\w+|suitab\w+"
    r"|prospects|i (?:could|can|might) (?:\w+ )?(?:apply|go for)|earliest|soonest|by when|what year"
    r"|enough (?:for|to)|(?:that|this|it) enough|(?:in|after) how many years"
    r"|how many years (?:from now|off|away)|in the running|(?:look at|take|consider|accept|hire"
    r"|pick|want) me (?:for|as|in)|(?:a|any|my) (?:real |fair |good )?(?:shot|chances?)"
    r" (?:at|of|for)|(?:tick|check)\w*(?: all| every| the| my| any| which)* box\w*"
    r"|box(?:es)? (?:do|don'?t|am|are)|(?:stack|measure) up|mak(?:e|ing) the cut"
    r"|up to (?:scratch|par|it)|too (?:early|soon|junior|green|inexperienced)|premature"
    r"|weak(?:est)? (?:spots?|points?)|(?:stands?|is|what's) in my way"
    r"|(?:am|would|will) i (?:be )?(?:there|in|set|good|eligible)(?: yet| already| then)?\W*$)\b",
    re.I,
)
_MY_FIELD = re.compile(
    r"\b(?:in|of|for|about) (?:my|our) (?:own )?(?:field|industry|sector|branch"
    r"|line of work)\b|\bmy sector\b",
    re.I,
)
_BARE = re.compile(
    r"^\W*(?:(?:and|so|ok|okay|but|well|then)\W+)*(?:how (?:long|much longer|many more)|when"
    r"|now|what now|how far|"
    r"is (?:that|it) realistic|and now|so now|still)\b(?:\W+\w+){0,5}\W*$",
    re.I,
)
_COULD_BE = re.compile(
    r"\b(?:can|could|will|would|may|might|should) (?:i|(?:an?|some|any)[\w ]{1,20} like me)"
    r" (?:\w+ ){0,2}?(?:be|become|make|get|go for|do|jump|leap|skip|go"
    r"|apply|move|step)\b|\bam i (?:\w+ ){0,2}?(?:ready|there|close|material|cut out)\b"
    r"|\bpromot\w+ me\b|\b(?:move|put|bump|hire) me (?:up |as |in)?(?:to|into|an?)?\b"
    r"|\bhow much (?:more )?(?:years?|time)\b.{0,24}\b(?:need|more|missing|left|lack)\b",
    re.I,
)
_FIT = re.compile(
    r"\b(?:(?:good |right |a )?fit (?:for|as)|ready|material|qualified|eligible|suitable"
    r"|strong enough|possible|realistic|doable|in reach|within reach|feasible|a match)\b",
    re.I,
)
_COUNTED = (*YEARS, "more_years", "number")  # fields of which a clause supposes a number
GAP_FROM = 0.25  # probability from which words of a gap are believed of who told nothing yet
FEW, SURE = 6, 0.8  # words of a bare "senior AM possible?", and evidence that it asks another thing
_STANDS = re.compile(r"\b(?:current|present|as things stand|today|now|own)\b", re.I)
_PAY = re.compile(r"\b(?:pay|paid|salary|base|money|wage|earn\w*|make|comp\w*|on \$?\d+k?)\b", re.I)
_DEGREE = re.compile(
    r"\b(?:degree|bachelor\w*|ba|bsc|studies|subject|major|education|diploma)\b", re.I
)
_POINTS = re.compile(r"\b(?:it|that|this|mine|one)\b", re.I)
_BEGINS = re.compile(r"\b(?:begin|start)\b", re.I)
_WORKS = re.compile(
    r"\b(?:work|count|enough|ok|okay|good|fit|help|qualify|suffice|do the trick|fly)\b", re.I
)
# "Ok and director": the word answers what was said, and asks nothing.
_SO_FAR = re.compile(r"^(?:\W*\b(?:ok|okay|k|good|fine|great|cool|right|alright|and|so)\b)+", re.I)
_MATTERS = re.compile(
    r"\b(?:fine|matters?|problem|issue|deal ?breaker|hurts?|obstacle|accept\w*|valid|relevant"
    r"|wrong|right one|disadvantage|against me|stop\w* me|block\w* me)\b",
    re.I,
)
# Topics after which "which takes longest?" is about what is asked for.
_ON_THE_WAY = ("ask_gap", "ask_plan", "ask_requirements", "ask_experience", "ask_education",
               "ask_advancement")  # fmt: skip
_ONE_QUESTION = 12  # words of a clause that asks hardly more than one thing
STANDS_ALONE = 0.5  # evidence from which a topic is what is asked, whatever the words
_APART_FROM_ME = re.compile(
    r"\b(?:separat\w+|divid\w+|keep\w*|stand\w*|between) (?:\w+ )?me\b", re.I
)
_GAP_TOPICS = ("ask_gap", "ask_requirements", "ask_experience", "ask_advancement", "ask_education")


def personal_topic(
    clause: Clause,
    base: KnowledgeBase,
    focus: Focus,
    person: Person,
    topic: str,
    strength: float,
) -> str | None:
    """The topic of a clause about the speaker's own standing, where its words settle it."""
    text = clause.text
    if focus.topics and means_own_position(text) and _STANDS.search(text) and not facets_in(text):
        return focus.topics[0]
    if clause.intent == "ask_industry" and speaks_of_self(text) and person.industries(base):
        return "ask_industry"
    if _MY_FIELD.search(text) and person.industries(base) and not _PAY.search(text):
        return "ask_industry"
    if _asks_on_the_way(clause, base, focus, person):
        return "ask_gap"
    if focus.topics[:1] == ["ask_plan"] and asks_for_plan_again(text):
        return "ask_plan"
    if _asks_fit(clause, focus, person) and strength < SURE:
        return "ask_gap"
    about_gap = focus.topics[:1] in (["ask_gap"], ["ask_plan"])
    waits = focus.on_profile and LACKS.search(text)
    lacks = LACKS.search(text)
    aims = bool(clause.roles or clause.bare_names)
    asks_gap = clause.probability("ask_gap") >= GAP_FROM
    if lacks and not person.has_record and facets_in(text) == ["ask_skills"]:
        return "ask_skills"
    if lacks and not person.has_record and (about_gap or (clause.roles and asks_gap)):
        return "ask_gap"
    of_goal = {s.field for s in clause.statements} == {"target_role"}
    if of_goal and clause.text.endswith("?") and person.has_record:
        return "ask_gap"
    aimed = person.goal(base) is not None and "target_role" in person.told
    leans = speaks_of_self(text) or about_gap or waits or (lacks and (aims or aimed))
    if not person.has_record or not (leans or (aimed and _BARE.search(text))):
        return None
    if asks_of_studies(clause, focus, person):
        return "ask_gap"
    to_come = any(s.field == "more_years" for s in clause.statements)
    if to_come or (clause.intent == "ask_gap" and clause.confidence >= 0.25):
        return "ask_gap"
    few = aims and len(text.split()) <= FEW - 2  # "how far's director"
    if LACKS.search(text) and (topic in _GAP_TOPICS or strength < 0.6 or few):
        return "ask_gap"
    if _APART_FROM_ME.search(text) and len(clause.roles) == 1:
        return "ask_gap"
    if _COULD_BE.search(text) and (clause.roles or clause.bare_names) and strength < STANDS_ALONE:
        return "ask_gap"
    if (about_gap or aimed) and _BARE.search(text):
        return "ask_gap"
    counts = topic in ("ask_experience", "ask_education", "ask_requirements")
    if about_gap and counts and clause.roles and len(text.split()) <= FEW:
        return "ask_gap"  # "and director, in years?"
    if _names_a_goal(clause, focus, base, person):
        return "ask_gap"
    if about_gap and counts and not clause.roles and len(text.split()) <= FEW - 2:
        return "ask_gap"  # "and overall experience?": the person's own
    told_degree = "education_level" in person.told or "ask_gap" in focus.topics
    points = _DEGREE.search(text) or re.search(r"\b(?:it|that|this)\b", text, re.I)
    if focus.topics and told_degree and points and _WORKS.search(text) and len(text.split()) <= 10:
        return "ask_gap" if strength < 0.75 or topic in _GAP_TOPICS else None
    return None


def _names_a_goal(clause: Clause, focus: Focus, base: KnowledgeBase, person: Person) -> bool:
    """Whether a clause only names a role above one's own, right after one's years were told
    ("director?")."""
    bare = len(clause.roles) == 1 and len(clause.text.split()) <= 2 and clause.text.endswith("?")
    told = focus.on_profile and any(person.get(name) is not None for name in YEARS)
    return bool(bare and told and clause.roles[0] != person.role(base))


def asks_of_studies(clause: Clause, focus: Focus, person: Person) -> bool:
    """Whether a clause asks if one's degree, or its subject, will do for a role spoken of."""
    if len(clause.text.split()) > _ONE_QUESTION:
        return False
    in_play = focus.topics[:1] in (["ask_gap"], ["ask_plan"]) or focus.on_profile
    known = person.get("education_level") is not None
    return bool(in_play and known and (focus.roles or clause.roles) and _of_studies(clause, person))


def _of_studies(clause: Clause, person: Person) -> bool:
    """Whether ``clause`` asks of the degree or the subject that one has told of before."""
    if any(not s.supposed for s in clause.statements):
        return False
    subject = person.get("education_field")
    names = subject and re.search(rf"\b{re.escape(subject[:5])}", clause.text, re.I)
    points = _DEGREE.search(clause.text)
    if re.search(r"\b(?:it|that|this)\b", clause.text, re.I):
        points = points or _TOLD_STUDIES.search(person.said)
    return bool(names or (points and _MATTERS.search(clause.text)))


_TOLD_STUDIES = re.compile(
    r"\b(?:degree|bachelor\w*|master\w*|diploma|high ?school|college|uni\w*|studi\w+|b\.?a|bsc|mba"
    r"|school)\b",
    re.I,
)


def _asks_on_the_way(clause: Clause, base: KnowledgeBase, focus: Focus, person: Person) -> bool:
    """Whether a clause asks about one aspect of what lies between the person and a role."""
    roles = clause.roles or [role for role in focus.roles if role != person.role(base)]
    roles = roles or [role for role in (person.goal(base),) if role]
    wanted = asked_aspect(clause.text, roles[0], base) if roles else None
    at_the_start = person.role(base) is None and not any(person.get(name) for name in YEARS)
    if wanted is None or (wanted == "first" and at_the_start and _BEGINS.search(clause.text)):
        return False
    if focus.topics[:1] and focus.topics[0] in _ON_THE_WAY:
        return not clause.roles or wanted in ("waives", "counts", "besides")
    if focus.on_profile and person.goal(base) and wanted in ("first", "longest"):
        return person.has_record and not clause.roles
    return wanted == "waives" and bool(clause.roles) and clause.polar


def _asks_fit(clause: Clause, focus: Focus, person: Person) -> bool:
    """Whether a few words after what was told ask if it is enough for a role ("SAM possible?")."""
    just_told = person.other or person.told or focus.on_profile
    few = _FIT.search(clause.text) and len(clause.text.split()) <= FEW
    names = clause.roles or clause.bare_names
    return bool(just_told and person.has_record and few and names and not clause.leanings)


def _each(question: Question, base: KnowledgeBase) -> Part | None:
    """The gaps to several roles, one after the other; that to one's own role is not asked."""
    own = question.person.role(base)
    roles = [role for role in question.roles if role != own]
    parts = [answer_gap(replace(question, roles=[role]), base) for role in roles[:2]]
    found = [part for part in parts if part is not None]
    if not found:
        return None
    lines = [line for part in found for line in [*part.lines, ""]][:-1]
    return replace(
        found[0],
        lines=lines,
        facts=list(dict.fromkeys(fact for part in found for fact in part.facts)),
        roles=roles[:2],
    )


def _to_reach(question: Question, base: KnowledgeBase) -> list[str]:
    """The roles asked about without the one that the way begins at ("from AM to director")."""
    roles, own = question.roles, question.person.role(base)
    if len(roles) < 2 or question.topic not in ("ask_gap", "ask_plan"):
        return roles
    rest = [role for role in roles if role != own]
    start = re.search(r"\b(?:from|as|being)\b", question.clause.text, re.I)
    if len(rest) == len(roles) and start and own is None:
        rest = roles[1:]
    return rest or roles


def answer_personal(question: Question, base: KnowledgeBase) -> Part | None:
    """The answer that follows from the person's own profile; None where it does not apply."""
    person, text = question.person, question.clause.text
    question = replace(question, roles=_to_reach(question, base))
    if question.topic == "ask_plan":
        return answer_plan(question, base)
    if not question.roles:
        return None
    counted = any(s.supposed and s.field in _COUNTED for s in question.clause.statements)
    aspect = question.topic == "ask_gap" and text and not counted
    on_aspect = answer_aspect(question, base) if aspect else None
    if on_aspect is not None:
        return on_aspect
    if not person.has_record:
        return None
    pressed = not text and question.topic == "ask_gap"
    own = speaks_of_self(text) or pressed or question.topic == "ask_gap" or person.supposing
    if not own or question.topic not in _GAP_TOPICS:
        return None
    if len(question.roles) > 1 and question.topic != "ask_education":
        return _each(question, base)
    about_degree = (
        question.topic == "ask_education"
        or _of_studies(question.clause, person)
        or (
            _WORKS.search(_SO_FAR.sub("", text))
            and not LACKS.search(text)
            and person.get("education_level")
            and (_DEGREE.search(text) or _POINTS.search(text))
            and not any(s.field in _COUNTED for s in question.clause.statements)
        )
    )
    if about_degree and (
        _DEGREE.search(text) or _WORKS.search(text) or _of_studies(question.clause, person)
    ):
        return answer_gap(question, base, only="degree")
    if question.topic in ("ask_gap", "ask_requirements", "ask_experience") or LACKS.search(text):
        return answer_gap(question, base)
    return None
