"""GET / (a page that shows the coach) and GET /health (whether it can answer)."""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse, HTMLResponse
from pydantic import BaseModel

from bot.server.worker import Worker

FOLDER = Path(__file__).parent
_PAGE_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}
QUESTIONS = (
    "What does a Senior Account Manager earn?",
    "Compare an Account Manager and an Account Executive",
    "How do I become a Director of Account Management?",
    "I have been an account manager for 5 years and earn 95k. How far am I from senior?",
    "Which skills does an Account Executive need?",
    "Make me a development plan",
)
_SCRIPT = (
    '<script src="/widget.js" data-title="Career coach" data-open async></script>\n'
    '<script src="/page.js" defer></script>'
)
_MISSING = (
    '<p class="missing">The website widget is not built, so it cannot be shown here. Install Node '
    "18 or newer with npm (on Debian and Ubuntu <code>apt-get install nodejs npm</code>), run "
    "<code>make web</code> and load this page again. Everything else works without it.</p>"
)
_OFF = '<p class="missing">The website widget is switched off (<code>COACH_WIDGET</code>).</p>'


class Health(BaseModel):
    """Whether the coach can answer, and which one it is."""

    status: Literal["starting", "ok", "failed", "stopped"]
    version: str | None = None
    model: str | None = None
    knowledge: str | None = None
    slack: dict[str, Any] | None = None


def pages_router(
    worker: Worker, widget: bool, built: Path, slack: Callable[[], dict[str, Any]] | None = None
) -> APIRouter:
    """The pages. The ``widget`` can be shown if its loader, ``built``, is there; ``slack`` tells
    of Slack's health where it is used."""
    router = APIRouter()
    page = (FOLDER / "page.html").read_text(encoding="utf-8")

    @router.get("/", response_class=HTMLResponse)
    async def start(request: Request) -> HTMLResponse:
        """The widget, with examples, and how else to talk to the coach."""
        shown = widget and built.is_file()
        example = _examples() if shown else _MISSING if widget else _OFF
        parts = {
            "{widget}": example,
            "{script}": _SCRIPT if shown else "",
            "{address}": html.escape(str(request.base_url).rstrip("/")),
        }
        text = page
        for name, part in parts.items():
            text = text.replace(name, part)
        return HTMLResponse(text, headers=_PAGE_HEADERS)

    @router.get("/page.css", include_in_schema=False)
    async def style() -> FileResponse:
        return _file("page.css", "text/css")

    @router.get("/page.js", include_in_schema=False)
    async def script() -> FileResponse:
        return _file("page.js", "text/javascript")

    @router.get(
        "/health",
        response_model=Health,
        response_model_exclude_none=True,
        responses={503: {"model": Health, "description": "The coach cannot answer."}},
    )
    async def health(response: Response) -> Health:
        """200 once the coach can answer, 503 before."""
        about = worker.about
        if about is None:
            response.status_code = 503
            return Health(status=worker.state)
        return Health(
            status="ok",
            version=about.version,
            model=about.model,
            knowledge=about.knowledge,
            slack=slack() if slack else None,
        )

    return router


def _file(name: str, media_type: str) -> FileResponse:
    headers = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
    return FileResponse(FOLDER / name, media_type=media_type, headers=headers)


def _examples() -> str:
    items = "".join(
        f'<li><button type="button" data-ask>{html.escape(question)}</button></li>\n'
        for question in QUESTIONS
    )
    return f'<h2>Try a question</h2>\n<ul class="questions">\n{items}</ul>'
