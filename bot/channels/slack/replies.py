"""Brings the coach's messages to where they belong, with their charts and files."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.channels.charts_png import chart_png
from bot.channels.slack.blocks import Block, Outgoing, chart, rendered, section
from bot.channels.slack.calls import Calls
from bot.channels.slack.incoming import Place
from bot.channels.slack.mrkdwn import escaped

OWN = ("profile", "plan")  # kinds of answers that are about the person
_YOU = re.compile(r"\b(?:you|your|yours)\b", re.I)
IMAGE_PAUSES = (1.0, 2.0)  # seconds; an uploaded image can be shown a moment later only
_NO_IMAGE = ("invalid_blocks", "invalid_arguments")
NO_FILE = "_I could not attach the file, sorry. Please try again in a moment._"


class Replies:
    """Sends messages. What cannot be delivered is logged and counted by ``calls``."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    async def send(
        self,
        place: Place,
        messages: Sequence[Mapping[str, Any]],
        asked: str = "",
        known: bool = False,
    ) -> None:
        """Answer in ``place``; ``asked`` is what a pressed button stood for.

        In a channel, what may show a person's own figures is for their eyes only. ``known`` tells
        whether there is a profile.
        """
        for message in messages:
            own = not place.direct and personal(message, known)
            where = replace(place, private=True) if own else place
            await self._send(where, message, asked)
            asked = ""
            await self._attach(where, (message.get("custom") or {}).get("attachments") or [])

    async def _send(self, place: Place, message: Mapping[str, Any], asked: str) -> None:
        image = await self._image(message) if not place.private else ""
        for outgoing in rendered(message, asked, image):
            if not (image and await self._shown(place, outgoing)):
                await self.post(place, without_image(outgoing, message) if image else outgoing)

    async def post(self, place: Place, outgoing: Outgoing) -> None:
        """Post one message, to the person alone where ``place`` is private."""
        content = {"text": outgoing.text, "blocks": outgoing.blocks}
        if place.private and place.response_url:
            await self._calls.respond(
                place.response_url, response_type="ephemeral", replace_original=False, **content
            )
        elif place.private and not place.direct:
            target = {"channel": place.channel, "user": place.user, "thread_ts": place.thread}
            await self._calls.deliver("chat.postEphemeral", **target, **content)
        else:
            await self._calls.deliver("chat.postMessage", **_target(place), **content)

    async def say(self, place: Place, text: str) -> None:
        """Post one sentence of mrkdwn."""
        await self.post(place, Outgoing(text, [section(text)]))

    async def _image(self, message: Mapping[str, Any]) -> str:
        """The id of the uploaded chart; "" if there is none or it could not be drawn."""
        found = (message.get("custom") or {}).get("chart")
        if not found:
            return ""
        drawn = await asyncio.to_thread(chart_png, found)
        if drawn is None:
            return ""
        file = {"filename": "chart.png", "content": drawn, "alt_txt": str(found["alt"])[:1000]}
        return next(iter(await self._calls.upload([file])), "")

    async def _shown(self, place: Place, outgoing: Outgoing) -> bool:
        """Whether a message went out with its image; Slack may not take that (yet)."""
        content = {"text": outgoing.text, "blocks": outgoing.blocks}
        for pause in (*IMAGE_PAUSES, 0.0):
            refused = await self._calls.refused(
                "chat.postMessage", _NO_IMAGE, **_target(place), **content
            )
            if not refused:
                return True
            await asyncio.sleep(pause)
        return False

    async def _attach(self, place: Place, attachments: Sequence[Mapping[str, Any]]) -> None:
        files = [{"filename": a["name"], "content": a["content"]} for a in attachments]
        if not files:
            return
        channel, thread = place.channel, place.thread
        if place.private or not channel.startswith("D"):
            # Files cannot be for one person in a channel: theirs go to the direct messages.
            opened = await self._calls.deliver("conversations.open", users=place.user) or {}
            channel, thread = str((opened.get("channel") or {}).get("id") or ""), ""
        sent = await self._calls.upload(files, channel, thread) if channel else []
        if not sent:
            await self.say(place, NO_FILE)
        elif not place.direct:
            names = ", ".join(escaped(str(file["filename"])) for file in files)
            await self.say(place, f"_Sent to you as a direct message: {names}._")


def personal(message: Mapping[str, Any], known: bool) -> bool:
    """Whether an answer may show what is known of the person: rather too often than not."""
    custom = message.get("custom") or {}
    chart = custom.get("chart") or {}
    words = f"{message.get('text')} {chart.get('alt')}"
    return custom.get("kind") in OWN or (known and _YOU.search(words) is not None)


def _target(place: Place) -> dict[str, Any]:
    """Where a message that is not private goes: without a channel, to the person directly."""
    return {
        "channel": place.channel or place.user,
        "thread_ts": place.thread,
        "unfurl_links": False,
        "unfurl_media": False,
    }


def without_image(outgoing: Outgoing, message: Mapping[str, Any]) -> Outgoing:
    """``outgoing`` with the chart's text alternative in place of the image."""
    words = chart((message.get("custom") or {}).get("chart"), image="")
    blocks: list[Block] = []
    for block in outgoing.blocks:
        blocks += words if block["type"] == "image" else [block]
    return Outgoing(outgoing.text, blocks)
