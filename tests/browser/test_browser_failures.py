"""What goes wrong between a visitor and the coach, and how the widget takes it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from hosts import Site, Widget
from playwright.sync_api import Route, expect

PAY = "What does a Senior Account Manager earn?"
OFFLINE = "No connection"
Visit = Callable[..., Widget]


def test_an_expired_token_is_refreshed_unseen(visit: Visit) -> None:
    widget = visit().open()
    widget.ask(PAY)
    token = widget.kept()["token"]
    time.sleep(1)  # tokens are made by the second
    widget.keep(until=0)

    widget.ask("and the bonus?")

    assert widget.kept()["token"] != token
    expect(widget.asked).to_have_count(2)


def test_a_forged_token_opens_nothing(visit: Visit) -> None:
    widget = visit().open()
    widget.ask(PAY)
    body, mac = widget.kept()["token"].split(".")
    widget.keep(token=f"{body}.{mac[::-1]}")

    widget.page.reload()

    expect(widget.answers.first).to_contain_text("no longer available")
    expect(widget.asked).to_have_count(0)
    expect(widget.ask("Hello!")).to_be_visible()


def test_a_token_made_of_two_opens_neither(visit: Visit) -> None:
    one, other = visit().open(), visit().open()
    one.ask("I am an account manager and I earn 91,234 dollars")
    other.ask("Hello!")
    body, mac = one.kept()["token"].split(".")[0], other.kept()["token"].split(".")[1]
    other.keep(token=f"{body}.{mac}")

    other.page.reload()

    expect(other.answers.first).to_contain_text("no longer available")
    expect(other.ask("What do you know about me?")).not_to_contain_text("91,234")


def test_offline_messages_wait_and_go_when_it_is_back(visit: Visit) -> None:
    widget = visit().open()
    widget.ask(PAY)
    widget.page.context.set_offline(True)
    expect(widget.bar).to_contain_text(OFFLINE)
    expect(widget.heard).to_contain_text(OFFLINE)

    widget.type("What does an AE do?")
    widget.type("What does a KAM do?")
    expect(widget.page.locator(".fate", has_text="Not sent yet")).to_have_count(2)
    widget.page.context.set_offline(False)

    expect(widget.answers).to_have_count(4)
    expect(widget.bar).to_be_hidden()
    expect(widget.page.locator(".fate", has_text="Not sent yet")).to_have_count(0)
    assert widget.kept()["pending"] == []


def test_a_waiting_message_outlives_a_reload(visit: Visit, site: Site) -> None:
    widget = visit().open()
    widget.ask(PAY)
    blocked = f"{site.coach}/widget/messages"
    widget.page.route(blocked, lambda route: route.abort())
    widget.type("What does an AE do?")
    expect(widget.bar).to_contain_text(OFFLINE)
    widget.page.reload()
    expect(widget.asked).to_have_text([PAY, "What does an AE do?"])
    expect(widget.page.locator(".fate", has_text="Not sent yet")).to_have_count(1)

    widget.page.unroute(blocked)
    widget.page.get_by_role("button", name="Try again now").click()

    expect(widget.answers).to_have_count(2)
    expect(widget.bar).to_be_hidden()


def test_an_answer_that_got_lost_is_not_asked_for_twice(visit: Visit, site: Site) -> None:
    widget = visit().open()
    calls: list[dict[str, Any]] = []

    def lose_first(route: Route) -> None:
        if route.request.method != "POST":
            route.continue_()
            return
        calls.append(route.request.post_data_json)
        if len(calls) == 1:
            route.fetch()
            route.abort()
        else:
            route.continue_()

    widget.page.route(f"{site.coach}/widget/messages", lose_first)
    widget.type(PAY)
    expect(widget.answers).to_have_count(2)
    widget.page.reload()

    expect(widget.asked).to_have_text([PAY])
    expect(widget.answers).to_have_count(1)
    assert [call["again"] for call in calls] == [False, True]
    assert calls[0]["id"] == calls[1]["id"]


def test_the_conversation_outlives_the_server(visit: Visit, coach: Any) -> None:
    widget = visit().open()
    widget.ask(PAY)
    coach.stop()
    try:
        widget.type("and the bonus?")
        expect(widget.bar).to_contain_text(OFFLINE)
    finally:
        coach.start()

    expect(widget.answers).to_have_count(3, timeout=30_000)
    expect(widget.answers.last).to_contain_text("onus")
    widget.page.reload()
    expect(widget.asked).to_have_text([PAY, "and the bonus?"])


def test_a_browser_that_keeps_nothing_can_talk_too(
    new_context: Callable[..., Any], coach: Any, site: Site
) -> None:
    context = new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('forbidden') }})"
    )
    page = context.new_page()
    page.goto(site.origin)
    widget = Widget(page).open()
    widget.ask(PAY)

    expect(widget.ask("and the bonus?")).to_contain_text("onus")


def test_what_is_too_long_stays_in_the_input(visit: Visit) -> None:
    widget = visit().open()
    widget.type("x" * 4_001)

    expect(widget.bar).to_contain_text("4,001 characters, at most 4,000")
    expect(widget.input).to_have_text("x" * 4_001)
    expect(widget.asked).to_have_count(0)
    widget.input.fill("Hello!")
    widget.after(lambda: widget.page.keyboard.press("Enter"))
    expect(widget.bar).to_be_hidden()


def test_too_many_messages_wait_a_moment(visit: Visit, site: Site) -> None:
    widget = visit().open()
    refusals = iter([True, False])

    def refuse_first(route: Route) -> None:
        if route.request.method == "POST" and next(refusals):
            headers = {
                "Access-Control-Allow-Origin": site.origin,
                "Access-Control-Expose-Headers": "Retry-After",
                "Retry-After": "1",
            }
            route.fulfill(status=429, headers=headers, json={"error": "Please wait."})
        else:
            route.continue_()

    widget.page.route(f"{site.coach}/widget/messages", refuse_first)
    widget.type("Hello!")

    expect(widget.bar).to_contain_text("A moment please")
    expect(widget.answers).to_have_count(2)
    expect(widget.bar).to_be_hidden()


def test_a_message_the_coach_refuses_is_said_to_be(visit: Visit, site: Site) -> None:
    widget = visit().open()
    widget.ask("Hello!")
    widget.keep(characters=100_000)

    widget.type("x" * 5_000)

    expect(widget.page.locator(".fate").last).to_contain_text(
        "Not sent: The message has 5,000 characters; at most 4,000 are accepted."
    )
    expect(widget.ask("Hello again!")).to_be_visible()
