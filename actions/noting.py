"""What a message tells for the profile, and what is said to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from actions import profile_wishes
from actions.abstaining import WHICH_ROLE
from actions.asking import asks
from actions.check_in import BY_FIELD, bare_answer
from actions.clause import Clause
from actions.focus import Focus
from actions.known import Known, person_of
from actions.others import ONLY_HERE, heard, said_of
from actions.part import Part
from actions.pay_spoken import spoken_out
from actions.person import RECORD
from actions.profile.changes import changes
from actions.profile.fields import Profile
from actions.profile.talk import noted as noted_words
from actions.routing import answer_topics
from actions.sensitive import sensitive_intent
from actions.statement import Statement
from actions.telling import by_the_way, is_card, tells, tells_only
from actions.told import of_own_role, pointed_at
from knowledge.base import KnowledgeBase

SHORT_ANSWER = 7  # words of an answer to what the coach asked for
# Answers that follow from the profile, so that a correction calls for them anew.
PERSONAL = ("ask_gap", "ask_salary", "ask_bonus", "ask_plan", "ask_next_step", "ask_industry",
            "ask_experience", "ask_requirements")  # fmt: skip


def statements_of(clauses: Sequence[Clause], focus: Focus, base: KnowledgeBase) -> list[Statement]:
    """What a message tells for the profile: nothing of a sensitive matter or a wish to forget.

    A short answer to what the coach asked for is read as that ("2", after "tell me how many years
    you have led people").
    """
    wish = profile_wishes.wish(clauses, focus)
    if not clauses or (wish and (wish.intent == "forget_profile" or wish.asked)):
        return []
    clauses = [by_the_way(clause, focus) for clause in spoken_out(clauses, focus, base)]
    clauses = heard(clauses, focus)[0]
    if sensitive_intent(clauses):
        return []
    clauses = [clause for clause in clauses if not clause.whose]
    if not clauses:
        return []
    # Who tells of themselves in a message goes on about themselves in its other fragments.
    speaks = any(tells_only(c) for c in clauses) or is_card(clauses)
    found = [
        s
        for c in clauses
        if tells(c) or (speaks and c.statements and not asks(c.text) and not c.text.endswith("?"))
        for s in c.statements
    ]
    if not any(s.field == "industry" for s in found):
        found += pointed_at(clauses, focus, base)
    if not focus.on_profile:
        found = [of_own_role(s, focus) for s in found]
        found = [s for s in found if s.field != "role" or s.old]
    text = " ".join(clause.text for clause in clauses)
    general = all(s.field in ("years", "years_bare", "years_total", "number") for s in found)
    put_right = any(s.corrects for s in found)
    if (
        focus.asked
        and general
        and not put_right
        and len(text.split()) <= SHORT_ANSWER
        and not asks(text)
    ):
        bare = bare_answer(BY_FIELD[focus.asked[0]], clauses, base)
        return [bare] if bare else found
    return found


def told(statements: Sequence[Statement], profile: Profile) -> dict[str, tuple[Any, str]]:
    """The fields that ``statements`` change in ``profile``: new value (or None) and the words."""
    values = {name: entry.value for name, entry in profile.items()}
    words = {statement.field: statement.said for statement in statements if not statement.supposed}
    last = next(iter(words.values()), "")
    found = changes(statements, values, list(profile))
    return {name: (value, words.get(name, last)) for name, value in found.items()}


def with_notes(
    parts: list[Part],
    clauses: Sequence[Clause],
    base: KnowledgeBase,
    focus: Focus,
    known: Known,
    theirs: bool = False,
) -> list[Part]:
    """``parts`` with what was noted: in front where nothing else is said, else at the end.

    After something was put right, the last personal answer is given anew. ``theirs`` if it was
    told of somebody else.
    """
    words = noted_words(known.changed, known.before, base)
    asks = any(part.facts or part.kind != "smalltalk" for part in parts)
    if asks:
        return [
            *parts,
            Part([f"_{words.replace('**', '')}_"], kind="profile", topic=parts[0].topic),
        ]
    person = replace(person_of(known, [], focus), other=theirs)
    lines = [words.replace("Noted:", "Understood:"), ONLY_HERE] if theirs else [words]
    note = Part(lines, kind="profile", topic="inform_profile")
    was = known.before.get("current_role") if known.changed.get("current_role") else None
    again = [t for t in focus.topics if t in PERSONAL or (was and focus.roles[:1] == [was])]
    put_right = any(name in known.before for name in known.changed)
    put_right |= any(s.corrects and not s.supposed for c in clauses for s in c.statements)
    # What counts for a gap just shown, or for what a role asks for, was told.
    compared = "ask_gap" in focus.topics or (
        bool({"ask_requirements", "ask_experience"} & set(focus.topics))
        and len(focus.roles) == 1
        and person.role(base) != focus.roles[0]
    )
    put_right |= compared and bool(set(known.changed) & set(RECORD))
    # The coach had asked for a role, and now knows one.
    put_right |= focus.text in WHICH_ROLE.values()
    if again and put_right:
        if was and focus.roles[:1] == [was]:
            focus = focus.on([known.changed["current_role"]])
        clause = replace(
            clauses[-1],
            text="what about me",
            statements=[],
            amounts=[],
            polar=False,
            roles=[],
            industries=[],
            hits=[],
            inside=[],
        )
        anew = answer_topics(again, clause, base, focus, person)
        return [said_of(part) if theirs else part for part in [note, *anew]]
    note.buttons = profile_wishes.next_questions(person, base, focus)
    return [said_of(note) if theirs else note]
