"""Two readings of a doubtful clause are answered; a clear one gets one answer."""

from __future__ import annotations

import pytest

from actions.clause import Clause
from actions.doubt import other_reading, with_other
from actions.focus import Focus
from actions.part import Part
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet

DIRECTOR = "director_of_account_management"
EXECUTIVE = "account_executive"


def clause(*ranking: tuple[str, float], text: str = "what would it be like up there") -> Clause:
    return Clause(text, ranking[0][0], ranking[0][1], list(ranking), roles=[DIRECTOR])


@pytest.mark.parametrize(
    ("ranking", "topics", "expected"),
    [
        ([("ask_gap", 0.4), ("ask_salary", 0.35)], ["ask_gap"], "ask_salary"),
        # A rule chose what was not the likeliest: that one is the other reading.
        ([("ask_salary", 0.5), ("ask_gap", 0.3)], ["ask_gap"], "ask_salary"),
        ([("ask_gap", 0.8), ("ask_salary", 0.19)], ["ask_gap"], None),
        ([("ask_gap", 0.6), ("ask_salary", 0.12)], ["ask_gap"], None),
        ([("ask_gap", 0.2), ("ask_salary", 0.09)], ["ask_gap"], None),
        ([("ask_gap", 0.4), ("out_company", 0.35)], ["ask_gap"], None),
        ([("ask_gap", 0.4), ("ask_salary", 0.35)], ["ask_gap", "ask_bonus"], None),
        ([("ask_gap", 0.4), ("ask_salary", 0.35)], ["repeat"], None),
        ([("ask_gap", 0.4), ("ask_salary", 0.35)], [], None),
    ],
)
def test_the_other_reading(
    base: KnowledgeBase,
    ranking: list[tuple[str, float]],
    topics: list[str],
    expected: str | None,
) -> None:
    assert other_reading(clause(*ranking), base, Focus(), topics) == expected


def test_a_pressed_button_is_never_in_doubt(base: KnowledgeBase) -> None:
    pressed = clause(("ask_gap", 0.4), ("ask_salary", 0.35), text="")
    assert other_reading(pressed, base, Focus(), ["ask_gap"]) is None


def part(base: KnowledgeBase, facet: Facet, topic: str, role: str = DIRECTOR) -> Part:
    facts = base.find((facet,), role)
    return Part([f.statement for f in facts], facts=facts, roles=[role], topic=topic)


def test_both_are_said_and_the_first_stays_the_topic(base: KnowledgeBase) -> None:
    first = part(base, Facet.SALARY, "ask_salary")
    (both,) = with_other([first], [part(base, Facet.BONUS, "ask_bonus")])

    assert both.topic == "ask_salary"
    assert both.roles == [DIRECTOR]
    assert both.lines[: len(first.lines)] == first.lines
    assert "Or, if you mean bonus:" in both.lines
    assert {fact.facet for fact in both.facts} == {Facet.SALARY, Facet.BONUS}


def test_what_was_said_is_not_said_twice(base: KnowledgeBase) -> None:
    first = part(base, Facet.SALARY, "ask_salary")
    assert with_other([first], [part(base, Facet.SALARY, "ask_gap")]) == [first]


def test_another_role_is_not_brought_in(base: KnowledgeBase) -> None:
    first = part(base, Facet.SALARY, "ask_salary")
    skills = part(base, Facet.SKILL, "ask_skills", EXECUTIVE)
    assert with_other([first], [skills]) == [first]


def test_an_abstention_stays_as_it_is(base: KnowledgeBase) -> None:
    none = Part(["The documents don't say."], kind="abstain", topic="ask_salary")
    bonus = part(base, Facet.BONUS, "ask_bonus")
    assert with_other([none], [bonus]) == [none]
    assert with_other([bonus], [none]) == [bonus]
