"""The check-in: what it asks, in which order, and what a short answer means."""

from __future__ import annotations

from typing import Any

import pytest
from by_hand import AM, DIRECTOR, clause

from actions.check_in import (
    BY_FIELD,
    ITEMS,
    State,
    ask,
    bare_answer,
    done,
    next_item,
    note,
    skipped,
)
from actions.profile.fields import FIELDS, Entry, Profile
from knowledge.base import KnowledgeBase

ORDER = [
    "current_role",
    "years_account_management",
    "years_leadership",
    "education_level",
    "industry",
    "target_role",
    "base_pay",
]


def profile_of(*fields: str) -> Profile:
    return {name: Entry("told") for name in fields}


def read(base: KnowledgeBase, field: str, text: str, **fields: Any) -> object:
    """The value that ``text`` has as an answer to the question for ``field``."""
    found = bare_answer(BY_FIELD[field], [clause(text, **fields)], base)
    if found is None:
        return None
    assert (found.field, found.supposed) == (field, False)
    return found.value


def test_every_item_fills_a_field_of_the_profile() -> None:
    assert {item.field for item in ITEMS} <= set(FIELDS)


def test_the_questions_follow_one_another() -> None:
    asked: list[str] = []
    while (item := next_item(profile_of(*asked), State())) is not None:
        asked.append(item.field)
    assert asked == ORDER


@pytest.mark.parametrize("known", ORDER)
def test_what_is_known_is_not_asked(known: str) -> None:
    others = [name for name in ORDER if name != known]
    last = next_item(profile_of(*others), State())
    assert last is not None
    assert last.field == known
    assert next_item(profile_of(*ORDER), State()) is None


def test_other_fields_do_not_stand_in_for_those_asked() -> None:
    item = next_item(profile_of("location", "skills"), State())
    assert item == ITEMS[0]


@pytest.mark.parametrize("name", ORDER)
def test_what_was_skipped_is_not_asked_again(name: str) -> None:
    state = skipped(State(failed=name), BY_FIELD[name])
    asked: list[str] = []
    while (item := next_item(profile_of(*asked), state)) is not None:
        asked.append(item.field)
    assert asked == [other for other in ORDER if other != name]
    assert state.failed == ""


def test_all_skipped_ends_the_check_in() -> None:
    assert next_item({}, State(skipped=ORDER)) is None


@pytest.mark.parametrize("item", ITEMS)
def test_a_question_is_put_with_the_ways_out_of_it(item: Any) -> None:
    reply = ask(item, State(), first=False)
    assert reply.text == f"**{item.question}**"
    assert [button.intent for button in reply.buttons] == ["skip_question", "stop_check_in"]


def test_the_first_question_says_how_to_leave() -> None:
    text = ask(ITEMS[0], State(), first=True).text
    assert "skip" in text
    assert "stop" in text
    assert ITEMS[0].question in text


@pytest.mark.parametrize("item", ITEMS)
def test_after_a_failed_answer_the_reason_is_given(item: Any) -> None:
    text = ask(item, State(failed=item.field), first=False).text
    assert item.why in text
    assert item.question in text


def test_the_reason_goes_with_its_own_question_only() -> None:
    text = ask(ITEMS[1], State(failed=ITEMS[0].field), first=False).text
    assert ITEMS[0].why not in text
    assert ITEMS[1].why not in text


@pytest.mark.parametrize("field", ["current_role", "target_role"])
def test_a_role_alone(base: KnowledgeBase, field: str) -> None:
    assert read(base, field, "director", roles=[DIRECTOR]) == DIRECTOR
    assert read(base, field, "hm", roles=[]) is None


def test_a_job_that_the_documents_do_not_know(base: KnowledgeBase) -> None:
    outside = {"other_role": ["nurse"]}
    assert read(base, "current_role", "nurse", outside=outside) == "nurse"
    assert read(base, "target_role", "nurse", outside=outside) is None


def test_a_known_role_goes_before_another_job(base: KnowledgeBase) -> None:
    outside = {"other_role": ["nurse"]}
    assert read(base, "current_role", "am, once nurse", roles=[AM], outside=outside) == AM


def test_an_industry_alone(base: KnowledgeBase) -> None:
    assert read(base, "industry", "tech", industries=["technology"]) == "technology"
    assert read(base, "industry", "mining", outside={"other_industry": ["mining"]}) == "mining"
    assert read(base, "industry", "hm") is None


@pytest.mark.parametrize("field", ["years_account_management", "years_leadership"])
@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("6", 6),
        ("2.5", 2.5),
        ("about 7 or so", 7),
        ("Eight", 8),
        ("twelve years", 12),
        ("never", 0),
        ("none", 0),
        ("no", 0),
        ("zero", 0),
        ("a year", 1),
        ("0", 0),
        ("60", 60),
        ("61", None),
        ("don't know", None),
        ("hm", None),
    ],
)
def test_a_number_of_years_alone(
    base: KnowledgeBase, field: str, text: str, number: float | None
) -> None:
    assert read(base, field, text) == number


@pytest.mark.parametrize(("text", "size"), [("4", 4), ("nobody", 0), ("no team", 0), ("hm", None)])
def test_a_team_alone(base: KnowledgeBase, text: str, size: int | None) -> None:
    assert read(base, "team_size", text) == size


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("no", "none"),
        ("Nope", "none"),
        ("none", "none"),
        ("not really", "none"),
        ("i don't", "none"),
        ("yes", "degree"),
        ("Yep", "degree"),
        ("of course", "degree"),
        ("hm", None),
    ],
)
def test_whether_there_is_a_degree(base: KnowledgeBase, text: str, level: str | None) -> None:
    assert read(base, "education_level", text) == level


@pytest.mark.parametrize(
    ("text", "amounts", "amount"),
    [
        ("95k", [95_000.0], 95_000),
        ("95,000", [], 95_000),
        ("95000", [], 95_000),
        ("lots", [], None),
        ("95", [], None),
    ],
)
def test_pay_alone(
    base: KnowledgeBase, text: str, amounts: list[float], amount: float | None
) -> None:
    expected = None if amount is None else {"amount": amount, "currency": "USD"}
    assert read(base, "base_pay", text, amounts=amounts) == expected


@pytest.mark.parametrize("item", ITEMS)
def test_no_words_are_no_answer(base: KnowledgeBase, item: Any) -> None:
    assert bare_answer(item, [], base) is None


@pytest.mark.parametrize("state", [State(), State(["industry"], "base_pay", True, True)])
def test_the_state_comes_back_from_the_slot(state: State) -> None:
    assert State.from_slot(state.as_dict()) == state


@pytest.mark.parametrize("slot", [None, "", "on", 3, []])
def test_anything_else_in_the_slot_is_a_fresh_start(slot: object) -> None:
    assert State.from_slot(slot) == State()


def test_what_an_answer_has_added_is_noted(base: KnowledgeBase) -> None:
    assert note({"team_size": 4}, {}, base).text == "Noted: people who report to you **4**."


def test_the_end_depends_on_how_it_came() -> None:
    stopped = done(profile_of("industry"), State(stopped=True), []).text
    nothing = done({}, State(skipped=ORDER), []).text
    finished = done(profile_of(*ORDER), State(), []).text
    assert "stop here" in stopped
    assert "Thank you" in finished
    assert len({stopped, nothing, finished}) == 3
