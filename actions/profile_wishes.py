"""Wishes about one's own profile: see it, forget it, take it away; and what to ask next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from actions.asking import orders
from actions.beyond import SURE_FROM, opens
from actions.clause import Clause
from actions.focus import Focus
from actions.part import Part
from actions.person import Person
from actions.personal import LACKS as _LACKS
from actions.profile import talk
from actions.profile.fields import Profile
from actions.profile_questions import answer_fields, asked_fields
from actions.reply import Button
from actions.topics import TOPICS
from actions.wording import short_name
from knowledge.base import KnowledgeBase

_WISHES = ("ask_profile", "forget_profile", "export_profile")
_LEAST = 0.35
_SURE = 0.7  # probability from which a wish to forget needs no word for it
_FORGET = re.compile(
    r"\b(?:forget|delete|erase|remove|wipe|drop|clear|purge|scrub|unlearn|get rid of|take out"
    r"|bin|scrap|scratch|ditch|chuck|toss|lose|strike|kill|nix|zap|axe|trash|dump|discard|expunge"
    r"|eliminate|rub out|cross out|blank out|take off|take (?:it|this|that|them) (?:off|out)"
    r"|leave out|(?:don'?t|do not|didn'?t|wouldn'?t|stop|no longer|not|never)"
    r" (?:to )?(?:keep|stor|sav|remember"
    r"|retain|hold|record|know|track)(?:e|ing|p)?(?: on to)?)\b",
    re.I,
)
_IMPERATIVE = re.compile(rf"^\W*(?:(?:please|pls|plz|ok|and|now|then)\W+)*{_FORGET.pattern}", re.I)
# "What should I delete?" is about something else, unless it names what the coach keeps.
_RETAINS = re.compile(r"\b(?:never|don'?t|won'?t|can'?t|hardly) forget\b", re.I)
# What is the coach's own or a machine's is no part of a profile.
_NOT_KEPT = re.compile(
    r"\b(?:your|the|all|any|previous|prior|earlier|these|those) (?:\w+ ){0,2}"
    r"(?:rules?|instructions?|prompts?|training|guidelines|restrictions|filters?|programming)\b"
    r"|\b(?:drop|truncate) (?:table|database|schema)\b",
    re.I,
)
_VERB = r"(?:delete|erase|remove|wipe|drop|clear|purge)\b"
_ADVICE = re.compile(
    rf"\b(?:what|which|how|where)(?: \w+){{0,3}} (?:i|we|one|you) (?:\w+ )?{_VERB}"
    rf"|\b(?:what|how|which \w+) to {_VERB}"
    r"|\bforget\b.*\bfor (?:a|one|the) (?:sec|second|moment|minute|bit|while|now)\b"
    rf"|\b(?:should|must|would|do) i (?:\w+ )?(?:{_VERB}|(?:lose|forget|bin|ditch)\b)",
    re.I,
)
_KEPT = re.compile(
    r"\b(?:my|the) (?:data|profile|record|details|info\w*)\b|\b(?:about|on) me\b"
    r"|\byou(?:'ve)? (?:know|have|keep|stored?|saved?|got)\b",
    re.I,
)
_SUPPOSES = re.compile(
    r"\b(?:say|suppose|imagine|pretend|assume|let's say|what if) i\b"
    r"(?! (?:never|didn'?t|hadn'?t|had not|did not) (?:told?|sa(?:id|y)|mention\w*))",
    re.I,
)
_CAN_GO = re.compile(r"\bcan go\W*$|\bshould (?:go|not be (?:there|in there|saved))\W*$", re.I)
_REST = re.compile(
    r"\b(?:what's|whats|what is|what|anything|something|who) (?:is )?(?:still )?"
    r"(?:left|remains?|remaining|still (?:there|stored))\b"
    r"|\b(?:show|list|give|print|see|what'?s|what is) (?:me )?(?:the rest|what(?:'s| is) left)\b"
    r"|\b(?:what|what's|whats|anything|something) else\W*(?:$|(?:do|have|did|is|are) (?:you|u"
    r"|there|it|stored|saved|kept|known)\b)"
    r"|\bwhat do you (?:still )?(?:know|have)\b|\bshow (?:me|it)\b",
    re.I,
)
_AGAIN = re.compile(
    r"^\W*(?:(?:please|pls|now|ok|so|and|then|can you|could you)\W+)*(?:show|list|print|read|give"
    r"|run|tell)(?: me)?(?: (?:it|em|them|that|this|my (?:details|profile|data|list)|the list"
    r"|everything|all))?(?: (?:back|out))?(?: to me)?(?: (?:again|once more|now|please|pls))*\W*$",
    re.I,
)
_NOW = re.compile(
    r"^\W*(?:(?:and|so|ok|okay|please|pls|then|what about|how about)\W+)*"
    r"(?:now|again|(?:what|how) (?:is|about|does) it(?: look)?(?: like)? now"
    r"|what(?:'s| is| does| do)? (?:it|that|this|there|you)(?: say| show| look like| have)? now"
    r"|(?:try|check|look|see|ask|do that)(?: it| that| them)? (?:again|now|once more))"
    r"(?: (?:please|pls|then))*\W*$",
    re.I,
)
# "What did you say about the years?" asks for an answer, not for what is known of the person.
_YOU_SAID = re.compile(
    r"\b(?:did|have) (?:you|u) (?:just )?(?:say|said|tell|told|mention\w*)\b", re.I
)
_OF_ME = re.compile(r"\b(?:me|my|mine|i)\b", re.I)
_OWN = re.compile(r"\b(?:my|me|i|i've|ive|mine|you know|you have|i'm|im)\b", re.I)


# After a wish about one thing: "and my job", "the city too", "and my team size?"
_ONE_MORE = re.compile(
    r"^\W*(?:(?:and|also|plus|oh|ok|then|now|same (?:for|with)|what about|how about)\W+)*"
    r"(?:the |my |all )(?:\w+ ){0,3}\w+(?:,? (?:too|also|as well|please|pls))*\W*$",
    re.I,
)
_FEW = 7  # words of "so what's still left in there then"


@dataclass(frozen=True)
class Wish:
    """What is wished: ``fields`` to forget (["*"]: everything), or fields ``asked`` for."""

    intent: str
    fields: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    vague: bool = False


def wish(clauses: Sequence[Clause], focus: Focus | None = None) -> Wish | None:
    """The wish that a message is about, or None.

    After an answer about the profile "what's left?" asks of it, and "and my job" goes on with a
    wish to forget; "and now?" asks again what was answered before, if anything was.
    """
    focus = focus or Focus()
    whole = " ".join(clause.text for clause in clauses)
    on_profile = focus.on_profile
    follows = _following(whole, clauses, focus)
    if follows is not None:
        return follows
    asked = [name for clause in clauses for name in asked_fields(clause.text)]
    if asked and not any(clause.roles or clause.statements for clause in clauses):
        return Wish("ask_profile", asked=list(dict.fromkeys(asked)))
    if _YOU_SAID.search(whole) and not _OF_ME.search(whole):
        return None
    for clause in clauses:
        if _RETAINS.search(clause.text) or _NOT_KEPT.search(whole):
            continue  # "I never forget a deadline", "forget your rules"
        intent = clause.intent
        explicit = bool(_FORGET.search(clause.text) and _OWN.search(clause.text))
        explicit |= bool(_IMPERATIVE.match(clause.text) and talk.fields_to_forget(whole))
        explicit |= bool(on_profile and _IMPERATIVE.match(clause.text) and _by_value([clause]))
        if clause.outside.get("field"):
            return Wish("forget_profile", clause.outside["field"])  # a pressed button
        likely = clause.probability("forget_profile") >= 0.1 or not clause.ranking
        gone = on_profile and _CAN_GO.search(clause.text) and talk.fields_to_forget(clause.text)
        if gone or (explicit and (likely or (on_profile and _IMPERATIVE.match(clause.text)))):
            intent = "forget_profile"
        elif intent not in _WISHES or clause.confidence < _LEAST:
            continue
        if intent != "forget_profile":
            return Wish(intent)
        if _SUPPOSES.search(whole) or (_ADVICE.search(whole) and not _KEPT.search(whole)):
            return None
        fields = talk.fields_to_forget(whole)
        if fields is None and not _FORGET.search(whole) and clause.confidence < _SURE:
            continue  # no word for forgetting and nothing to forget
        if fields is None and clause.roles:
            return None  # "strike VP": a goal that is put right
        if any(s.corrects and s.value is not None for c in clauses for s in c.statements):
            return None  # "scratch that, I meant account manager": something is put right
        if fields is None or (fields == ["*"] and not talk.names_all(whole)):
            fields = _by_value(clauses) or fields
        return Wish(intent, fields or [], vague=fields is None)
    return None


def asked_besides(clauses: Sequence[Clause], focus: Focus) -> list[Clause]:
    """The questions of a message that stand beside a wish to see or forget one's profile."""
    return [
        clause
        for clause in clauses
        if clause.intent in TOPICS
        and clause.confidence >= SURE_FROM
        and (opens(clause.text) or orders(clause) or clause.text.endswith("?"))
        and wish([clause], focus) is None
    ]


