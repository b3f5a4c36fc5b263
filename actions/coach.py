"""The coach's turn: from the clauses of a message, the focus and the profile to one Reply."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from actions import profile_wishes
from actions.abstaining import WHICH_ROLE
from actions.anchoring import anchored
from actions.charts import chart_of
from actions.check_in import BY_FIELD, bare_answer
from actions.clause import Clause
from actions.composing import composed, tidied
from actions.fitting import asks_which, gathered, of_other, tells_taste, weighs
from actions.fixed import NOT_UNDERSTOOD, START, UNREADABLE, fixed_reply
from actions.focus import Focus
from actions.guessing import guessed, surely_asked
from actions.hearing import (
    asks,
    asks_besides,
    is_premise,
    sensitive_intent,
    tells,
    tells_only,
    without_figures,
    worth_answering,
)
from actions.joining import with_role_apart
from actions.moving import claimed, moved, noted, remembered
from actions.others import ASK_AWAY, LET_GO, ONLY_HERE, Other, heard, said_of, shown
from actions.part import Part
from actions.pay_case import with_cases
from actions.pay_spoken import spoken_out
from actions.person import RECORD, PayCase, Person
from actions.pointing import pointed
from actions.profile.changes import changes, supposed
from actions.profile.fields import Entry, Profile
from actions.profile.talk import NOTICE
from actions.profile.talk import noted as noted_words
from actions.reply import Reply
from actions.routing import answer_clause, answer_topics, fit, unanswered
from actions.statement import Statement
from actions.supposing import carried, what_one_did
from knowledge.base import KnowledgeBase

SHORT_ANSWER = 7  # words of an answer to what the coach asked for
FIT_FROM = 0.5  # probability from which what fits is asked for
GUESS_FROM = 0.56  # likeness to a fact of the role spoken of that is worth an answer
# Answers that follow from the profile, so that a correction calls for them anew.
PERSONAL = ("ask_gap", "ask_salary", "ask_bonus", "ask_plan", "ask_next_step", "ask_industry",
            "ask_experience", "ask_requirements")  # fmt: skip


@dataclass(frozen=True)
class Known:
    """What is known of the person: ``profile`` after this message, the values ``before`` it, the
    fields ``changed`` by it, and whether they are the ``first`` things known. ``other`` is what
    the conversation tells of somebody else."""

    profile: Profile = field(default_factory=dict)
    before: Mapping[str, Any] = field(default_factory=dict)
    changed: Mapping[str, Any] = field(default_factory=dict)
    first: bool = False
    other: Known | None = None

    @classmethod
    def of(cls, other: Other) -> Known:
        """What a conversation tells of somebody else than the speaker."""
        entries = {name: Entry(value) for name, value in other.values.items()}
        return cls(entries, other.before, other.changed)

    @property
    def values(self) -> dict[str, Any]:
        return {name: entry.value for name, entry in self.profile.items()}


@dataclass(frozen=True)
class Turn:
    """What came of a message: the reply, what the conversation is about now, and the fields of
    the profile to ``forget`` (["*"]: the whole person)."""

    reply: Reply
    focus: Focus
    forget: list[str] = field(default_factory=list)


def statements_of(clauses: Sequence[Clause], focus: Focus, base: KnowledgeBase) -> list[Statement]:
    """What a message tells for the profile: nothing of a sensitive matter or a wish to forget.

    A short answer to what the coach asked for is read as that ("2", after "tell me how many years
    you have led people").
    """
    if not clauses or profile_wishes.wish(clauses) is not None:
        return []
    clauses = heard(spoken_out(clauses, focus, base), focus)[0]
    if sensitive_intent(clauses):
        return []
    clauses = [clause for clause in clauses if not clause.whose]
    if not clauses:
        return []
    # Who tells of themselves in a message goes on about themselves in its other fragments.
    speaks = any(tells_only(c) for c in clauses)
    found = [
        s
        for c in clauses
        if tells(c) or (speaks and c.statements and not asks(c.text) and not c.text.endswith("?"))
        for s in c.statements
    ]
    if not focus.on_profile:
        found = [s for s in found if s.field != "role"]  # "I meant AE": perhaps only the question
    text = " ".join(clause.text for clause in clauses)
    general = all(s.field in ("years", "years_total", "number") for s in found)
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


def respond(
    clauses: Sequence[Clause], base: KnowledgeBase, focus: Focus, known: Known | None = None
) -> Turn:
    """Answer a message, clause by clause."""
    known = known or Known()
    clauses = with_role_apart(spoken_out(clauses, focus, base))
    if not clauses:
        return Turn(Reply(UNREADABLE, "abstain", "out_of_scope", buttons=START), focus)
    clauses = anchored(clauses, focus, known.values)
    about, other = heard(clauses, focus, known.values)
    wish = profile_wishes.wish(clauses, focus.on_profile, bool(focus.topics))
    if wish is not None and clauses[-1].other and about[-1].whose:
        return _wish_of_another(wish.intent, other, base, focus)
    clauses = [carried(clause, focus) for clause in about]
    known = replace(known, other=Known.of(other))
    sensitive = sensitive_intent(clauses)
    if sensitive is not None:
        text, kind = fixed_reply(sensitive, base) or (NOT_UNDERSTOOD, "abstain")
        return Turn(Reply(text, kind, sensitive), focus)
    if wish is not None:
        part = profile_wishes.answer(wish, known.profile, base)
        after = Focus() if wish.fields == ["*"] else replace(focus, on_profile=True, told="")
        if "industry" in wish.fields:
            after = replace(after, industry=None, sought=[])
        return Turn(composed([part], base, clauses, focus), after, wish.fields)
    parts, current = _answered(clauses, base, replace(focus, other=other.as_dict()), known)
    if known.changed:
        if not parts and asks_besides(clauses):
            parts = [unanswered(clauses, base)]  # something was told, and something else asked
        parts = _with_notes(parts, clauses, base, current, known)
    elif other.changed and other.meant and not parts:
        parts = _with_notes(parts, clauses, base, current, Known.of(other), True)
    if not parts and other.meant and clauses[-1].intent == "inform_profile":
        parts = [Part([ASK_AWAY], kind="smalltalk", topic="inform_profile")]
    if not parts:
        parts = fit(clauses, base, focus)
    if not parts:
        parts = guessed(clauses, base, focus, GUESS_FROM) or surely_asked(clauses, base)
        parts = parts or [unanswered(clauses, base)]
        current = moved(current, parts[0], clauses[-1])
    parts = tidied(parts)
    reply = composed(parts, base, clauses, current)
    reply.chart = chart_of(parts, _person(known, clauses, current), base)
    reply.question = without_figures(clauses)
    if known.first:
        reply.text += f"\n\n{NOTICE}"
    after = remembered(focus, current, parts, reply)
    return Turn(
        reply,
        replace(after, on_profile=bool(known.changed), pay_told="base_pay" in known.changed),
    )


def _wish_of_another(intent: str, other: Other, base: KnowledgeBase, focus: Focus) -> Turn:
    """What is said to a wish to see or forget what was told of somebody else."""
    if intent != "forget_profile":
        part = shown(other, base)
        return Turn(composed([part], base, [], focus), replace(focus, other=other.as_dict()))
    part = Part([LET_GO], kind="profile", topic=intent)
    return Turn(composed([part], base, [], focus), replace(focus, other={}))


def _person(known: Known, clauses: Sequence[Clause], focus: Focus) -> Person:
    """The person as the last of ``clauses`` sees them: with what they only suppose."""
    whose = clauses[-1].whose if clauses else ""
    if whose and known.other is not None:
        known = known.other
    assumed = [s for c in clauses if c.whose == whose for s in c.statements if s.supposed]
    values = supposed(assumed, known.values)
    setting = [name for clause in clauses[:-1] for name in clause.industries]
    return Person(
        values,
        tuple(known.changed),
        bool(assumed),
        tuple(setting),
        tuple(PayCase(**case) for case in focus.pay_cases),
        {} if whose else focus.claims,
        "" if whose else focus.told,
        bool(whose),
    )


def _answered(
    clauses: Sequence[Clause], base: KnowledgeBase, focus: Focus, known: Known
) -> tuple[list[Part], Focus]:
    """The parts that answer the clauses which ask, and the focus after them."""
    parts: list[Part] = []
    worth = worth_answering(clauses)
    for place, clause in enumerate(clauses):
        focus = claimed(focus, clause, base)
        focus = with_cases(focus, clause, _person(known, clauses[: place + 1], focus))
        person = _person(known, clauses[: place + 1], focus)
        silent = tells_only(clause) or is_premise(clause, clauses[place + 1 :])
        if clause not in worth or silent or tells_taste(clause):
            focus = noted(focus, [clause])
            if clause.leanings:
                told_so_far = [asdict(item) for item in gathered(focus, clause)]
                focus = replace(focus, leanings=told_so_far, of_other=of_other(clause.text))
            continue
        own = next((s.value for s in clause.statements if s.field == "current_role"), None)
        goal = next((s.value for s in clause.statements if s.field == "target_role"), None)
        asked = _with_leanings(pointed(what_one_did(clause), focus, base), clauses, focus)
        if asked.intent == "ask_lateral_moves":
            pass  # "a SAM, what else if I don't want director?": asked of the own role
        elif own in base.roles and own in clause.roles and len(clause.roles) > 1:
            # "I'm an AM, what do I need for director?": the own role is not the one asked about.
            asked = replace(asked, roles=[role for role in clause.roles if role != own])
        elif goal in base.roles and (goal in clause.roles or clause.bare_names):
            # "6 years as an AM, wants senior, ready?": what was done is not what is asked about.
            asked = replace(asked, roles=[goal])
        trade = next((s.value for s in clause.statements if s.field == "industry"), None)
        if trade in clause.industries and tells(clause):
            # "I moved from a bank to an agency, what now?": the own industry is meant.
            asked = replace(asked, industries=[trade])
        for part in answer_clause(asked, base, focus, person):
            parts.append(said_of(part) if clause.whose else part)
            focus = moved(focus, part, asked)
    return parts, focus


def _with_leanings(clause: Clause, clauses: Sequence[Clause], focus: Focus) -> Clause:
    """``clause`` with the likes and dislikes told beside it or before it, if it asks what fits."""
    beside = next((c for c in clauses if c.leanings), clause)
    chooses = focus.topics in ([], ["ask_role_fit"]) and len(clause.roles) == 2
    chooses |= bool(focus.leanings) and (asks_which(clause.text) or weighs(clause))
    chooses |= clause.intent == "ask_role_fit" and clause.confidence >= FIT_FROM
    if not beside.leanings and not chooses:
        return clause
    return replace(clause, leanings=gathered(focus, beside))


def _with_notes(
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
    person = replace(_person(known, [], focus), other=theirs)
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
