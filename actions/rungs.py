"""Rungs of a ladder asked for by their place: the first, the second above, in which version."""

from __future__ import annotations

import re

from actions.part import Part
from actions.question import Question
from actions.wording import joined, role_name, role_names
from knowledge.base import KnowledgeBase, Ladder

_WHERE_ONE_STARTS = re.compile(
    r"\b(?:the )?(?:one|rung|step|role|job|where) (?:you'd|you|one|people|they|everyone|i'd)"
    r" (?:would |usually |typically )?(?:starts?|begins?)\b|\b(?:very )?(?:bottom|lowest)\b"
)


def asks_where_one_starts(text: str) -> bool:
    """Whether ``text`` asks for the first rung ("the one you'd start at")."""
    return _WHERE_ONE_STARTS.search(text.lower()) is not None


def versions(question: Question, base: KnowledgeBase) -> Part | None:
    """The ladders that the role spoken of stands on, where it is asked which of them is right."""
    ladders = [la for la in base.ladders if la.index(question.roles[0]) is not None]
    tops = [role for la in ladders for role in la.steps[-1]]
    ladders = [la for la in base.ladders if set(tops) & set(la.steps[-1])]
    if len(ladders) < 2:
        return None
    lines = ["The documents differ, and neither says that the other is wrong:"]
    for la in ladders:
        names = joined([role_names(base, step, "or") for step in la.steps], "then")
        lines.append(f"- {la.document.title}: {names}")
    return Part(lines, facts=[la.fact for la in ladders], roles=question.roles[:1],
                topic="ask_next_step")  # fmt: skip


def bottom(question: Question, base: KnowledgeBase) -> Part | None:
    """The first rung of each ladder that the role spoken of stands on."""
    ladders = [la for la in base.ladders if la.index(question.roles[0]) is not None]
    if not ladders:
        return None
    lines = [
        f"- The first step of the path to {role_names(base, la.steps[-1], 'or')} is "
        f"**{role_names(base, la.steps[0], 'or')}** ({la.document.title})"
        for la in ladders
    ]
    reached = [role for la in ladders for role in la.steps[0]][:1]
    return Part(lines if len(lines) > 1 else [f"{lines[0][2:]}."], topic="ask_next_step",
                facts=[la.fact for la in ladders], roles=reached, reached=reached)  # fmt: skip


_STEPS_ON = re.compile(
    r"\b(?P<n>two|2|three|3) (?:more )?(?:rungs?|steps?|levels?|stairs?|notch\w*|ranks?"
    r"|promotions?)? ?(?:up|above|higher|further|ahead|on\W*$|from (?:here|me|now)|below|down|lower"
    r"|beneath)\b"
)


def steps_on(text: str) -> int:
    """How many steps away a role is that ``text`` asks for ("two rungs up"); else 1."""
    match = _STEPS_ON.search(text.lower())
    return {"two": 2, "2": 2, "three": 3, "3": 3}[match["n"]] if match else 1


def far_step(
    role: str, ladders: list[Ladder], base: KnowledgeBase, count: int, below: bool
) -> Part:
    """The step ``count`` rungs above ``role``, or below it, on each ladder."""
    lines: list[str] = []
    reached: list[str] = []
    number = {2: "Two", 3: "Three"}[count]
    way = "below" if below else "above"
    for ladder in ladders:
        place = (ladder.index(role) or 0) + (-count if below else count)
        if 0 <= place < len(ladder.steps):
            reached += ladder.steps[place]
            lines.append(
                f"- {number} steps {way} {role_name(base, role)} comes "
                f"**{role_names(base, ladder.steps[place], 'or')}** ({ladder.document.title})"
            )
        else:
            end = ladder.steps[0 if below else -1]
            lines.append(
                f"- The path ends sooner, at **{role_names(base, end, 'or')}** "
                f"({ladder.document.title})"
            )
            reached += end
    if len(lines) == 1:
        lines = [f"{lines[0][2:]}."]
    return Part(lines, facts=[ladder.fact for ladder in ladders], roles=reached[:1] or [role],
                topic="ask_next_step", reached=reached[:1])  # fmt: skip
