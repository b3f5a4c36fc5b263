"""Socket Mode: the same deliveries over a connection that the coach opens, so that no public
address is needed."""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import suppress

import structlog
from slack_bolt import BoltResponse
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.adapter.socket_mode.async_internals import send_async_response
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.channels.slack.listeners import dispatched
from bot.channels.slack.reading import MalformedError, read

logger = structlog.stdlib.get_logger(__name__)

CLOSE_SECONDS = 5


class SocketMode:
    """One connection to Slack, renewed whenever it breaks."""

    def __init__(self, app: AsyncApp, app_token: str) -> None:
        self._app = app
        self._token = app_token
        self._handler: AsyncSocketModeHandler | None = None
        self._connecting: asyncio.Task[None] | None = None

    @property
    def connected(self) -> bool:
        """Whether Slack can reach the coach now."""
        session = self._handler.client.current_session if self._handler else None
        return session is not None and not session.closed

    async def start(self) -> None:
        """Begin to connect; Slack may be out of reach for a while."""
        # Bolt's logger is silent, and a connection that fails must be heard of.
        log = logging.getLogger("bot.channels.slack.connection")
        log.setLevel(logging.WARNING)
        self._handler = Handler(self._app, self._token, logger=log)
        self._connecting = asyncio.create_task(self._handler.connect_async())

    async def stop(self) -> None:
        if self._connecting is not None:
            self._connecting.cancel()
        if self._handler is not None:
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._handler.close_async(), CLOSE_SECONDS)


class Handler(AsyncSocketModeHandler):
    """Bolt's handler for payloads that are read first."""

    async def handle(self, client: AsyncBaseSocketModeClient, req: SocketModeRequest) -> None:
        """Hand a payload to the application; what cannot be read is acknowledged and left."""
        started = time.time()
        answer = BoltResponse(status=200, body="")
        try:
            incoming = read(req.payload)
            if incoming is not None:
                answer = await dispatched(self.app, req.payload, incoming)
        except MalformedError as problem:
            logger.info("slack request malformed", reason=str(problem))
        await send_async_response(client, req, answer, started)
