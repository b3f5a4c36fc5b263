"""Which sites' pages may talk to the widget: CORS, and refusal where that alone is no help."""

from __future__ import annotations

from urllib.parse import urlsplit

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

logger = structlog.stdlib.get_logger(__name__)

PREFIX = "/widget/"
_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": "Authorization, Content-Type",
    "Access-Control-Max-Age": "600",
}


def origins(setting: str) -> frozenset[str]:
    """The origins in a comma list, as browsers write them."""
    return frozenset(part.strip().lower() for part in setting.split(",") if part.strip())


class OriginGuard:
    """Lets pages of the coach's own site and of ``allowed`` origins in, and no others.

    Programs, which send no Origin, are not its concern: they hold a session's token or do not.
    """

    def __init__(self, app: ASGIApp, allowed: frozenset[str], public: frozenset[str]) -> None:
        """``public`` holds the beginnings of paths whose answers any page may read."""
        self._app = app
        self._allowed = allowed
        self._public = tuple(public)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(PREFIX):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        origin = headers.get("origin")
        if origin is None or scope["path"].startswith(self._public):
            await self._app(scope, receive, send)
            return
        own = urlsplit(origin).netloc.lower() == headers.get("host", "").lower()
        if not own and origin.lower() not in self._allowed:
            logger.warning("origin refused", origin=origin[:200], setting="COACH_WIDGET_ORIGINS")
            await _refusal()(scope, receive, send)
        elif scope["method"] == "OPTIONS":
            await _named(Response(status_code=204, headers=_PREFLIGHT), origin)(
                scope, receive, send
            )
        else:
            await self._app(scope, receive, _naming(send, origin))


def _refusal() -> Response:
    sentence = "Pages of this site may not talk to the coach (see COACH_WIDGET_ORIGINS)."
    return JSONResponse({"error": sentence}, 403, {"Vary": "Origin"})


def _naming(send: Send, origin: str) -> Send:
    """``send`` that lets a page of ``origin`` read the answer."""

    async def send_named(message: Message) -> None:
        if message["type"] == "http.response.start":
            _name(MutableHeaders(scope=message), origin)
        await send(message)

    return send_named


def _named(response: Response, origin: str) -> Response:
    _name(response.headers, origin)
    return response


def _name(headers: MutableHeaders, origin: str) -> None:
    headers["Access-Control-Allow-Origin"] = origin
    headers["Access-Control-Expose-Headers"] = "Retry-After"
    headers.add_vary_header("Origin")
