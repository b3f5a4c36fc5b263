"""How the widget looks and feels: sizes, themes, keyboard, accessibility."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from hosts import NewContext, RunningCoach, Widget
from playwright.sync_api import Page, expect

COMPARE = "Compare a director and a senior account manager"
PAY = "What does a Senior Account Manager earn?"
PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}
ACTIVE = """() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.getAttribute("aria-label") ?? active?.textContent ?? "";
}"""
Visit = Callable[..., Widget]


def active(page: Page) -> str:
    """The name of the element that has the focus."""
    name: str = page.evaluate(ACTIVE)
    return name


def violations(page: Page, axe: str) -> list[str]:
    """What axe finds against WCAG 2.2 AA and its own best practices, in words."""
    page.evaluate(axe)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found: dict[str, Any] = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", tags
    )
    assert found["passes"], "axe has looked at something"
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit: Visit, axe: str, scheme: str) -> None:
    widget = visit(color_scheme=scheme, reduced_motion="reduce")
    page = widget.page
    assert violations(page, axe) == []
    widget.open()
    assert violations(page, axe) == []
    widget.ask("I have been an account manager for 5 years and earn 95,000 dollars")
    for question in (COMPARE, PAY, "How far am I from senior account manager?", "Make me a plan"):
        widget.ask(question)
        assert violations(page, axe) == []
    page.context.set_offline(True)
    widget.type("Hello!")
    expect(page.locator(".fate").last).not_to_be_empty()
    page.get_by_role("button", name="Start over").click()
    assert violations(page, axe) == []


@pytest.mark.parametrize("color", ["#ffe94a", "#101010", "#777"])
def test_any_colour_can_be_read(visit: Visit, axe: str, color: str) -> None:
    for theme in ("light", "dark"):
        widget = visit(f"color={quote(color)}&theme={theme}", reduced_motion="reduce").open()
        widget.ask(PAY)
        assert violations(widget.page, axe) == []


def test_the_demo_page_has_no_fault_either(
    new_context: NewContext, coach: RunningCoach, axe: str
) -> None:
    page = new_context(reduced_motion="reduce").new_page()
    page.goto(coach.url)
    expect(page.locator(".chip").first).to_be_visible()

    assert violations(page, axe) == []


def test_the_demo_page_shows_the_widget_open(new_context: NewContext, coach: RunningCoach) -> None:
    page = new_context().new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(coach.url)
    widget = Widget(page)
    expect(widget.panel).to_be_visible()
    assert active(page) != "Ask about roles, pay, skills…", "the focus is not taken away"
    example = page.locator("main").get_by_role("button", name=PAY)

    expect(widget.after(example.click)).to_contain_text("$80,000")

    assert complaints == []


def test_with_the_keyboard_alone(visit: Visit) -> None:
    widget = visit()
    page, keys = widget.page, widget.page.keyboard
    for _ in range(2):
        keys.press("Tab")
    assert active(page) == "Open chat: Career coach"
    keys.press("Enter")
    expect(widget.panel).to_be_visible()
    expect(widget.chips.first).to_be_visible()
    assert active(page) == "Ask about roles, pay, skills…"
    keys.insert_text(PAY)
    keys.press("Tab")
    assert active(page) == "Send"
    widget.after(lambda: keys.press("Space"))

    for _ in range(2):
        keys.press("Shift+Tab")
    title = widget.chips.last.inner_text()
    assert active(page) == title
    widget.after(lambda: keys.press("Enter"))
    expect(widget.asked.last).to_have_text(title)
    assert active(page) == "Ask about roles, pay, skills…"

    keys.press("Escape")
    expect(widget.panel).to_be_hidden()
    assert active(page) == "Open chat: Career coach"
    expect(widget.launcher).to_have_attribute("aria-expanded", "false")


def test_start_over_asks_and_gives_the_focus_back(visit: Visit) -> None:
    widget = visit().open()
    page = widget.page
    page.get_by_role("button", name="Start over").press("Enter")
    assert active(page) == "Keep it"
    page.keyboard.press("Escape")

    expect(page.get_by_role("alertdialog")).to_have_count(0)
    assert active(page) == "Start over"
    expect(widget.panel).to_be_visible()


def test_a_new_line_is_no_end(visit: Visit) -> None:
    widget = visit().open()
    keys = widget.page.keyboard
    widget.input.click()
    keys.type("Hello!")
    keys.press("Shift+Enter")
    keys.type("What does an AE do?")
    expect(widget.asked).to_have_count(0)

    widget.after(lambda: keys.press("Enter"))

    assert "\n" in widget.asked.first.inner_text()


def inside(widget: Widget) -> None:
    """Nothing of the panel is outside the window or wider than the panel."""
    page = widget.page
    box, size = widget.panel.bounding_box(), page.viewport_size
    assert box is not None
    assert size is not None
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= size["width"]
    assert box["y"] + box["height"] <= size["height"]
    wide = "list => list.scrollWidth - list.clientWidth"
    assert page.locator("#messages").evaluate(wide) <= 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_a_phone_it_takes_the_whole_screen(visit: Visit, axe: str) -> None:
    widget = visit("open=true", reduced_motion="reduce", **PHONE)
    page = widget.page
    expect(widget.panel).to_be_hidden()
    widget.launcher.tap()
    expect(widget.chips.first).to_be_visible()
    answer = widget.ask(COMPARE)

    assert widget.panel.bounding_box() == {"x": 0, "y": 0, "width": 360, "height": 640}
    inside(widget)
    expect(answer.get_by_role("table")).to_be_visible()
    expect(widget.panel).to_have_attribute("aria-modal", "true")
    assert page.locator("main").evaluate("main => main.inert")
    assert violations(page, axe) == []
    page.get_by_role("button", name="Close chat").tap()
    assert not page.locator("main").evaluate("main => main.inert")


def test_at_twice_the_size(visit: Visit) -> None:
    # Zooming to 200 % halves the window as a page sees it.
    size = {"width": 640, "height": 400}
    widget = visit(viewport=size, device_scale_factor=2).open()
    widget.ask(COMPARE)

    inside(widget)
    assert (widget.page.locator("#messages").bounding_box() or {})["height"] >= 160
    expect(widget.input).to_be_visible()


def test_with_text_of_twice_the_size(visit: Visit) -> None:
    widget = visit()
    widget.page.evaluate("document.documentElement.style.fontSize = '200%'")
    widget.open()
    widget.ask(COMPARE)

    inside(widget)


def test_dark_follows_the_reader_and_the_site(visit: Visit) -> None:
    def background(widget: Widget) -> str:
        widget.open()
        script = "panel => getComputedStyle(panel).backgroundColor"
        color: str = widget.panel.evaluate(script)
        return color

    light, dark = "rgb(255, 255, 255)", "rgb(26, 30, 39)"
    assert background(visit(color_scheme="light")) == light
    assert background(visit(color_scheme="dark")) == dark
    assert background(visit("theme=light", color_scheme="dark")) == light
    assert background(visit("theme=dark", color_scheme="light")) == dark


def test_without_motion_for_who_wants_none(visit: Visit) -> None:
    script = "panel => getComputedStyle(panel).animationName"

    assert visit().open().panel.evaluate(script) == "appear"
    assert visit(reduced_motion="reduce").open().panel.evaluate(script) == "none"


def test_a_site_may_change_words_side_and_colour(visit: Visit) -> None:
    widget = visit(
        "title=Karriere-Coach&position=left&color=%23008000&lang=de&greeting=Guten+Tag!"
        "&questions=&text-placeholder=Ihre+Frage&text-open=Chat+öffnen&text-too-long=Zu+lang"
    )
    page = widget.page
    page.get_by_role("button", name="Chat öffnen: Karriere-Coach").click()
    panel = page.get_by_role("dialog", name="Karriere-Coach")

    expect(panel).to_contain_text("Guten Tag!")
    expect(page.get_by_role("textbox", name="Ihre Frage")).to_be_visible()
    expect(widget.chips).to_have_count(0)
    assert (panel.bounding_box() or {})["x"] < 100
    header = page.locator(".panel > header")
    assert re.fullmatch(r"rgb\(0,? 128,? 0\)", header.evaluate(
        "header => getComputedStyle(header).backgroundColor"
    ))  # fmt: skip
    assert page.locator("#career-coach").get_attribute("lang") == "de"
    widget.type("x" * 4_001)
    expect(widget.bar).to_have_text(re.compile("Zu lang"))


def test_a_host_pages_styles_do_not_reach_in(visit: Visit) -> None:
    widget = visit()
    widget.page.evaluate(
        """() => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync("* { color: red !important } html { font-size: 8px !important }");
            document.adoptedStyleSheets = [sheet];
        }"""
    )
    widget.open()
    style = "element => [getComputedStyle(element).color, getComputedStyle(element).fontSize]"

    assert widget.answers.first.evaluate(style) == ["rgb(27, 33, 48)", "15px"]
