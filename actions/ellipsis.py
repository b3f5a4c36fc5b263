"""What a short clause means that leans on the last answer ("and the salary?", "why?")."""

from __future__ import annotations

import re

from actions.about_answer import about_last_answer
from actions.again import MINE, asks_anew, asks_for_own
from actions.clause import Clause
from actions.evidence import COPING
from actions.facets import facets_in, same_as, sides_in
from actions.focus import Focus
from actions.supposing import as_it_is
from actions.topics import TOPICS

SHORT = 6  # words of a clause that may only name a role or a facet
BARE = 3  # words of a clause that is hardly more than a facet's name ("and the bonus?")
LEANING = 8  # words of a clause that may point to an item or a step
_HOW_MUCH = re.compile(
    r"\bhow (?:many|much)\b.*\b(?:clients?|vendors?|accounts|revenue|customers)\b"
)
_STEP = re.compile(
    r"\b(?:step|rung|level|one|what(?:'s| is)?|role|that|it)?\s*(?:above|below|beneath|after"
    r"|before)\b"
    r"|\bnext (?:step|rung|level|one|role)\b"
)
_STEP_FURTHER = re.compile(
    r"\b(?:one|a|next) (?:more )?(?:stairs?|steps?|rungs?|levels?|notch(?:es)?)?\s?(?:higher"
    r"|up|lower|down"
    r"|further up|on(?! \w))\b|\b(?:one|another) (?:more )?(?:stair|step|rung|level|notch)\b"
)
# After pay: "which of the two gets the bigger one", "and by how much", "how far apart are they".
_MORE_OF_IT = re.compile(
    r"\b(?:who|which)\b.{0,40}\b(?:more|most|less|big+er|biggest|higher|highest|larger|lower"
    r"|better)(?: one)?\W*$|\bby how much\b"
    r"|\bhow (?:much|far|big)\b.{0,20}\b(?:apart|between|gap|difference)\b"
)
_LIKE = re.compile(
    r"\bwhat(?:'s| is| are) (?:it|that|this|they|he|she)(?: job| role| one)? (?:like|all about)\W*$"
)
# After a step of a ladder: "is there anything over this also?", "and who is on top of that".
_OVER = re.compile(
    r"\b(?:over|higher|above|beyond|on top of|past|under|lower|below|beneath)"
    r"(?: (?:than )?(?:that|this|it|him|her|them|those|these))?"
    r"(?: (?:ones?|role|job|step|rung))?"
    r"(?: (?:also|too|as well|still|then|again|please))*\W*$"
)
_ANYONE = re.compile(
    r"^\W*(?:(?:and|so|ok|but|is there|are there)\W+)*(?:any|some|who|no one|nobody|what(?:'s| is))"
)
_SOURCE = re.compile(
    r"\bwhere (?:does|did|do|is) (?:that|this|it|you)\b.{0,12}\b(?:from|get)\b|\bsources?\b"
    r"|\bsays who\b"
    r"|\b(?:which|what) (?:document|article|section)\b|\breferences?\b"
)


def follow_up(clause: Clause, focus: Focus, strength: float) -> list[str]:
    """The topics or follow-up that ``clause`` asks; empty if it stands on its own.

    ``strength`` is how much speaks for a topic of its own.
    """
    text = clause.text.lower()
    words = len(text.split())
    intent, confidence = clause.intent, clause.confidence
    anew = MINE.match(text) or asks_anew(text) or asks_for_own(text) or as_it_is(text, focus)
    if focus.topics and anew:
        return focus.topics
    if focus.topics and focus.on_profile and _after_a_change(clause, strength):
        return focus.topics
    if focus.topics and _COMES_TO.match(text) and focus.topics[0] in ("ask_salary", "ask_bonus"):
        return focus.topics
    several = _SAME_THINGS.search(text)
    if several and focus.chain and (clause.roles or clause.bare_names):
        count = _COUNTS.get(several["count"] or several["bare"] or "", len(focus.chain))
        return focus.topics if len(focus.topics) > 1 else focus.chain[-count:]
    names = clause.roles or clause.bare_names
    everything = names and strength < _OWN_TOPIC and _ALL_OF_IT.search(text)
    again = clause.roles and not facets_in(text) and same_as(text)
    if focus.topics and words <= LEANING + 2 and again:
        return focus.topics
    if focus.topics and words <= LEANING and (everything or _SAME_FOR.search(text)):
        return focus.topics
    if focus.topics[:1] in (["ask_next_step"], ["ask_career_path"]) and _THEN.match(text):
        return ["ask_next_step"]
    if not focus.topics:
        return ["ask_source"] if intent == "ask_source" and confidence >= 0.4 else []
    about = about_last_answer(text)
    if about:
        return [about]
    if focus.topics[0] in _RESTING and words <= 12 and _RESTS_ON.search(text):
        return [_RESTING[focus.topics[0]]]
    if _LEARN.search(text) and focus.topics[0] in _OF_A_START:
        return ["ask_entry_roles"]
    if words <= LEANING and not clause.roles and _ELSE.search(text) and strength < _OWN_TOPIC:
        return ["ask_more"]
    if OF_THEM.search(text) and len(focus.listed) > 1 and not clause.roles and words <= 12:
        return ["ask_item"]
    if clause.probability("out_of_scope") >= 0.5:
        return []
    return _leaning(clause, focus, strength)


