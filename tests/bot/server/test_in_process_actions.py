"""Actions in this process answer Rasa as an action server would."""

from __future__ import annotations

import json
from typing import Any

import pytest
from rasa.core.actions.action import ActionExecutionRejection, RemoteAction
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, Event, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import ClientResponseError
from rasa_sdk import Action, Tracker
from rasa_sdk import events as sdk
from rasa_sdk.executor import ActionExecutor, CollectingDispatcher
from rasa_sdk.interfaces import ActionExecutionRejection as Refusal

from bot.server.in_process_actions import RECENT_EVENTS, InProcessActions

DOMAIN = Domain.from_yaml(
    """
version: "3.1"
actions: [action_try]
slots:
  focus: {type: any, influence_conversation: false, mappings: [{type: custom}]}
"""
)


class Try(Action):
    """Says hello, sets a slot, and tampers with what it was given; or refuses."""

    def name(self) -> str:
        return "action_try"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        if tracker.sender_id == "nobody":
            raise Refusal("action_try", "not for nobody")
        assert domain == {}
        dispatcher.utter_message(text="Hello.", json_message={"kind": "answer"})
        tracker.slots["focus"]["text"] = "tampered"
        return [sdk.SlotSet("focus", {"text": "new"})]


@pytest.fixture
def actions() -> InProcessActions:
    executor = ActionExecutor()
    executor.register_action(Try())
    return InProcessActions(executor)


def tracker_of(sender: str) -> DialogueStateTracker:
    return DialogueStateTracker.from_events(
        sender, [SlotSet("focus", {"text": "old"})], DOMAIN.slots
    )


async def run(actions: InProcessActions, tracker: DialogueStateTracker) -> list[Event]:
    """What Rasa makes of the action."""
    nlg = TemplatedNaturalLanguageGenerator({})
    action = RemoteAction("action_try", actions)
    events: list[Event] = await action.run(CollectingOutputChannel(), nlg, tracker, DOMAIN)
    return events


async def test_rasa_gets_its_events(actions: InProcessActions) -> None:
    said, slot = await run(actions, tracker_of("me"))

    assert isinstance(said, BotUttered)
    assert (said.text, said.data["custom"]) == ("Hello.", {"kind": "answer"})
    assert slot == SlotSet("focus", {"text": "new"})


async def test_an_action_cannot_change_the_conversation_behind_rasas_back(
    actions: InProcessActions,
) -> None:
    tracker = tracker_of("me")

    await run(actions, tracker)

    assert tracker.get_slot("focus") == {"text": "old"}


async def test_of_a_long_conversation_an_action_sees_the_end() -> None:
    seen: list[list[dict[str, Any]]] = []
    executor = ActionExecutor()
    executor.register_function("action_try", lambda _said, tracker, _: seen.append(tracker.events))
    events = [{"event": "slot", "name": "n", "value": n} for n in range(RECENT_EVENTS + 50)]

    call = {"next_action": "action_try", "tracker": {"sender_id": "me", "events": events}}
    await InProcessActions(executor).request(json=call)

    assert seen == [events[50:]]
    assert len(events) == RECENT_EVENTS + 50


async def test_a_refusal_is_rasas_refusal(actions: InProcessActions) -> None:
    with pytest.raises(ActionExecutionRejection, match="not for nobody"):
        await run(actions, tracker_of("nobody"))


async def test_a_refusal_has_the_form_of_the_action_server(actions: InProcessActions) -> None:
    call = {"next_action": "action_try", "tracker": {"sender_id": "nobody"}}

    with pytest.raises(ClientResponseError) as problem:
        await actions.request(json=call)

    assert problem.value.status == 400
    assert json.loads(problem.value.text) == {
        "action_name": "action_try",
        "error": "not for nobody",
    }


def test_the_projects_actions_are_registered() -> None:
    assert "action_answer" in InProcessActions()._executor.actions