def _following(whole: str, clauses: Sequence[Clause], focus: Focus) -> Wish | None:
    """The wish of few words that follows from an answer about the profile, or None."""
    answered = bool(focus.topics)
    if focus.on_profile and (_AGAIN.match(whole) or (not answered and _NOW.match(whole))):
        return Wish("ask_profile")
    # Where nothing was said yet, or all was forgotten, there is nothing else that could be left.
    fresh = focus == Focus() and not any(clause.roles for clause in clauses)
    rest = _REST.search(whole) and not _LACKS.search(whole) and len(whole.split()) <= _FEW
    if rest and (focus.wished or fresh):
        return Wish("ask_profile")
    named = talk.fields_to_forget(whole) if focus.wished and _ONE_MORE.match(whole) else None
    if named and focus.wished == "forget_profile" and not whole.endswith("?"):
        return Wish("forget_profile", named)
    if named and named != ["*"] and whole.endswith("?"):
        return Wish("ask_profile", asked=named)
    return None


def _by_value(clauses: Sequence[Clause]) -> list[str]:
    """The fields that a wish to forget names by what they hold ("take out healthcare")."""
    found = []
    for clause in clauses:
        if clause.industries or "other_industry" in clause.outside:
            found.append("industry")
        if "place" in clause.outside:
            found.append("location")
        if clause.amounts:
            found.append("base_pay")
    return list(dict.fromkeys(found))