def _leaning(clause: Clause, focus: Focus, strength: float) -> list[str]:
    """What a clause asks that takes its topic, or the matter of it, from the last answer."""
    text = clause.text.lower()
    words = len(text.split())
    intent, confidence = clause.intent, clause.confidence
    if words <= LEANING and _SOURCE.search(_ACCORDING.sub("", text)) and not clause.roles:
        return ["ask_source"]
    if focus.topics[0] in ("ask_salary", "ask_bonus") and re.search(r"\bdepends?\b", text):
        return ["ask_bonus" if focus.topics[0] == "ask_bonus" else "ask_salary_factors"]
    if "ask_challenges" in focus.topics and words <= LEANING and COPING.search(text):
        return ["ask_best_practices"]
    named = facets_in(text) or (sides_in(text) if focus.topics[0] in _APART else [])
    if focus.topics == ["ask_industry"] and words <= SHORT:
        another = clause.industries and words <= BARE and not named
        if another or _HOW_MUCH.search(text):
            return ["ask_industry"]
    if _only_names(clause, words):
        return _same_topics(clause, focus)
    alone = words <= BARE or (words <= LEANING and strength < 0.6)
    sure = intent in TOPICS and confidence >= 0.5
    if named and alone and intent != "ask_item" and not sure:
        return named[:1]
    paying = focus.topics[0] in ("ask_salary", "ask_bonus", "ask_salary_factors", "ask_benefits")
    paid = [topic for topic in focus.topics if topic in ("ask_salary", "ask_bonus")]
    other_side = intent == "ask_which_role" and sides_in(text)
    if paid and words <= 12 and not (named or other_side) and _MORE_OF_IT.search(text):
        return paid
    if words <= LEANING and _LIKE.search(text):
        return ["ask_responsibilities"]
    on_ladder = focus.topics[0] in ("ask_next_step", "ask_career_path", "ask_advancement")
    anyone = not paying and _ANYONE.match(text)
    if (on_ladder or anyone) and words <= LEANING and _OVER.search(text):
        return ["ask_next_step"]
    if words <= LEANING and _STEP_FURTHER.search(text) and not paying:
        return ["ask_next_step"]
    further = re.search(r"\b(?:one|step|rung|role)s? (?:after|above|below|before)\b", text)
    stepping = words <= LEANING and _STEP.search(text) and strength < 0.6
    if stepping and (intent != "ask_item" or further):
        return ["ask_next_step"]
    return _by_intent(clause, focus, strength, words)


# What pay rests on: "based on what?", "how is that decided?", "by which results?".
_RESTING = {
    "ask_bonus": "ask_bonus",
    "ask_commission": "ask_commission",
    "ask_salary": "ask_salary_factors",
    "ask_salary_factors": "ask_salary_factors",
}
_RESTS_ON = re.compile(
    r"\b(?:based|depend\w*|tied|linked|hing\w+|rests?|relies|goes) (?:up)?(?:on|to|by)\b"
    r"|\bhow (?:do|does|is|are|would|will) (?:that|it|this|these|those|they|the \w+|one)\b.{0,20}"
    r"\b(?:decid\w+|determin\w+|calculat\w+|worked out|work|set|earned|fixed|figured out|measured"
    r"|assess\w+|allocat\w+|split)\b"
    r"|\b(?:what|who|which \w+) (?:decides?|determines?|drives?|influences?|affects?|moves?"
    r"|counts? (?:for|towards?)) (?:it|that|this|them|those|the (?:amount|bonus|size|level))\b"
    r"|\b(?:by|on|for|after|against|from) (?:which|what)(?: \w+)? (?:results?|criteria|figures?"
    r"|metrics?|targets?|numbers?|goals?|measures?|factors?|do|does|is|are)\b"
    r"|\b(?:what|which) (?:are the )?(?:results?|criteria|metrics?|targets?|factors?)\b"
)
_LEARN = re.compile(
    r"\bwhat\b.{0,20}\b(?:learn|gain|pick up|take away|get out of)\b"
    r"|\bwhat (?:does|do|would|will|can) (?:it|that|this|those|they|such a job) teach\b"
)
_OF_A_START = ("ask_entry_roles", "ask_definition")
_ACCORDING = re.compile(
    r"\b(?:per|according to|going by|as per|from|in|by|based on)"
    r" (?:your|the|these|those) (?:\w+ )?(?:sources?|documents?|references?|articles?|docs?)\b"
)
# Topics that set two roles apart, after which one word names another side of them ("focus?").
_APART = (
    "ask_difference", "ask_focus", "ask_scope", "ask_client_interaction", "ask_team_management",
    "ask_which_role", "ask_similarities",
)  # fmt: skip

