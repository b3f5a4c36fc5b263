"""What Slack sends, signed as Slack signs it."""

from __future__ import annotations

import hashlib
import hmac
import itertools
import json
import time
from typing import Any
from urllib.parse import urlencode

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
TOKEN = "xoxb-1-stand-in"
APP_TOKEN = "xapp-1-stand-in"
TEAM, USER, BOT = "T1", "U1", "UBOT"
DIRECT, ROOM = "D1", "C1"
_NUMBERS = itertools.count(1)


def headers(body: str | bytes, secret: str = SECRET, at: float | None = None) -> dict[str, str]:
    """The headers by which Slack proves who sends ``body``."""
    stamp = str(int(time.time() if at is None else at))
    raw = body.encode() if isinstance(body, str) else body
    mac = hmac.new(secret.encode(), b"v0:" + stamp.encode() + b":" + raw, hashlib.sha256)
    form = "application/json" if raw[:1] in (b"{", b"[") else "application/x-www-form-urlencoded"
    return {
        "Content-Type": form,
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": f"v0={mac.hexdigest()}",
    }


def new(prefix: str) -> str:
    """An id that was not used before."""
    return f"{prefix}{next(_NUMBERS)}"


def stamp() -> str:
    return f"1700000000.{next(_NUMBERS):06d}"


def event(inner: dict[str, Any], event_id: str = "") -> str:
    """An event as the Events API delivers it."""
    return json.dumps({
        "type": "event_callback", "token": "old", "team_id": TEAM, "api_app_id": "A1",
        "event_id": event_id or new("Ev"), "event_time": 1700000000, "event": inner,
        "authorizations": [{"team_id": TEAM, "user_id": BOT, "is_bot": True}],
    })  # fmt: skip


def direct(text: str, user: str = USER, event_id: str = "", **more: Any) -> str:
    """A direct message to the coach."""
    inner = {"type": "message", "channel": f"D{user}", "channel_type": "im", "user": user,
             "team": TEAM, "text": text, "ts": stamp(), **more}  # fmt: skip
    return event({name: value for name, value in inner.items() if value is not None}, event_id)


def mention(text: str, user: str = USER, event_id: str = "", **more: Any) -> str:
    """A mention of the coach in a channel."""
    inner = {"type": "app_mention", "channel": ROOM, "user": user, "team": TEAM,
             "text": f"<@{BOT}> {text}", "ts": stamp(), **more}  # fmt: skip
    return event(inner, event_id)


def home_opened(user: str = USER) -> str:
    return event({"type": "app_home_opened", "user": user, "channel": f"D{user}", "tab": "home"})


def command(text: str, response_url: str, user: str = USER, **more: Any) -> str:
    """/coach with ``text``."""
    return urlencode({
        "command": "/coach", "text": text, "team_id": TEAM, "user_id": user, "channel_id": ROOM,
        "response_url": response_url, "trigger_id": new("trigger-"), **more,
    })  # fmt: skip


def interaction(payload: dict[str, Any]) -> str:
    return urlencode({"payload": json.dumps(payload)})


def pressed(action: dict[str, Any], user: str = USER, **more: Any) -> str:
    """A button or option that was pressed in a direct message, or elsewhere by ``more``."""
    return interaction({
        "type": "block_actions", "team": {"id": TEAM}, "user": {"id": user, "team_id": TEAM},
        "trigger_id": new("trigger-"), "actions": [action],
        "container": {"type": "message", "channel_id": f"D{user}", "message_ts": stamp()},
        "channel": {"id": f"D{user}"}, "message": {"blocks": []}, **more,
    })  # fmt: skip


def in_home(action: str, user: str = USER) -> str:
    """A button of the App Home."""
    view = {"container": {"type": "view", "view_id": "V1"}, "channel": None, "message": None}
    return pressed({"action_id": action, "type": "button"}, user, **view)


def submission(state: dict[str, Any], user: str = USER) -> str:
    """The profile's modal with ``state`` by field."""
    return interaction({
        "type": "view_submission", "team": {"id": TEAM}, "user": {"id": user, "team_id": TEAM},
        "trigger_id": new("trigger-"),
        "view": {
            "id": "V1", "type": "modal", "callback_id": "profile",
            "state": {"values": {block: {"value": given} for block, given in state.items()}},
        },
    })  # fmt: skip
