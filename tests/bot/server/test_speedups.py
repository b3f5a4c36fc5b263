"""What is computed once gives what Rasa would compute each time."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
from rasa.core.actions.action import RemoteAction
from rasa.core.policies.rule_policy import RulePolicy
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


LISTEN = {"prev_action": {"action_name": "action_listen"}}
ANSWERED = {"prev_action": {"action_name": "action_answer"}}


def _asked(intent: str) -> dict[str, Any]:
    return {**LISTEN, "user": {"intent": intent}}


def _rule(*states: dict[str, Any]) -> str:
    return json.dumps(list(states))


RULES = {
    _rule(_asked("greet")): "action_answer",
    _rule({}, _asked("greet")): "action_hello",
    _rule(_asked("greet"), {**ANSWERED, "user": {"intent": "greet"}}): "action_listen",
    _rule(_asked("start_check_in")): "check_in",
    _rule(_asked("affirm"), {"prev_action": {"action_name": "check_in"}}, LISTEN): "action_ask",
}


class _Policy(RulePolicy):
    def __init__(self) -> None:
        """Only the rules are needed, not what a policy is trained from."""


def test_the_rules_that_fit_are_those_that_rasa_finds() -> None:
    pick = random.Random(0)
    states: list[dict[str, Any]] = [{}, LISTEN, ANSWERED]
    states += [_asked(name) for name in ("greet", "affirm", "start_check_in", "thank")]
    states += [{**ANSWERED, "user": {"intent": "greet"}}, {"prev_action": {"action_name": "x"}}]
    policy, found = _Policy(), set()
    for _ in range(400):
        said = [pick.choice(states) for _ in range(pick.randint(0, 6))]
        here = policy._get_possible_keys(RULES, said)
        assert here == RulePolicy._get_possible_keys.original(policy, RULES, said)
        found |= here
        here.clear()  # what one caller does to its answer is nothing to the next

    assert found == set(RULES)


def test_rules_of_another_lookup_are_not_mixed_up() -> None:
    policy, other = _Policy(), {_rule(_asked("thank")): "action_answer"}

    assert policy._get_possible_keys(RULES, [_asked("greet")]) & {_rule(_asked("greet"))}
    assert policy._get_possible_keys(other, [_asked("greet")]) == set()
    assert policy._get_possible_keys(other, [_asked("thank")]) == set(other)
    assert policy._get_possible_keys({}, [_asked("thank")]) == set()
