"""The Bolt application: each delivery once, acknowledged at once, worked on in its turn."""

from __future__ import annotations

import logging
import re
from typing import Any

import structlog
from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult

from bot.channels.slack.blocks import EDIT
from bot.channels.slack.calls import Calls
from bot.channels.slack.channel import Channel
from bot.channels.slack.deliveries import Deliveries, Delivery
from bot.channels.slack.incoming import Incoming, Pressed, Submitted
from bot.channels.slack.modal import CALLBACK
from bot.channels.slack.reading import MalformedError
from bot.server.logs import TURN
from bot.settings import Settings

logger = structlog.stdlib.get_logger(__name__)

INCOMING, DELIVERY = "incoming", "delivery"
ANYTHING = re.compile(".*", re.DOTALL)
EVENTS = ("message", "app_mention", "app_home_opened", "assistant_thread_started")


def bolt_app(
    settings: Settings, channel: Channel, deliveries: Deliveries, calls: Calls
) -> AsyncApp:
    """The application. To be called by ``dispatched``."""

    async def authorize(**_: object) -> AuthorizeResult:
        # Bolt would ask Slack who the bot is before it acknowledges; each event says so itself.
        return AuthorizeResult(enterprise_id=None, team_id=None, bot_token=settings.slack_bot_token)

    app = AsyncApp(
        name="coach",
        logger=_quiet(),
        client=calls.client,
        authorize=authorize,
        request_verification_enabled=False,
        ignoring_self_events_enabled=False,
        attaching_conversation_kwargs_enabled=False,
    )
    app.middleware(_once(deliveries))
    app.error(_failed)
    for name in EVENTS:
        app.event(name)(_work(channel))
    app.command(ANYTHING)(_acknowledged(channel))
    app.action(EDIT)(_edit(channel))
    app.action(ANYTHING)(_acknowledged(channel))
    app.view(CALLBACK)(_save(channel))
    return app


async def dispatched(app: AsyncApp, body: dict[str, Any], incoming: Incoming) -> BoltResponse:
    """What Slack is answered to ``body``, which was verified and read as ``incoming``.

    Raises MalformedError if Bolt cannot make anything of it.
    """
    try:
        # Bolt's mode for requests that were parsed and need no signature.
        request = AsyncBoltRequest(body=body, mode="socket_mode", context={INCOMING: incoming})
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        raise MalformedError("of an unusual form") from None
    return await app.async_dispatch(request)


def _quiet() -> logging.Logger:
    """A logger for Bolt, whose warnings repeat whole requests."""
    quiet = logging.getLogger("bot.channels.slack.bolt")
    quiet.setLevel(logging.CRITICAL)
    return quiet


def _once(deliveries: Deliveries) -> Any:
    async def once(context: AsyncBoltContext, next: Any) -> BoltResponse | None:
        """Take a place in line; what was delivered before is acknowledged and no more."""
        incoming: Incoming = context[INCOMING]
        delivery = deliveries.enter(incoming.key, incoming.line)
        if not await delivery.is_first():
            return BoltResponse(status=200, body="")
        context[DELIVERY] = delivery
        await next()
        return None

    return once


async def _failed(error: Exception, context: AsyncBoltContext) -> BoltResponse:
    with structlog.contextvars.bound_contextvars(**{TURN: "slack"}):
        logger.error("slack request failed", exc_info=error)
    return BoltResponse(status=500, body="")


def _work(channel: Channel) -> Any:
    async def work(context: AsyncBoltContext) -> None:
        """Events are acknowledged by Bolt."""
        _start(channel, context)

    return work


def _acknowledged(channel: Channel) -> Any:
    async def acknowledged(ack: AsyncAck, context: AsyncBoltContext) -> None:
        await ack()
        _start(channel, context)

    return acknowledged


def _start(channel: Channel, context: AsyncBoltContext) -> None:
    delivery: Delivery = context[DELIVERY]
    delivery.start(lambda: channel.handle(context[INCOMING]))


def _edit(channel: Channel) -> Any:
    async def edit(ack: AsyncAck, context: AsyncBoltContext) -> None:
        await ack()
        pressed: Pressed = context[INCOMING]
        context[DELIVERY].start(lambda: channel.edit_profile(pressed))

    return edit


def _save(channel: Channel) -> Any:
    async def save(ack: AsyncAck, context: AsyncBoltContext) -> None:
        """Saved before it is acknowledged: only the acknowledgement can show what is wrong."""
        given: Submitted = context[INCOMING]
        errors: dict[str, str] = {}
        try:
            errors = await channel.save_profile(given)
            if errors:
                await ack(response_action="errors", errors=errors)
            else:
                await ack()
        finally:
            context[DELIVERY].start(lambda: _shown(channel, given, not errors))

    return save


async def _shown(channel: Channel, given: Submitted, saved: bool) -> None:
    if saved:
        await channel.handle(given)
