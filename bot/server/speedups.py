"""Three places where Rasa 3.6 computes the same anew in every turn, computed once instead.

What comes out is the same; the tests compare it with Rasa's own.
"""

from __future__ import annotations

import json
from typing import Any

from jsonschema.exceptions import best_match  # type: ignore[import-untyped]
from jsonschema.validators import validator_for  # type: ignore[import-untyped]
from rasa.core.actions.action import RemoteAction
from rasa.core.policies.rule_policy import RulePolicy
from rasa.shared.core.events import Event
from rasa.shared.utils.common import all_subclasses


def apply() -> None:
    """Install all. Doing it again changes nothing."""
    _validate_with_one_validator()
    _resolve_events_by_mapping()
    _find_rules_by_recent_states()


def _validate_with_one_validator() -> None:
    """``jsonschema.validate`` checks the schema itself first, each time: 20 to 25 ms an action."""
    schema = RemoteAction.action_response_format_spec()
    validator = validator_for(schema)(schema)

    def validate(self: RemoteAction, result: dict[str, Any]) -> bool:
        problem = best_match(validator.iter_errors(result))
        if problem is not None:
            raise problem
        return True

    RemoteAction._validate_action_result = validate


def _resolve_events_by_mapping() -> None:
    """Rasa walks all subclasses of Event for each event read back: 0.1 ms, hundreds of times."""
    original = getattr(Event.resolve_by_type, "original", Event.resolve_by_type)
    by_name: dict[str, type[Event]] = {}
    for event_class in all_subclasses(Event):
        by_name.setdefault(event_class.type_name, event_class)

    def resolve(type_name: str, default: type[Event] | None = None) -> type[Event] | None:
        return by_name.get(type_name) or original(type_name, default)

    resolve.original = original  # type: ignore[attr-defined]
    Event.resolve_by_type = staticmethod(resolve)


_MOST_KEPT = 4096  # kinds of recent states; each takes some hundred bytes


def _find_rules_by_recent_states() -> None:
    """Rasa tries every rule on every state of a conversation: 1 to 3 ms, twice a turn.

    No state further back than the longest rule matters, and the recent ones are few kinds.
    """
    original = getattr(RulePolicy._get_possible_keys, "original", RulePolicy._get_possible_keys)

    def possible(self: RulePolicy, lookup: dict[str, str], states: list[Any]) -> set[str]:
        kept = self.__dict__.setdefault("kept_rules", {})
        if id(lookup) not in kept:
            kept[id(lookup)] = (_longest(self, lookup), {})
        longest, found = kept[id(lookup)]
        recent = states[-longest:] if longest else []
        key = json.dumps(recent, sort_keys=True, default=str)
        if key not in found:
            if len(found) >= _MOST_KEPT:
                found.clear()
            found[key] = original(self, lookup, recent)
        return set(found[key])

    possible.original = original  # type: ignore[attr-defined]
    RulePolicy._get_possible_keys = possible


def _longest(policy: RulePolicy, lookup: dict[str, str]) -> int:
    """How many states the longest rule of ``lookup`` has."""
    return max((len(policy._rule_key_to_state(key)) for key in lookup), default=0)
