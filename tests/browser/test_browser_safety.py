"""Whatever a visitor types or a document holds is shown as text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from hosts import Watched, Widget, answering
from playwright.sync_api import expect

from actions.clause import Clause
from actions.coach import respond
from actions.focus import Focus
from knowledge.base import KnowledgeBase
from knowledge.loader import PACKS

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)></svg>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<a href='javascript:alert(1)'>a</a>",
    "[click](javascript:alert(1))",
    "[click](JaVaScRiPt:alert(1))",
    "[click](data:text/html,<script>alert(1)</script>)",
    "[click](//evil.example)",
    "![x](https://evil.example/x.png)",
    "**<b onclick=alert(1)>bold</b>**",
    "`<img src=x onerror=alert(1)>`",
    "</div></span><h1>out</h1>",
    "{{constructor.constructor('alert(1)')()}}",
    "| <img src=x onerror=alert(1)> | b |\n|---|---|\n| <script>alert(1)</script> | d |",
    "# <img src=x onerror=alert(1)>",
    "- <style>*{display:none}</style>",
]
ELEMENTS = (
    "script, img, iframe, object, embed, style, link, base, form, h1, b, svg:not(.chart, .icon)"
)


def harmless(widget: Widget, watch: Watched) -> None:
    """Nothing ran, nothing was fetched, nothing was made of what was written."""
    bubbles = widget.page.locator(".answer, .said, .chips")
    made = """(bubbles, made) => bubbles
        .flatMap(b => [...b.querySelectorAll(made)].map(e => e.outerHTML))"""
    assert bubbles.evaluate_all(made, ELEMENTS) == []
    handlers = """bubbles => bubbles.flatMap(b => [...b.querySelectorAll("*")])
        .flatMap(e => [...e.attributes].filter(a => /^on|^style$/.test(a.name)).map(a => a.name))"""
    assert bubbles.evaluate_all(handlers) == []
    links = """bubbles => bubbles.flatMap(b => [...b.querySelectorAll("a")].map(a => a.protocol))"""
    assert set(bubbles.evaluate_all(links)) <= {"https:", "mailto:", "blob:"}
    assert watch.complaints == []
    assert all(host.startswith("127.0.0.1") for host in watch.hosts())


def test_what_a_visitor_types_is_text(watched: tuple[Widget, Watched]) -> None:
    widget, watch = watched
    widget.open()
    for text in HOSTILE:
        widget.ask(text)

    assert widget.asked.all_inner_texts() == HOSTILE
    harmless(widget, watch)
    widget.page.reload()
    expect(widget.asked).to_have_count(len(HOSTILE))
    assert widget.asked.all_inner_texts() == HOSTILE
    harmless(widget, watch)


def hostile_message(text: str) -> dict[str, Any]:
    """An answer that holds ``text`` wherever a document's words may come to stand."""
    return {
        "text": f"{text}\n\nand {text}\n\n- item {text}\n1. {text}",
        "buttons": [{"title": text, "payload": text}],
        "custom": {
            "kind": "answer",
            "rating": "x",
            "sources": [{"document": text, "section": text}, {"document": "b", "section": text}],
            "attachments": [{"name": text, "media_type": "text/html", "content": text}],
        },
    }


CHARTS: list[Callable[[str], dict[str, Any]]] = [
    lambda x: {"type": "salary_range", "title": x, "alt": x, "currency": "<b>", "unit": x,
               "ranges": [{"role": x, "label": x, "low": 1, "high": 2, "open": True}],
               "own": {"label": x, "amount": 1}},
    lambda x: {"type": "career_ladder", "title": x, "alt": x,
               "stages": [{"label": x, "role": None, "own": True, "target": False}]},
    lambda x: {"type": "gap", "title": x, "alt": x, "requirements": [
        {"label": x, "state": "unmet", "have": 1, "need": 2, "unit": x}]},
    lambda x: {"type": "comparison", "title": x, "alt": x, "columns": [x, x],
               "rows": [{"label": x, "cells": [x, x]}]},
    lambda x: {"type": "unknown", "title": x, "alt": x},
]  # fmt: skip


