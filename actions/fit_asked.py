"""Whether a clause asks which role fits, where likes and dislikes were told before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from actions.clause import Clause, Leaning
from actions.ellipsis import OF_THEM
from actions.fitting import asks_which, gathered, weighs
from actions.focus import Focus

# Topics of a conversation that is still about which role to choose.
_CHOOSING = (
    "ask_role_fit", "ask_difference", "ask_which_role", "ask_definition", "ask_similarities",
    "ask_focus", "ask_responsibilities",
)  # fmt: skip
_LEAD = (
    r"^(?:\W*(?:and|so|ok|okay|then|well|but|now|right|hm+|um+|uh|er|alright|cool|all in all)\b)*"
    r"\W*"
)
_MATTER = re.compile(
    r"\b(?:pays?|paid|earn\w*|salar\w*|money|bonus\w*|skills?|need|needs|requir\w*|degree|kpis?"
    r"|measur\w*|metrics?|above|below|next|after|before|years?|path|ladder|challenges?|hard\w*"
    r"|harder|industr\w*|commission|learn|start|duties|tasks|more|most|less|best for clients"
    r"|responsib\w*|differen\w*|who|does|like|about|involves?|means?|trends?"
    r"|future|promot\w*|company|clients?)\b",
    re.I,
)
_WHICH = re.compile(
    _LEAD + r"(?:what|what's|whats|wats|wat|which|whichever|wich)\b(?: \w+){0,4}?"
    r" (?:roles?|jobs?|position|title|career|path|one|ones|side|way|route|type|kind|direction)\b",
    re.I,
)
_SELF = re.compile(
    r"\b(?:where|what) (?:does|would|do) (?:that|this|all that|it|all this) (?:make|leave|put"
    r"|point|say)\b|\bwhat am i\b"
    r"|\bwhat (?:would|could|should|might) (?:i|that|it|you|be)\b"
    r"(?! (?:earn|make|need|get|have|learn))"
    r"|\bwhere (?:do|would|should|could) i (?:belong|fit|go|end up|land|lean)\b"
    r"|\b(?:what|which) (?:suits?|fits?|matches|is me|am i)\b|\bwhat's me\b"
    r"|\b(?:recommend\w*|suggest\w*|advise|advice|verdict|final answer|decision|bottom line"
    r"|conclusion|your (?:pick|take|call|guess|tip))\b"
    r"|\b(?:tell|help) me (?:which|what|choose|decide|pick)\b|\bpick (?:one|for me)\b"
    r"|\bwhich (?:would|should|do|is|am)\b|\bwhat do you (?:think|say|reckon|make of)\b",
    re.I,
)
_BARE = re.compile(
    _LEAD + r"(?:my|the|which|what) (?:role|job|type|match|fit|one|pick)(?: then| now)?\W*$", re.I
)
_VAGUE = re.compile(
    _LEAD + r"(?:so|and|well|thoughts|any (?:ideas?|thoughts)|what now|what then|which|what is it"
    r"|conclusion|result|your answer|go on|tell me)?(?: then| please| pls| now)?\W*$",
    re.I,
)
# Intents that such words are taken for where the tastes told before are not seen.
_GENERAL = (
    "ask_role_fit", "ask_definition", "ask_which_role", "ask_profile", "ask_capabilities",
    "follow_other", "out_of_scope", "ask_responsibilities", "ask_difference", "ask_plan",
)  # fmt: skip
_SURE_OF_OTHER = 0.5  # probability from which a clause asks what its own words say
_SHORT = 12  # words of a clause that may lean on what was told
_FEW = 4
_STRONG = 0.06  # likenesses to two roles that far apart show a taste


def choosing(focus: Focus) -> bool:
    """Whether the conversation is still about which role to choose."""
    return not focus.topics or focus.topics[0] in _CHOOSING


def goes_on(clause: Clause, focus: Focus) -> bool:
    """Whether a clause names another kind of person after one was fitted ("and an introvert?")."""
    return bool(
        focus.topics == ["ask_role_fit"]
        and focus.leanings
        and clause.leanings
        and KIND.match(clause.text)
    )


def with_tastes(clause: Clause, clauses: Sequence[Clause], focus: Focus) -> Clause:
    """``clause`` with the likes and dislikes told beside it or before it, if it asks what fits."""
    if OF_THEM.search(clause.text) and focus.listed and not choosing(focus):
        return replace(clause, leanings=[])  # "which of them suits …": an item of a list
    if goes_on(clause, focus):
        return replace(clause, intent="ask_role_fit")
    beside = next((c for c in clauses if c.leanings), clause)
    chooses = focus.topics in ([], ["ask_role_fit"]) and len(clause.roles) == 2
    known = asks_which(clause.text) or weighs(clause) or clause.intent == "ask_role_fit"
    if focus.leanings and _weighs_one(clause, focus):
        known = True
        clause = replace(clause, intent="ask_role_fit", polar=True)
    chooses |= bool(focus.leanings) and known
    chooses |= clause.intent == "ask_role_fit" and clause.confidence >= FIT_FROM
    if beside.leanings and beside is not clause and _ONLY_WEIGHS.match(clause.text):
        sure = {"ask_role_fit": _SURE}
        clause = replace(clause, intent="ask_role_fit", ranking=list(sure.items()))
    if not beside.leanings and not chooses:
        return clause
    return replace(clause, leanings=gathered(focus, beside))


def _weighs_one(clause: Clause, focus: Focus) -> bool:
    """Whether a few words after a role was fitted ask of one role ("AE, right?")."""
    one = len(clause.roles) == 1 and not clause.statements
    return one and focus.topics == ["ask_role_fit"] and _ONE_ROLE.match(clause.text) is not None


_ONE_ROLE = re.compile(
    r"^\W*(?:(?:so|ok|okay|and|then|but|hm+|that'?s|it'?s|that|it|this|does|would|is|mean\w*"
    r"|points?"
    r"|pointing|to|towards?|sounds?|like|makes?|me|i'?m|am|i|be|an?|the|more|rather|of|you"
    r"|say|think"
    r"|definitely|clearly|rules? out|for)\W+)*"
    r"(?:(?:ams?|aes?|sams?|account|acct|manage\w*|exec\w*|directors?|senior|sr|of|am)\W*)+"
    r"(?:(?:then|right|or what|it is|huh|eh|for me|is it|for sure|yes|no|i guess|correct)\W*)*$",
    re.I,
)
# "Thinking about AE. I'm resilient": one role, to be weighed by what is told beside it.
_ONLY_WEIGHS = re.compile(
    r"^\W*(?:(?:so|hi|hey|ok|i'm|im|i|am|been|have been|was|currently)\W+)*(?:thinking|considering"
    r"|looking|pondering|toying|wondering|eyeing|tempted)\b(?: \w+){0,3}\W+(?:\w+\W*){1,4}$",
    re.I,
)
FIT_FROM = 0.5  # probability from which what fits is asked for
KIND = re.compile(
    r"^\W*(?:(?:and|so|but|ok|what about|how about|or)\W+)+(?:for |if |with )?(?:an?|someone"
    r"|somebody|people|one)\b(?! (?:junior|senior|key|director|account|am|ae|sam|kam|mba)\b)",
    re.I,
)


def telling(leanings: Sequence[Leaning]) -> bool:
    """Whether any of ``leanings`` draws to one role more than to another."""
    return any(
        max(item.roles.values()) - min(item.roles.values()) >= _STRONG
        for item in leanings
        if item.roles
    )


def wants_fit(clause: Clause, focus: Focus, known: Mapping[str, Any], told: bool = False) -> bool:
    """Whether a clause asks which role fits, by words that only the tastes told before complete.

    ``known`` are the values of the profile: "what's my role" asks for the one told.
    ``told`` if the same message tells tastes.
    """
    text = clause.text
    words = len(text.split())
    if not (told or choosing(focus)) or words > _SHORT:
        return False
    if known.get("current_role") and _MY_ROLE.search(text):
        return False
    asks = clause.intent.startswith("ask_") and clause.intent not in _GENERAL
    sure = clause.confidence >= _SURE_OF_OTHER and asks
    if sure or clause.statements or clause.amounts or clause.kpis or clause.industries:
        return False
    if _MATTER.search(text) or len(clause.roles) == 1:
        return False
    if any(words.search(text) for words in (_WHICH, _SELF, _BARE)):
        return True
    answered = focus.topics[:1] == ["ask_role_fit"] and not focus.on_profile
    answered &= re.match(r"\W*so\W*$", text, re.I) is None
    return not answered and words <= _FEW and _VAGUE.match(text) is not None


_MY_ROLE = re.compile(r"\b(?:my|mine)\b", re.I)


def seeking(clauses: Sequence[Clause], focus: Focus, known: Mapping[str, Any]) -> list[Clause]:
    """``clauses`` with those marked that ask which role fits though their words alone do not."""
    told = any(clause.leanings and telling(clause.leanings) for clause in clauses)
    if not (focus.leanings or told):
        return list(clauses)
    return [
        replace(clause, intent="ask_role_fit", confidence=_SURE, ranking=[("ask_role_fit", _SURE)])
        if wants_fit(clause, focus, known, told)
        else clause
        for clause in clauses
    ]


_SURE = 0.9
