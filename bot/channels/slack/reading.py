"""Reads what Slack sends, and refuses what Slack would not send."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.channels.slack.incoming import (
    AssistantOpened,
    Commanded,
    HomeOpened,
    Incoming,
    Place,
    Pressed,
    Said,
    Submitted,
)
from bot.channels.slack.modal import CALLBACK
from bot.channels.slack.mrkdwn import plain_text

# Messages of people besides the plain ones: with a file, and answered to the channel as well.
SPOKEN = (None, "file_share", "thread_broadcast")
IGNORED = ("app_rate_limited", "shortcut", "message_action", "view_closed", "block_suggestion")
_ID = re.compile(r"[\w.-]{1,80}", re.ASCII)
_MENTION = re.compile(r"<@(\w+)(?:\|[^>]*)?>", re.ASCII)


class MalformedError(ValueError):
    """A payload that is not of a form Slack sends."""


def read(body: object) -> Incoming | None:
    """What a person did; None for what calls for nothing. Raises MalformedError."""
    if not isinstance(body, dict):
        raise MalformedError("not an object")
    kind = body.get("type")
    if "command" in body:
        return _command(body)
    if kind == "event_callback":
        return _event(body)
    if kind == "block_actions":
        return _pressed(body)
    if kind == "view_submission":
        return _submitted(body)
    if kind == "url_verification":
        if not _text(body, "challenge").isascii():
            raise MalformedError("challenge is not a word")
        return None
    if kind in IGNORED or "ssl_check" in body:
        return None
    raise MalformedError("of no known type")


def _event(body: Mapping[str, Any]) -> Incoming | None:
    event = _object(body, "event")
    kind, key = _text(event, "type"), f"event:{_text(body, 'event_id')}"
    team = _id(body, "team_id")
    if kind in ("message", "app_mention"):
        return _message(body, event, key)
    if kind == "app_home_opened":
        opened = HomeOpened(key, Place(team, _id(event, "user")))
        return opened if event.get("tab", "home") == "home" else None
    if kind == "assistant_thread_started":
        thread = _object(event, "assistant_thread")
        user, channel = _id(thread, "user_id"), _id(thread, "channel_id")
        return AssistantOpened(key, Place(team, user, channel, _id(thread, "thread_ts")))
    return None


def _message(body: Mapping[str, Any], event: Mapping[str, Any], key: str) -> Said | None:
    channel, ts = _id(event, "channel"), _id(event, "ts")
    mention = event["type"] == "app_mention"
    direct = event.get("channel_type") == "im" or channel.startswith("D")
    # A mention in a direct message, or a message in a channel, comes as the other event too.
    if mention == direct or not _by_person(body, event):
        return None
    thread = _id(event, "thread_ts", "") or (ts if mention else "")
    user, text = _id(event, "user"), event.get("text") or ""
    if not isinstance(text, str):
        raise MalformedError("text is not a text")
    if mention:
        text = _without_mention(text, body)
    place = Place(_team(body, event), user, channel, thread, ts)
    return Said(key, place, text=plain_text(text))


def _by_person(body: Mapping[str, Any], event: Mapping[str, Any]) -> bool:
    """Whether a person wrote the message, now: no bot, no edit, no deletion, not the coach."""
    if event.get("subtype") not in SPOKEN or event.get("bot_id") or event.get("bot_profile"):
        return False
    return event.get("user") not in (*_own_names(body), "USLACKBOT")


def _own_names(body: Mapping[str, Any]) -> list[str]:
    """The bot's own user ids, which each event names."""
    given = body.get("authorizations") or []
    if not isinstance(given, list) or not all(isinstance(item, dict) for item in given):
        raise MalformedError("authorizations are not a list of objects")
    return [str(item["user_id"]) for item in given if item.get("is_bot") and "user_id" in item]


def _without_mention(text: str, body: Mapping[str, Any]) -> str:
    """``text`` without the coach's name: the known one wherever it is, else the first."""
    own = _own_names(body)
    if own:
        return _MENTION.sub(lambda found: "" if found[1] in own else found[0], text)
    return _MENTION.sub("", text, count=1)


def _command(body: Mapping[str, Any]) -> Commanded:
    _text(body, "command")
    place = Place(
        _id(body, "team_id"),
        _id(body, "user_id"),
        _id(body, "channel_id"),
        private=True,
        response_url=_text(body, "response_url"),
    )
    text = _text(body, "text", "")
    return Commanded(f"trigger:{_text(body, 'trigger_id')}", place, text=plain_text(text))


def _pressed(body: Mapping[str, Any]) -> Pressed:
    actions = body.get("actions")
    if not isinstance(actions, list) or not actions or not isinstance(actions[0], dict):
        raise MalformedError("actions are missing")
    action, trigger = actions[0], _text(body, "trigger_id")
    option = _object(action, "selected_option", {})
    shown = _object(option or action, "text", {})
    blocks = _object(body, "message", {}).get("blocks") or []
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        raise MalformedError("blocks are not a list of objects")
    return Pressed(
        f"trigger:{trigger}",
        _pressed_at(body),
        action=_text(action, "action_id"),
        value=_text(option or action, "value", ""),
        title=_text(shown, "text", ""),
        trigger=trigger,
        blocks=tuple(blocks),
    )


def _pressed_at(body: Mapping[str, Any]) -> Place:
    user, container = _object(body, "user"), _object(body, "container", {})
    message = _object(body, "message", {})
    channel = _id(container, "channel_id", "") or _id(_object(body, "channel", {}), "id", "")
    return Place(
        _team(body, user),
        _id(user, "id"),
        channel,
        _id(message, "thread_ts", "") or _id(container, "thread_ts", ""),
        _id(container, "message_ts", ""),
        private=container.get("is_ephemeral") is True,
        response_url=_text(body, "response_url", ""),
    )


def _submitted(body: Mapping[str, Any]) -> Submitted | None:
    user, view = _object(body, "user"), _object(body, "view")
    if view.get("callback_id") != CALLBACK:
        return None
    state = _object(_object(view, "state"), "values")
    place = Place(_team(body, user), _id(user, "id"))
    return Submitted(f"trigger:{_text(body, 'trigger_id')}", place, state=state)


def _team(body: Mapping[str, Any], user: Mapping[str, Any]) -> str:
    """The workspace of the person, in a shared channel not always the one that installed us."""
    for where, name in ((user, "user_team"), (user, "team"), (user, "team_id")):
        if where.get(name):
            return _id(where, name)
    if isinstance(body.get("team"), dict):
        return _id(body["team"], "id")
    return _id(body, "team_id")


def _object(body: Mapping[str, Any], name: str, default: Any = None) -> Mapping[str, Any]:
    value = body.get(name)
    value = default if value is None else value
    if not isinstance(value, dict):
        raise MalformedError(f"{name} is not an object")
    return value


def _text(body: Mapping[str, Any], name: str, default: str | None = None) -> str:
    value = body.get(name)
    value = default if value is None else value
    if not isinstance(value, str) or (default is None and not value):
        raise MalformedError(f"{name} is not a text")
    return value


def _id(body: Mapping[str, Any], name: str, default: str | None = None) -> str:
    value = _text(body, name, default)
    if value != default and not _ID.fullmatch(value):
        raise MalformedError(f"{name} is not an id")
    return value
