"""What is computed once gives what Rasa would compute each time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.events import ActionExecuted, Event
from rasa.shared.utils.common import all_subclasses

from bot.server import speedups

ACTION = RemoteAction("action_answer", None)
SLOT = {"event": "slot", "name": "focus", "value": None, "timestamp": None}


@pytest.fixture(autouse=True)
def _applied() -> None:
    speedups.apply()
    speedups.apply()


@pytest.mark.parametrize(
    "result",
    [
        {"events": [], "responses": []},
        {"events": [SLOT], "responses": [{"text": "Hello."}]},
        {"events": [{"event": "slot"}], "responses": []},
        {"events": [{"event": "user"}], "responses": []},
        {"events": [], "responses": ["Hello."]},
        {"events": {}},
        [],
    ],
)
def test_results_are_judged_as_rasa_judges_them(result: Any) -> None:
    def rasas(result: Any) -> bool:
        jsonschema.validate(result, RemoteAction.action_response_format_spec())
        return True

    assert _judged(ACTION._validate_action_result, result) == _judged(rasas, result)


def _judged(validate: Callable[[Any], bool], result: Any) -> bool | str:
    """What ``validate`` returns, or the message of the error that it raises."""
    try:
        return validate(result)
    except jsonschema.ValidationError as problem:
        return str(problem.message)


def test_wrong_results_are_refused() -> None:
    with pytest.raises(jsonschema.ValidationError, match="is not of type 'object'"):
        ACTION._validate_action_result({"events": [], "responses": ["Hello."]})


def test_every_event_is_found_as_rasa_finds_it() -> None:
    original = Event.resolve_by_type.original
    names = {event.type_name for event in all_subclasses(Event)}

    assert len(names) > 20
    assert original is not Event.resolve_by_type
    for name in names:
        assert Event.resolve_by_type(name) is original(name)


def test_unknown_events_are_treated_as_rasa_treats_them() -> None:
    assert Event.resolve_by_type("topic") is None
    assert Event.resolve_by_type("no such event", ActionExecuted) is ActionExecuted
    with pytest.raises(ValueError, match="Unknown event name 'no such event'"):
        Event.resolve_by_type("no such event")