# "So?", "so how many now", "which numbers then", "what about it now": right after something
# was told or put right, the same once more.
_SO = re.compile(r"^\W*(?:(?:ok|okay|right|well|and|but)\W+)*(?:so|now|again|then)\b")
_NOW = re.compile(r"\b(?:now|then|again|with that|here|after that|instead|once more|anew)\W*$")
_CHANGES_IT = re.compile(
    r"\b(?:does|did|would|will|do)(?:n't)? (?:that|it|this|those) (?:\w+ )?(?:change|alter"
    r"|affect|make"
    r"|matter|help)\b|\bany (?:different|better|closer|change)\b|\bwhat changes\b"
)


def _after_a_change(clause: Clause, strength: float) -> bool:
    """Whether a few words after something was told want the last answer with that in it."""
    text, words = clause.text.lower(), len(clause.text.split())
    if words > LEANING or clause.roles or clause.industries or clause.statements:
        return False
    if _CHANGES_IT.search(text):
        return True
    leans = _SO.search(text) or _NOW.search(text)
    return leans is not None and strength < _OWN_TOPIC


_OWN_TOPIC = 0.5  # evidence from which such words ask something of their own


# "Same two questions for an AE", "all those things for the director": what was asked one by one.
_SAME_THINGS = re.compile(
    r"\b(?:same|all|both|these|those|the)\b(?: (?:of )?(?:the|these|those|my|that))?"
    r"(?: (?:same|last|previous|other))?(?: (?P<count>two|2|three|3|four|4|couple(?: of)?))?"
    r" (?:things?|questions?|stuff|points|topics|info|details?)\b|\beverything\b"
    r"|\bsame (?P<bare>two|2|three|3|four|4)\b"
)
_COUNTS = {"two": 2, "2": 2, "couple": 2, "couple of": 2, "three": 3, "3": 3, "four": 4, "4": 4}
_SAME_FOR = re.compile(
    r"\b(?:same|both|all(?: of)? (?:that|those|this)|ditto|likewise)\b.*\b(?:for|with|of|version)\b"
    r"|\b(?:equivalents?|counterparts?|ones|version)\W*$"
)
_ALL_OF_IT = re.compile(r"\b(?:all|everything|the (?:whole )?lot)(?: of (?:it|that|this|them))?\b")
_COMES_TO = re.compile(
    r"^\W*(?:(?:and|so|ok)\W+)*(?:what|how much) (?:does|would|will|is|do) (?:that|it|this"
    r"|i)(?: all)?"
    r"(?: (?:come to|makes?|mean|get|amount to|add up to))?(?: in (?:dollars|money|cash|total))?"
    r"(?: then| now)?\W*$"
)
_THEN = re.compile(
    r"^\W*(?:(?:and|so|ok)\W+)*(?:then|after that|what then|next|and next|from there)\W*$"
)
_ELSE = re.compile(
    r"^\W*(?:(?:and|so|ok|okay|but|well|is there|are there|any|got)\W+)*(?:what else"
    r"|anything else|any (?:more|others?)|other (?:ones|things)|something else|else|more|others?"
    r"|another(?: one)?)"
    r"(?: (?:is there|matters?|counts?|helps?|does|do|are there|besides|then|please|pls|on that"
    r"|about (?:it|that)|of (?:those|these|them)|like that|to know|you know))*\W*$"
)
OF_THEM = re.compile(
    r"\bwhich (?:ones? )?(?:of|from|among|out of) (?:them|em|those|these|the (?:above|list|lot))\b"
)
_NAMING = ("ask_definition", "inform_profile", "follow_other", "correct_profile", "affirm", "deny")


def _only_names(clause: Clause, words: int) -> bool:
    """Whether the clause hardly does more than name a role ("the director", "no, I meant AM")."""
    names = clause.roles or clause.bare_names
    asks = re.search(r"\b(?:what|who|how|why|when|define|explain|is|are)\b", clause.text.lower())
    naming = clause.intent in _NAMING or words <= LEANING // 2
    naming |= any(s.corrects for s in clause.statements)
    return bool(names) and words <= SHORT and not asks and naming and not facets_in(clause.text)


_WHAT_IS = re.compile(r"\bwhat (?:an? |the )?(?:[\w-]+ ){1,5}(?:is|are)\W*$")


def _by_intent(clause: Clause, focus: Focus, strength: float, words: int) -> list[str]:
    intent, confidence = clause.intent, clause.confidence
    names = bool(clause.roles or clause.industries or clause.bare_names)
    if intent == "follow_other" and names and _WHAT_IS.search(clause.text.lower()):
        return ["ask_definition"]
    if intent == "follow_other" and names and confidence >= 0.3:
        return _same_topics(clause, focus)
    if names and words <= SHORT and strength < 0.45:
        return _same_topics(clause, focus)
    backward = intent in ("ask_more", "ask_source", "repeat", "ask_item")
    if backward and confidence >= max(0.35, strength * 0.75):
        return [intent]
    if clause.ordinal and focus.listed and words <= 10 and strength < 0.8:
        return ["ask_item"]
    if intent == "ask_why" and focus.listed and confidence >= 0.4:
        return ["ask_reason"]
    return []


def _same_topics(clause: Clause, focus: Focus) -> list[str]:
    if clause.industries and not clause.roles and focus.topics != ["ask_salary"]:
        return ["ask_industry"]
    return focus.topics
