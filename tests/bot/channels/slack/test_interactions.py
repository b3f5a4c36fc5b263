"""Buttons, menus, thumbs, /coach, the App Home and the modal, as people use them."""

from __future__ import annotations

from typing import Any

import pytest
from slack_running import InProcess
from slack_signed import command, direct, home_opened, in_home, mention, pressed, stamp, submission
from slack_stand_in import SlackStandIn

from actions.profile.store import Identity, ProfileStore, ProfileUnavailable
from bot.channels.slack.modal import NOT_SAVED, SAID
from bot.server.payloads import PayloadSigner

ANNA = Identity("slack", "T1:U1")
KEY = b"a secret of these tests"


def tell(profiles: ProfileStore, **values: Any) -> None:
    profiles.change(ANNA, lambda _: {name: (value, "said") for name, value in values.items()})


def texts(blocks: list[dict[str, Any]]) -> str:
    return str(blocks)


class TestNextQuestions:
    async def test_a_button_asks_its_payload_where_it_stands(
        self, running: InProcess, slack: SlackStandIn
    ) -> None:
        thread = stamp()
        action = {"action_id": "ask:0", "value": "coach:v1:x.y", "text": {"text": "Bonus <of> SAM"}}
        container = {"type": "message", "channel_id": "C1", "message_ts": stamp()}
        body = pressed(action, container=container, message={"thread_ts": thread, "blocks": []})
        await running.post(body)
        await running.settled()
        assert running.worker.heard == [(f"T1:U1#C1/{thread}", "coach:v1:x.y")]
        [sent] = slack.of("chat.postMessage")
        assert (sent["channel"], sent["thread_ts"]) == ("C1", thread)
        assert "Asked: *Bonus &lt;of&gt; SAM*" in texts(sent["blocks"])

    async def test_a_menus_option_does_too(self, running: InProcess) -> None:
        option = {"value": "coach:v1:x.y", "text": {"type": "plain_text", "text": "Sixth"}}
        await running.post(pressed({"action_id": "menu", "selected_option": option}))
        await running.settled()
        assert running.worker.heard == [("T1:U1", "coach:v1:x.y")]

    async def test_under_an_answer_for_one_alone_the_next_is_so_too(
        self, running: InProcess, slack: SlackStandIn
    ) -> None:
        container = {"channel_id": "C1", "message_ts": stamp(), "is_ephemeral": True}
        action = {"action_id": "ask:0", "value": "v"}
        url = slack.response_url
        await running.post(pressed(action, container=container, message=None, response_url=url))
        await running.settled()
        [sent] = slack.of("response_url")
        assert (sent["response_type"], sent["replace_original"]) == ("ephemeral", False)

    async def test_unknown_actions_do_nothing(
        self, running: InProcess, slack: SlackStandIn
    ) -> None:
        assert (await running.post(pressed({"action_id": "else"}))).status_code == 200
        await running.settled()
        assert (running.worker.heard, slack.calls) == ([], [])


THUMBS = {"type": "actions", "block_id": "rating", "elements": []}
WORDS = {"type": "section", "text": {"type": "mrkdwn", "text": "The answer"}}