def test_what_a_document_holds_is_text(watched: tuple[Widget, Watched]) -> None:
    widget, watch = watched
    messages = [hostile_message(text) for text in HOSTILE]
    for make in CHARTS:
        for text in HOSTILE[:3]:
            message = hostile_message("plain")
            message["custom"]["chart"] = make(text)
            messages.append(message)
    answering(widget.page, messages)
    widget.open().type("Hello!")

    expect(widget.answers).to_have_count(1 + len(messages))
    expect(widget.answers.nth(1)).to_contain_text("<script>alert(1)</script>")
    expect(widget.chips).to_have_text(["plain"])
    harmless(widget, watch)


ASKED = ("ask_responsibilities", "ask_difference", "ask_salary", "ask_career_path", "ask_source")


def hostile_base(folder: Path) -> KnowledgeBase:
    """A knowledge base of packs whose every statement, label, detail and title is hostile."""
    for path in PACKS.glob("*.yml"):
        pack = yaml.safe_load(path.read_text(encoding="utf-8"))
        pack["document"]["title"] += HOSTILE[0]
        for fact in pack["facts"]:
            for number, name in enumerate(("label", "detail", "statement")):
                fact[name] = f"{fact[name]} {HOSTILE[number]} {HOSTILE[5]}"
        written = yaml.safe_dump(pack, allow_unicode=True)
        (folder / path.name).write_text(written, encoding="utf-8")
    return KnowledgeBase.load(folder)


def test_what_a_pack_holds_is_text(watched: tuple[Widget, Watched], tmp_path: Path) -> None:
    widget, watch = watched
    base = hostile_base(tmp_path)
    roles = ["director_of_account_management", "senior_account_manager"]
    messages, focus = [], Focus()
    for intent in ASKED:
        turn = respond([Clause("", intent, 1.0, [(intent, 1.0)], roles)], base, focus)
        messages.append({**turn.reply.as_message(), "buttons": []})
        focus = turn.focus
    answering(widget.page, messages)
    widget.open().type("Hello!")

    expect(widget.answers).to_have_count(1 + len(messages))
    expect(widget.answers.nth(1)).to_contain_text("<script>alert(1)</script>")
    harmless(widget, watch)


def test_markdown_is_shown_as_what_it_means(watched: tuple[Widget, Watched]) -> None:
    widget, watch = watched
    text = (
        "# Title\nA **bold** and _slanted_ word, `code`, snake_case_name, 2 * 3 * 4.\n"
        "Second line\n\n- one\n- **two**: x\n\n1. first\n2. second\n\n"
        "[a page](https://example.com/a?b=1) [mail](mailto:a@b.c)\n\n"
        "| A | B |\n|---|---|\n| 1 | **2** |"
    )
    answering(widget.page, [{"text": text}])
    answer = widget.open().ask("Hello!")

    assert answer.locator("h3").inner_text() == "Title"
    assert answer.locator("strong").all_inner_texts() == ["bold", "two", "2"]
    assert answer.locator("em").all_inner_texts() == ["slanted"]
    assert answer.locator("code").all_inner_texts() == ["code"]
    expect(answer).to_contain_text("snake_case_name, 2 * 3 * 4.")
    assert answer.locator("ul > li").all_inner_texts() == ["one", "two: x"]
    assert answer.locator("ol > li").all_inner_texts() == ["first", "second"]
    assert answer.get_by_role("cell").all_inner_texts() == ["1", "2"]
    link = answer.get_by_role("link", name="a page")
    expect(link).to_have_attribute("href", "https://example.com/a?b=1")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    harmless(widget, watch)


def test_a_site_that_is_not_named_gets_no_answer(
    coach: Any, new_context: Callable[..., Any]
) -> None:
    page = new_context().new_page()
    # Another name for the same server, and so another site.
    foreign = coach.url.replace("127.0.0.1", "localhost")
    page.goto(f"{foreign}/health")
    answered = page.evaluate(
        """async base => {
            const headers = {"Content-Type": "application/json"};
            const options = {method: "POST", body: "{}", headers};
            try { return (await fetch(base + "/widget/session", options)).status }
            catch { return "refused" }
        }""",
        coach.url,
    )

    assert answered == "refused"
