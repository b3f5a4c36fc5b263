"""Whatever the coach says, its blocks stay within Slack's limits and lose nothing."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slack_sdk.models.blocks import Block

from actions.profile.fields import FIELDS, Entry
from bot.channels.slack.blocks import rendered
from bot.channels.slack.home import home
from bot.channels.slack.inputs import CURRENCIES, LEVELS
from bot.channels.slack.modal import modal
from bot.channels.slack.mrkdwn import FENCE, clipped, mrkdwn, pieces, plain_text
from knowledge.base import KnowledgeBase

WORDS = st.text(min_size=0, max_size=60)
LONG = st.builds(
    lambda text, times: text * times, st.text(max_size=12), st.sampled_from([0, 1, 5, 90, 900])
)
PARAGRAPHS = st.lists(LONG, max_size=6).map("\n\n".join)
PAYLOADS = st.builds(
    lambda text, times: text * times,
    st.text("abX:._-", max_size=9),
    st.sampled_from([1, 15, 30, 250]),
)
BUTTONS = st.lists(st.fixed_dictionaries({"title": LONG, "payload": PAYLOADS}), max_size=30)
CHARTS = st.none() | st.fixed_dictionaries({"type": st.just("gap"), "title": LONG, "alt": LONG})
MESSAGES = st.fixed_dictionaries(
    {"text": PARAGRAPHS, "buttons": BUTTONS},
    optional={
        "custom": st.fixed_dictionaries({"chart": CHARTS, "rating": st.none() | PAYLOADS}),
    },
)


def check_text(found: dict[str, Any], most: int) -> None:
    assert 1 <= len(found["text"]) <= most


def check_element(element: dict[str, Any]) -> None:
    assert 1 <= len(element["action_id"]) <= 255
    if element["type"] == "button":
        check_text(element["text"], 75)
        assert len(element.get("value", "")) <= 2_000
        assert len(element.get("accessibility_label", "")) <= 75
    elif element["type"] == "static_select":
        check_text(element.get("placeholder", {"text": "x"}), 150)
        assert 1 <= len(element["options"]) <= 100
        for option in element["options"]:
            check_text(option["text"], 75)
            assert 1 <= len(option["value"]) <= 150
        if "initial_option" in element:
            assert element["initial_option"] in element["options"]
    elif element["type"] == "plain_text_input":
        assert len(element.get("initial_value", "")) <= element["max_length"] <= 3_000
    else:
        assert element["type"] == "number_input"


def check_block(block: dict[str, Any]) -> None:
    """Slack's limits, as its reference gives them."""
    kind = block["type"]
    assert len(block.get("block_id", "")) <= 255
    if kind == "section":
        if "text" in block:
            check_text(block["text"], 3_000)
        fields = block.get("fields", [])
        assert len(fields) <= 10
        for field in fields:
            check_text(field, 2_000)
        assert "text" in block or fields
    elif kind == "context":
        assert 1 <= len(block["elements"]) <= 10
        for element in block["elements"]:
            check_text(element, 3_000)
    elif kind == "header":
        check_text(block["text"], 150)
    elif kind == "actions":
        assert 1 <= len(block["elements"]) <= 25
        names = [element["action_id"] for element in block["elements"]]
        assert len(set(names)) == len(names)
        for element in block["elements"]:
            check_element(element)
    elif kind == "image":
        assert 1 <= len(block["alt_text"]) <= 2_000
        check_text(block["title"], 2_000)
    elif kind == "input":
        check_text(block["label"], 2_000)
        check_element(block["element"])
    else:
        assert kind == "divider"


@given(message=MESSAGES, asked=LONG, image=st.sampled_from(["", "F1"]))
@settings(max_examples=100, deadline=None)
def test_messages_stay_within_the_limits(message: dict[str, Any], asked: str, image: str) -> None:
    for outgoing in rendered(message, asked, image):
        assert 1 <= len(outgoing.text) <= 4_000
        assert 1 <= len(outgoing.blocks) <= 50
        assert len(json.dumps(outgoing.blocks, ensure_ascii=False)) < 130_000
        said = [b["text"]["text"] for b in outgoing.blocks if b["type"] == "section"]
        assert sum(map(len, said)) <= 12_000
        for block in outgoing.blocks:
            check_block(block)
            if block["type"] != "image":  # the SDK's model does not know files of Slack
                assert Block.parse(block) is not None


@given(message=MESSAGES)
@settings(max_examples=50, deadline=None)
def test_no_next_question_is_lost(message: dict[str, Any]) -> None:
    usable = [b["payload"] for b in message["buttons"] if 0 < len(b["payload"]) <= 2_000]
    long = [p for p in usable[5:] if len(p) > 150]
    actions = [b for b in rendered(message)[-1].blocks if b["type"] == "actions"]
    found: list[str] = []
    for element in (e for b in actions if b.get("block_id") != "rating" for e in b["elements"]):
        values = element.get("options") or [element]
        found += [item["value"] for item in values]
    if len(long) <= 19:
        assert sorted(found) == sorted(usable)
    assert found[: len(usable[:5])] == usable[:5]


