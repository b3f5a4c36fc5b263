"""A conversation in the widget, on a page of another site with a strict policy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from hosts import Site, Watched, Widget
from playwright.sync_api import expect

PAY = "What does a Senior Account Manager earn?"
Visit = Callable[..., Widget]


def test_a_question_is_answered_and_nothing_else_happens(
    watched: tuple[Widget, Watched], site: Site
) -> None:
    widget, watch = watched
    assert not [url for url in watch.requests if "/widget/" in url], "the rest comes on opening"
    answer = widget.open().ask(PAY)

    expect(answer).to_contain_text("$80,000 to $130,000")
    expect(answer.locator(".sources")).to_contain_text("Salary Ranges")
    expect(widget.heard).to_contain_text("$80,000 to $130,000")
    assert watch.complaints == []
    assert watch.hosts() == {urlsplit(url).netloc for url in (site.origin, site.coach)}
    assert widget.page.context.cookies() == []


def test_a_chip_asks_its_question(visit: Visit) -> None:
    widget = visit().open()
    widget.ask(PAY)
    chip = widget.chips.first
    title = chip.inner_text()

    widget.after(chip.click)

    expect(widget.asked.last).to_have_text(title)
    expect(widget.asked).to_have_count(2)
    assert "coach:v1" not in widget.page.content()


def test_greeting_chips_ask_too(visit: Visit) -> None:
    widget = visit("questions=What does an AE do?|Hello").open()

    answer = widget.after(lambda: widget.page.get_by_role("button", name="What does an AE").click())

    expect(answer).to_contain_text("Account Executive")


def test_two_roles_stand_side_by_side(visit: Visit) -> None:
    widget = visit().open()
    answer = widget.ask("Compare a director and a senior account manager")
    table = answer.get_by_role("table")

    assert table.get_by_role("columnheader").all_inner_texts() == [
        "Director of Account Management",
        "Senior Account Manager",
    ]
    expect(table.get_by_role("rowheader", name="Base salary")).to_be_visible()
    expect(table).to_contain_text("$120,000 to $200,000+")
    assert answer.inner_text().count("$120,000") == 1, "what the table says is not said twice"


def test_pay_is_drawn_with_ones_own_in_it(visit: Visit) -> None:
    widget = visit().open()
    widget.ask("I am an account manager and I earn 95,000 dollars")
    chart = widget.ask(PAY).get_by_role("img")

    label = chart.get_attribute("aria-label") or ""
    assert "Senior Account Manager: $80,000 to $130,000" in label
    assert "Your base: $95,000" in label
    expect(chart).to_contain_text("You: $95,000")
    expect(widget.heard).to_contain_text("Your base: $95,000")


def test_the_ladder_and_the_gap_are_drawn_with_ones_place(visit: Visit) -> None:
    widget = visit().open()
    widget.ask("I have been an account manager for 5 years")
    ladder = widget.ask("What is my next step?").get_by_role("img")
    gap = widget.ask("How far am I from senior account manager?").get_by_role("img")

    expect(ladder).to_contain_text("You are here")
    assert "You are at Account Manager" in (ladder.get_attribute("aria-label") or "")
    expect(gap).to_contain_text("5 / 7 years")
    assert "5 of 7 years" in (gap.get_attribute("aria-label") or "")


def test_an_answer_can_be_rated(visit: Visit) -> None:
    widget = visit().open()
    answer = widget.ask(PAY)
    up = answer.get_by_role("button", name="Helpful", exact=True)
    down = answer.get_by_role("button", name="Not helpful")

    with widget.page.expect_response("**/widget/rating") as first:
        up.click()
    assert first.value.status == 204
    expect(up).to_have_attribute("aria-pressed", "true")
    with widget.page.expect_response("**/widget/rating") as second:
        down.click()
    assert second.value.status == 204
    expect(up).to_have_attribute("aria-pressed", "false")
    expect(widget.heard).to_have_text("Thank you for telling us.")


def test_a_plan_can_be_downloaded(visit: Visit, tmp_path: Path) -> None:
    widget = visit().open()
    widget.ask("I have been an account manager for 5 years and want to be a senior one")
    answer = widget.ask("Draw up a development plan for me")

    with widget.page.expect_download() as download:
        answer.get_by_role("link", name="Download").click()
    download.value.save_as(tmp_path / "plan")

    assert download.value.suggested_filename.endswith(".md")
    assert "Senior Account Manager" in (tmp_path / "plan").read_text()


def test_a_reload_keeps_the_conversation(visit: Visit) -> None:
    widget = visit().open()
    widget.ask(PAY)
    widget.after(widget.chips.first.click)
    said = widget.asked.all_inner_texts()

    widget.page.reload()

    expect(widget.panel).to_be_visible()
    expect(widget.asked).to_have_text(said)
    expect(widget.answers).to_have_count(2)
    expect(widget.answers.first.get_by_role("img")).to_be_visible()
    widget.after(widget.chips.first.click)
    expect(widget.asked).to_have_count(3)


def test_starting_over_begins_anew(visit: Visit) -> None:
    widget = visit().open()
    widget.ask(PAY)
    page = widget.page

    page.get_by_role("button", name="Start over").click()
    page.get_by_role("button", name="Keep it").click()
    expect(widget.asked).to_have_count(1)
    page.get_by_role("button", name="Start over").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Start over").click()
    expect(widget.asked).to_have_count(0)
    expect(widget.chips).to_have_count(3)
    page.reload()

    expect(widget.chips).to_have_count(3)
    expect(widget.asked).to_have_count(0)


def test_two_windows_of_a_visitor_show_the_same(visit: Visit) -> None:
    one = visit().open()
    page = one.page.context.new_page()
    page.goto(one.page.url)
    other = Widget(page)
    expect(other.panel).to_be_visible()

    one.ask(PAY)
    expect(other.asked).to_have_text([PAY])
    expect(other.answers).to_have_count(1)
    other.ask("and the bonus?")
    expect(one.asked).to_have_text([PAY, "and the bonus?"])
    one.page.get_by_role("button", name="Start over").click()
    one.page.get_by_role("alertdialog").get_by_role("button", name="Start over").click()

    expect(other.asked).to_have_count(0)
    expect(other.chips).to_have_count(3)


def test_two_visitors_do_not_see_each_other(visit: Visit) -> None:
    one, other = visit().open(), visit().open()
    one.ask("I am an account manager and I earn 91,234 dollars")
    about = other.ask("What do you know about me?")

    expect(about).not_to_contain_text("91,234")
    other.page.reload()
    expect(other.asked).to_have_text(["What do you know about me?"])
    assert one.kept()["token"] != other.kept()["token"]


def test_the_host_page_may_ask_and_close(visit: Visit) -> None:
    widget = visit()
    widget.page.evaluate("CareerCoach.ask('What does an AE do?')")
    expect(widget.asked).to_have_text(["What does an AE do?"])
    expect(widget.answers.last).to_contain_text("Account Executive")

    widget.page.evaluate("CareerCoach.close()")

    expect(widget.panel).to_be_hidden()
