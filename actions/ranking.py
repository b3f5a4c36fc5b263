"""Which of several roles stands higher, which step comes before another, what lies between."""

from __future__ import annotations

import re

from actions.on_the_ladder import asks_order
from actions.part import Part
from actions.question import Question
from actions.wording import joined, role_name, role_names
from knowledge.base import KnowledgeBase, Ladder
from knowledge.schema import Fact

_HIGHER = re.compile(
    r"\b(?:above|higher|over|outranks?|(?<!from )senior to(?! director)|more senior|superior)\b"
)
_LOWER = re.compile(r"\b(?:below|lower|under|beneath|junior to|more junior)\b")


def answer_rank(question: Question, base: KnowledgeBase) -> Part | None:
    """Which of two roles stands higher on a ladder that has both; None if that is not asked."""
    text = question.clause.text.lower()
    higher, lower = _HIGHER.search(text), _LOWER.search(text)
    roles = question.clause.roles
    if len(roles) != 2 or not (higher or lower) or question.clause.amounts or _MONEY.search(text):
        return None
    if _NO_RANK.search(text):
        return None
    first, second = roles
    ladders = [la for la in base.ladders if None not in (la.index(first), la.index(second))]
    if not ladders:
        return None
    ladder = ladders[0]
    apart = (ladder.index(first) or 0) - (ladder.index(second) or 0)
    top, bottom = (first, second) if apart > 0 else (second, first)
    steps = abs(apart)
    fact = (
        f"{role_name(base, top)} stands {'one step' if steps == 1 else f'{steps} steps'} above "
        f"{role_name(base, bottom)} on that path."
    )
    lead = ""
    if question.clause.polar and not re.search(r"\bor\b", text):
        lead = "Yes. " if (apart > 0) == bool(higher) else "No. "
    return Part([lead + fact], facts=[ladder.fact], roles=[top], topic="ask_career_path")


# "switch over", "the people working under her", "which job sits just under the director?"
_NO_RANK = re.compile(
    r"\b(?:switch\w*|mov\w+|chang\w+|cross\w*|com\w+|go\w*|take\w*|hand\w*|carr\w+) over\b"
    r"|\b(?:choos\w+|chose|pick\w*|prefer\w*|favou?r\w*) (?:\w+ ){1,4}over\b"
    r"|\b(?:work\w*|people|team|staff|managers?|ams|juniors?|those|report\w*) (?:\w+ )?"
    r"(?:under|below)\b"
    r"|\b(?:which|what) (?:job|role|step|rung|title|position|level|stage) (?!of\b)\w+ (?:\w+ )?"
    r"(?:under|below|above|over)\b"
)
_MONEY = re.compile(r"\b(?:pay|pays|paid|salar\w+|earn\w*|bonus|base|money)\b")


def answer_between(question: Question, base: KnowledgeBase) -> Part | None:
    """The steps that lie between two roles, in each document's version."""
    first, second = question.roles[:2]
    lines: list[str] = []
    facts: list[Fact] = []
    for ladder in base.ladders:
        places = sorted(p for p in (ladder.index(first), ladder.index(second)) if p is not None)
        if len(places) < 2:
            continue
        steps = ladder.steps[places[0] + 1 : places[1]]
        names = joined([role_names(base, step, "or") for step in steps], "then") or "no step"
        lines.append(f"- {ladder.document.title}: **{names}**")
        facts.append(ladder.fact)
    if not lines:
        return None
    head = f"Between {role_names(base, [first, second])} the documents name:"
    return Part([head, *lines], facts=facts, roles=[first, second], topic=question.topic)


_NOTHING = re.compile(r"\b(?:anything|something|a (?:step|rung|stop))\b")


def answer_direct(question: Question, base: KnowledgeBase) -> Part | None:
    """Whether one goes straight from the first of two roles to the second."""
    part = answer_between(question, base)
    if part is None or not part.lines:
        return part
    between = any("**no step**" not in line for line in part.lines[1:])
    if re.search(r"\bor\b", question.clause.text.lower()):
        return part
    lies_between = _NOTHING.search(question.clause.text.lower()) is not None
    part.lines[0] = f"{'Yes' if between == lies_between else 'No'}. {part.lines[0]}"
    return part


_BEFORE = re.compile(r"\b(?:before|prior to|ahead of|below|under(?:neath)?|precedes?)\b")


def answer_order(question: Question, base: KnowledgeBase) -> Part | None:
    """Which step each document puts right before the highest of the roles; None if not asked."""
    if not asks_order(question.clause.text) or len(question.roles) < 2:
        return None
    shared = [la for la in base.ladders if len(_on(la, question.roles)) > 1]
    if not shared:
        return None
    top = max(question.roles, key=lambda role: shared[0].index(role) or 0)
    ladders = [ladder for ladder in base.ladders if ladder.before(top)]
    said = {role for role in question.roles if role != top}
    before = {tuple(ladder.before(top)) for ladder in ladders}
    name = role_name(base, top)
    named = [role for step in before for role in step if role in said]
    if len(before) > 1 and named:
        both = all(said & set(step) for step in before)
        right = "Both are right" if both else "It depends on the document"
        head = f"{right}: they differ on the step right before {name}."
    else:
        head = f"{_claim(question, shared[0])}The step right before {name}:"
    lines = [head, *[f"- {ladder.document.title}: **{role_names(base, ladder.before(top), 'or')}**"
                     for ladder in ladders]]  # fmt: skip
    roles = [top, *[role for role in question.roles if role != top]]
    facts = [ladder.fact for ladder in ladders]
    return Part(lines, facts=facts, roles=roles, topic="ask_next_step")


def _on(ladder: Ladder, roles: list[str]) -> list[str]:
    return [role for role in roles if ladder.index(role) is not None]


def _claim(question: Question, ladder: Ladder) -> str:
    """Yes or no to "does X come before Y?"; empty if that is not asked."""
    text, roles = question.clause.text.lower(), question.clause.roles
    if not question.clause.polar or len(roles) != 2 or re.search(r"\bor\b", text):
        return ""
    first, second = (ladder.index(role) or 0 for role in roles)
    holds = first < second if _BEFORE.search(text) else first > second
    return "Yes. " if holds else "No. "
