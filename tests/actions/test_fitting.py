"""Which role fits a person."""

from __future__ import annotations

from dataclasses import asdict, replace

from by_hand import AE, AM, clause, question

from actions.clause import Leaning
from actions.fit_asked import seeking, wants_fit, with_tastes
from actions.fitting import answer_fit, gathered
from actions.focus import Focus
from actions.part import Part
from knowledge.base import KnowledgeBase

FACTS = {AM: "am-skill-empathy", AE: "ae-skill-drive"}


def leaning(am: float, ae: float, liked: bool = True) -> Leaning:
    return Leaning("something", liked, {AM: am, AE: ae}, FACTS)


def fit(base: KnowledgeBase, *leanings: Leaning, roles: tuple[str, ...] = ()) -> Part:
    part = answer_fit(
        question(base, "ask_role_fit", "which fits me", leanings=list(leanings), roles=list(roles)),
        base,
    )
    assert part is not None
    return part


def test_what_is_liked_draws_towards_a_role(base: KnowledgeBase) -> None:
    part = fit(base, leaning(0.8, 0.3))
    assert part.roles == [AM]
    assert [fact.id for fact in part.facts] == ["am-skill-empathy"]


def test_what_is_disliked_draws_away(base: KnowledgeBase) -> None:
    part = fit(base, leaning(0.8, 0.3, liked=False))
    assert part.roles == [AE]
    assert all(fact.roles in ([AE], [AM]) for fact in part.facts)


def test_a_close_call_names_both(base: KnowledgeBase) -> None:
    part = fit(base, leaning(0.5, 0.49))
    assert set(part.roles) == {AM, AE}


def test_likes_and_dislikes_add_up(base: KnowledgeBase) -> None:
    part = fit(base, leaning(0.5, 0.6), leaning(0.2, 0.7, liked=False))
    assert part.roles == [AM]


def test_nothing_said_nothing_fitted(base: KnowledgeBase) -> None:
    assert answer_fit(question(base, "ask_role_fit", "which fits me"), base) is None


def test_likes_told_over_several_messages_are_taken_together() -> None:
    before = Focus(leanings=[asdict(leaning(0.8, 0.3))])
    own = clause("i am patient too", leanings=[replace(leaning(0.5, 0.5), text="patient")])
    assert len(gathered(before, own)) == 2


def test_likes_of_somebody_else_are_kept_apart() -> None:
    before = Focus(leanings=[asdict(leaning(0.8, 0.3))])
    his = clause("my brother hates routine", leanings=[replace(leaning(0.2, 0.6), text="routine")])
    assert [item.text for item in gathered(before, his)] == ["routine"]


TOLD = Focus(leanings=[asdict(leaning(0.8, 0.3))])


def test_short_questions_for_a_role_are_completed_by_the_tastes_told() -> None:
    for text in (
        "what role is that",
        "so which one then",
        "what's my role",
        "your verdict?",
        "so?",
    ):
        assert wants_fit(clause(text), TOLD, {}), text
    (marked,) = seeking([clause("which job", "ask_which_role")], TOLD, {})
    assert marked.intent == "ask_role_fit"


def test_other_questions_are_left_alone() -> None:
    for text in ("which role pays more", "what skills does it need", "what role is above that"):
        assert not wants_fit(clause(text), TOLD, {}), text
    (kept,) = seeking([clause("what role is that", "ask_definition")], Focus(), {})
    assert kept.intent == "ask_definition"
    assert not wants_fit(clause("what role is that"), replace(TOLD, topics=["ask_salary"]), {})
    assert not wants_fit(clause("what's my role"), TOLD, {"current_role": AM})


def test_one_role_named_is_weighed_against_its_counterpart(base: KnowledgeBase) -> None:
    asked = question(
        base, "ask_role_fit", "is AE a bad idea then", leanings=[leaning(0.8, 0.3)], roles=[AE],
        polar=True,
    )  # fmt: skip
    part = answer_fit(asked, base)
    assert part is not None
    assert part.roles == [AM]
    assert part.lines[0].startswith("Yes: ")


def test_who_changes_their_mind_starts_anew() -> None:
    said = clause("actually no, I want peace", leanings=[replace(leaning(0.8, 0.3), text="peace")])
    assert [item.text for item in gathered(TOLD, said)] == ["peace"]


def test_another_kind_of_person_is_weighed_by_itself() -> None:
    fitted = replace(TOLD, topics=["ask_role_fit"])
    other = clause("and an introvert", leanings=[replace(leaning(0.8, 0.3), text="an introvert")])
    asked = with_tastes(other, [other], fitted)
    assert asked.intent == "ask_role_fit"
    assert [item.text for item in asked.leanings] == ["an introvert"]
