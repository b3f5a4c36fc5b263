"""The App Home and the modal, as people use them."""

from __future__ import annotations

from typing import Any

import pytest
from slack_running import InProcess
from slack_signed import direct, home_opened, in_home, submission
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
