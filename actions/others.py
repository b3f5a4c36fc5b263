"""One other person of whom is spoken: what is said of them, and which clauses are about them.

What is known of them is kept in the focus of the conversation, never in a profile. A clause about
them is put as they would say it, so that it is answered like one of the speaker about themselves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from actions.asking import TELLING, asks
from actions.clause import Clause
from actions.focus import Focus
from actions.part import Part
from actions.perspective import (
    ANYONE,
    HE,
    PRONOUNS,
    SHE,
    as_own,
    is_above,
    named,
    place_of,
    without_others,
)
from actions.profile.changes import changes
from actions.profile.fields import FIELDS, as_words
from actions.statement import Statement
from actions.wording import in_third_person
from knowledge.base import KnowledgeBase

GRAVE_FROM = 0.3  # probability of a sensitive matter from which a clause is left as it was said
OTHER = "other"  # of a clause: whose it is
ONLY_HERE = "I use that in this conversation only; it goes into no profile."
NOTHING_TOLD = (
    "You have told me nothing of them. What you tell me, I use in this conversation only."
)
ASK_AWAY = (
    "All right. What would you like to know about them? It helps to know their role, years and "
    "degree; I use that in this conversation only."
)
LET_GO = "Done, I have forgotten what you told me of them."
_SPEAKER = re.compile(
    r"\b(?:i|i'm|im|i've|ive|i'd|i'll|me|my|mine|myself|we|we're|we've|our|ours|us)\b"
)
# Words for the speaker that only carry a question about somebody else.
_CARRIES = re.compile(
    r"\b(?:tell|show|give|help|let|remind|make|write|draw|build|do|for) (?:me|us)\b"
    r"|\b(?:i|we) (?:think|guess|wonder|mean|believe|suppose|heard|know|hope|ask|was asked"
    r"|(?:want|need|like|'d like|would like|have|wanna)(?: to)? (?:know|ask|understand|find out"
    r"|promote|hire|help))\b"
    r"|\b(?:can|could|should|may|must|do|would|shall) (?:i|we) (?:promote|hire|offer|tell|ask"
    r"|help|put|give|raise|suggest|expect|pay|move|recommend|let|consider|make)\b"
    r"|\b(?:i|we) (?:just |already )?(?:told|said|mentioned|wrote|gave)\b"
    r"|\b(?:i|we) (?:manage|have|have got|lead|supervise|mentor|coach|know|hired|interviewed|met"
    r"|look after|work with)(?: \w+)? (?=_)"
    r"|\b(?:i'm|im|i am|we're|we are|i'd like|just) (?:asking|curious|wondering|helping|coaching"
    r"|mentoring|interviewing|reviewing|hiring|considering)\b"
    r"|\b(?:my|our) (?:team|company|firm|place|agency|office|department|side|question|place)\b"
)
_ON_BEHALF = re.compile(
    r"\bask(?:ing)? (?:this |it |that |you )?(?:for|on|about|in the name)\b|\bon behalf\b"
    r"|\bquestions? (?:for|about|on|from)\b|\badvice (?:for|on|about)\b"
    r"|\b(?:this|it|that)(?:'s| is| one is| one's| question is| time) (?:\w+ )?(?:for|about)\b"
)
_COMPARED = re.compile(r"\b(?:than|like|unlike|as|with|versus|vs|against|from)\s*$")


_SAME_FOR = re.compile(r"\bsame\b.{0,20}\bfor\b", re.I)  # the last question, of somebody else
_SAME_ROLE = re.compile(
    r"\b(?:has|have|had|in|got|with|doing|on|i'm|im|is)\b.{0,20}\b(?:the |my |his |her |their )?"
    r"(?:(?:exact|very) )?same (?:role|job|position|title|level)\b|\bsame (?:role|job|position"
    r"|title) (?:as|like|but|just|only)\b",
    re.I,
)


@dataclass(frozen=True)
class Other:
    """``who``: "wife", "she" ("": nobody). ``values`` hold profile fields; ``before`` and
    ``changed`` say what the last message changed. ``meant`` if the last clause was about them."""

    who: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    meant: bool = False
    before: Mapping[str, Any] = field(default_factory=dict)
    changed: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, focus: Focus) -> Other:
        kept = {"who": "", "values": {}, "meant": False, **focus.other}
        return cls(str(kept["who"]), dict(kept["values"]), bool(kept["meant"]))

    def as_dict(self) -> dict[str, Any]:
        """As the focus keeps it; nothing if nobody is spoken of."""
        kept = {"who": self.who, "values": dict(self.values), "meant": self.meant}
        return kept if self.who else {}

    def is_meant_by(self, who: str) -> bool:
        """Whether ``who``, a noun or a pronoun, may mean this person."""
        if not self.who or not who:
            return False
        if who == "they":  # as likely those who have a role that was asked about
            return self.meant and self.who not in (*SHE, *HE)
        if who in PRONOUNS:
            return self.who not in (HE if who == "she" else SHE)
        return who.removeprefix("a ") == self.who or who in ANYONE or self.who in PRONOUNS


def heard(
    clauses: Sequence[Clause], focus: Focus, speaker: Mapping[str, Any] | None = None
) -> tuple[list[Clause], Other]:
    """``clauses`` with those about another person put as that person would say them, and what is
    known of that person after them. ``speaker`` are the values of the speaker's own profile."""
    other = Other.of(focus)
    told: list[Statement] = []
    about: list[bool] = []
    speaks = any(_speaks(clause) and clause.statements for clause in clauses)
    for clause in clauses:
        if _brings_up(clause, other, clauses):
            other, told = Other(clause.other.removeprefix("a ")), []
        mine = _is_about(clause, other)
        about.append(mine)
        if other.is_meant_by(clause.other):
            told += clause.of_other
            told += _same_role(clause, (speaker or {}).get("current_role"))
        if mine and not _speaks(clause):
            told += clause.statements
        # Of whom is only told by the way, the next clause need not be.
        aside = mine and not asks(clause.text) and (speaks or is_above(other.who))
        other = other if aside else replace(other, meant=mine)
    if other.who in ANYONE:
        told = [s if s.field == "more_years" else replace(s, supposed=False) for s in told]
    known = other.values
    changed = changes(told, known, list(known))
    values = {n: v for n, v in {**known, **changed}.items() if v is not None}
    other = replace(other, values=values, before=known, changed=changed)
    found = [
        _theirs(clause, other)
        if mine
        else replace(
            clause, statements=clause.statements + _same_role(clause, values.get("current_role"))
        )
        for clause, mine in zip(clauses, about, strict=True)
    ]
    return found, other


