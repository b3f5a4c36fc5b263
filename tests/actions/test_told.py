"""What a message tells for the profile."""

from __future__ import annotations

from by_hand import AE, AM, SENIOR, clause

from actions.focus import Focus
from actions.noting import statements_of, told
from actions.profile.fields import Entry
from actions.statement import Statement
from knowledge.base import KnowledgeBase


def test_the_industry_spoken_of_is_pointed_at(base: KnowledgeBase) -> None:
    focus = Focus(topics=["ask_industry"], industry="technology")
    found = statements_of([clause("that's where i work")], focus, base)
    assert [(s.field, s.value) for s in found] == [("industry", "technology")]
    assert statements_of([clause("is that where i work?")], focus, base) == []


def test_a_message_of_facts_side_by_side_tells(base: KnowledgeBase) -> None:
    said = [
        clause("fmcg, key accounts", "ask_industry",
               statements=[Statement("industry", "retail_consumer_goods", "fmcg")]),
        clause("senior AM", "ask_definition", roles=[SENIOR],
               statements=[Statement("current_role", SENIOR, "senior AM")]),
    ]  # fmt: skip
    fields = [s.field for s in statements_of(said, Focus(), base)]
    assert fields == ["industry", "current_role"]


def test_a_role_in_an_industry_is_the_next_question_after_an_answer(base: KnowledgeBase) -> None:
    trade = [Statement("current_role", AE, ""), Statement("industry", "healthcare", "")]
    said = [clause("AE in healthcare", "follow_other", roles=[AE], statements=trade)]
    assert statements_of(said, Focus(topics=["ask_industry"]), base) == []
    assert len(statements_of(said, Focus(), base)) == 2


def test_a_role_put_right_after_an_answer_about_ones_own(base: KnowledgeBase) -> None:
    meant = clause("i meant AM", "correct_profile", roles=[AM],
                   statements=[Statement("role", AM, "i meant AM", corrects=True)])  # fmt: skip
    found = statements_of([meant], Focus(topics=["ask_bonus"], roles=[AE]), base)
    assert told(found, {"current_role": Entry(AE)})["current_role"][0] == AM
    assert told(found, {"current_role": Entry(SENIOR)}) == {}