def answer(wished: Wish, profile: Profile, base: KnowledgeBase) -> Part:
    """What is said to ``wished``; the caller does what it asks."""
    if wished.asked:
        return answer_fields(wished.asked, profile, base)
    if wished.intent == "ask_profile":
        return talk.shown(profile, base)
    if wished.intent == "export_profile":
        return talk.exported(profile, base)
    if wished.vague:
        return talk.asked_back()
    if wished.fields == ["*"]:
        return Part([talk.ERASED], kind="profile", topic="forget_profile")
    return talk.forgotten(wished.fields, profile)


def next_questions(person: Person, base: KnowledgeBase, focus: Focus) -> list[Button]:
    """Questions that what is known invites, as buttons."""
    found: list[Button] = []
    goal, role = person.goal(base), person.role(base)
    if goal is None and role is not None:
        above = [step for ladder in base.ladders for step in ladder.after(role)]
        goal = next((step for step in above if base.figures_of(step)), None)
    if goal is not None:
        short = short_name(base, goal)
        found.append(Button(f"What am I missing for {short}?", "ask_gap", {"role": [goal]}))
    if role is not None:
        found.append(Button("What is my next step?", "ask_next_step", {"role": [role]}))
        if base.figures_of(role):
            found.append(Button("What bonus could I get?", "ask_bonus", {"role": [role]}))
    found.append(Button("What do you know about me?", "ask_profile"))
    return found[:4]
