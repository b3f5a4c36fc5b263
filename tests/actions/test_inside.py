"""Which industry a clause means that names none."""

from __future__ import annotations

from typing import Any

import pytest
from by_hand import AE, AM, SENIOR, clause, say

from actions.clause import Clause, FactHit
from actions.coach import respond
from actions.focus import Focus
from actions.inside import asks_inside, in_play, likeliest, meant, roles_in_play
from actions.inside_words import by_words
from actions.known import Known
from actions.person import Person
from actions.profile.fields import Entry
from knowledge.base import KnowledgeBase

NURSED = Person({"current_role": AM, "industry": "healthcare"})
PORTFOLIO = [
    FactHit("am-health-portfolio", 0.6, None, 0.9),
    FactHit("am-tech-portfolio", 0.6, None, 0.9),
    FactHit("am-retail-portfolio", 0.6, None, 0.9),
]


def asked(text: str, *hits: FactHit, **fields: Any) -> Clause:
    return clause(text, "out_of_scope", 0.3, inside=list(hits), **fields)


def test_what_was_told_is_the_industry_of_a_clause_that_names_none(base: KnowledgeBase) -> None:
    assert in_play(asked("how big is a normal book?"), base, NURSED, Focus()) == ["healthcare"]
    assert in_play(asked("how big is a normal book?"), base, Person(), Focus()) == []


def test_after_a_move_only_the_new_industry_counts(base: KnowledgeBase) -> None:
    both = ["financial_services", "advertising_marketing"]
    for text in ("i just moved from a bank to an agency", "left the bank, now at an agency"):
        assert in_play(asked(text, industries=both), base, Person(), Focus()) == both[1:]
    back = asked("moved to a bank from an agency", industries=both)
    assert in_play(back, base, Person(), Focus()) == both[:1]


def test_an_industry_outside_the_documents_leaves_none(base: KnowledgeBase) -> None:
    elsewhere = asked("and in hotels?", outside={"other_industry": ["hotel"]})
    assert in_play(elsewhere, base, NURSED, Focus()) == []
    guest = Person({"current_role": AM, "industry": "hotel"})
    assert in_play(asked("what counts here?"), base, guest, Focus()) == []


def test_what_is_held_against_one_s_own_industry_asks_of_both(base: KnowledgeBase) -> None:
    held = asked("is it different from tech?", industries=["technology"])
    assert meant(held, base, "ask_industry", NURSED, Focus()) == ["technology", "healthcare"]


def test_a_fact_of_the_industry_as_near_as_any_is_meant(base: KnowledgeBase) -> None:
    near = asked("how big is a normal book?", *PORTFOLIO, hits=[("am-resp-relationships", 0.58)])
    far = asked("how big is a normal book?", *PORTFOLIO, hits=[("am-resp-relationships", 0.8)])
    assert asks_inside(near, base, "ask_scope", NURSED, Focus())
    assert not asks_inside(far, base, "ask_scope", NURSED, Focus())
    assert not asks_inside(near, base, "ask_scope", Person(), Focus())


def test_one_s_own_pay_is_not_the_industry_s(base: KnowledgeBase) -> None:
    pay = clause("what do i earn here?", "ask_salary", 0.95, inside=PORTFOLIO)
    assert not asks_inside(pay, base, "ask_salary", NURSED, Focus())


def test_the_speaker_s_part_is_their_own_role_s(base: KnowledgeBase) -> None:
    shown = Focus(topics=["ask_industry"], roles=[AE], listed=["ae-health-focus"])
    assert roles_in_play(asked("who do i work with?"), base, NURSED, shown) == [AM]
    assert roles_in_play(asked("who do they work with?"), base, NURSED, shown) == [AE]
    assert roles_in_play(asked("and SAMs?", roles=[SENIOR]), base, NURSED, shown) == [SENIOR]


def test_another_industry_is_asked_the_same_again(base: KnowledgeBase) -> None:
    turn = say(
        base,
        clause("book?", "ask_industry", roles=[AM], industries=["healthcare"], inside=PORTFOLIO),
        clause("and in software?", "follow_other", industries=["technology"]),
    )
    assert turn.reply.text.startswith(base.facts["am-tech-portfolio"].statement)


def test_portfolios_are_held_against_each_other(base: KnowledgeBase) -> None:
    turn = say(
        base,
        clause("book?", "ask_industry", roles=[AM], industries=["healthcare"], inside=PORTFOLIO),
        clause(
            "more or less revenue than a saas book?",
            "ask_industry",
            industries=["technology"],
            inside=[FactHit("am-tech-portfolio", 0.8, None, 0.9)],
        ),
    )
    assert turn.reply.text.startswith("**Less**")
    assert "$500,000" in turn.reply.text
    polar = say(
        base,
        clause("book?", "ask_industry", roles=[AM], industries=["healthcare"], inside=PORTFOLIO),
        clause(
            "is that more than in tech?",
            "ask_industry",
            industries=["technology"],
            inside=[FactHit("am-tech-portfolio", 0.8, None, 0.9)],
            polar=True,
        ),
    )
    assert polar.reply.text.startswith("**No, less**")
    most = say(
        base,
        clause("book?", "ask_industry", roles=[AM], industries=["healthcare"], inside=PORTFOLIO),
        asked("and which has the most revenue?"),
    )
    assert most.reply.text.startswith("**Technology**")


def test_duties_end_with_what_one_s_own_industry_adds(base: KnowledgeBase) -> None:
    profile = {name: Entry(value) for name, value in NURSED.values.items()}
    turn = respond([clause("what do i do?", "ask_responsibilities")], base, Focus(), Known(profile))
    assert "**In Healthcare**" in turn.reply.text
    other = clause("what does an AE do?", "ask_responsibilities", roles=[AE])
    assert "Healthcare" not in respond([other], base, Focus(), Known(profile)).reply.text


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("who helps me with special requests there?", "am-health-sales-engineering"),
        ("which team do they sit with", "am-health-sales-engineering"),
        ("what do i do with clients on a regular basis?", "am-health-training"),
        ("and what would my book look like?", "am-health-portfolio"),
        ("who are my clients, actually", "am-health-focus"),
    ],
)
def test_plain_words_name_what_an_industry_s_facts_tell(
    text: str, fact: str, base: KnowledgeBase
) -> None:
    named = by_words(asked(text), base)
    shown = Focus(topics=["ask_industry"], roles=[AM], industry="healthcare")
    assert asks_inside(named, base, "ask_team_management", NURSED, shown)
    assert fact in [hit.fact for hit in likeliest(named, base, [AM], ["healthcare"])]


@pytest.mark.parametrize(
    "text", ["who can become a director?", "how often are people promoted", "what do i learn"]
)
def test_other_words_name_nothing_of_an_industry(text: str, base: KnowledgeBase) -> None:
    assert by_words(asked(text), base).inside == []


def test_what_is_not_covered_names_nothing_of_an_industry(base: KnowledgeBase) -> None:
    letter = clause("who helps me write my cv?", "out_application_help", 0.9)
    assert by_words(letter, base).inside == []


def test_what_is_different_there_asks_of_the_industry(base: KnowledgeBase) -> None:
    there = clause("is it a different game there?", "ask_difference", 0.9)
    assert asks_inside(there, base, "ask_difference", NURSED, Focus())
    roles = clause("what is different from an AE there?", "ask_difference", 0.9, roles=[AM, AE])
    assert not asks_inside(roles, base, "ask_difference", NURSED, Focus())
