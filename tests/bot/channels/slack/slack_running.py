"""The application with Slack in this process, around a worker whose answers a test decides."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from slack_signed import headers

from bot.channels.slack.http import PATH
from bot.channels.slack.service import SlackService
from bot.server.app import create_app
from bot.settings import Settings

Message = dict[str, Any]


class ScriptedWorker:
    """Takes the place of the coach: ``answers`` by text, ``seconds`` for each, all kept."""

    def __init__(self) -> None:
        self.state = "ok"
        self.about = None
        self.heard: list[tuple[str, str]] = []
        self.rated: list[tuple[str, str, bool]] = []
        self.answers: dict[str, list[Message]] = {}
        self.seconds = 0.0
        self.at_work = 0
        self.accepts_ratings = True
        self.on_answer: Callable[[str, str], None] = lambda sender, text: None

    async def answer(self, sender: str, text: str, channel: str) -> list[Message]:
        assert channel == "slack"
        self.heard.append((sender, text))
        await asyncio.sleep(self.seconds)
        self.on_answer(sender, text)
        return self.answers.get(text) or [{"text": f"Answer to {text}"}]

    async def rate(self, sender: str, channel: str, token: str, useful: bool) -> bool:
        assert channel == "slack"
        if self.accepts_ratings:
            self.rated.append((sender, token, useful))
        return self.accepts_ratings

    def start(self) -> None:
        """Nothing to load."""

    def stop(self) -> None:
        """Nothing to end."""


class InProcess:
    """The application in this process, with Slack running."""

    def __init__(self, service: SlackService, worker: ScriptedWorker, client: httpx.AsyncClient):
        self.service, self.worker, self.client = service, worker, client

    async def post(self, body: str | bytes, **given: str) -> httpx.Response:
        """Send a signed request; ``given`` headers win."""
        return await self.client.post(PATH, content=body, headers={**headers(body), **given})

    async def settled(self, seconds: float = 20.0) -> None:
        """Wait until nothing is under way."""
        deadline = time.monotonic() + seconds
        while self.service.deliveries.under_way:
            assert time.monotonic() < deadline
            await asyncio.sleep(0.01)


@asynccontextmanager
async def running_with(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, **options: Any
) -> AsyncIterator[InProcess]:
    """``running`` for other settings."""
    # Set back after the test: the service writes it.
    monkeypatch.setenv("COACH_DATABASE_URL", settings.profile_database)
    worker = ScriptedWorker()
    service = SlackService(settings, worker, **{"pause": 0.02, **options})
    app = create_app(settings, worker, service)  # type: ignore[arg-type]
    await service.start()
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        yield InProcess(service, worker, client)
    await service.stop()
