"""Slack as a part of the server: what is started, stopped, mounted and asked for its health."""

from __future__ import annotations

import os
from typing import Any

from fastapi import APIRouter

from actions.profile.database import profile_store
from bot.channels.slack.calls import Calls
from bot.channels.slack.channel import Answering, Channel
from bot.channels.slack.claims import Claims
from bot.channels.slack.deliveries import Deliveries
from bot.channels.slack.http import http_router
from bot.channels.slack.listeners import bolt_app
from bot.channels.slack.socket_mode import SocketMode
from bot.settings import Settings

STOP_SECONDS = 15  # for what is under way when the server ends


class SlackService:
    """Slack by HTTP, by Socket Mode, or both, as the settings say."""

    def __init__(self, settings: Settings, worker: Answering, **options: Any) -> None:
        """``options`` are those of ``Channel``, for tests."""
        self._settings = settings
        self.calls = Calls(settings, options.pop("pause", 0.5))
        self.deliveries = Deliveries(Claims(lambda: profile_store().engine))
        channel = Channel(settings, worker, self.calls, **options)
        app = bolt_app(settings, channel, self.deliveries, self.calls)
        self._socket = (
            SocketMode(app, settings.slack_app_token) if settings.slack_app_token else None
        )
        self.router = (
            http_router(app, settings.slack_signing_secret)
            if settings.slack_signing_secret
            else APIRouter()
        )

    async def start(self) -> None:
        # As the coach does, which may still be loading: one database for both.
        self._settings.data_path.mkdir(parents=True, exist_ok=True)
        os.environ["COACH_DATABASE_URL"] = self._settings.profile_database
        await self.calls.start()
        self.deliveries.start()
        if self._socket is not None:
            await self._socket.start()

    async def stop(self) -> None:
        """Take nothing more and finish what is under way."""
        if self._socket is not None:
            await self._socket.stop()
        await self.deliveries.stop(STOP_SECONDS)
        await self.calls.stop()

    def health(self) -> dict[str, Any]:
        """What an operator may want to know: counts and the state of the connection."""
        found: dict[str, Any] = {
            "undelivered": self.calls.undelivered,
            "under_way": self.deliveries.under_way,
        }
        if self._socket is not None:
            found["connected"] = self._socket.connected
        return found
