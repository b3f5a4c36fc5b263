"""The App Home: what is known of a person and what follows from it."""

from __future__ import annotations

from typing import Any

from actions.advice.gap_answer import answer_gap
from actions.advice.plan_answer import answer_plan
from actions.clause import Clause
from actions.part import Part
from actions.person import Person
from actions.profile.fields import FIELDS, Profile, as_words
from actions.profile.talk import NOTHING
from actions.question import Question
from actions.wording import role_name, role_names
from bot.channels.slack.blocks import EDIT, SECTION, Block, button, context, header, plain, section
from bot.channels.slack.mrkdwn import clipped, escaped, mrkdwn, pieces
from knowledge.base import KnowledgeBase, Ladder

EXPORT, DELETE, CHECK_IN = "home:export", "home:delete", "home:check_in"  # action ids
_FIELDS_A_SECTION = 10
_FIELD = 2_000  # characters of a section's field
_INTRO = (
    "I answer questions about roles, pay, skills and steps in account management and sales, and "
    "name the document that says so. Write to me under *Messages*, mention me in a channel, or "
    "use `/coach`."
)
_NO_GOAL = "Tell me which role you would like to reach, and I show what is missing."
UNAVAILABLE = "I can't reach your career profile right now. Please open this page again later."


def home(profile: Profile, base: KnowledgeBase) -> dict[str, Any]:
    """The view of a person's App Home."""
    person = Person({name: entry.value for name, entry in profile.items()})
    blocks = [header("Your career coach"), section(_INTRO), {"type": "divider"}]
    blocks += _known(profile, base)
    blocks.append(_actions(bool(profile)))
    if profile:
        blocks += _ladders(person, base) + _goal(person, base)
    return {"type": "home", "blocks": blocks[:100]}


def unavailable() -> dict[str, Any]:
    """The view while the database of profiles cannot be reached."""
    return {"type": "home", "blocks": [header("Your career coach"), section(UNAVAILABLE)]}


def _known(profile: Profile, base: KnowledgeBase) -> list[Block]:
    found = [header("What I know about you")]
    if not profile:
        return [*found, section(escaped(NOTHING))]
    cells = [
        f"*{name[:1].upper()}{name[1:]}*\n{escaped(as_words(field, profile[field].value, base))}"
        for field, name in FIELDS.items()
        if field in profile
    ]
    for start in range(0, len(cells), _FIELDS_A_SECTION):
        some = cells[start : start + _FIELDS_A_SECTION]
        fields = [{"type": "mrkdwn", "text": clipped(cell, _FIELD)} for cell in some]
        found.append({"type": "section", "fields": fields})
    return found


def _actions(known: bool) -> Block:
    elements = [button("Edit profile", EDIT, style="primary")]
    if not known:
        elements.append(button("Start a check-in", CHECK_IN))
    else:
        sure = {
            "title": plain("Delete everything?"),
            "text": plain("Your profile, our conversations and your ratings go for good.", 300),
            "confirm": plain("Delete"),
            "deny": plain("Keep"),
            "style": "danger",
        }
        elements.append(button("Export", EXPORT))
        elements.append(button("Delete everything", DELETE, style="danger", confirm=sure))
    return {"type": "actions", "elements": elements}


def _ladders(person: Person, base: KnowledgeBase) -> list[Block]:
    """Each document's path on which the person stands, or which leads to their goal."""
    own, goal = person.role(base), person.goal(base)
    paths = [p for p in base.ladders if any(r and p.index(r) is not None for r in (own, goal))]
    if not paths:
        return []
    blocks = [header("Where you stand")]
    for ladder in paths:
        blocks.append(section(" → ".join(_steps(ladder, own, goal, base))))
        blocks.append(context(f"From: {escaped(ladder.document.title)}"))
    return blocks


def _steps(ladder: Ladder, own: str | None, goal: str | None, base: KnowledgeBase) -> list[str]:
    shown = []
    for step in ladder.steps:
        name = escaped(role_names(base, step, "or"))
        mark = " (you)" if own in step else " (goal)" if goal in step else ""
        shown.append(f"*{name}{mark}*" if mark else name)
    return shown


def _goal(person: Person, base: KnowledgeBase) -> list[Block]:
    """What is missing for the target role, and the plan to it."""
    goal = person.goal(base)
    if goal is None:
        return [header("Your goal"), section(_NO_GOAL)]
    asked = Question(Clause("", "ask_gap", 1.0), "ask_gap", [goal], [], 1.0, person=person)
    name = role_name(base, goal)
    blocks = _part(f"You and {name}", answer_gap(asked, base))
    blocks += _part("Your plan", answer_plan(asked, base))
    return blocks or [
        header("Your goal"),
        section(f"*{escaped(name)}*: the documents don't say what it asks for."),
    ]


def _part(title: str, part: Part | None) -> list[Block]:
    if part is None:
        return []
    return [header(title), *map(section, pieces(mrkdwn("\n".join(part.lines)), SECTION))]
