"""A whole message: several clauses, small talk, sensitive matters, and what nobody understands."""

from __future__ import annotations

import pytest
from by_hand import AE, AM, DIRECTOR, SENIOR, clause, say

from actions.coach import respond
from actions.fixed import SENSITIVE, SMALLTALK
from actions.focus import Focus
from actions.known import Known
from actions.profile.fields import Entry
from actions.statement import Statement
from knowledge.base import KnowledgeBase

PAY = clause("what does a director earn", "ask_salary", roles=[DIRECTOR])
SKILLS = clause("which skills does an am need", "ask_skills", roles=[AM])


def test_every_clause_is_answered_once(base: KnowledgeBase) -> None:
    reply = say(base, [PAY, SKILLS]).reply
    assert "$120,000" in reply.text
    assert {base.facts[fact].facet.value for fact in reply.facts} >= {"salary", "skill"}
    assert reply.text.count("$120,000") == 1
    assert set(reply.roles) == {DIRECTOR, AM}


def test_the_same_question_twice_is_answered_once(base: KnowledgeBase) -> None:
    assert say(base, [PAY, PAY]).reply.text == say(base, [PAY]).reply.text


def test_one_source_line_for_all_clauses(base: KnowledgeBase) -> None:
    reply = say(base, [PAY, SKILLS]).reply
    last = reply.text.splitlines()[-1]
    assert all(source.document in last for source in reply.sources)
    assert reply.text.count("_Source") == 1


@pytest.mark.parametrize("intent", ["greet", "thank", "how_are_you", "praise"])
def test_small_talk_beside_a_question_is_not_answered(base: KnowledgeBase, intent: str) -> None:
    beside = clause("hello there", intent, 0.95)
    assert say(base, [beside, PAY]).reply.text == say(base, PAY).reply.text
    assert say(base, [PAY, beside]).reply.text == say(base, PAY).reply.text


@pytest.mark.parametrize("intent", sorted(SMALLTALK))
def test_small_talk_by_itself(base: KnowledgeBase, intent: str) -> None:
    reply = say(base, clause("hello there", intent, 0.95)).reply
    assert reply.kind == "smalltalk"
    assert not reply.facts


@pytest.mark.parametrize("intent", sorted(SENSITIVE))
def test_a_sensitive_matter_points_to_people_and_discloses_nothing(
    base: KnowledgeBase, intent: str
) -> None:
    reply = say(base, clause("my boss ...", intent, 0.9)).reply
    assert reply.kind == "handoff"
    assert reply.intent == intent
    assert not reply.facts
    assert "$" not in reply.text


def test_self_harm_comes_before_any_question(base: KnowledgeBase) -> None:
    grave = clause("i want to kill myself", "complain", 0.9)
    for clauses in ([grave, PAY], [PAY, grave], [PAY, SKILLS, PAY, SKILLS, PAY, grave]):
        reply = say(base, clauses).reply
        assert reply.kind == "handoff"
        assert "$" not in reply.text


def test_sensitive_matters_leave_the_conversation_as_it_was(base: KnowledgeBase) -> None:
    focus = say(base, PAY).focus
    turn = respond([clause("he touched me", "sensitive_harassment", 0.95)], base, focus)
    assert turn.focus == focus


def test_what_is_not_understood_abstains(base: KnowledgeBase) -> None:
    unsure = clause("blorp", "ask_skills", 0.05, ranking=[("ask_skills", 0.05), ("greet", 0.04)])
    reply = say(base, unsure).reply
    assert reply.kind == "abstain"
    assert not reply.facts
    assert reply.text


def test_a_message_without_clauses_abstains_and_offers_a_start(base: KnowledgeBase) -> None:
    turn = respond([], base, Focus(roles=[AM]))
    assert turn.reply.kind == "abstain"
    assert turn.reply.buttons
    assert turn.focus == Focus(roles=[AM])


def test_telling_is_thanked_for_and_remembered(base: KnowledgeBase) -> None:
    told = clause("i am an account executive", "inform_profile", 0.9, roles=[AE])
    turn = say(base, told)
    assert turn.reply.kind == "smalltalk"
    assert turn.focus.roles == [AE]


