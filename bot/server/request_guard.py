"""What holds for every request: an id, a limit, and a sentence when something goes wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import structlog
from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.server.errors import NotReadyError
from bot.server.logs import REQUEST

logger = structlog.stdlib.get_logger(__name__)

HEADER = b"x-request-id"
RETRY_SECONDS = 2
_REQUEST_ID = re.compile(r"[\w.:-]{1,64}", re.ASCII)
_SENTENCES = {
    404: "There is nothing at this address.",
    405: "This address does not take that kind of request.",
}


class RequestGuard:
    """Outermost middleware: gives each request an id, limits its size, answers its failure.

    The id is the caller's X-Request-ID if that is a plain word, else a new one; it is in every
    log line of the request and goes back in the same header.
    """

    def __init__(self, app: ASGIApp, most_bytes: int) -> None:
        self._app = app
        self._most_bytes = most_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = _request_id(scope)
        sent = False

        async def send_with_id(message: Message) -> None:
            nonlocal sent
            if message["type"] == "http.response.start":
                sent = True
                message["headers"] = [*message["headers"], (HEADER, request_id.encode())]
            await send(message)

        with structlog.contextvars.bound_contextvars(**{REQUEST: request_id}):
            try:
                await self._app(scope, limited(receive, self._most_bytes), send_with_id)
            except Exception:
                # The edge of a request. Beyond it, uvicorn would only close the connection.
                logger.exception("request failed", path=scope["path"])
                if sent:
                    raise
                answer = _problem(500, "Something went wrong on the coach's side, sorry.")
                await answer(scope, receive, send_with_id)


def limited(receive: Receive, most_bytes: int) -> Receive:
    """``receive`` that raises HTTPException(413) once a body has more than ``most_bytes``."""
    received = 0

    async def receive_some() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > most_bytes:
            raise HTTPException(413, f"The request has more than the {most_bytes:,} bytes allowed.")
        return message

    return receive_some


def add_error_handlers(app: FastAPI) -> None:
    """Make every failure an answer of the form {"error": sentence, "request_id": id}."""
    handlers: dict[type[Exception], Callable[..., Any]] = {
        RequestValidationError: _on_invalid,
        StarletteHTTPException: _on_http_error,
        NotReadyError: _on_not_ready,
    }
    for kind, handler in handlers.items():
        app.add_exception_handler(kind, handler)


async def _on_invalid(_request: Request, error: RequestValidationError) -> JSONResponse:
    problem = error.errors()[0]
    where = ".".join(str(part) for part in problem["loc"][1:] if not isinstance(part, int))
    subject = f"The field '{where}'" if where else "The request's body"
    if problem["type"] == "missing":
        return _problem(422, f"{subject} is missing.")
    if problem["type"] == "json_invalid":
        return _problem(422, "The request's body is not JSON.")
    reason = problem["msg"].removeprefix("Value error, ")
    return _problem(422, f"{subject} is not right: {reason[:1].lower()}{reason[1:]}.")


async def _on_http_error(_request: Request, error: StarletteHTTPException) -> JSONResponse:
    sentence = _SENTENCES.get(error.status_code, str(error.detail))
    return _problem(error.status_code, sentence, dict(error.headers or {}))


async def _on_not_ready(_request: Request, error: NotReadyError) -> JSONResponse:
    return _problem(503, str(error), {"Retry-After": str(RETRY_SECONDS)})


def _problem(status: int, sentence: str, headers: dict[str, str] | None = None) -> JSONResponse:
    request_id = structlog.contextvars.get_contextvars().get(REQUEST)
    if status != 503:
        logger.info("request refused", status=status, reason=sentence)
    return JSONResponse({"error": sentence, "request_id": request_id}, status, headers)


def _request_id(scope: Scope) -> str:
    given = next((value for name, value in scope["headers"] if name == HEADER), b"")
    text = given.decode("latin-1")
    return text if _REQUEST_ID.fullmatch(text) else uuid4().hex[:16]
