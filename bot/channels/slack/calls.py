"""Calls of Slack's Web API: retried with back-off, with time-outs, counted where they fail."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.http_retry.builtin_interval_calculators import BackoffRetryIntervalCalculator
from slack_sdk.http_retry.request import HttpRequest
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.http_retry.state import RetryState
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.settings import Settings

logger = structlog.stdlib.get_logger(__name__)

CALL_SECONDS = 20
ATTEMPT_SECONDS = 5  # for what is only nice to have, with its retries
RETRIES = 6  # with the pause doubled each time: half a minute or a little more in all
FIRST_PAUSE = 0.5
_FAILURES = (SlackClientError, aiohttp.ClientError, asyncio.TimeoutError, OSError, ValueError)


class ServerErrors(AsyncServerErrorRetryHandler):
    """Every 5xx, where the SDK's own knows two of them."""

    async def _can_retry_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        return response is not None and response.status_code >= 500


def retry_handlers(pause: float = FIRST_PAUSE) -> list[AsyncRetryHandler]:
    """What is tried again: too many requests, errors of Slack's servers, lost connections.

    A call that timed out is not: it may have arrived, and the message would stand there twice.
    """
    backoff = BackoffRetryIntervalCalculator(pause)
    lost: list[type[Exception]] = [
        aiohttp.ServerDisconnectedError,
        aiohttp.ClientOSError,  # refused, reset, no such name
    ]
    return [
        AsyncRateLimitErrorRetryHandler(max_retry_count=RETRIES),
        ServerErrors(max_retry_count=RETRIES, interval_calculator=backoff),
        AsyncConnectionErrorRetryHandler(RETRIES, backoff, lost),
    ]


class Calls:
    """Slack's Web API for one app. ``undelivered`` counts the messages that did not get through."""

    def __init__(self, settings: Settings, pause: float = FIRST_PAUSE) -> None:
        self.undelivered = 0
        self._handlers = retry_handlers(pause)
        self.client = AsyncWebClient(
            token=settings.slack_bot_token,
            base_url=settings.slack_api_url,
            timeout=CALL_SECONDS,
            retry_handlers=self._handlers,
        )

    async def start(self) -> None:
        """Keep connections open from now on."""
        timeout = aiohttp.ClientTimeout(total=CALL_SECONDS)
        self.client.session = aiohttp.ClientSession(timeout=timeout)

    async def stop(self) -> None:
        if self.client.session is not None:
            await self.client.session.close()

    async def deliver(self, method: str, **content: Any) -> Mapping[str, Any] | None:
        """Call what a person waits for. None if it failed for good, which is logged and counted."""
        try:
            return await self.call(method, **content)
        except _FAILURES as error:
            self._failed(method, error)
            return None

    async def refused(self, method: str, reasons: Sequence[str], **content: Any) -> bool:
        """As ``deliver``, but whether Slack refused for one of ``reasons``, which is not counted:
        the caller has another way."""
        try:
            await self.call(method, **content)
        except _FAILURES as error:
            if reason(error) in reasons:
                return True
            self._failed(method, error)
        return False

    async def attempt(self, method: str, **content: Any) -> Mapping[str, Any] | None:
        """Call what is only nice to have; None if it failed or took long."""
        try:
            return await asyncio.wait_for(self.call(method, **content), ATTEMPT_SECONDS)
        except _FAILURES as error:
            logger.debug("slack call failed", method=method, reason=reason(error))
            return None

    async def call(self, method: str, **content: Any) -> Mapping[str, Any]:
        """Slack's answer. Raises SlackApiError, and what connections raise."""
        given = {name: value for name, value in content.items() if value not in (None, "")}
        answer = await self.client.api_call(method, json=given)
        return answer.data if isinstance(answer.data, dict) else {}

    async def respond(self, url: str, **content: Any) -> bool:
        """Answer by a response URL, which works where the app is no member of the channel."""
        webhook = AsyncWebhookClient(
            url,
            timeout=CALL_SECONDS,
            session=self.client.session,
            retry_handlers=self._handlers,
        )
        try:
            answer = await webhook.send_dict(content)
        except _FAILURES as error:
            self._failed("response_url", error)
            return False
        if answer.status_code != 200:
            self._failed("response_url", OSError(f"status {answer.status_code}"))
            return False
        return True

    async def upload(
        self, files: Sequence[Mapping[str, Any]], channel: str = "", thread: str = ""
    ) -> list[str]:
        """Upload ``files`` (each with filename, content and perhaps alt_txt) and show them in
        ``channel``, if one is given. The files' ids; empty if it failed or took long."""
        uploaded = self.client.files_upload_v2(
            file_uploads=[dict(file) for file in files],
            channel=channel or None,
            thread_ts=thread or None,
        )
        try:
            answer = await asyncio.wait_for(uploaded, CALL_SECONDS if channel else ATTEMPT_SECONDS)
            return [str(file["id"]) for file in answer.get("files") or []]
        except (*_FAILURES, KeyError) as error:
            logger.warning("slack upload failed", reason=reason(error))
            return []

    def _failed(self, method: str, error: Exception) -> None:
        self.undelivered += 1
        logger.error(
            "slack message not delivered",
            method=method,
            reason=reason(error),
            undelivered=self.undelivered,
        )


def reason(error: Exception) -> str:
    """Slack's own word for what went wrong ("channel_not_found"), else the kind of error."""
    if isinstance(error, SlackApiError):
        answer = error.response
        data = getattr(answer, "data", None)
        word = data.get("error") if isinstance(data, dict) else None
        return str(word or f"status {getattr(answer, 'status_code', None)}")
    return type(error).__name__
