"""Follow-ups on a role one may take: what changes there, what lies above, what is hard in it."""

from __future__ import annotations

import re

from actions.clause import Clause
from actions.focus import Focus
from actions.person import Person, speaks_of_self
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet

_NOW = (
    r"(?:now|today|currently|at present|at the moment|right now|so far|these days|already|yet"
    r"|my (?:current |present )?(?:job|role|work|day|level|position|tasks|duties|life)"
    r"|what i (?:do|have))"
)
# "what would be different for me there than now", "what would I do there that I don't do yet"
_CHANGES = re.compile(
    rf"\b(?:differ\w*|chang\w+|new|else|other|more|extra|besides|vs|versus|compar\w+|than)\b"
    rf".*\b{_NOW}\b"
    rf"|\b(?:that|which) i (?:don'?t|do not|didn'?t|haven'?t|am not)\b.*"
    rf"|\b(?:what|whats|what's|how|anything|much)\b.*\b(?:different|chang\w+)\b.*"
    rf"\b(?:for me|there|then|level|step|my|i)\b"
    rf"|\b(?:for me|my \w+)\b.*\b(?:different|change[sd]?)\b",
    re.I,
)
_ABOVE = re.compile(
    r"\b(?:any ?thing|something|what|any(?:one| one)?|another|more|a|an|other)\b"
    r"(?: (?:else|other|more|further|higher|role|job|title|step|level|position|rung|stage)s?)*"
    r"(?: (?:is |comes |there |is there |exists? ))? ?"
    r"(?:above|over|higher|beyond|past|on top of|up from)\b"
    r"(?!.{0,12}\b(?:base|range|average|salary|pay|\d))"
    r"|\b(?:go|get|climb|rise) (?:any |even |still )?(?:higher|further(?: up)?)\b",
    re.I,
)
_ORDER = re.compile(
    r"\b(?:comes?|is|are|it's|its|goes|go|stands?|sits?|step|stage|rung|level|right|directly|just"
    r"|straight|first|position|role|one)\b[^.?!]{0,30}\b(?:before|after|prior to|ahead of|below"
    r"|under(?:neath)?|following|follows)\b|\b(?:precedes?|follows)\b",
    re.I,
)
_WHO_IS_RIGHT = re.compile(
    r"\bwhich (?:(?:one|version|document|article)s? )?(?:of (?:those|them|these|the two|both) )?"
    r"(?:is|are) (?:then |now |actually |really )?(?:right|correct|true|the right one)\b"
    r"|\bwho(?:'s| is| has|s)? (?:then |now |actually |really )?(?:right|correct|wrong|it right)\b"
    r"|\b(?:is|was|are) (?:he|she|they|that|this|it|my \w+|the \w+) (?:right|correct|wrong|true)\b",
    re.I,
)
# "what do I bring along from my job", "which things from the call center help me there"
_BRINGS = re.compile(
    r"\b(?:bring|brings|carry|carries|transfer\w*|reuse|useful|help|helps|helpful|gives?|gave"
    r"|teach|teaches|taught|learn|learned|learnt|gain\w*|pick(?:ed)? up|valuable|advantage"
    r"|good for|prepares?|offers?)\b",
    re.I,
)
_JOB_BEFORE = re.compile(
    r"\b(?:from|of|in|as|does|do|did|my|such|these|those)\b.{0,24}\b(?:jobs?|work|roles?"
    r"|positions?|time|years|call cent(?:er|re)|support|service|desk|shop|marketing|background"
    r"|experience|past|career|before|sdr)\b|\b(?:there|here|from (?:it|that|this))\b",
    re.I,
)
# "what could come next", "how do I get into account management", "and if I want that instead"
_ONWARD = re.compile(
    r"\bnext\b|\b(?:takes?|brings?) me\b|\blead(?:s|ing)? (?:to|me|in|from|up)\b|\b(?:get"
    r"|move|go|switch|break|cross|come|land|step) (?:over |up )?(?:in)?to\b"
    r"|\bbecome\b|\binstead\b|\b(?:from|after) (?:here|this|that|there)\b"
    r"|\bstart(?:ing)? (?:in|out)\b",
    re.I,
)
_ON_A_STEP = ("ask_next_step", "ask_career_path", "ask_gap", "ask_plan", "ask_responsibilities",
              "ask_definition", "ask_salary", "ask_lateral_moves", "ask_difference")  # fmt: skip