def test_more_than_five_next_questions_are_in_a_menu() -> None:
    buttons = [{"title": f"Q{n}", "payload": f"p{n}"} for n in range(8)]
    [outgoing] = rendered({"text": "Answer", "buttons": buttons})
    *shown, menu = outgoing.blocks[-1]["elements"]
    assert [element["value"] for element in shown] == ["p0", "p1", "p2", "p3", "p4"]
    assert [option["value"] for option in menu["options"]] == ["p5", "p6", "p7"]


@given(PARAGRAPHS)
@settings(max_examples=100, deadline=None)
def test_a_long_text_is_parted_without_losing_a_word(text: str) -> None:
    shown = mrkdwn(text)
    parted = pieces(shown, 300)
    assert all(1 <= len(piece) <= 300 for piece in parted)
    bare = re.sub(rf"\s|{FENCE}", "", shown)
    assert re.sub(rf"\s|{FENCE}", "", "".join(parted)) == bare
    assert all(piece.count(FENCE) % 2 == 0 for piece in parted)


def test_a_text_is_parted_between_paragraphs() -> None:
    one, two = "One. " * 40, "Two. " * 40
    assert pieces(f"{one.strip()}\n\n{two.strip()}", 300) == [one.strip(), two.strip()]


def test_an_escaped_sign_is_not_parted() -> None:
    for piece in pieces(mrkdwn("&" * 500), 100):
        assert re.fullmatch(r"(?:&amp;)+", piece)


def test_a_code_block_that_is_parted_stays_one() -> None:
    text = mrkdwn("```json\n" + "\n".join(f'"line": {n},' for n in range(200)) + "\n```")
    for piece in pieces(text, 300):
        assert piece.startswith(FENCE)
        assert piece.endswith(FENCE)
        assert len(piece) <= 300


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("**$80,000** a year", "*$80,000* a year"),
        ("a _source_ line", "a _source_ line"),
        ("# Plan", "*Plan*"),
        ("## **Plan**", "*Plan*"),
        ("- one\n- two", "• one\n• two"),
        ("  * deep", "• deep"),
        ("1. first", "1. first"),
        ("R&D <b> > 3", "R&amp;D &lt;b&gt; &gt; 3"),
        ("<!channel> <@U1>", "&lt;!channel&gt; &lt;@U1&gt;"),
        ("[this](https://a.example/?a=1&b=2)", "<https://a.example/?a=1&amp;b=2|this>"),
        ("[no](javascript:alert(1))", "[no](javascript:alert(1))"),
        ("|what|value|\n|---|---|\n|role|AM|", "_what · value_\n• *role*: AM"),
        ("```\n**a** <b>\n```", "```\n**a** &lt;b&gt;\n```"),
        ("```\nopen", "```\nopen\n```"),
        ("", ""),
    ],
)
def test_markdown_reads_as_slack_writes_it(markdown: str, expected: str) -> None:
    assert mrkdwn(markdown) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("a &amp; b &lt;c&gt;", "a & b <c>"),
        ("<https://a.example>", "https://a.example"),
        ("<mailto:a@b.example|a@b.example>", "a@b.example"),
        ("<#C1|general> <!here> <!subteam^S1|@team>", "general @here @team"),
        ("&amp;lt;", "&lt;"),
    ],
)
def test_what_people_typed_reads_as_they_see_it(typed: str, expected: str) -> None:
    assert plain_text(typed) == expected


@given(WORDS, st.integers(1, 20))
def test_clipping_says_that_something_is_missing(text: str, most: int) -> None:
    short = clipped(text, most)
    assert len(short) <= most
    assert short == text or short.endswith("…")


NUMBERS = st.integers(0, 60) | st.floats(0, 60)
ROLES = st.sampled_from(["account_manager", "director_of_account_management", "beekeeper"])
VALUES = st.fixed_dictionaries({}, optional={
    "current_role": ROLES, "target_role": ROLES, "years_total": NUMBERS, "years_sales": NUMBERS,
    "years_account_management": NUMBERS, "years_leadership": NUMBERS,
    "team_size": st.integers(0, 500), "mentoring": st.just("yes"),
    "education_level": st.sampled_from(LEVELS), "education_field": LONG, "location": LONG,
    "skills": st.lists(WORDS, max_size=60), "industry": st.sampled_from(["retail", "beekeeping"]),
    "company_size": st.integers(1, 10**6) | st.sampled_from(["small", "large"]),
    "base_pay": st.fixed_dictionaries({"amount": st.integers(1_000, 10**7),
                                       "currency": st.sampled_from([*CURRENCIES, "SEK"])}),
})  # fmt: skip


@given(VALUES)
@settings(max_examples=50, deadline=None)
def test_home_and_modal_stay_within_the_limits(values: dict[str, Any]) -> None:
    base = KnowledgeBase.shared()
    assert set(values) <= set(FIELDS)
    shown = home({name: Entry(value) for name, value in values.items()}, base)
    opened = modal(values, base)
    for view in (shown, opened):
        assert len(view["blocks"]) <= 100
        for block in view["blocks"]:
            check_block(block)
    names = [b["block_id"] for b in opened["blocks"] if "block_id" in b]
    assert set(names) == {*FIELDS, "currency"}
    for part in ("title", "submit", "close"):
        check_text(opened[part], 24)
