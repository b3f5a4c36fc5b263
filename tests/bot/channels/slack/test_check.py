"""`coach slack`: what it prints, and what it finds missing."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from ruamel.yaml import YAML
from slack_signed import APP_TOKEN, SECRET, TOKEN
from slack_stand_in import SlackStandIn

from bot.channels.slack.check import check
from bot.channels.slack.manifest import manifest, scopes
from bot.cli.main import main
from bot.settings import Settings, SettingsError

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def coach(
    slack: SlackStandIn, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """Runs `coach slack …`; exit code and what was printed."""
    monkeypatch.setenv("COACH_SLACK_API_URL", slack.api)

    def run(*words: str, **variables: str) -> tuple[int, str, str]:
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "argv", ["coach", "slack", *words])
        code: object = 0
        try:
            main()
        except SystemExit as end:
            code = end.code or 0
        assert isinstance(code, int)
        return code, *capsys.readouterr()

    return run


def test_all_is_well_by_socket_mode(coach: Command, slack: SlackStandIn) -> None:
    code, out, _ = coach("check", COACH_SLACK_BOT_TOKEN=TOKEN, COACH_SLACK_APP_TOKEN=APP_TOKEN)
    assert code == 0, out
    assert "@coach in the workspace Acme" in out
    assert "Socket Mode is on" in out
    assert TOKEN not in out
    assert APP_TOKEN not in out


def test_a_missing_scope_is_named(coach: Command, slack: SlackStandIn) -> None:
    slack.scopes = "chat:write, commands"
    code, out, err = coach("check", COACH_SLACK_BOT_TOKEN=TOKEN, COACH_SLACK_APP_TOKEN=APP_TOKEN)
    assert code == 1
    assert "app_mentions:read, files:write, im:history" in out
    assert "1 of 3 checks" in err


def test_linking_needs_more_scopes(coach: Command, slack: SlackStandIn) -> None:
    code, out, _ = coach(
        "check", COACH_SLACK_BOT_TOKEN=TOKEN, COACH_SLACK_APP_TOKEN=APP_TOKEN,
        COACH_SLACK_LINK_EMAIL="true",
    )  # fmt: skip
    assert code == 1
    assert "users:read.email" in out


@pytest.mark.parametrize(
    ("method", "word"),
    [("auth.test", "COACH_SLACK_BOT_TOKEN"), ("apps.connections.open", "COACH_SLACK_APP_TOKEN")],
)
def test_a_token_that_slack_refuses_is_named(
    coach: Command, slack: SlackStandIn, method: str, word: str
) -> None:
    slack.answers[method] = {"ok": False, "error": "invalid_auth"}
    code, out, _ = coach("check", COACH_SLACK_BOT_TOKEN=TOKEN, COACH_SLACK_APP_TOKEN=APP_TOKEN)
    assert code == 1
    assert f"Slack refuses {word} (invalid_auth)" in out


def test_without_settings_it_says_which(coach: Command) -> None:
    code, out, _ = coach("check")
    assert code == 1
    assert "COACH_SLACK_BOT_TOKEN is not set" in out


async def test_slack_out_of_reach(slack_settings: Settings) -> None:
    away = slack_settings.changed(slack_api_url="http://127.0.0.1:9/api/")
    [found, _] = await check(away)
    assert not found.good
    assert "cannot be reached" in found.sentence


async def test_an_address_that_is_not_this_coach(
    slack_settings: Settings, slack: SlackStandIn
) -> None:
    elsewhere = await check(slack_settings.changed(public_url=slack.url))
    assert "does not lead to" in elsewhere[-1].sentence
    gone = await check(slack_settings.changed(public_url="http://127.0.0.1:9"))
    assert "cannot be reached" in gone[-1].sentence


def test_the_manifest_has_the_address(coach: Command) -> None:
    code, out, _ = coach("manifest", "--url", "https://coach.acme.test")
    assert code == 0
    content = YAML(typ="safe").load(out)
    url = "https://coach.acme.test/slack/events"
    assert content["settings"]["event_subscriptions"]["request_url"] == url
    assert content["settings"]["interactivity"]["request_url"] == url
    assert content["features"]["slash_commands"][0]["url"] == url
    assert "example.com" not in out


def test_without_address_the_manifest_is_for_socket_mode() -> None:
    text = manifest("")
    content = YAML(typ="safe").load(text)
    assert content["settings"]["socket_mode_enabled"] is True
    assert "url" not in text
    assert content["oauth_config"]["scopes"]["bot"] == scopes()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"COACH_SLACK_BOT_TOKEN": TOKEN}, "needs COACH_SLACK_SIGNING_SECRET"),
        ({"COACH_SLACK_SIGNING_SECRET": SECRET}, "needs COACH_SLACK_BOT_TOKEN"),
        ({"COACH_SLACK_APP_TOKEN": APP_TOKEN}, "needs COACH_SLACK_BOT_TOKEN"),
        ({"COACH_SLACK_BOT_TOKEN": "secret"}, "begins with xoxb-"),
        ({"COACH_SLACK_APP_TOKEN": TOKEN}, "begins with xapp-"),
        ({"COACH_SLACK_LINK_EMAIL": "maybe"}, "true or false"),
        ({"COACH_PUBLIC_URL": "coach.example.com"}, "URL without a path"),
    ],
    ids=str,
)
def test_settings_that_do_not_fit_are_told(given: dict[str, str], words: str) -> None:
    with pytest.raises(SettingsError, match=words) as caught:
        Settings.from_environment(given)
    assert TOKEN not in str(caught.value)


@pytest.mark.parametrize("end", ["", "/"])
def test_addresses_end_as_they_like(end: str) -> None:
    given = {
        "COACH_SLACK_API_URL": f"https://slack.test/api{end}",
        "COACH_PUBLIC_URL": f"https://coach.test{end}",
    }
    settings = Settings.from_environment(given)
    assert settings.slack_api_url == "https://slack.test/api/"
    assert settings.public_url == "https://coach.test"


def test_secrets_are_not_shown(slack_settings: Settings) -> None:
    assert SECRET not in repr(slack_settings)
    assert TOKEN not in repr(slack_settings)
