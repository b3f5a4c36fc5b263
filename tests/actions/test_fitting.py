"""Which role fits a person."""

from __future__ import annotations

from dataclasses import asdict, replace

from by_hand import AE, AM, clause, question

from actions.clause import Leaning
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
