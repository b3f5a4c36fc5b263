"""The real server, called as Slack calls it: signed requests in, calls of Slack's API out."""

from __future__ import annotations

import json
import sqlite3
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from slack_signed import (
    SECRET,
    TOKEN,
    command,
    direct,
    headers,
    home_opened,
    in_home,
    mention,
    new,
    pressed,
    stamp,
    submission,
)
from slack_stand_in import Call, SlackStandIn

from actions.profile.store import Identity, ProfileStore
from bot.cli.main import main


@pytest.fixture(scope="module")
def coaches(
    servers: Callable[..., Any],
    slack_api: SlackStandIn,
    tmp_path_factory: pytest.TempPathFactory,
) -> list[Any]:
    """Two server processes on one set of databases."""
    folder = tmp_path_factory.mktemp("slack")
    variables = {
        "COACH_SLACK_BOT_TOKEN": TOKEN,
        "COACH_SLACK_SIGNING_SECRET": SECRET,
        "COACH_SLACK_API_URL": slack_api.api,
    }
    with ThreadPoolExecutor(2) as threads:
        return list(threads.map(lambda _: servers(folder, **variables), range(2)))


@pytest.fixture
def coach(coaches: list[Any], slack: SlackStandIn) -> Any:
    """The first of them, with a stand-in that begins anew."""
    return coaches[0]


def post(coach: Any, body: str) -> httpx.Response:
    url = f"{coach.url}/slack/events"
    return httpx.post(url, content=body, headers=headers(body), timeout=20)


def said(call: Call) -> str:
    """All that a message shows."""
    return json.dumps(call["blocks"], ensure_ascii=False)


def home_comes_to_show(slack: SlackStandIn, part: str) -> str:
    """What the App Home shows, once ``part`` is in it: it may be drawn more than once."""
    last = ""
    for _ in range(600):
        last = said(slack.of("views.publish")[-1]["view"])
        if part in last:
            return last
        time.sleep(0.05)
    raise AssertionError(f"{part} is not in {last}")


def element(call: Call, action: str) -> dict[str, Any]:
    """The button ``action`` of a message."""
    rows = [block["elements"] for block in call["blocks"] if block["type"] == "actions"]
    return next(e for row in rows for e in row if e["action_id"] == action)


def at(call: Call, user: str) -> dict[str, Any]:
    """The place of a message, as an interaction names it."""
    container = {"type": "message", "channel_id": f"D{user}", "message_ts": stamp()}
    return {"container": container, "message": {"blocks": call["blocks"]}}


def idle(coach: Any) -> None:
    """Wait until nothing is under way."""
    deadline = time.monotonic() + 20
    while httpx.get(f"{coach.url}/health").json()["slack"]["under_way"]:
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_a_conversation_with_buttons_and_a_rating(coach: Any, slack: SlackStandIn) -> None:
    user = new("U")
    assert post(coach, direct("What does a SAM earn?", user)).status_code == 200
    [answer] = slack.wait_for("chat.postMessage")
    assert "*$80,000 to $130,000*" in said(answer)
    assert "_Source: Director of Account Management" in said(answer)

    post(coach, direct("and the director?", user))
    [_, second] = slack.wait_for("chat.postMessage", count=2)
    assert "$120,000 to $200,000+" in said(second)

    post(coach, pressed({**element(answer, "ask:0")}, user, **at(answer, user)))
    [_, _, third] = slack.wait_for("chat.postMessage", count=3)
    assert "Asked: *Bonus of SAM*" in said(third)

    post(coach, pressed(element(answer, "rate:up"), user, **at(answer, user)))
    assert "Thanks" in said(slack.wait_for("chat.update")[0])
    store = ProfileStore(f"sqlite:///{coach.log.parent / 'profiles.db'}")
    [rating] = store.ratings(Identity("slack", f"T1:{user}"))
    store.close()
    assert (rating.useful, rating.intent) == (True, "ask_salary")
    assert rating.question == "What does a SAM earn?"
    assert rating.facts == ["sam-salary"]

    stranger = new("U")
    post(coach, pressed(element(answer, "rate:down"), stranger, **at(answer, stranger)))
    idle(coach)
    assert len(slack.of("chat.update")) == 1


def test_a_thread_is_a_conversation_and_the_profile_the_persons(
    coach: Any, slack: SlackStandIn
) -> None:
    user, thread = new("U"), stamp()
    post(coach, mention("What does a SAM earn?", user, ts=thread))
    post(coach, mention("and the director?", user, thread_ts=thread))
    post(coach, mention("and the director?", user, thread_ts=stamp()))
    idle(coach)
    threads = {c["text"]: c["thread_ts"] for c in slack.of("chat.postMessage")}
    assert [t for text, t in threads.items() if "$120,000" in text] == [thread]

    post(coach, direct("I am a senior account manager in Lyon", user))
    idle(coach)
    slack.forget()
    post(coach, mention("what do you know about me?", user))
    idle(coach)
    [own] = slack.of("chat.postEphemeral")
    assert "Lyon" in said(own)
    assert own["user"] == user


def test_commands_of_each_form(coach: Any, slack: SlackStandIn) -> None:
    user = new("U")
    expected = {
        "compare sam director": "Director of Account Management",
        "pay director": "$120,000 to $200,000+",
        "plan": "plan",
        "me": "I know nothing about you yet",
        "help": "careers in account management",
        "what does an account manager do?": "Account Manager",
    }
    for words, part in expected.items():
        slack.forget()
        response = post(coach, command(words, slack.response_url, user))
        assert (response.status_code, response.text) == (200, "")
        idle(coach)
        answers = slack.of("response_url")
        assert part in json.dumps(answers, ensure_ascii=False), words
        assert {answer["response_type"] for answer in answers} == {"ephemeral"}
        assert slack.of("chat.postMessage") == []


