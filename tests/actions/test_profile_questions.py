"""Questions about what one has told: which are, and which only sound like it."""

from __future__ import annotations

import pytest

from actions.profile.fields import YEARS, Entry
from actions.profile_questions import answer_fields, asked_fields
from knowledge.base import KnowledgeBase


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("what's my role?", ["current_role"]),
        ("So what's my title now?", ["current_role"]),
        ("what job do i have?", ["current_role"]),
        ("do you still know my role?", ["current_role"]),
        ("whats my goal", ["target_role"]),
        ("what is my target role?", ["target_role"]),
        ("what's my dream job", ["target_role"]),
        ("is my goal on file?", ["target_role"]),
        ("where am i based?", ["location"]),
        ("where do i live?", ["location"]),
        ("tell me my location", ["location"]),
        ("which industry am i in?", ["industry"]),
        ("what's my industry again?", ["industry"]),
        ("how big is my team?", ["team_size"]),
        ("how many people report to me?", ["team_size"]),
        ("what are my skills?", ["skills"]),
        ("remind me of my salary", ["base_pay"]),
        ("what's my base salary according to you?", ["base_pay"]),
        ("is my salary still there?", ["base_pay"]),
        ("do you remember my degree?", ["education_level", "education_field"]),
        ("what is my company size", ["company_size"]),
        ("what is my experience?", [*YEARS]),
        ("how many years did i say?", [*YEARS]),
    ],
)
def test_a_question_about_what_one_has_told(text: str, fields: list[str]) -> None:
    assert asked_fields(text) == fields


@pytest.mark.parametrize(
    "text",
    [
        "what's the role of an account manager?",
        "what is the salary of a director?",
        "what skills does a senior account manager need?",
        "which industry pays most?",
        "what education does a director need?",
        "how many years does a director need?",
        "how big is a director's team?",
        "where do account managers work?",
        "what's my next step?",
        "what's my next role?",
        "what is my role as an account manager?",
        "what is my salary range?",
        "what should my salary be?",
        "what would my salary be as a director?",
        "is my salary good?",
        "is my degree enough?",
        "is my experience enough for director?",
        "what does my role involve?",
        "how many years do i need?",
        "which role suits my skills?",
        "what's my role worth?",
        "do you know what my salary should be?",
        "how many people does a director manage?",
        "i live in oslo",
        "",
    ],
)
def test_a_question_about_something_else(text: str) -> None:
    assert asked_fields(text) == []


def test_what_was_told_is_told_back(base: KnowledgeBase) -> None:
    part = answer_fields(["industry"], {"industry": Entry("healthcare")}, base)
    assert part.lines == ["You told me:", "- Industry: **Healthcare**"]


def test_what_was_not_told_is_said_not_to_be_known(base: KnowledgeBase) -> None:
    part = answer_fields(["industry"], {"location": Entry("Oslo")}, base)
    assert "not told me your industry" in part.text
    assert "Oslo" not in part.text