def _same_role(clause: Clause, role: str | None) -> list[Statement]:
    """That somebody has the same ``role`` as the person spoken of besides, if a clause says so."""
    match = _SAME_ROLE.search(clause.text)
    if role is None or match is None or asks(clause.text[: match.end()]):
        return []
    return [Statement("current_role", role, clause.text)]


def _speaks(clause: Clause) -> bool:
    return _place_of_speaker(clause) < len(clause.text)


def _place_of_speaker(clause: Clause) -> int:
    """Where a clause first means its speaker; the length of its text if it does not."""
    text = without_others(named(clause.text, clause.other))
    text = _CARRIES.sub(lambda match: " " * len(match.group()), text)
    match = _SPEAKER.search(text)
    return match.start() if match else len(clause.text)


def _brings_up(clause: Clause, other: Other, clauses: Sequence[Clause]) -> bool:
    """Whether a clause tells of or asks for somebody of whom was not spoken before."""
    if not clause.other or clause.other == "they" or _SAME_FOR.search(clause.text):
        return False
    if len(clause.roles) == len(clause.amounts) == 2:
        return False  # two people's pay side by side; see actions.pay_case
    who = clause.other.removeprefix("a ")
    told = any(_tells(who, s) for s in clause.of_other)
    if told and clause.other != who:
        return True
    if other.is_meant_by(clause.other):
        return False
    # "Is my wife ready? She has 12 years": what is told may come last.
    told |= who not in PRONOUNS and any(
        _tells(c.other, s) for c in clauses if c.other in PRONOUNS for s in c.of_other
    )
    return told or _brought_up(clause)


