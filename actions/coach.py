"""The coach's turn: from the clauses of a message, the focus and the profile to one Reply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace

from actions import profile_wishes
from actions.anchoring import anchored
from actions.asking import asks_besides
from actions.beyond import asks_beyond, beyond_documents
from actions.charts import chart_of
from actions.clause import Clause
from actions.composing import composed, tidied, without_figures
from actions.counted_questions import asks_the_same, with_last_role
from actions.fit_asked import choosing, seeking, with_tastes
from actions.fit_turn import fitted
from actions.fitting import gathered, of_other, tells_taste
from actions.fixed import NOT_UNDERSTOOD, START, UNREADABLE, fixed_reply
from actions.focus import Focus
from actions.guessing import guessed, surely_asked
from actions.hearing import is_premise, worth_answering
from actions.joining import with_role_apart
from actions.known import Known, person_of
from actions.moving import claimed, moved, noted, remembered
from actions.noting import with_notes
from actions.others import ASK_AWAY, LET_GO, Other, heard, said_of, shown
from actions.own import bare_roles
from actions.part import Part
from actions.pay_case import with_cases
from actions.pay_spoken import spoken_out
from actions.person import RECORD, Person
from actions.pointing import pointed
from actions.profile.fields import FIELDS, as_words
from actions.profile.talk import NOTICE
from actions.reply import Reply
from actions.routing import answer_clause, unanswered
from actions.sensitive import sensitive_intent
from actions.supposing import carried, what_one_did
from actions.telling import by_the_way, goes_on_telling, tells, tells_only
from actions.topics import TOPICS
from actions.wording import joined
from knowledge.base import KnowledgeBase

GUESS_FROM = 0.56  # likeness to a fact of the role spoken of that is worth an answer
# Answers that follow from the profile, so that a correction calls for them anew.
PERSONAL = ("ask_gap", "ask_salary", "ask_bonus", "ask_plan", "ask_next_step", "ask_industry",
            "ask_experience", "ask_requirements")  # fmt: skip


@dataclass(frozen=True)
class Turn:
    """What came of a message: the reply, what the conversation is about now, and the fields of
    the profile to ``forget`` (["*"]: the whole person)."""

    reply: Reply
    focus: Focus
    forget: list[str] = field(default_factory=list)


def respond(
    clauses: Sequence[Clause], base: KnowledgeBase, focus: Focus, known: Known | None = None
) -> Turn:
    """Answer a message, clause by clause."""
    known = known or Known()
    clauses = [by_the_way(clause, focus) for clause in spoken_out(clauses, focus, base)]
    clauses = with_role_apart(clauses)
    if not clauses:
        return Turn(Reply(UNREADABLE, "abstain", "out_of_scope", buttons=START), focus)
    clauses = anchored(clauses, focus, known.values)
    sought = seeking(clauses, focus, known.values)
    about, other = heard(sought, focus, known.values)
    wish = None
    if sought == list(clauses):  # what one's role would be is no wish to see one's profile
        wish = profile_wishes.wish(clauses, focus)
    if wish is not None and clauses[-1].other and about[-1].whose:
        return _wish_of_another(wish.intent, other, base, focus)
    clauses = [carried(clause, focus) for clause in with_last_role(about, focus)]
    known = replace(known, other=Known.of(other))
    sensitive = sensitive_intent(clauses)
    if sensitive is not None:
        text, kind = fixed_reply(sensitive, base) or (NOT_UNDERSTOOD, "abstain")
        return Turn(Reply(text, kind, sensitive), focus)
    if wish is not None:
        return _wished(wish, clauses, base, focus, known)
    parts, current = _answered(clauses, base, replace(focus, other=other.as_dict()), known)
    if known.changed:
        if not parts and not set(known.changed) - {"skills"}:
            parts, current = fitted(clauses, base, current, person_of(known, clauses, focus))
        if not parts and asks_besides(clauses):
            parts = [unanswered(clauses, base)]  # something was told, and something else asked
        parts = with_notes(parts, clauses, base, replace(current, roles=focus.roles), known)
        role = known.changed.get("current_role")
        if role in base.roles and "current_role" in known.before:
            current = current.on([role])  # what comes next is asked of the role put right
    elif other.changed and other.meant and not parts:
        parts = with_notes(parts, clauses, base, current, Known.of(other), True)
    if not parts and other.meant and clauses[-1].intent == "inform_profile":
        parts = [Part([ASK_AWAY], kind="smalltalk", topic="inform_profile")]
    if not parts and not known.changed:
        parts = _known_already(clauses, known, base)
    if not parts:
        parts, current = fitted(clauses, base, current, person_of(known, clauses, focus))
    if not parts:
        parts = guessed(clauses, base, focus, GUESS_FROM) or surely_asked(clauses, base)
        parts = parts or [unanswered(clauses, base)]
        current = moved(current, parts[0], clauses[-1])
    return _turn_of(tidied(parts), clauses, base, focus, current, known)


def _turn_of(
    parts: list[Part],
    clauses: Sequence[Clause],
    base: KnowledgeBase,
    focus: Focus,
    current: Focus,
    known: Known,
) -> Turn:
    """The turn that says ``parts``, after ``focus`` and with ``current`` as what is spoken of."""
    reply = composed(parts, base, clauses, current)
    reply.chart = chart_of(parts, person_of(known, clauses, current), base)
    reply.question = without_figures(clauses)
    if known.first:
        reply.text += f"\n\n{NOTICE}"
    after = remembered(focus, current, parts, reply)
    return Turn(
        reply,
        replace(
            after,
            on_profile=bool(known.changed),
            wished="",
            pay_told="base_pay" in known.changed,
        ),
    )


def _wished(
    wish: profile_wishes.Wish,
    clauses: Sequence[Clause],
    base: KnowledgeBase,
    focus: Focus,
    known: Known,
) -> Turn:
    """The answer to a wish about the profile, and to what is asked beside it."""
    part = profile_wishes.answer(wish, known.profile, base)
    after = replace(focus, on_profile=True, told="", wished=wish.intent)
    after = Focus() if wish.fields == ["*"] else after
    if "industry" in wish.fields:
        after = replace(after, industry=None, sought=[])
    parts, besides = [part], profile_wishes.asked_besides(clauses, focus)
    if besides:
        left = {k: v for k, v in known.profile.items() if k not in wish.fields}
        left = {} if wish.fields == ["*"] else left
        more, after = _answered(besides, base, after, replace(known, profile=left, changed={}))
        parts = tidied([*more, part] if besides[0] is clauses[0] else [part, *more])
        reply = composed(parts, base, clauses, focus)
        return Turn(reply, remembered(focus, after, more, reply), wish.fields)
    return Turn(composed(parts, base, clauses, focus), after, wish.fields)


def _wish_of_another(intent: str, other: Other, base: KnowledgeBase, focus: Focus) -> Turn:
    """What is said to a wish to see or forget what was told of somebody else."""
    if intent != "forget_profile":
        part = shown(other, base)
        return Turn(composed([part], base, [], focus), replace(focus, other=other.as_dict()))
    part = Part([LET_GO], kind="profile", topic=intent)
    return Turn(composed([part], base, [], focus), replace(focus, other={}))


def _answered(
    clauses: Sequence[Clause], base: KnowledgeBase, focus: Focus, known: Known
) -> tuple[list[Part], Focus]:
    """The parts that answer the clauses which ask, and the focus after them."""
    parts: list[Part] = []
    worth = worth_answering(clauses)
    for place, clause in enumerate(clauses):
        focus = claimed(focus, clause, base)
        focus = with_cases(focus, clause, person_of(known, clauses[: place + 1], focus))
        person = person_of(known, clauses[: place + 1], focus)
        silent = tells_only(clause) or goes_on_telling(clause, clauses)
        silent |= is_premise(clause, clauses[place + 1 :])
        if clause not in worth or silent or tells_taste(clause, choosing(focus)):
            # What is told after a question leaves the conversation at what was asked.
            record = [s.field in RECORD for s in clause.statements]
            focus = focus if parts and any(record) else noted(focus, [clause])
            if clause.leanings:
                told_so_far = [asdict(item) for item in gathered(focus, clause)]
                focus = replace(focus, leanings=told_so_far, of_other=of_other(clause.text))
            continue
        named = [s for s in clause.statements if s.field == "current_role"]
        own = next((s.value for s in named if not s.supposed), None)
        goal = next((s.value for s in clause.statements if s.field == "target_role"), None)
        asked = with_tastes(pointed(what_one_did(clause), focus, base), clauses, focus)
        if asked.intent == "ask_lateral_moves":
            pass  # "a SAM, what else if I don't want director?": asked of the own role
        elif own in base.roles and own in clause.roles and len(clause.roles) > 1:
            # "I'm an AM, what do I need for director?": the own role is not the one asked about.
            asked = replace(asked, roles=[role for role in clause.roles if role != own])
        elif goal in base.roles and (goal in clause.roles or clause.bare_names):
            # "6 years as an AM, wants senior, ready?": what was done is not what is asked about.
            asked = replace(asked, roles=[goal])
        asked = _with_half_name(asked, base, focus, person)
        trade = next((s.value for s in clause.statements if s.field == "industry"), None)
        if trade in clause.industries and tells(clause):
            # "I moved from a bank to an agency, what now?": the own industry is meant.
            asked = replace(asked, industries=[trade])
        if not asked.roles and asked.later and not (focus.roles or person.role(base)):
            asked = replace(asked, roles=asked.later)
        so_far = list(dict.fromkeys(part.topic for part in parts if part.topic in TOPICS))
        if len(so_far) > 1 and asks_the_same(asked):
            focus = replace(focus, topics=so_far)  # "pay of a SAM. Bonus. Same for director."
        beyond = len(worth) > 1 and asks_beyond(asked)
        found = [beyond_documents(asked)] if beyond else answer_clause(asked, base, focus, person)
        for part in found:
            parts.append(said_of(part) if clause.whose else part)
            focus = moved(focus, part, asked)
    return parts, focus


def _known_already(clauses: Sequence[Clause], known: Known, base: KnowledgeBase) -> list[Part]:
    """What is said to a message that tells only what was noted before."""
    told = [
        s
        for c in clauses
        if tells_only(c) and not c.whose
        for s in c.statements
        if not s.supposed and not s.corrects
    ]
    same = [s.field for s in told if known.values.get(s.field) == s.value]
    if not same:
        return []
    words = [f"{FIELDS[n]} **{as_words(n, known.values[n], base)}**" for n in dict.fromkeys(same)]
    return [Part([f"I have that noted: {joined(words)}."], kind="profile", topic="inform_profile")]


def _with_half_name(clause: Clause, base: KnowledgeBase, focus: Focus, person: Person) -> Clause:
    """``clause`` with the role that a half-name means to its speaker ("enough for a senior?")."""
    if clause.roles or not clause.bare_names or focus.roles:
        return clause
    own = person.role(base)
    managing = person.get("years_account_management") is not None
    company = [own] if own else ["account_manager"] if managing else []
    return replace(clause, roles=bare_roles(clause, company)) if company else clause
