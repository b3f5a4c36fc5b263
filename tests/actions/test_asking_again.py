"""The last question asked of another role, and a role said apart from what is asked of it."""

from __future__ import annotations

from by_hand import AE, AM, DIRECTOR, SENIOR, clause, say

from actions.asking_again import put_again
from actions.focus import Focus
from actions.joining import with_role_apart
from actions.pointing import pointed
from knowledge.base import KnowledgeBase

EMPATHY = [("am-skill-empathy", 0.9, "yes", 0.9), ("ae-skill-resilience", 0.4, None, 0.01)]


def test_a_question_for_one_thing_is_asked_of_the_other_role_too(base: KnowledgeBase) -> None:
    hits = [("dir-contrast-client", 0.8, "no", 0.7), ("sam-contrast-client", 0.75, None, 0.1)]
    first = clause(
        "do directors meet clients daily?",
        "ask_client_interaction",
        roles=[DIRECTOR],
        polar=True,
        hits=hits,
    )
    other = clause("and senior AMs?", "follow_other", roles=[SENIOR])
    assert all(SENIOR in fact.roles for fact in _facts(say(base, first, other), base))


def test_a_question_for_a_list_is_not_kept(base: KnowledgeBase) -> None:
    turn = say(base, clause("skills for an AM", "ask_skills", roles=[AM], hits=EMPATHY[1:]))
    assert turn.focus.question == {}
    assert put_again(clause("AE?", roles=[AE]), "ask_skills", base, turn.focus) is None


def test_a_role_said_apart_is_the_one_asked_about() -> None:
    skills = clause("skills then", "ask_skills")
    (asked,) = with_role_apart([skills, clause("account exec", "ask_definition", roles=[AE])])
    assert (asked.intent, asked.roles) == ("ask_skills", [AE])
    apart = [skills, clause("what does an AE do", "ask_responsibilities", roles=[AE])]
    assert with_role_apart(apart) == apart


def test_the_higher_one_and_the_lower(base: KnowledgeBase) -> None:
    focus = Focus(topics=["ask_salary"], roles=[SENIOR, DIRECTOR])
    for text, role in (
        ("so the higher one, what degree?", DIRECTOR),
        ("and the lower", SENIOR),
        ("the better paid one then", DIRECTOR),
    ):
        assert pointed(clause(text, "ask_education"), focus, base).roles == [role], text
    assert pointed(clause("which has the higher base", "ask_salary"), focus, base).roles == []


def _facts(turn, base: KnowledgeBase):  # type: ignore[no-untyped-def]
    return [base.facts[fact] for fact in turn.reply.facts]
