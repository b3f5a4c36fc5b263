"""`coach slack check`: whether Slack and the coach can talk to each other, and if not, why."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass
from secrets import token_hex

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_client import AsyncWebClient

from bot.channels.slack.calls import reason
from bot.channels.slack.http import PATH
from bot.channels.slack.manifest import LINK_SCOPES, scopes
from bot.settings import Settings

CHECK_SECONDS = 10
_UNREACHABLE = (aiohttp.ClientError, asyncio.TimeoutError, OSError, SlackClientError)


@dataclass(frozen=True)
class Finding:
    """One thing: whether it is in order (None if that was not checked), and a sentence."""

    good: bool | None
    sentence: str


async def check(settings: Settings) -> list[Finding]:
    """Everything that can be found out from here."""
    if not settings.slack_bot_token:
        return [Finding(False, "Slack is off: COACH_SLACK_BOT_TOKEN is not set.")]
    found = await _bot(settings)
    if settings.slack_app_token:
        found.append(await _socket_mode(settings))
    if settings.slack_signing_secret:
        found.append(await _address(settings))
    return found


def _client(settings: Settings, token: str) -> AsyncWebClient:
    return AsyncWebClient(
        token=token, base_url=settings.slack_api_url, timeout=CHECK_SECONDS, retry_handlers=[]
    )


async def _bot(settings: Settings) -> list[Finding]:
    try:
        answer = await _client(settings, settings.slack_bot_token).auth_test()
    except SlackApiError as error:
        return [Finding(False, f"Slack refuses COACH_SLACK_BOT_TOKEN ({reason(error)}): copy the "
                "Bot User OAuth Token from “OAuth & Permissions” again.")]  # fmt: skip
    except _UNREACHABLE as error:
        return [Finding(False, f"Slack cannot be reached at {settings.slack_api_url} "
                f"({reason(error)}).")]  # fmt: skip
    team = Finding(True, f"The bot token is that of @{answer.get('user')} in the workspace "
                   f"{answer.get('team')}.")  # fmt: skip
    given = {name.lower(): value for name, value in answer.headers.items()}
    return [team, _scopes(given.get("x-oauth-scopes", ""), settings.slack_link_email)]


def _scopes(header: str, link_email: bool) -> Finding:
    have = {scope.strip() for scope in header.split(",") if scope.strip()}
    missing = [s for s in (*scopes(), *(LINK_SCOPES if link_email else ())) if s not in have]
    if not missing:
        return Finding(True, "The app has all the scopes it needs.")
    return Finding(False, f"The app lacks the scopes {', '.join(missing)}: add them under “OAuth & "
                   "Permissions”, then install the app to the workspace again.")  # fmt: skip


async def _socket_mode(settings: Settings) -> Finding:
    try:
        await _client(settings, settings.slack_app_token).apps_connections_open(
            app_token=settings.slack_app_token
        )
    except SlackApiError as error:
        return Finding(False, f"Slack refuses COACH_SLACK_APP_TOKEN ({reason(error)}): make an "
                       "app-level token with the scope connections:write under “Basic "
                       "Information”, and switch Socket Mode on.")  # fmt: skip
    except _UNREACHABLE as error:
        return Finding(False, f"Socket Mode cannot be checked ({reason(error)}).")
    return Finding(True, "Socket Mode is on and the app-level token works.")


async def _address(settings: Settings) -> Finding:
    """Whether the public address is this coach, with this signing secret."""
    if not settings.public_url:
        return Finding(None, "The address was not checked: set COACH_PUBLIC_URL for that. Slack "
                       f"needs it, followed by {PATH}, as the request URL.")  # fmt: skip
    url, word, stamp = f"{settings.public_url}{PATH}", token_hex(8), str(int(time.time()))
    body = json.dumps({"type": "url_verification", "challenge": word})
    verifier = SignatureVerifier(settings.slack_signing_secret)
    headers = {
        "Content-Type": "application/json",
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": str(verifier.generate_signature(timestamp=stamp, body=body)),
    }
    timeout = aiohttp.ClientTimeout(total=CHECK_SECONDS)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.post(url, data=body, headers=headers) as answer,
        ):
            text, status = await answer.text(errors="replace"), answer.status
    except _UNREACHABLE as error:
        return Finding(False, f"{url} cannot be reached from here ({reason(error)}): is the coach "
                       "running, and does the address lead to it?")  # fmt: skip
    if status == 200 and word in text:
        return Finding(True, f"{url} leads to a coach with this signing secret.")
    if status == 401:
        return Finding(False, f"{url} answers, but with another signing secret, or its clock is "
                       "wrong by minutes.")  # fmt: skip
    return Finding(False, f"{url} does not lead to the coach's Slack channel (status {status}).")
