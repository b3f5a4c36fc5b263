"""The career check-in: asks for what the profile lacks, one thing after another."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from actions.clause import Clause
from actions.part import Part
from actions.profile.fields import Profile
from actions.profile.talk import noted
from actions.reply import Button, Reply
from actions.statement import Statement
from knowledge.base import KnowledgeBase


@dataclass(frozen=True)
class Item:
    """One question of the check-in: the profile field it fills, its words, and why it matters."""

    field: str
    question: str
    why: str


ITEMS = (
    Item("current_role", "What is your role at present?",
         "your role decides which step comes next for you, and which pay range is yours"),
    Item("years_account_management", "How many years have you worked in account management?",
         "the documents ask for a number of years for some roles, and I can do the sum for you"),
    Item("years_leadership", "For how many years have you led people? (0 if never)",
         "a director is asked to have led people for some years"),
    Item("education_level", "Do you have a degree, and in what subject?",
         "the documents name degrees that a role typically asks for"),
    Item("industry", "Which industry do you work in?",
         "what matters in a role differs from industry to industry"),
    Item("target_role", "Which role would you like to reach?",
         "I can then tell you what is still missing and make a plan"),
    Item("base_pay", "What is your base pay a year, with the currency? (You can skip this.)",
         "I can tell you where it lies in the range and what a bonus would come to"),
)  # fmt: skip
_TEAM = Item("team_size", "How many people report to you?", "some roles ask for having led people")
BY_FIELD = {item.field: item for item in (*ITEMS, _TEAM)}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_COUNTED = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen",
)  # fmt: skip
_NUMBER_WORDS = {word: number for number, word in enumerate(_COUNTED)} | {
    **dict.fromkeys(("zero", "never", "no", "nope"), 0),
    "a": 1,
}
_NOBODY = re.compile(
    r"\b(?:nobody|no one|none|never|not (?:yet|any)|no (?:people|team|reports))\b", re.I
)
MOST_YEARS = 60
_YES = re.compile(r"^\W*(?:yes|yep|yeah|sure|i do|of course)\b", re.I)
_NO = re.compile(r"^\W*(?:no|nope|none|nothing|i don't|never|not really)\b", re.I)


@dataclass(frozen=True)
class State:
    """Where a check-in stands; kept in the tracker's ``check_in`` slot."""

    skipped: list[str] = field(default_factory=list)
    failed: str = ""  # the field whose last answer was not understood
    asked: bool = False  # whether the first question was put
    stopped: bool = False

    @classmethod
    def from_slot(cls, data: object) -> State:
        """The state that ``as_dict`` made; a fresh one from anything else."""
        return cls(**data) if isinstance(data, dict) else cls()

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def next_item(profile: Profile, state: State) -> Item | None:
    """The question to ask now; None when nothing is missing that was not skipped."""
    for item in ITEMS:
        if item.field not in profile and item.field not in state.skipped:
            return item
    return None


def ask(item: Item, state: State, first: bool) -> Reply:
    """The question ``item``, with the reason after an answer that was not understood."""
    lead = ""
    if first:
        lead = ("Let's do a short check-in: I ask only what I don't know yet. Say “skip” to leave "
                "a question out and “stop” to leave.\n\n")  # fmt: skip
    elif state.failed == item.field:
        lead = f"I ask because {item.why}. A short answer will do, or “skip”.\n\n"
    return Reply(
        f"{lead}**{item.question}**", "clarify", "start_check_in",
        buttons=[Button("Skip", "skip_question"), Button("Stop the check-in", "stop_check_in")],
    )  # fmt: skip


def bare_answer(item: Item, clauses: Sequence[Clause], base: KnowledgeBase) -> Statement | None:
    """What a short answer means for ``item`` ("6", "the same as now", "no"); None if nothing."""
    if not clauses:
        return None
    text = " ".join(clause.text for clause in clauses)
    roles = [role for clause in clauses for role in clause.roles]
    industries = [name for clause in clauses for name in clause.industries]
    others = [n for c in clauses for n in c.outside.get("other_industry", [])]
    jobs = [n for c in clauses for n in c.outside.get("other_role", [])]
    if item.field in ("current_role", "target_role"):
        named = roles or (jobs if item.field == "current_role" else [])
        return Statement(item.field, named[0], text) if named else None
    if item.field == "industry":
        named = industries or others
        return Statement("industry", named[0], text) if named else None
    if item.field.startswith("years_") or item.field == "team_size":
        number = 0 if _NOBODY.search(text) else _number(text)
        if number is None or number > MOST_YEARS:
            return None
        return Statement(item.field, number, text)
    if item.field == "education_level":
        if _NO.match(text):
            return Statement("education_level", "none", text)
        return Statement("education_level", "degree", text) if _YES.match(text) else None
    if item.field == "base_pay":
        amounts = [amount for clause in clauses for amount in clause.amounts]
        number = amounts[0] if amounts else _number(text)
        if number is not None and number >= 1000:
            return Statement("base_pay", {"amount": number, "currency": "USD"}, text)
    return None


def _number(text: str) -> float | int | None:
    text = re.sub(r"(\d),(\d{1,2})\b", r"\1.\2", text)
    match = _NUMBER.search(text.replace(",", ""))
    if match:
        number = float(match.group())
        return int(number) if number.is_integer() else number
    words = [word for word in re.findall(r"[a-z]+", text.lower()) if word in _NUMBER_WORDS]
    return _NUMBER_WORDS[words[0]] if words else None


def note(changed: Mapping[str, Any], before: Mapping[str, Any], base: KnowledgeBase) -> Reply:
    """What an answer has added."""
    return Reply(noted(changed, before, base), "profile", "inform_profile")


def done(profile: Profile, state: State, buttons: list[Button]) -> Part:
    """The end of a check-in."""
    if state.stopped:
        words = (
            "All right, we stop here. What you told me so far is noted; say “check-in” to go on."
        )
    elif not profile:
        words = "That's all I would have asked. Tell me about yourself whenever you like."
    else:
        words = "Thank you, that's all I wanted to know. My answers now take it into account."
    return Part([words], kind="profile", topic="start_check_in", buttons=buttons)


def skipped(state: State, item: Item) -> State:
    """``state`` with ``item`` left out."""
    return replace(state, skipped=[*state.skipped, item.field], failed="")
