"""Whether a clause means an industry without naming it, which one, and whose part in it.

Who has told a role and an industry means these by "which team do I work with?". This is the one
place that decides so, from what the conversation and the profile set.
"""

from __future__ import annotations

import re
from dataclasses import replace

from actions.clause import Clause, FactHit
from actions.focus import Focus
from actions.inside_words import names_thing
from actions.own import bare_roles
from actions.person import Person, means_own_position, siblings, speaks_of_self
from actions.topics import ANY_FACT, TOPICS
from knowledge.base import KnowledgeBase

ASKED_FROM = 0.45  # likeness from which a clause asks for one fact of the industry in play
ASKED_SHARE = 0.3  # how likely that fact must be among its role's facts of the industry
LEAD_FROM = 0.38  # the likeness where it is plain that the industry is meant
RENEWED_FROM = 0.55  # the likeness that the name of another industry does not bring by itself
COMPARED_MORE = 0.1  # what "bigger than at a bank?" takes more
REACH = 0.04  # how far that fact may be behind the nearest fact of no industry
REACH_NEXT = 0.12  # the same where the last answer was about the industry already
REACH_WHO = 0.25  # the same where a person or team is asked for, whom only industries' facts name
SURE_FROM = 0.7  # probability of a topic from which it is not taken for the industry's
DOUBTFUL_BELOW = 0.5  # probability of a topic below which "there" is believed instead
BEYOND_FROM = 0.5  # probability of what is not covered from which a clause is left to that

# Topics on which the documents say something of an industry.
COLOURED = (
    "ask_industry", "ask_focus", "ask_client_interaction", "ask_scope", "ask_definition",
    "ask_responsibilities", "ask_skills", "ask_kpis", "ask_challenges",
)  # fmt: skip
# Topics that are asked in the same words of a role in general and of its part in an industry.
_SHARED = (
    "ask_team_management", "ask_best_practices", "ask_client_interaction", "ask_responsibilities",
    "ask_scope", "ask_focus",
)  # fmt: skip
_FIELD = (
    r"(?:industry|sector|field|branch|trade|vertical|niche|line of (?:work|business)|business"
    r"|world)"
)
_MINE = re.compile(rf"\b(?:my|our) (?:own |present |current |particular )?{_FIELD}\b", re.I)
_HERE = re.compile(
    rf"\b(?:here|there)\b(?! (?:is|are|was|were|a|any|an)\b)"
    rf"|\b(?:my|our|this|that|same|such an?) (?:\w+ )?(?:of )?{_FIELD}\b|\bline of work\b"
    r"|\b(?:my|our|the same|this|that|same|this kind of|that kind of) (?:company|firm|shop|place"
    r"|house|outfit|employer|agency|bank|store|workplace|office)\b|\bat (?:mine|ours)\b",
    re.I,
)
_NAMED = re.compile(
    rf"\b(?:my|our|this|that|the same|such an?) (?:\w+ )?{_FIELD}\b|\bline of work\b", re.I
)
_OF_PAY = ("ask_salary", "ask_salary_factors", "ask_bonus", "ask_commission", "ask_benefits")
_PAY = re.compile(
    r"\b(?:pay\w*|paid|salar\w+|earn\w*|bonus\w*|commission|comp|compensation|wages?|base"
    r"|benefits?|perks?|cash|i (?:make|get))\b",
    re.I,
)
_APART = (
    "ask_gap", "ask_plan", "ask_next_step", "ask_career_path", "ask_experience", "ask_education",
)  # fmt: skip
_AGAINST = re.compile(
    r"\b(?:vs\.?|versus|compar\w*|than|differ\w*|unlike|as opposed to|same as)(?!\w)", re.I
)
# "What will be different", "what shifts for me": after an answer about an industry
_CHANGES = re.compile(
    r"^\W*(?:(?:and|so|ok|then|but|well)\W+)*(?:what|what's|whats|anything|how)\b.{0,24}"
    r"\b(?:differ\w*|chang\w*|shift\w*|new)\b.{0,20}$",
    re.I,
)
_BOTH = re.compile(r"\b(?:both|either|each|the two)\b", re.I)
_WHO = re.compile(
    r"^\W*(?:\w+\W+){0,3}?(?:who|whom|(?:which|what) (?:\w+ )?(?:teams?|colleagues?|people|guys"
    r"|departments?|experts?|specialists?|clients?|customers?|partners?))\b",
    re.I,
)
_LEFT = re.compile(
    r"\b(?:from|left|leaving|quit|used to|formerly|former|previously|ex|after \w+ years?"
    r"|switch(?:ed|ing)?|chang(?:ed?|ing)|mov(?:ed?|ing)|jump(?:ed|ing)?|came over)\b",
    re.I,
)
_TO_FROM = re.compile(r"\b(?:to|into|in|at)\b.+\b(?:from|after|used to|left)\b", re.I)
_NOT_ASKED = ("sensitive_", "greet", "thank", "goodbye", "praise", "how_are_you", "affirm", "deny")


