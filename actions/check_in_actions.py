"""Rasa's side of the career check-in: the form's validation, its question and its end."""

from __future__ import annotations

import asyncio
import logging
import re
from dataclasses import dataclass, field, replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions import check_in
from actions.actions import as_utterance, clauses_of, identity_of, knowledge_base, take_turn
from actions.asking import asks
from actions.check_in import State
from actions.clause import Clause
from actions.focus import Focus
from actions.noting import told
from actions.person import Person
from actions.profile.database import profile_store
from actions.profile.fields import Profile
from actions.profile.store import Identity, ProfileUnavailable, Stored
from actions.profile.talk import UNAVAILABLE
from actions.profile_wishes import next_questions, wish
from actions.reply import Reply
from actions.sensitive import sensitive_intent

logger = logging.getLogger(__name__)

_STOP = re.compile(r"^\W*(?:stop|quit|cancel|exit|enough|leave|abort)\b", re.I)
_SKIP = re.compile(
    r"^\W*(?:skip|pass|next|dunno|no idea|rather not|(?:i )?(?:don't|dont|do not"
    r"|won't) (?:want|wanna|like) to (?:say|tell|answer|share)|prefer not)\b",
    re.I,
)
_WHY = re.compile(r"\bwhy\b|\bwhat for\b|\bfor what\b", re.I)
_SURE = 0.5


@dataclass(frozen=True)
class Step:
    """What came of one message within the check-in; ``ends`` if it is over."""

    state: State
    replies: list[Reply] = field(default_factory=list)
    focus: Focus | None = None
    ends: bool = False
    erased: bool = False


class ValidateCareerCheckIn(Action):
    """Reads each message while the form is active: an answer, a question in between, or a wish."""

    def name(self) -> str:
        return "validate_career_check_in"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        slot = tracker.get_slot("check_in")
        focus = Focus.from_dict(tracker.get_slot("focus"))
        try:
            step = await asyncio.to_thread(
                _step, clauses_of(tracker.latest_message or {}), focus, identity_of(tracker), slot
            )
        except ProfileUnavailable as problem:
            logger.error("the database of profiles failed: %s", problem)
            step = Step(State(), [Reply(UNAVAILABLE.strip("_"), "error")], ends=True)
        for reply in step.replies:
            dispatcher.utter_message(**as_utterance(reply, erased=step.erased))
        events: list[EventType] = [SlotSet("check_in", step.state.as_dict())]
        if step.focus is not None:
            events.append(SlotSet("focus", step.focus.as_dict()))
        if step.ends:
            events.append(SlotSet("requested_slot", None))
        return events


class AskCheckIn(Action):
    """Asks the next question of the check-in."""

    def name(self) -> str:
        return "action_ask_check_in_answer"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        state = State.from_slot(tracker.get_slot("check_in"))
        profile = await asyncio.to_thread(_profile, identity_of(tracker))
        item = check_in.next_item(profile, state)
        if item is None:
            return [SlotSet("requested_slot", None)]
        first = not state.asked
        dispatcher.utter_message(**as_utterance(check_in.ask(item, state, first)))
        return [SlotSet("check_in", replace(state, asked=True).as_dict())]


class CheckInDone(Action):
    """Says that the check-in is over."""

    def name(self) -> str:
        return "action_check_in_done"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        state = State.from_slot(tracker.get_slot("check_in"))
        profile = await asyncio.to_thread(_profile, identity_of(tracker))
        base = knowledge_base()
        person = Person({name: entry.value for name, entry in profile.items()})
        buttons = next_questions(person, base, Focus())
        part = check_in.done(profile, state, buttons)
        reply = Reply(part.text, "profile", "start_check_in", buttons=buttons)
        dispatcher.utter_message(**as_utterance(reply))
        return [SlotSet("check_in", None)]


def _profile(identity: Identity) -> Profile:
    try:
        return profile_store().load(identity).entries
    except ProfileUnavailable:
        return {}


def _step(clauses: list[Clause], focus: Focus, identity: Identity, slot: object) -> Step:
    """One message: the first only opens the check-in."""
    store = profile_store()
    state = State.from_slot(slot)
    profile = store.load(identity).entries
    item = check_in.next_item(profile, state)
    if not isinstance(slot, dict) or item is None:
        return Step(state, ends=item is None)
    text = " ".join(clause.text for clause in clauses)
    sure = {clause.intent for clause in clauses if clause.confidence >= _SURE}
    if _STOP.match(text):
        return Step(replace(state, stopped=True), ends=True)
    if _SKIP.match(text) or (not text and "skip_question" in sure):
        return _skip(state, item, profile)
    if _WHY.search(text) and len(text.split()) <= 7:
        return Step(replace(state, failed=item.field))
    added, after = _note(clauses, identity, item)
    if added is not None:
        state = replace(state, failed="")
        return Step(state, [added], ends=check_in.next_item(after, state) is None)
    if "stop_check_in" in sure:
        return Step(replace(state, stopped=True), ends=True)
    if "skip_question" in sure:
        return _skip(state, item, profile)
    if asks(text) or wish(clauses) is not None or not text:
        turn = take_turn(clauses, focus, identity)
        erased = turn.forget == ["*"]
        return Step(state, [turn.reply], turn.focus, ends=erased, erased=erased)
    return Step(replace(state, failed=item.field))


def _skip(state: State, item: check_in.Item, profile: Profile) -> Step:
    state = check_in.skipped(state, item)
    return Step(state, ends=check_in.next_item(profile, state) is None)


def _note(
    clauses: list[Clause], identity: Identity, item: check_in.Item
) -> tuple[Reply | None, Profile]:
    """Store what the message tells; the reply that says so, or None, and the profile after."""
    base = knowledge_base()
    if wish(clauses) is not None or sensitive_intent(clauses):
        return None, {}
    statements = [
        replace(s, field=item.field)
        if s.field in ("years", "years_bare", "years_total") and item.field.startswith("years_")
        else s
        for clause in clauses  # an answer to a question: nothing has to show who is meant
        for s in clause.statements
    ]
    asking = any(asks(clause.text) for clause in clauses)
    if asking:
        statements = [s for s in statements if s.field == item.field]
    if (
        not any(s.field == item.field for s in statements)
        and not asking
        and not any(s.field not in ("number", "years") for s in statements)
    ):
        bare = check_in.bare_answer(item, clauses, base)
        statements += [bare] if bare else []
    seen: list[tuple[dict[str, Any], dict[str, Any]]] = []

    def change(stored: Stored) -> dict[str, tuple[Any, str]]:
        found = told(statements, stored.entries)
        seen.append((stored.values, {name: value for name, (value, _) in found.items()}))
        return found

    after, _ = profile_store().change(identity, change)
    before, changed = seen[-1]
    return (check_in.note(changed, before, base) if changed else None), after.entries
