"""What the tests of Slack share: a stand-in for Slack, and the application around a worker whose
answers a test decides."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from slack_running import InProcess, running_with
from slack_signed import SECRET, TOKEN
from slack_stand_in import SlackStandIn

from actions.profile.database import profile_store
from actions.profile.store import ProfileStore
from bot.server.logs import set_up_logs
from bot.settings import Settings


@pytest.fixture(scope="session")
def slack_api() -> Iterator[SlackStandIn]:
    """The one stand-in; use ``slack``, which begins anew for each test."""
    set_up_logs("INFO", "text")
    stand_in = SlackStandIn()
    stand_in.start()
    yield stand_in
    stand_in.stop()


@pytest.fixture
def slack(slack_api: SlackStandIn) -> SlackStandIn:
    slack_api.forget()
    return slack_api


@pytest.fixture
def slack_settings(slack: SlackStandIn, tmp_path: Path) -> Settings:
    return Settings(
        data_folder=tmp_path,
        slack_bot_token=TOKEN,
        slack_signing_secret=SECRET,
        slack_api_url=slack.api,
        secret_key="a secret of these tests",
    )


@pytest.fixture
async def running(
    slack_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[InProcess]:
    """The application with Slack, around a scripted worker."""
    async with running_with(slack_settings, monkeypatch) as found:
        yield found


@pytest.fixture
def profiles(running: InProcess) -> ProfileStore:
    """The database of profiles of ``running``."""
    return profile_store()