_MONEY = re.compile(r"\b(?:pay|pays|paid|salar\w+|earn\w*|bonus\w*|money|comp)\b", re.I)
_HARD = re.compile(
    r"\b(?:wrestl\w+|struggl\w+|hard(?:er|est)?|tough(?:er|est)?|difficult\w*|challeng\w+|trouble"
    r"|headaches?|suffer\w*|worst|painful|downsides?|battl\w+|fight(?:ing)? with|annoy\w*"
    r"|stress\w*|frustrat\w+)\b",
    re.I,
)
_STEPS = ("ask_next_step", "ask_career_path")
_TO_A_ROLE = ("ask_gap", "ask_plan", "ask_advancement")
# "Next?", "promotion to what?", "what could I move up to?", "guess I'm done climbing?"
_WHAT_NEXT = re.compile(
    r"^\W*(?:(?:so|and|ok|okay|then|now|well|cool|hi|hey)\W+)*(?:what(?:'s|s| is| comes)?"
    r"|who'?s?)? ?"
    r"(?:the |my )?next(?: (?:step|rung|one|up|role|job|level|stop|position|title|move|thing))?"
    r"(?: (?:is|comes|for me|then|now|please|pls|up))*\W*$"
    r"|\b(?:promot\w+|move(?: up)?|moving up|step(?:ping)? up|rise|advance|climb)(?: me)?"
    r" (?:in)?to "
    r"(?:what|which|where|who)\b"
    r"|\b(?:what|which|where)\b.{0,30}\b(?:promoted|promotion|move up|step up|moved up"
    r"|climb)(?: \w+)?"
    r" ?(?:in)?to\W*$"
    r"|\b(?:where|what)\b.{0,14}\b(?:can|could|does|do|would|might|will) (?:i|this|that|it|my"
    r" \w+|one)"
    r" (?:lead|go|move|end up|take me|get to|climb)(?: to)?(?: (?:from here|next|after this|up|then"
    r"|now|eventually))*\W*$",
    re.I,
)
_AT_THE_TOP = re.compile(
    r"\b(?:done|finished|over) (?:with )?climbing\b|\bend of (?:the |my )?(?:road|ladder|line"
    r"|path|climb)\b"
    r"|\btop of (?:the |my )?(?:ladder|tree|path|pile)\b|\bas high as\b|\b(?:nowhere|no place"
    r"|nothing)"
    r"(?: left| else| more)? (?:to go|to climb|up there|above)\b|\bpeaked\b|\bceiling\b"
    r"|\bfurther (?:up )?(?:to go|to climb|from here)\b|\bcan'?t (?:go|get|climb) (?:any"
    r" )?(?:higher|further)\b",
    re.I,
)
# "Straight to director, right?", "nothing in between?"
_STRAIGHT = re.compile(
    r"\b(?:straight|direct(?:ly)?|immediately|right away|in one (?:go|step|jump)) (?:to|into"
    r"|up to|from)\b"
    r"|\b(?:nothing|anything|no (?:step|rung|role|job|level|stop)|something|a (?:step|rung"
    r"|stop))\b.{0,14}"
    r"\bbetween\b|\b(?:skip\w*|jump\w*|leap\w*)\b",
    re.I,
)
# "what's the job under account manager"
_BESIDE = re.compile(
    r"\b(?:jobs?|roles?|rungs?|steps?|positions?|levels?|titles?|stages?|what(?:'s| is)?|whats"
    r"|who(?:'s| is)?|whos) (?:right |just |directly |immediately )?(?:under(?:neath)?|below"
    r"|beneath|above|over)\b(?! \d)",
    re.I,
)
_DOWN = re.compile(
    r"\b(?:demot\w+|downgrad\w+|knocked down|(?:one|a) (?:step|rung|level) down)\b", re.I
)
_PAYING = ("ask_salary", "ask_bonus", "ask_salary_factors", "ask_benefits")