class TestRatings:
    @pytest.mark.parametrize(("action", "useful"), [("rate:up", True), ("rate:down", False)])
    async def test_a_thumb_is_kept_and_thanked_for(
        self, running: InProcess, slack: SlackStandIn, action: str, useful: bool
    ) -> None:
        body = pressed({"action_id": action, "value": "token"}, message={"blocks": [WORDS, THUMBS]})
        await running.post(body)
        await running.settled()
        assert running.worker.rated == [("T1:U1", "token", useful)]
        [updated] = slack.of("chat.update")
        assert updated["blocks"][0] == WORDS
        assert "Thanks" in texts(updated["blocks"][1:])
        assert "rating" not in texts(updated["blocks"])

    async def test_an_answer_for_one_alone_is_renewed_by_its_url(
        self, running: InProcess, slack: SlackStandIn
    ) -> None:
        container = {"channel_id": "C1", "message_ts": stamp(), "is_ephemeral": True}
        action, url = {"action_id": "rate:up", "value": "token"}, slack.response_url
        await running.post(pressed(action, container=container, message=None, response_url=url))
        await running.settled()
        [sent] = slack.of("response_url")
        assert sent["replace_original"] is True
        assert "Thanks" in sent["text"]

    async def test_only_who_asked_may_rate(self, running: InProcess, slack: SlackStandIn) -> None:
        running.worker.accepts_ratings = False
        container = {"channel_id": "C1", "message_ts": stamp()}
        await running.post(pressed({"action_id": "rate:up", "value": "x"}, container=container))
        await running.settled()
        assert "Only the person who asked" in slack.of("chat.postEphemeral")[0]["text"]
        assert slack.of("chat.update") == []

    async def test_a_rating_that_cannot_be_kept_is_told(
        self, running: InProcess, slack: SlackStandIn, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async def broken(*_: object) -> bool:
            raise ProfileUnavailable("by the test")

        monkeypatch.setattr(running.worker, "rate", broken)
        await running.post(pressed({"action_id": "rate:up", "value": "x"}))
        await running.settled()
        assert "could not be kept" in slack.of("chat.postMessage")[0]["text"]


class TestCommand:
    async def test_it_is_answered_for_the_person_alone(
        self, running: InProcess, slack: SlackStandIn
    ) -> None:
        response = await running.post(command("compare sam director", slack.response_url))
        assert (response.status_code, response.text) == (200, "")
        await running.settled()
        question = "What is the difference between a sam and a director?"
        assert running.worker.heard == [("T1:U1", question)]
        [sent] = slack.of("response_url")
        assert sent["response_type"] == "ephemeral"
        assert slack.of("chat.postMessage", "chat.postEphemeral") == []


class TestOwnMatters:
    """In a channel, what may show a person's own figures is for their eyes only."""

    @pytest.mark.parametrize("kind", ["profile", "plan"])
    async def test_answers_about_the_person(
        self, running: InProcess, slack: SlackStandIn, kind: str
    ) -> None:
        running.worker.answers["me"] = [{"text": "8 years", "custom": {"kind": kind}}]
        await running.post(mention("me"))
        await running.settled()
        assert [c["user"] for c in slack.of("chat.postEphemeral")] == ["U1"]
        assert slack.of("chat.postMessage") == []

    async def test_answers_that_speak_to_a_person_who_is_known(
        self, running: InProcess, slack: SlackStandIn, profiles: ProfileStore
    ) -> None:
        running.worker.answers["pay"] = [
            {"text": "Your $91,000 lies within it.", "custom": {"kind": "answer"}}
        ]
        await running.post(mention("pay"))
        await running.settled()
        tell(profiles, location="Oslo")
        await running.post(mention("pay"))
        await running.settled()
        assert len(slack.of("chat.postMessage")) == len(slack.of("chat.postEphemeral")) == 1

    async def test_in_direct_messages_nothing_is_hidden(
        self, running: InProcess, slack: SlackStandIn
    ) -> None:
        running.worker.answers["me"] = [{"text": "8 years", "custom": {"kind": "profile"}}]
        await running.post(direct("me"))
        await running.settled()
        assert len(slack.of("chat.postMessage")) == 1


class TestHome:
    async def test_it_shows_profile_ladder_gap_and_plan(
        self, running: InProcess, slack: SlackStandIn, profiles: ProfileStore
    ) -> None:
        tell(profiles, current_role="account_manager", years_account_management=4,
             target_role="director_of_account_management", location="R&D <town>",
             base_pay={"amount": 70_000, "currency": "EUR"})  # fmt: skip
        await running.post(home_opened())
        await running.settled()
        [published] = slack.of("views.publish")
        assert published["user_id"] == "U1"
        shown = texts(published["view"]["blocks"])
        expected = (
            "R&amp;D &lt;town&gt;",
            "EUR 70,000",
            "*Account Manager (you)*",
            "*Director of Account Management (goal)*",
            "4 of 10+ years",
            "Your plan",
        )
        for part in expected:
            assert part in shown, part
        for action in ("home:edit", "home:export", "home:delete"):
            assert action in shown
        assert "confirm" in shown

    async def test_who_is_not_known_is_invited(
        self, running: InProcess, slack: SlackStandIn
    ) -> None:
        await running.post(home_opened())
        await running.settled()
        shown = texts(slack.of("views.publish")[0]["view"]["blocks"])
        assert "home:check_in" in shown
        assert "home:delete" not in shown

    async def test_without_the_database_it_says_so(
        self, running: InProcess, slack: SlackStandIn, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_: object) -> None:
            raise ProfileUnavailable("by the test")

        monkeypatch.setattr(ProfileStore, "load", broken)
        await running.post(home_opened())
        await running.settled()
        assert "can't reach" in texts(slack.of("views.publish")[0]["view"]["blocks"])

    async def test_it_is_renewed_when_the_profile_changes_and_only_then(
        self, running: InProcess, slack: SlackStandIn, profiles: ProfileStore
    ) -> None:
        def told(_sender: str, text: str) -> None:
            if text == "I live in Oslo":
                tell(profiles, location="Oslo")

        running.worker.on_answer = told
        await running.post(direct("hello"))
        await running.settled()
        assert slack.of("views.publish") == []
        await running.post(direct("I live in Oslo"))
        await running.settled()
        assert "Oslo" in texts(slack.of("views.publish")[0]["view"]["blocks"])

    @pytest.mark.parametrize(
        ("action", "asked"),
        [
            ("home:export", "/export_profile"),
            ("home:delete", '/forget_profile{"field": ["*"]}'),
            ("home:check_in", "/start_check_in"),
        ],
    )
    async def test_its_buttons_ask_the_coach_and_answer_in_a_direct_message(
        self, running: InProcess, slack: SlackStandIn, action: str, asked: str
    ) -> None:
        await running.post(in_home(action))
        await running.settled()
        [(sender, payload)] = running.worker.heard
        assert sender == "T1:U1"
        assert PayloadSigner(KEY).incoming(payload).text == asked
        assert slack.of("chat.postMessage")[0]["channel"] == "U1"


def options(view: dict[str, Any], block: str) -> list[str]:
    [found] = [b for b in view["blocks"] if b.get("block_id") == block]
    return [option["value"] for option in found["element"]["options"]]


class TestModal:
    async def test_it_opens_with_what_is_known(
        self, running: InProcess, slack: SlackStandIn, profiles: ProfileStore
    ) -> None:
        tell(profiles, current_role="beekeeper", years_sales=2.5, skills=["CRM", "Excel"],
             base_pay={"amount": 70_000, "currency": "SEK"}, education_level="mba")  # fmt: skip
        await running.post(in_home("home:edit"))
        await running.settled()
        [opened] = slack.of("views.open")
        shown = {b.get("block_id"): b.get("element", {}) for b in opened["view"]["blocks"]}
        assert shown["current_role"]["initial_option"]["value"] == "beekeeper"
        assert shown["years_sales"]["initial_value"] == "2.5"
        assert shown["skills"]["initial_value"] == "CRM, Excel"
        assert shown["base_pay"]["initial_value"] == "70000"
        assert shown["currency"]["initial_option"]["value"] == "SEK"
        assert shown["target_role"]["initial_option"]["value"] == "-"
        assert "senior_account_manager" in options(opened["view"], "target_role")
        assert slack.of("chat.postMessage") == []

    async def test_what_is_saved_is_in_the_profile_and_in_the_home(
        self, running: InProcess, slack: SlackStandIn, profiles: ProfileStore
    ) -> None:
        tell(profiles, location="Oslo", industry="retail", years_sales=3, team_size=2)
        kept_at = profiles.load(ANNA).entries["years_sales"].said_at
        response = await running.post(submission({
            "current_role": {"selected_option": {"value": "account_manager"}},
            "years_sales": {"value": "3"},
            "years_total": {"value": "7.5"},
            "team_size": {"value": "0"},
            "skills": {"value": " Negotiation, CRM ,,CRM"},
            "location": {"value": None},
            "industry": {"selected_option": {"value": "-"}},
            "mentoring": {"selected_option": {"value": "yes"}},
            "company_size": {"value": "1,200"},
            "base_pay": {"value": "85000"},
            "currency": {"selected_option": {"value": "GBP"}},
        }))  # fmt: skip
        assert (response.status_code, response.text) == (200, "")
        await running.settled()
        stored = profiles.load(ANNA)
        assert stored.values == {
            "current_role": "account_manager", "years_sales": 3, "years_total": 7.5,
            "team_size": 0, "skills": ["Negotiation", "CRM"], "mentoring": "yes",
            "company_size": 1200, "base_pay": {"amount": 85_000, "currency": "GBP"},
        }  # fmt: skip
        assert stored.entries["years_sales"].said_at == kept_at
        assert stored.entries["team_size"].said == SAID
        assert "GBP 85,000" in texts(slack.of("views.publish")[0]["view"]["blocks"])

    @pytest.mark.parametrize(
        ("state", "field"),
        [
            ({"years_sales": {"value": "many"}}, "years_sales"),
            ({"years_sales": {"value": "61"}}, "years_sales"),
            ({"years_sales": {"value": "-1"}}, "years_sales"),
            ({"years_sales": {"value": "nan"}}, "years_sales"),
            ({"team_size": {"value": "2.5"}}, "team_size"),
            ({"base_pay": {"value": "12"}}, "base_pay"),
            ({"base_pay": {"value": "1e99"}}, "base_pay"),
            ({"base_pay": {"value": "90000"},
              "currency": {"selected_option": {"value": "XXX"}}}, "base_pay"),
            ({"company_size": {"value": "quite big"}}, "company_size"),
            ({"skills": {"value": ",".join(f"s{n}" for n in range(30))}}, "skills"),
            ({"current_role": {"selected_option": {"value": "king"}}}, "current_role"),
            ({"years_total": {"value": "3"}, "years_sales": {"value": "5"}}, "years_sales"),
        ],
        ids=str,
    )  # fmt: skip
    async def test_what_cannot_be_is_shown_at_its_field_and_nothing_is_kept(
        self,
        running: InProcess,
        slack: SlackStandIn,
        profiles: ProfileStore,
        state: dict[str, Any],
        field: str,
    ) -> None:
        response = await running.post(submission({"location": {"value": "Oslo"}, **state}))
        answer = response.json()
        assert answer["response_action"] == "errors"
        assert list(answer["errors"]) == [field]
        assert answer["errors"][field].endswith(".")
        await running.settled()
        assert profiles.load(ANNA).values == {}
        assert slack.calls == []

    async def test_without_the_database_it_says_so_and_stays_open(
        self, running: InProcess, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_: object) -> None:
            raise ProfileUnavailable("by the test")

        monkeypatch.setattr(ProfileStore, "change", broken)
        response = await running.post(submission({"location": {"value": "Oslo"}}))
        assert response.json()["errors"] == {"current_role": NOT_SAVED}

    async def test_a_modal_that_is_not_ours_is_acknowledged(self, running: InProcess) -> None:
        body = submission({}).replace("profile", "other")
        assert (await running.post(body)).status_code == 200
