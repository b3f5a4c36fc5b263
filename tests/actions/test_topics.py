"""Every fact and every intent has its place."""

from __future__ import annotations

import pytest
import yaml
from by_hand import clause, say

from actions.fixed import START, fixed_reply
from actions.topics import ANY_FACT, TOPICS, topics_of
from bot.training import PROJECT
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet

DOMAIN = yaml.safe_load((PROJECT / "domain.yml").read_text(encoding="utf-8"))
INTENTS = [next(iter(i)) if isinstance(i, dict) else i for i in DOMAIN["intents"]]
# Answered from the conversation, or by thanking for what was told.
LEANING = ("follow_other", "ask_more", "ask_item", "ask_source", "repeat")
TELLING = ("inform_profile", "inform_preference", "correct_profile")


def test_every_fact_answers_some_topic(base: KnowledgeBase) -> None:
    without = [f.id for f in base.facts.values() if not topics_of(f)]
    assert not without


def test_the_topics_of_a_fact_exist(base: KnowledgeBase) -> None:
    assert {t for f in base.facts.values() for t in topics_of(f)} <= {*TOPICS, *ANY_FACT}


def test_every_facet_belongs_to_a_topic() -> None:
    covered = {facet for t in TOPICS.values() for facet in (*t.facets, *t.fallback)}
    assert covered == set(Facet)


def test_next_questions_are_topics() -> None:
    assert {name for topic in TOPICS.values() for name in topic.next} <= set(TOPICS)


def test_no_topic_offers_itself_as_the_next_question() -> None:
    assert not [name for name, topic in TOPICS.items() if name in topic.next]


def test_what_can_be_asked_is_an_intent_that_rasa_knows() -> None:
    assert {*TOPICS, *ANY_FACT} <= set(INTENTS)
    assert {button.intent for button in START} <= set(INTENTS)


# Answered by actions/profile_wishes.py, and by the form of actions/check_in_actions.py.
PROFILE = ("ask_profile", "forget_profile", "export_profile", "start_check_in")


@pytest.mark.parametrize("intent", INTENTS)
def test_every_intent_has_a_way_to_be_answered(base: KnowledgeBase, intent: str) -> None:
    assert (
        intent in TOPICS
        or intent in ANY_FACT
        or intent in LEANING
        or intent in TELLING
        or intent in PROFILE
        or fixed_reply(intent, base) is not None
    )


@pytest.mark.parametrize("intent", INTENTS)
def test_every_intent_gets_a_sentence_even_without_anything_else(
    base: KnowledgeBase, intent: str
) -> None:
    assert len(say(base, clause("tell me", intent)).reply.text) > 20
