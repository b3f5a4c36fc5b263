"""POST /slack/events: everything that Slack sends over HTTP, if it is signed."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import parse_qsl

import structlog
from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from slack_bolt.adapter.starlette.async_handler import to_starlette_response
from slack_bolt.async_app import AsyncApp
from slack_sdk.signature import SignatureVerifier

from bot.channels.slack.listeners import dispatched
from bot.channels.slack.reading import MalformedError, read

logger = structlog.stdlib.get_logger(__name__)

PATH = "/slack/events"
_STAMP = re.compile(r"[0-9]{1,12}")  # seconds since 1970


def http_router(app: AsyncApp, signing_secret: str) -> APIRouter:
    """The one address of events, commands, buttons and modals."""
    router = APIRouter()
    verifier = SignatureVerifier(signing_secret)

    @router.post(PATH, include_in_schema=False)
    async def slack(request: Request) -> Response:
        raw = await request.body()
        if not signed(request, raw, verifier):
            return JSONResponse({"error": "The request is not signed by Slack."}, 401)
        try:
            body = parsed(raw)
            incoming = read(body)
            if incoming is None:
                asked = body.get("type") == "url_verification"
                return JSONResponse({"challenge": body["challenge"]} if asked else {})
            return to_starlette_response(await dispatched(app, body, incoming))
        except MalformedError as problem:
            logger.info("slack request malformed", reason=str(problem))
            return JSONResponse({"error": f"The request cannot be read: {problem}."}, 400)

    return router


def signed(request: Request, raw: bytes, verifier: SignatureVerifier) -> bool:
    """Whether Slack signed ``raw`` within the last five minutes."""
    stamp = request.headers.get("x-slack-request-timestamp", "")
    signature = request.headers.get("x-slack-signature", "")
    if not (_STAMP.fullmatch(stamp) and signature.isascii()):
        return False
    try:
        return bool(verifier.is_valid(raw, stamp, signature))
    except ValueError:  # the body is no UTF-8, which Slack's signatures are made of
        return False


def parsed(raw: bytes) -> dict[str, Any]:
    """The JSON object in a body: the body itself, or a form's "payload"; else the form.

    Raises MalformedError.
    """
    text = raw.decode("utf-8", "strict")
    if text.lstrip()[:1] not in ("{", "["):
        form = dict(parse_qsl(text, keep_blank_values=True))
        if "payload" not in form:
            return dict(form)
        text = form["payload"]
    try:
        body = json.loads(text)
    except (ValueError, RecursionError):
        raise MalformedError("it is not JSON") from None
    if not isinstance(body, dict):
        raise MalformedError("it is not an object")
    return body
