"""What a short message means after an answer: another role, another topic, an item, more, why."""

from __future__ import annotations

import pytest
from by_hand import AE, AM, DIRECTOR, SENIOR, clause, say

from actions.coach import Turn
from actions.focus import Focus
from actions.following import answer_concerned
from knowledge.base import KnowledgeBase

ASKED = clause("what does a director earn", "ask_salary", roles=[DIRECTOR])
SKILLS = clause("what skills does an am need", "ask_skills", roles=[AM])
CHALLENGES = clause("what challenges does an am have", "ask_challenges", roles=[AM])


def after(base: KnowledgeBase, first: object, text: str, intent: str, **fields: object) -> Turn:
    return say(base, first, clause(text, intent, fields.pop("confidence", 0.7), **fields))  # type: ignore[arg-type]


def test_the_same_topic_for_another_role(base: KnowledgeBase) -> None:
    turn = after(base, ASKED, "and a SAM?", "follow_other", roles=[SENIOR])
    assert turn.reply.intent == "ask_salary"
    assert "$80,000" in turn.reply.text
    assert "$120,000" not in turn.reply.text


def test_only_a_name_is_enough(base: KnowledgeBase) -> None:
    turn = after(base, ASKED, "SAM", "out_of_scope", confidence=0.2, roles=[SENIOR])
    assert turn.reply.intent == "ask_salary"
    assert "$80,000" in turn.reply.text


def test_another_topic_for_the_same_role(base: KnowledgeBase) -> None:
    turn = after(base, ASKED, "and the bonus?", "ask_bonus", confidence=0.5)
    assert turn.reply.intent == "ask_bonus"
    assert turn.reply.roles == [DIRECTOR]


def test_half_a_name_gets_its_role_from_the_conversation(base: KnowledgeBase) -> None:
    turn = after(base, ASKED, "and the senior?", "follow_other", bare_names=["senior"])
    assert turn.reply.roles == [SENIOR]


def test_another_industry(base: KnowledgeBase) -> None:
    first = clause("am in healthcare", "ask_industry", roles=[AM], industries=["healthcare"])
    turn = after(base, first, "and tech?", "follow_other", industries=["technology"])
    assert {base.facts[f].industry for f in turn.reply.facts} == {"technology"}
    assert turn.reply.roles == [AM]


@pytest.mark.parametrize(("ordinal", "place"), [(1, 0), (2, 1), (-1, -1)])
def test_an_item_by_its_place(base: KnowledgeBase, ordinal: int, place: int) -> None:
    listed = say(base, SKILLS).reply.facts
    turn = after(base, SKILLS, "tell me about that one", "ask_item", ordinal=ordinal)
    assert turn.reply.facts[0] == listed[place]


def test_an_item_that_the_list_does_not_have(base: KnowledgeBase) -> None:
    turn = after(base, SKILLS, "the fifteenth", "ask_item", ordinal=15)
    assert turn.reply.kind == "abstain"


def test_an_item_by_what_it_is_about(base: KnowledgeBase) -> None:
    turn = after(
        base, SKILLS, "tell me more on empathy", "ask_item", hits=[("am-skill-empathy", 0.8)]
    )
    assert turn.reply.facts[0] == "am-skill-empathy"


def test_an_item_of_the_list_after_the_item(base: KnowledgeBase) -> None:
    listed = say(base, SKILLS).reply.facts
    turn = say(
        base,
        SKILLS,
        clause("the first", "ask_item", 0.7, ordinal=1),
        clause("and the second", "ask_item", 0.7, ordinal=2),
    )
    assert turn.reply.facts[0] == listed[1]


def test_the_last_step_of_a_ladder(base: KnowledgeBase) -> None:
    path = clause("career path of an ae", "ask_career_path", roles=[AE])
    turn = after(base, path, "what is the last one", "ask_item", ordinal=-1)
    assert turn.reply.roles == ["vice_president_of_sales"]


def test_more_shows_nothing_twice(base: KnowledgeBase) -> None:
    shown = say(base, CHALLENGES).reply.facts
    turn = after(base, CHALLENGES, "anything else?", "ask_more")
    assert turn.reply.facts
    assert not set(shown) & set(turn.reply.facts)


def test_more_ends_at_some_time(base: KnowledgeBase) -> None:
    more = clause("more", "ask_more", 0.9)
    turn = say(base, CHALLENGES, *[more] * 60)
    assert turn.reply.kind in ("abstain", "answer")
    assert turn.reply.text


def test_the_source_of_the_last_answer(base: KnowledgeBase) -> None:
    sources = say(base, ASKED).reply.sources
    turn = after(base, ASKED, "where is that from?", "ask_source")
    assert sources
    assert all(s.document in turn.reply.text and s.section in turn.reply.text for s in sources)


def test_the_source_of_nothing_names_the_documents(base: KnowledgeBase) -> None:
    turn = say(base, clause("where does this come from", "ask_source", 0.8))
    assert all(document.title in turn.reply.text for document in base.documents.values())


def test_why_stays_with_what_was_said(base: KnowledgeBase) -> None:
    listed = say(base, CHALLENGES).reply.facts
    turn = after(base, CHALLENGES, "why?", "ask_why")
    assert set(turn.reply.facts) <= set(listed)
    assert turn.reply.kind == "answer"


def test_again_says_the_same_words(base: KnowledgeBase) -> None:
    first = say(base, ASKED)
    turn = after(base, ASKED, "say that again", "repeat")
    assert turn.reply.text == first.reply.text
    assert turn.reply.roles == first.reply.roles


def test_again_twice_is_still_the_same(base: KnowledgeBase) -> None:
    again = clause("again please", "repeat", 0.7)
    assert say(base, ASKED, again, again).reply.text == say(base, ASKED).reply.text


def test_again_at_the_beginning_is_not_understood(base: KnowledgeBase) -> None:
    turn = say(base, clause("repeat that", "repeat", 0.8))
    assert turn.reply.kind == "abstain"


def test_what_has_nothing_to_do_with_it_does_not_follow(base: KnowledgeBase) -> None:
    turn = after(base, ASKED, "the weather", "out_of_scope", confidence=0.9)
    assert turn.reply.kind == "abstain"
    assert not turn.reply.facts


def test_a_digression_leaves_the_focus_as_it_was(base: KnowledgeBase) -> None:
    turn = say(
        base,
        ASKED,
        clause("what's the weather", "out_of_scope", 0.95),
        clause("thanks", "thank", 0.95),
        clause("and the bonus?", "ask_bonus", 0.5),
    )
    assert turn.reply.intent == "ask_bonus"
    assert turn.reply.roles == [DIRECTOR]


def test_forgetting_empties_the_focus(base: KnowledgeBase) -> None:
    turn = say(base, ASKED, clause("forget everything", "forget_profile", 0.95))
    assert turn.focus == Focus()


def test_whom_the_last_answer_is_about(base: KnowledgeBase) -> None:
    part = answer_concerned(base, Focus(topics=["ask_requirements"], said=["both-qual-crm"]))
    assert part is not None
    assert "Account Manager and Account Executive" in part.text