def ladder_topic(clause: Clause, base: KnowledgeBase, focus: Focus, person: Person) -> str | None:
    """The topic of a clause that asks on about a step of a career, where its words settle it."""
    text, last = clause.text, focus.topics[0] if focus.topics else ""
    stands = [role for role in (*clause.roles, *focus.roles, person.role(base)) if role]
    beside = len(clause.roles) == 1 and _BESIDE.search(text) and not _MONEY.search(text)
    if beside or (stands and len(clause.roles) < 2 and _DOWN.search(text)):
        return "ask_next_step"
    on_ladder = any(la.index(role) is not None for la in base.ladders for role in stands)
    of_steps = last in ("", "ask_definition", *_STEPS, *_TO_A_ROLE) or focus.on_profile
    climbs = (of_steps and _WHAT_NEXT.search(text)) or _AT_THE_TOP.search(text)
    if on_ladder and len(clause.roles) < 2 and climbs:
        return "ask_next_step"
    if skipped(clause, base, person):
        return "ask_next_step"
    if len(clause.roles) > 1:
        on_one = any(
            sum(ladder.index(role) is not None for role in clause.roles) > 1
            for ladder in base.ladders
        )
        orders = _ORDER.search(text) and not _MONEY.search(text)
        return "ask_next_step" if on_one and orders else None
    if _WHO_IS_RIGHT.search(text) and (last in _STEPS or _ORDER.search(focus.told)):
        return "ask_next_step"
    if last == "ask_role_fit" and _HARD.search(text) and not clause.leanings:
        return "ask_challenges"
    start = [r for r in [person.role(base), *focus.roles] if r in entry_positions(base)]
    if start and asks_what_it_brings(text) and not clause.statements:
        return "ask_entry_roles"
    if start and person.role(base) in start and _ONWARD.search(text) and not clause.statements:
        return "ask_next_step"
    if changes(text) and (last in _ON_A_STEP or clause.roles) and person.role(base):
        return "ask_difference"
    if focus.roles and last not in _PAYING and not clause.roles and _ABOVE.search(text):
        return "ask_next_step"
    return None


def skipped(clause: Clause, base: KnowledgeBase, person: Person) -> list[str]:
    """One's own role and the one that a clause would go straight to; empty if none is asked."""
    own = person.role(base)
    if own is None or len(clause.roles) != 1 or not _STRAIGHT.search(clause.text):
        return []
    if _MONEY.search(clause.text):
        return []
    above = any(
        (la.index(clause.roles[0]) or 0) > place
        for la in base.ladders
        if (place := la.index(own)) is not None
    )
    return [own, clause.roles[0]] if above else []


def changes(text: str) -> bool:
    """Whether ``text`` asks what another level would change for its speaker."""
    return _CHANGES.search(text) is not None and speaks_of_self(text)


def asks_what_it_brings(text: str) -> bool:
    """Whether ``text`` asks what a job brings along for later ones."""
    return _BRINGS.search(text) is not None and _JOB_BEFORE.search(text) is not None


def asks_who_is_right(text: str) -> bool:
    """Whether ``text`` asks which of several versions holds."""
    return _WHO_IS_RIGHT.search(text) is not None


def asks_order(text: str) -> bool:
    """Whether ``text`` says or asks which of several steps comes before another."""
    return (_ORDER.search(text) or _WHO_IS_RIGHT.search(text)) is not None


def with_own_level(
    spoken_of: list[str], clause: Clause, base: KnowledgeBase, topic: str, person: Person
) -> list[str]:
    """The level asked about, or else ``spoken_of``, and one's own; empty if no change is asked."""
    own = person.role(base)
    if topic != "ask_difference" or own is None or len(clause.roles) > 1:
        return []
    above = [role for ladder in base.ladders for role in ladder.after(own)]
    target = next((role for role in [*clause.roles, *spoken_of, *above] if role != own), None)
    return [target, own] if target and changes(clause.text) else []


def entry_positions(base: KnowledgeBase) -> list[str]:
    """The positions from which the documents let people set out."""
    named = [role for fact in base.find((Facet.ENTRY_ROLE,)) for role in fact.roles]
    compared = {role for document in base.documents.values() for role in document.about}
    return [role for role in dict.fromkeys(named) if role not in compared]
