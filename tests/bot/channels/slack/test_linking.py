"""The verified e-mail address makes one person of two names, only where the setting allows it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from slack_running import InProcess, running_with
from slack_signed import direct
from slack_stand_in import SlackStandIn

from actions.profile.database import profile_store
from actions.profile.store import Identity
from bot.settings import Settings

MAIL, ANNA = Identity("email", "anna@acme.test"), Identity("slack", "T1:U1")


def user(**more: Any) -> dict[str, Any]:
    profile = {"email": "Anna@Acme.test"}
    return {"user": {"id": "U1", "is_email_confirmed": True, "profile": profile, **more}}


@pytest.fixture
async def linking(
    slack_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[InProcess]:
    settings = slack_settings.changed(slack_link_email=True)
    async with running_with(settings, monkeypatch) as running:
        yield running


def known_by_mail() -> None:
    profile_store().change(MAIL, lambda _: {"location": ("Oslo", "said")})


async def say(running: InProcess, text: str = "hi") -> None:
    await running.post(direct(text))
    await running.settled()


async def test_a_profile_of_the_portal_is_there_at_the_first_message(
    linking: InProcess, slack: SlackStandIn
) -> None:
    known_by_mail()
    slack.answers["users.info"] = user()
    await say(linking)
    assert profile_store().load(ANNA).values == {"location": "Oslo"}
    await say(linking)
    assert len(slack.of("users.info")) == 1


async def test_what_is_told_in_slack_is_known_by_the_address(
    linking: InProcess, slack: SlackStandIn
) -> None:
    slack.answers["users.info"] = user()
    linking.worker.on_answer = lambda *_: (
        profile_store().change(ANNA, lambda _: {"team_size": (4, "said")}) and None
    )
    await say(linking)
    assert profile_store().load(MAIL).values == {"team_size": 4}


@pytest.mark.parametrize(
    "answer",
    [
        user(is_email_confirmed=False),
        user(is_email_confirmed=None),
        user(is_bot=True),
        user(profile={}),
        {"ok": False, "error": "missing_scope"},
    ],
    ids=str,
)
async def test_an_address_that_slack_has_not_verified_links_nothing(
    linking: InProcess, slack: SlackStandIn, answer: dict[str, Any]
) -> None:
    known_by_mail()
    slack.answers["users.info"] = answer
    await say(linking)
    assert profile_store().load(ANNA).values == {}
    assert len(slack.of("chat.postMessage")) == 1


async def test_by_default_nobody_is_looked_up(running: InProcess, slack: SlackStandIn) -> None:
    known_by_mail()
    await say(running)
    assert slack.of("users.info") == []
    assert profile_store().load(ANNA).values == {}
