"""One thing out of the list shown last."""

from __future__ import annotations

import pytest
from by_hand import AE, AM, clause

from actions.focus import Focus
from actions.items import answer_item, means_item, shared_item
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet

KPIS = ["am-kpi-retention", "am-kpi-satisfaction", "am-kpi-upsell", "am-kpi-arpa", "am-kpi-nps"]
SHOWN = Focus(topics=["ask_kpis"], roles=[AM], listed=KPIS, shown=KPIS, item=KPIS[1])


def named(base: KnowledgeBase, text: str, focus: Focus = SHOWN, **fields: object) -> list[str]:
    part = answer_item(clause(text, "ask_item", **fields), base, focus)  # type: ignore[arg-type]
    return [fact.id for fact in part.facts] if part else []


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("the one with the revenue per account", "am-kpi-arpa"),
        ("explain the retention one", "am-kpi-retention"),
        ("and the next one", "am-kpi-upsell"),
        ("the one before it", "am-kpi-retention"),
    ],
)
def test_an_item_by_its_words_or_beside_the_last(base: KnowledgeBase, text: str, fact: str) -> None:
    assert means_item(clause(text, "follow_other", 0.4), base, SHOWN, 0.4)
    assert named(base, text) == [fact]


def test_several_items_at_once(base: KnowledgeBase) -> None:
    assert named(base, "the last two", ordinal=-1) == KPIS[-2:]


def test_of_those_the_one_that_a_role_has(base: KnowledgeBase) -> None:
    one_by_one = Focus(
        topics=["ask_kpi_meaning"],
        listed=["am-kpi-nps"],
        shown=["am-kpi-retention", "ae-kpi-conversion", "am-kpi-nps"],
    )
    asked = "which of these three is an exec thing"
    assert named(base, asked, one_by_one, bare_names=["exec"]) == ["ae-kpi-conversion"]


@pytest.mark.parametrize("text", ["which one pays more", "no one told me", "one of my clients"])
def test_no_item_is_meant(base: KnowledgeBase, text: str) -> None:
    assert not means_item(clause(text, "ask_salary", 0.9), base, SHOWN, 0.9)


def test_whether_another_role_has_it_too(base: KnowledgeBase) -> None:
    asked = clause("do AEs have that too?", "ask_kpis", roles=[AE], polar=True)
    part = shared_item(asked, base, SHOWN)
    assert part is not None
    assert part.text.startswith("No, ")
    assert all(AE in fact.roles for fact in part.facts)
    assert shared_item(clause("and for AEs?", "ask_kpis", roles=[AE]), base, SHOWN) is None


def test_the_name_of_an_item_is_enough(base: KnowledgeBase) -> None:
    steps = ["adv-strategic", "adv-responsibilities", "adv-relationships", "adv-initiatives"]
    shown = Focus(topics=["ask_advancement"], roles=[AM], listed=steps, shown=steps)
    for text in ("and the extra responsibilities thing?", "extra responsibilities?"):
        asked = clause(text, "ask_responsibilities", 0.6)
        assert means_item(asked, base, shown, 0.6), text
        assert named(base, text, shown) == ["adv-responsibilities"]
    whole = clause("which responsibilities do they have", "ask_responsibilities", 0.9)
    assert not means_item(whole, base, shown, 0.9)


@pytest.mark.parametrize(
    ("text", "ordinal", "fact"),
    [
        ("how would i improve the second", 2, "am-kpi-satisfaction"),
        ("what was the first again", 1, "am-kpi-retention"),
        ("your last point", -1, "am-kpi-nps"),
        ("next", None, "am-kpi-upsell"),
    ],
)
def test_an_ordinal_that_counts_is_plain_whatever_else_is_likely(
    base: KnowledgeBase, text: str, ordinal: int | None, fact: str
) -> None:
    asked = clause(text, "ask_best_practices", ordinal=ordinal)
    assert means_item(asked, base, SHOWN, 0.95)
    assert named(base, text, ordinal=ordinal) == [fact]


@pytest.mark.parametrize("text", ["what should i do first", "who makes the first contact"])
def test_an_ordinal_that_counts_nothing_shown(base: KnowledgeBase, text: str) -> None:
    assert not means_item(clause(text, "ask_advancement", ordinal=1), base, SHOWN, 0.9)


def test_a_point_of_a_list_shown_before(base: KnowledgeBase) -> None:
    later = Focus(topics=["ask_definition"], roles=[AM], listed=["am-def"], lists=[KPIS])
    asked = "did you say anything about loyalty"
    assert means_item(clause(asked, "complain", 0.4), base, later, 0.1)
    assert named(base, asked, later) == ["am-kpi-nps"]
    assert named(base, "and the third", later, ordinal=3) == ["am-kpi-upsell"]


def test_what_holds_for_both_holds_for_the_other_too(base: KnowledgeBase) -> None:
    shown = Focus(topics=["ask_requirements"], roles=[AM], item="both-qual-crm")
    part = shared_item(clause("same for AEs?", "follow_other", roles=[AE]), base, shown)
    assert part is not None
    assert part.text.startswith("Yes. ")


def test_places_alone_count_the_list(base: KnowledgeBase) -> None:
    assert means_item(clause("1 and 2 please", "ask_more"), base, SHOWN, 0.5)
    assert named(base, "1 and 2 please") == KPIS[:2]
    assert named(base, "4?") == [KPIS[3]]
    assert not means_item(clause("7?", "ask_more"), base, SHOWN, 0.5)


def test_a_position_to_start_from_is_told_with_what_one_does(base: KnowledgeBase) -> None:
    starts = [fact.id for fact in base.find((Facet.ENTRY_ROLE,))][:3]
    shown = Focus(topics=["ask_entry_roles"], roles=[AE], listed=starts, shown=starts)
    assert means_item(clause("what's that first job about", "ask_role"), base, shown, 0.5)
    assert "sdr-stage" in named(base, "what's that first job about", shown)