def in_play(clause: Clause, base: KnowledgeBase, person: Person, focus: Focus) -> list[str]:
    """The industries that a clause may mean: those named in it or just before it, those of the
    last answer, or the person's own. Empty after one that the documents do not treat."""
    if clause.industries:
        return _moved_to(clause, base)
    if clause.outside.get("other_industry"):
        return []
    if person.setting:
        return list(person.setting)
    own, last = person.industries(base), focus.industry
    mine = _MINE.search(clause.text) or "industry" in person.told
    if own and (mine or last in own or not _about_industry(base, focus)):
        return own
    if person.get("industry") and not own and (mine or not _about_industry(base, focus)):
        return []
    return [last, *siblings(last, base)] if last in base.industries else own


def _moved_to(clause: Clause, base: KnowledgeBase) -> list[str]:
    """The industries that a clause names, without the one that it says was left."""
    named = list(clause.industries)
    if not _LEFT.search(clause.text) or _AGAINST.search(clause.text):
        return named
    now = named[0] if _TO_FROM.search(clause.text) else named[-1]
    return [name for name in named if name in (now, *siblings(now, base))]


def roles_in_play(clause: Clause, base: KnowledgeBase, person: Person, focus: Focus) -> list[str]:
    """Whose part in the industry a clause means: the roles it names, those spoken of, or the
    person's own."""
    own = person.role(base)
    named = list(clause.roles) or bare_roles(clause, [*focus.roles, *focus.roles_before])
    if named:
        return named
    if _BOTH.search(clause.text) and len(focus.last_roles) > 1:
        return focus.last_roles
    of_self = speaks_of_self(clause.text) or not _about_industry(base, focus)
    return [own] if own and (of_self or not focus.roles) else list(focus.roles)


def asked_again(
    clause: Clause,
    base: KnowledgeBase,
    person: Person,
    focus: Focus,
    roles: list[str],
    industries: list[str],
) -> Clause:
    """``clause`` with what was asked last of an industry, where it only names another industry
    or role ("and in software?")."""
    other = clause.industries or clause.roles or "industry" in person.told
    own = likeliest(clause, base, roles, industries)
    least = RENEWED_FROM if clause.industries else LEAD_FROM
    least += COMPARED_MORE if _AGAINST.search(clause.text) else 0.0
    asks = clause.intent != "follow_other" and own and own[0].score >= least
    if not focus.sought or not other or asks:
        return clause
    return replace(clause, inside=[FactHit(**item) for item in focus.sought])


def _about_industry(base: KnowledgeBase, focus: Focus) -> bool:
    """Whether the last answer was about an industry."""
    shown = [base.facts[name].industry for name in focus.listed if name in base.facts]
    return focus.topics == ["ask_industry"] or any(shown)


def meant(
    clause: Clause, base: KnowledgeBase, topic: str, person: Person, focus: Focus
) -> list[str]:
    """The industries that a clause asks about under ``topic``; empty if about none."""
    found = in_play(clause, base, person, focus)
    if clause.industries:
        return found + [i for i in _compared(clause, base, person, focus) if i not in found]
    if topic == "ask_industry":
        return found
    coloured = topic in COLOURED or topic in ANY_FACT
    if person.setting and coloured:
        return found
    if re.search(r"\bthere\b", clause.text.lower()) or _MINE.search(clause.text):
        return found
    own_matter = means_own_position(clause.text) and speaks_of_self(clause.text)
    follows = focus.topics == ["ask_industry"] and not clause.roles
    return found if topic in COLOURED and (own_matter or follows) else []


def _compared(clause: Clause, base: KnowledgeBase, person: Person, focus: Focus) -> list[str]:
    """The industries in play that the one named in the clause is held against."""
    if not _AGAINST.search(clause.text):
        return []
    if person.setting:
        return list(person.setting)
    last = focus.industry if _about_industry(base, focus) else None
    return [last] if last in base.industries else person.industries(base)[:1]


def likeliest(
    clause: Clause, base: KnowledgeBase, roles: list[str], industries: list[str]
) -> list[FactHit]:
    """The facts about ``industries`` and one of ``roles`` that a clause asks for, nearest first;
    none where it asks for no fact of them more than for another."""
    hits = [
        hit
        for hit in clause.inside
        if (fact := base.facts.get(hit.fact)) is not None
        and fact.industry in industries
        and (not roles or set(fact.roles) & set(roles))
        and hit.score >= LEAD_FROM
        and hit.share >= ASKED_SHARE
    ]
    return sorted(hits, key=lambda hit: -hit.score)


