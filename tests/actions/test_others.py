"""Questions about another person: whom a clause is about, and what is kept of them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from by_hand import AM, DIRECTOR, SENIOR, clause

from actions.clause import Clause
from actions.coach import respond
from actions.focus import Focus
from actions.known import Known
from actions.noting import statements_of
from actions.others import heard
from actions.perspective import another, as_own
from actions.profile.fields import Entry
from actions.statement import Statement
from knowledge.base import KnowledgeBase

YEARS = "years_account_management"


def telling(text: str, other: str, **values: Any) -> Clause:
    """A clause that tells ``values`` of somebody else."""
    said = [Statement(name, value, text) for name, value in values.items()]
    return clause(text, "inform_profile", other=other, of_other=said)


WIFE = telling(
    "my wife has 5 years as an AM", "wife",
    current_role=AM, years_account_management=5, education_level="bachelor",
)  # fmt: skip
HER_GAP = clause("how far is she from senior?", "ask_gap", roles=[SENIOR], other="she")
MY_GAP = clause("how far am i from senior?", "ask_gap", roles=[SENIOR])
MINE = Known({"current_role": Entry(AM), YEARS: Entry(2)})


@pytest.mark.parametrize(
    ("text", "who", "own"),
    [
        ("how far is she from senior?", "she", "how far am i from senior?"),
        ("is my wife underpaid", "wife", "am i underpaid"),
        ("what's missing for him", "he", "what's missing for me"),
        ("does her degree count", "she", "does my degree count"),
        ("a colleague of mine wants more", "a colleague", "i want more"),
        ("i think he's ready", "he", "he think i'm ready"),
        ("what does a director earn", "", "what does a director earn"),
        ("my base is low", "", "his base is low"),
    ],
)
def test_a_text_as_the_other_person_says_it(text: str, who: str, own: str) -> None:
    assert another(text) == who
    assert as_own(text) == own


def test_the_answer_is_theirs_and_speaks_of_them(base: KnowledgeBase) -> None:
    text = respond([WIFE, HER_GAP], base, Focus(), MINE).reply.text
    assert "2 more years" in text
    assert "they have it" in text
    assert " you " not in text


def test_the_speaker_turns_to_themselves_and_back(base: KnowledgeBase) -> None:
    focus = respond([WIFE, HER_GAP], base, Focus(), MINE).focus
    mine = respond([MY_GAP], base, focus, MINE)
    assert "5 more years" in mine.reply.text
    hers = respond([HER_GAP], base, mine.focus, MINE)
    assert "2 more years" in hers.reply.text


def test_somebody_else_begins_with_nothing(base: KnowledgeBase) -> None:
    focus = respond([WIFE], base, Focus()).focus
    friend = telling("my friend has 3 years", "friend", years_account_management=3)
    assert respond([friend], base, focus).focus.other["values"] == {YEARS: 3}


def test_a_mention_leaves_the_answer_the_speakers(base: KnowledgeBase) -> None:
    boss = telling("my boss is a director with 15 years", "boss",
                   current_role=DIRECTOR, years_account_management=15)  # fmt: skip
    gap = clause("what is missing for senior?", "ask_gap", roles=[SENIOR])
    assert "5 more years" in respond([boss, gap], base, Focus(), MINE).reply.text


def test_nothing_of_another_goes_into_the_profile_or_the_ratings(base: KnowledgeBase) -> None:
    own = clause("i have 9 years as an AM", "inform_profile", statements=[Statement(YEARS, 9)])
    assert statements_of([WIFE, HER_GAP], Focus(), base) == []
    assert [s.value for s in statements_of([WIFE, own], Focus(), base)] == [9]
    assert "wife" not in respond([WIFE, HER_GAP], base, Focus()).reply.question


def test_a_correction_without_a_subject_is_theirs(base: KnowledgeBase) -> None:
    focus = respond([WIFE], base, Focus()).focus
    six = Statement(YEARS, 6, "no, 6 years", corrects=True)
    mended = clause("no, 6 years", "correct_profile", statements=[six])
    assert statements_of([mended], focus, base) == []
    assert respond([mended], base, focus).focus.other["values"][YEARS] == 6


def test_erasing_everything_forgets_them_too(base: KnowledgeBase) -> None:
    focus = respond([WIFE], base, Focus()).focus
    wish = clause("delete everything you know about me", "forget_profile")
    assert respond([wish], base, focus).focus.other == {}


def test_their_figures_alone_can_be_forgotten(base: KnowledgeBase) -> None:
    focus = respond([WIFE], base, Focus()).focus
    wish = clause("forget what i told you about her", "forget_profile", other="she")
    turn = respond([wish], base, focus, MINE)
    assert turn.focus.other == {}
    assert turn.forget == []


def test_pronouns_without_a_person_stay_general(base: KnowledgeBase) -> None:
    asked = clause("what does he earn?", "ask_salary", roles=[DIRECTOR], other="he")
    (found,), other = heard([asked], Focus())
    assert found == asked
    assert other.as_dict() == {}


def test_the_focus_keeps_plain_data(base: KnowledgeBase) -> None:
    focus = respond([WIFE], base, Focus()).focus
    assert Focus.from_dict(json.loads(json.dumps(focus.as_dict()))) == focus


def test_and_me_asks_the_same_of_the_speaker(base: KnowledgeBase) -> None:
    focus = respond([WIFE, HER_GAP], base, Focus(), MINE).focus
    same = clause("and me?", "inform_profile")
    assert "5 more years" in respond([same], base, focus, MINE).reply.text


def test_the_same_role_is_the_one_told_of_the_other(base: KnowledgeBase) -> None:
    focus = respond([WIFE], base, Focus()).focus
    mine = clause("i have 7 years in the same role", "inform_profile")
    assert [s.value for s in statements_of([mine], focus, base)] == [AM]