def test_what_was_told_completes_the_next_question(base: KnowledgeBase) -> None:
    told = clause("i am an account executive", "inform_profile", 0.9, roles=[AE])
    reply = say(base, told, clause("what skills do i need", "ask_skills", 0.9)).reply
    assert reply.roles == [AE]
    assert reply.kind == "answer"


def test_an_abstention_shows_beside_an_answer(base: KnowledgeBase) -> None:
    unpaid = clause("what does an ae earn", "ask_salary", roles=[AE])
    assert say(base, [SKILLS, unpaid]).reply.kind == "abstain"


@pytest.mark.parametrize(
    ("role", "own", "other"),
    [(DIRECTOR, "120,000", "80,000"), (SENIOR, "80,000", "120,000"), (AM, "", "0,000")],
)
@pytest.mark.parametrize(
    "topic", ["ask_salary", "ask_skills", "ask_requirements", "ask_definition"]
)
def test_an_answer_about_a_role_shows_no_other_role_s_pay(
    base: KnowledgeBase, topic: str, role: str, own: str, other: str
) -> None:
    text = say(base, clause("tell me", topic, roles=[role])).reply.text
    assert other not in text.replace(own or "-", "")


@pytest.mark.parametrize("topic", ["ask_career_path", "ask_next_step", "ask_skills"])
def test_next_questions_on_the_way_up_are_answered(base: KnowledgeBase, topic: str) -> None:
    _press_all(base, topic)


@pytest.mark.parametrize("topic", ["ask_salary", "ask_definition", "ask_kpis"])
def test_next_questions_are_answered(base: KnowledgeBase, topic: str) -> None:
    _press_all(base, topic)


def _press_all(base: KnowledgeBase, topic: str) -> None:
    for role in (DIRECTOR, SENIOR, AM, AE):
        for button in say(base, clause("tell me", topic, roles=[role])).reply.buttons:
            pressed = clause("", button.intent, 1.0, roles=button.entities.get("role", []))
            assert say(base, pressed).reply.kind in ("answer", "clarify"), button.title


def test_what_no_document_holds_is_named_beside_the_answer(base: KnowledgeBase) -> None:
    reply = say(base, [PAY, clause("what is the weather tomorrow", "out_of_scope", 0.95)]).reply
    assert reply.kind == "abstain"
    assert "$120,000" in reply.text
    assert "what is the weather tomorrow" in reply.text


def test_many_questions_are_no_long_story(base: KnowledgeBase) -> None:
    tips = clause("any tips", "ask_best_practices", 0.95, roles=[AM])
    path = clause("what is the career path", "ask_career_path", 0.95, roles=[AE])
    reply = say(base, [clause("hi", "greet", 0.95), PAY, SKILLS, tips, path]).reply
    found = {base.facts[fact].facet.value for fact in reply.facts}
    assert found >= {"salary", "skill", "best_practice", "path"}


def test_a_question_beside_a_wish_is_answered_too(base: KnowledgeBase) -> None:
    wish = clause("delete everything you know about me", "forget_profile", 0.95)
    turn = say(base, [wish, PAY])
    assert turn.forget == ["*"]
    assert "$120,000" in turn.reply.text


def test_a_question_takes_the_role_that_the_next_one_names(base: KnowledgeBase) -> None:
    pay = clause("what is the pay", "ask_salary", 0.95, later=[DIRECTOR])
    duties = clause("what are the duties of a director", "ask_responsibilities", roles=[DIRECTOR])
    text = say(base, [pay, duties]).reply.text
    assert "$120,000" in text
    assert "$80,000" not in text


def test_a_goal_named_as_a_question_is_asked_of(base: KnowledgeBase) -> None:
    goal = Statement("target_role", DIRECTOR)
    asked = clause(
        "director in one year?", "inform_profile", 0.9, roles=[DIRECTOR], statements=[goal]
    )
    known = Known({"years_account_management": Entry(9), "target_role": Entry(DIRECTOR)})
    assert respond([asked], base, Focus(), known).reply.intent == "ask_gap"


def test_an_interjection_is_not_answered_beside_a_question(base: KnowledgeBase) -> None:
    aside = clause("bruh", "ask_trends", 0.3)
    assert say(base, [aside, PAY]).reply.text == say(base, PAY).reply.text
