"""Whether an answer opens with yes or no."""

from __future__ import annotations

import pytest
from by_hand import AE, AM, DIRECTOR, SENIOR, question

from actions.polar import polarity, wants_one_of_two
from knowledge.base import KnowledgeBase


@pytest.mark.parametrize(
    ("text", "fact", "roles", "opening"),
    [
        ("is the degree different for AMs and AEs?", "both-edu-degree", [AM, AE], "No. "),
        ("does a SAM decide for the whole company?", "sam-contrast-scope", [SENIOR], "No. "),
        ("is it strange to switch?", "both-transition-possible", [AM, AE], "No. "),
        ("must a director have an mba?", "dir-edu-mba", [DIRECTOR], "Not strictly. "),
        ("does a SAM need a master's?", "sam-edu-degree", [SENIOR], "No. "),
        ("do SAMs present solutions?", "sam-skill-communication", [SENIOR], "Yes. "),
        ("do SAMs present solutions or do juniors?", "sam-skill-communication", [SENIOR], ""),
        ("do SAMs never present solutions?", "sam-skill-communication", [SENIOR], "No. "),
        ("don't SAMs present solutions?", "sam-skill-communication", [SENIOR], ""),
        ("what do SAMs present?", "sam-skill-communication", [SENIOR], ""),
        ("do SAMs always present solutions?", "sam-skill-communication", [SENIOR], ""),
    ],
)
def test_a_question_is_settled_by_what_a_fact_says(
    base: KnowledgeBase, text: str, fact: str, roles: list[str], opening: str
) -> None:
    polar = not text.startswith("what")
    asked = question(base, "ask_skills", text, hits=[(fact, 0.85)], roles=roles, polar=polar)
    assert polarity(asked, [base.facts[fact]]) == opening


def test_little_of_something_is_no_no(base: KnowledgeBase) -> None:
    hits = [("dir-contrast-client", 0.85, "no", 0.9)]
    asked = question(
        base, "ask_client_interaction", "do directors still talk to clients at all?",
        hits=hits, roles=[DIRECTOR], polar=True,
    )  # fmt: skip
    assert polarity(asked, [base.facts["dir-contrast-client"]]) == "Yes. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("do they earn more in london or new york?", True),
        ("is the base higher at a bank or at an agency", True),
        ("do they earn more in new york?", False),
        ("is it higher or not", False),
        ("is it one or the other", False),
    ],
)
def test_which_of_two_gets_no_yes(text: str, expected: bool) -> None:
    assert wants_one_of_two(text) is expected
