"""The modal in which a person edits their profile."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actions.profile.fields import FIELDS, YEARS
from bot.channels.slack import inputs
from bot.channels.slack.blocks import Block, context, option, plain
from bot.channels.slack.inputs import ACTION, CURRENCIES, InvalidError
from knowledge.base import KnowledgeBase

CALLBACK = "profile"
CURRENCY = "currency"  # the block beside base pay
SAID = "edited in Slack"  # stands in the profile in place of the words that said it
NOT_SAVED = "Your profile can't be saved right now. Please try again in a moment."
_HINTS = {
    "years_total": "All years of work, in whatever job",
    "skills": "With commas between them",
    "company_size": "A number of people, or: startup, small, medium, large",
    "base_pay": "A year, without bonus",
}

Values = Mapping[str, Any]


def modal(values: Values, base: KnowledgeBase) -> dict[str, Any]:
    """The view for a profile of ``values``."""
    blocks: list[Block] = [context("Leave empty what you don't want me to know.")]
    for field, name in FIELDS.items():
        if field == "base_pay":
            blocks += _pay(values.get(field))
        else:
            element = inputs.element(field, values.get(field), base)
            blocks.append(_input(field, name, element))
    return {
        "type": "modal", "callback_id": CALLBACK, "title": plain("Your profile", 24),
        "submit": plain("Save", 24), "close": plain("Cancel", 24), "blocks": blocks,
    }  # fmt: skip


def _pay(pay: Values | None) -> list[Block]:
    known = pay or {}
    amount: Block = {
        "type": "number_input", "action_id": ACTION, "is_decimal_allowed": False,
        "min_value": "0",
    }  # fmt: skip
    if pay:
        amount["initial_value"] = f"{known['amount']:.0f}"
    names = list(dict.fromkeys([*CURRENCIES, known.get("currency", "USD")]))
    options = [option(name, name) for name in names]
    chosen = option(known.get("currency", "USD"), known.get("currency", "USD"))
    menu = {"type": "static_select", "action_id": ACTION, "options": options,
            "initial_option": chosen}  # fmt: skip
    return [_input("base_pay", FIELDS["base_pay"], amount), _input(CURRENCY, "currency", menu)]


def _input(field: str, name: str, element: Block) -> Block:
    found: Block = {
        "type": "input", "block_id": field, "optional": True, "element": element,
        "label": plain(name[:1].upper() + name[1:]),
    }  # fmt: skip
    if field in _HINTS:
        found["hint"] = plain(_HINTS[field], 150)
    return found


def submitted(
    state: Values, known: Values, base: KnowledgeBase
) -> tuple[dict[str, Any], dict[str, str]]:
    """The values in a submitted ``state`` (None where empty), and what is wrong by block id."""
    values: dict[str, Any] = {}
    errors: dict[str, str] = {}
    for field in FIELDS:
        try:
            values[field] = _value(field, state, known, base)
        except InvalidError as problem:
            errors[field] = str(problem)
    errors |= {f: words for f, words in _contradictions(values).items() if f not in errors}
    return values, errors


def _value(field: str, state: Values, known: Values, base: KnowledgeBase) -> Any:
    given = _given(state, field)
    if field == "base_pay":
        amount = inputs.number(inputs.typed(given), inputs.LEAST_PAY, inputs.MOST_PAY, whole=False)
        currency = inputs.picked(_given(state, CURRENCY)) or "USD"
        if currency not in (*CURRENCIES, (known.get(field) or {}).get("currency")):
            raise InvalidError("Please choose a currency from the list.")
        return None if amount is None else {"amount": amount, "currency": currency}
    usual: list[str] = []
    if field not in (*YEARS, *inputs.COUNTS, *inputs.TEXTS, "skills"):
        usual = [item["value"] for item in inputs.choices(field, known.get(field), base)]
    return inputs.value_of(field, given, usual)


def _given(state: Values, block: str) -> Values:
    found = state.get(block)
    found = found.get(ACTION) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else {}


def _contradictions(values: Values) -> dict[str, str]:
    """What cannot be true together."""
    total = values.get("years_total")
    return {
        field: f"That is more than your {total:g} years of work in all."
        for field in YEARS
        if total is not None and field != "years_total" and (values.get(field) or 0) > total
    }


def changed(values: Values, known: Values) -> dict[str, tuple[Any, str]]:
    """What to change in a profile of ``known`` values, for ``ProfileStore.change``."""
    return {f: (value, SAID) for f, value in values.items() if value != known.get(f)}