def _tells(who: str, statement: Statement) -> bool:
    """Whether a statement about ``who`` says something that holds."""
    return statement.value is not None and (who in ANYONE or not statement.supposed)


def _brought_up(clause: Clause) -> bool:
    """Whether a clause says for whom is asked ("asking for my wife")."""
    noun = clause.other not in ("", *PRONOUNS)
    return noun and _ON_BEHALF.search(clause.text.lower()) is not None


def _is_about(clause: Clause, other: Other) -> bool:
    """Whether a clause is about ``other``."""
    if not other.who:
        return False
    speaker = _place_of_speaker(clause)
    own = [s for s in clause.statements if not s.supposed]
    if not other.is_meant_by(clause.other):
        return other.meant and speaker == len(clause.text)
    if speaker == len(clause.text):
        return other.meant or not own  # "SAM, 8 years, my boss earns 150k" is the speaker's
    text = named(clause.text, clause.other)
    compared = _COMPARED.search(text.lower()[: place_of(text)]) is not None
    return not own and not compared and place_of(text) < speaker


def _theirs(clause: Clause, other: Other) -> Clause:
    """``clause`` as the other person would say it. That it is about somebody is no breach of
    privacy: the speaker has told it, and nothing else is known."""
    statements = clause.of_other + ([] if _speaks(clause) else clause.statements)
    text = as_own(named(clause.text, clause.other))
    if other.who in ANYONE:
        statements = [
            s if s.field == "more_years" else replace(s, supposed=False) for s in statements
        ]
    ranking = [item for item in clause.ranking if item[0] != "sensitive_privacy"]
    intent, confidence = clause.intent, clause.confidence
    if intent == "sensitive_privacy" and ranking:
        intent, confidence = ranking[0]
    grave = any(name.startswith("sensitive_") and p >= GRAVE_FROM for name, p in ranking)
    if grave:
        text = clause.text
    elif not asks(text) and (statements or _brought_up(clause)):
        intent = "inform_profile"
        ranking = [(intent, max(confidence, 0.5))]
    elif asks(text) and intent in TELLING:
        ranking = [item for item in ranking if item[0] not in TELLING] or [("ask_gap", 0.1)]
        intent, confidence = ranking[0]
    return replace(
        clause,
        text=text,
        intent=intent,
        confidence=confidence,
        ranking=ranking or clause.ranking,
        statements=statements,
        whose=OTHER,
    )


def said_of(part: Part) -> Part:
    """``part``, an answer to the speaker about themselves, as one about another person."""
    if not part.facts and part.kind not in ("clarify", "profile"):
        return part
    files = [replace(file, content=in_third_person(file.content)) for file in part.attachments]
    buttons = [
        replace(button, title=in_third_person(button.title))
        for button in part.buttons
        if button.intent != "ask_profile"
    ]
    lines = [in_third_person(line) for line in part.lines]
    return replace(part, lines=lines, attachments=files, buttons=buttons)


def shown(other: Other, base: KnowledgeBase) -> Part:
    """What the conversation has told of another person."""
    known = [f"- {in_third_person(words[:1].upper() + words[1:])}: "
             f"**{as_words(name, other.values[name], base)}**"
             for name, words in FIELDS.items() if name in other.values]  # fmt: skip
    lines = ["This is what you told me of them:", *known, "", ONLY_HERE]
    return Part(lines if known else [NOTHING_TOLD], kind="profile", topic="ask_profile")