def test_the_home_from_first_visit_to_deletion(coach: Any, slack: SlackStandIn) -> None:
    user = new("U")
    post(coach, home_opened(user))
    assert "home:check_in" in said(slack.wait_for("views.publish")[0]["view"])

    post(coach, in_home("home:edit", user))
    [opened] = slack.wait_for("views.open")
    assert opened["view"]["callback_id"] == "profile"

    bad = post(coach, submission({"years_total": {"value": "99"}}, user))
    assert list(bad.json()["errors"]) == ["years_total"]
    state = {
        "current_role": {"selected_option": {"value": "senior_account_manager"}},
        "target_role": {"selected_option": {"value": "director_of_account_management"}},
        "years_account_management": {"value": "8"},
        "base_pay": {"value": "95000"},
    }
    assert post(coach, submission(state, user)).text == ""
    shown = home_comes_to_show(slack, "$95,000")
    for part in ("$95,000", "Senior Account Manager (you)", "8 of 10+ years", "Your plan"):
        assert part in shown, part

    thread = stamp()
    post(coach, mention("what am I missing?", user, ts=thread))
    post(coach, direct("actually nine years of account management", user))
    home_comes_to_show(slack, "9 of 10+ years")

    post(coach, in_home("home:export", user))
    uploads = slack.wait_for("files.completeUploadExternal")
    assert uploads[-1]["channel_id"] == f"D-{user}"

    post(coach, in_home("home:delete", user))
    home_comes_to_show(slack, "home:check_in")
    idle(coach)
    with sqlite3.connect(coach.log.parent / "conversations.db") as database:
        rows = "SELECT count(*) FROM events WHERE sender_id LIKE ?"
        assert database.execute(rows, (f"T1:{user}%",)).fetchone() == (0,)
    with sqlite3.connect(coach.log.parent / "profiles.db") as database:
        query = "SELECT count(*) FROM identity WHERE external_id = ?"
        assert database.execute(query, (f"T1:{user}",)).fetchone() == (0,)


def test_two_processes_answer_a_delivery_once(
    coaches: list[Any], coach: Any, slack: SlackStandIn
) -> None:
    users = [new("U") for _ in range(8)]
    for user in users:
        body = direct("What does a SAM earn?", user)
        for number in (0, 1, 0, 1):
            assert post(coaches[number], body).status_code == 200
    for running in coaches:
        idle(running)
    answered = sorted(call["channel"] for call in slack.of("chat.postMessage"))
    assert answered == sorted(f"D{user}" for user in users)


def test_two_processes_keep_the_order_of_a_conversation(
    coaches: list[Any], coach: Any, slack: SlackStandIn
) -> None:
    user = new("U")
    questions = {
        "What does a SAM earn?": "$80,000", "and the director?": "$120,000",
        "What does an account manager do?": "Account Manager", "and a SAM?": "Senior",
    }  # fmt: skip
    for number, question in enumerate(questions):
        post(coaches[number % 2], direct(question, user))
    for running in coaches:
        idle(running)
    answers = [call["text"] for call in slack.of("chat.postMessage")]
    assert len(answers) == 4
    for answer, part in zip(answers, questions.values(), strict=True):
        assert part in answer


def test_unsigned_requests_do_nothing(coach: Any, slack: SlackStandIn) -> None:
    url = f"{coach.url}/slack/events"
    assert httpx.post(url, content=direct("hi")).status_code == 401
    assert httpx.get(url).status_code == 405
    idle(coach)
    assert slack.calls == []


def test_an_outage_of_slack_is_waited_out(coach: Any, slack: SlackStandIn) -> None:
    user = new("U")
    slack.fail(1, 503, "chat.postMessage")
    slack.fail(1, 429, "chat.postMessage", **{"Retry-After": "1"})
    post(coach, direct("What does a SAM earn?", user))
    [sent] = slack.wait_for("chat.postMessage", seconds=15)
    assert "$80,000" in said(sent)
    assert httpx.get(f"{coach.url}/health").json()["slack"]["undelivered"] == 0


def test_the_log_holds_no_texts(coach: Any, slack: SlackStandIn) -> None:
    user = new("U")
    post(coach, direct("I earn 87654 dollars in Reykjavik", user))
    post(coach, submission({"location": {"value": "Ouagadougou"}}, user))
    post(coach, '{"type": "event_callback", "event": "Timbuktu"}')
    idle(coach)
    log = Path(coach.log).read_text()
    for word in ("Reykjavik", "87654", "Ouagadougou", "Timbuktu", SECRET, TOKEN):
        assert word not in log
    assert "slack request malformed" in log


def test_an_operator_deletes_a_person_with_their_threads(
    coach: Any, slack: SlackStandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    user, other = new("U"), new("U")
    for name in (user, other):
        post(coach, direct("I live in Lyon", name))
        post(coach, mention("What does a SAM earn?", name))
    idle(coach)
    monkeypatch.setenv("COACH_DATA_FOLDER", str(coach.log.parent))
    words = ["coach", "profile", "delete", "--person", f"slack:T1:{user}", "--yes"]
    monkeypatch.setattr(sys, "argv", words)
    with pytest.raises(SystemExit, match="0"):
        main()
    with sqlite3.connect(coach.log.parent / "conversations.db") as database:
        rows = "SELECT count(DISTINCT sender_id) FROM events WHERE sender_id LIKE ?"
        assert database.execute(rows, (f"T1:{user}%",)).fetchone() == (0,)
        assert database.execute(rows, (f"T1:{other}%",)).fetchone() == (2,)