def asks_inside(
    clause: Clause, base: KnowledgeBase, topic: str, person: Person, focus: Focus
) -> bool:
    """Whether a clause that names no industry asks what the documents say of the one in play.

    ``topic`` is what it would ask otherwise.
    """
    industries = _described(clause, base, person, focus)
    of_one = topic == "ask_difference" and len(clause.roles) < 2
    after = focus.topics == ["ask_industry"] and not clause.roles
    if industries and after and _CHANGES.search(clause.text) and not _PAY.search(clause.text):
        return True
    if industries and of_one and (person.setting or _HERE.search(clause.text)):
        return True  # "what is different there?"
    of_pay = topic in _OF_PAY and (_PAY.search(clause.text) or not _about_industry(base, focus))
    sure = topic not in (*ANY_FACT, *_OF_PAY) and clause.probability(topic) >= SURE_FROM
    sure &= not (names_thing(clause) and topic in _SHARED and _about_industry(base, focus))
    sure &= _told_in_general(topic, base, clause, person, focus) or not _HERE.search(clause.text)
    if clause.industries or sure or (of_pay and clause.probability(topic) >= SURE_FROM):
        return False
    roles = roles_in_play(clause, base, person, focus)
    hits = likeliest(clause, base, roles, industries)
    if hits and _nearer(hits[0], clause, base, roles, focus, topic in ANY_FACT):
        return True
    if not industries or _beyond(clause) >= BEYOND_FROM:
        return False
    doubtful = clause.probability(topic) < DOUBTFUL_BELOW and topic not in _OF_PAY
    if topic in _OF_PAY and not _PAY.search(clause.text) and "much" not in clause.text.lower():
        doubtful = True
    said = _NAMED.search(clause.text) and topic not in (*_OF_PAY, *_APART)
    here = _HERE.search(clause.text) and (topic in COLOURED or doubtful)
    return bool(said or here)


def _told_in_general(
    topic: str, base: KnowledgeBase, clause: Clause, person: Person, focus: Focus
) -> bool:
    """Whether the documents tell anything under ``topic`` of the roles in play."""
    known, roles = TOPICS.get(topic), set(roles_in_play(clause, base, person, focus))
    if known is None or not roles:
        return True
    facts = base.find(known.facets)
    return any(set(f.roles) & roles and known.dimension in (None, f.dimension) for f in facts)


def left_to_industry(clause: Clause, base: KnowledgeBase, person: Person, focus: Focus) -> bool:
    """Whether a clause too vague to mean anything else asks of an industry: the one it names, or
    the one in play where the last answer was about it or the person told role and industry."""
    if _beyond(clause) >= BEYOND_FROM or not _asks(clause):
        return False
    if clause.industries:
        return True
    set_before = focus.topics == ["ask_industry"] or person.role(base) is not None
    return set_before and bool(_described(clause, base, person, focus))


def _described(clause: Clause, base: KnowledgeBase, person: Person, focus: Focus) -> list[str]:
    """The industries in play, if the documents say something of them for the roles in play."""
    if clause.intent.startswith(_NOT_ASKED) or clause.outside.get("other_role"):
        return []
    found = in_play(clause, base, person, focus)
    roles = set(roles_in_play(clause, base, person, focus))
    told = any(f.industry in found and set(f.roles) & roles for f in base.facts.values())
    return found if told else []


def _nearer(
    hit: FactHit,
    clause: Clause,
    base: KnowledgeBase,
    roles: list[str],
    focus: Focus,
    any_fact: bool,
) -> bool:
    """Whether ``hit`` is about as near to the clause as any fact about the roles in general.

    It may be further behind after an answer about the industry, or where ``any_fact`` may do.
    """
    after = (_about_industry(base, focus) or any_fact) and not clause.roles
    others = [base.facts[h.fact] for h in clause.hits if h.fact in base.facts]
    others = [f for f in others if not f.industry and (not f.roles or set(f.roles) & set(roles))]
    general = {fact.id for fact in others}
    nearest = max((h.score for h in clause.hits if h.fact in general), default=0.0)
    if _WHO.search(clause.text) and not clause.roles:
        return hit.score >= max(ASKED_FROM, nearest - REACH_WHO)
    least = LEAD_FROM if after else ASKED_FROM
    return hit.score >= max(least, nearest - (REACH_NEXT if after else REACH))


def _beyond(clause: Clause) -> float:
    """How likely a clause asks what is not covered."""
    return sum(p for name, p in clause.ranking if name.startswith("out_"))


_QUESTION = re.compile(
    r"\?|\b(?:what|what's|whats|wat|which|who|whom|whose|how|where|why|should|do|does|is|are|can"
    r"|tell|help|and|then|so)\b",
    re.I,
)


def _asks(clause: Clause) -> bool:
    told = [s for s in clause.statements if not s.supposed]
    return not told and _QUESTION.search(clause.text) is not None
