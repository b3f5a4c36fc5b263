"""GET / (how to talk to the coach) and GET /health (whether it can answer)."""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse
from pydantic import BaseModel

from bot.server.worker import Worker

PAGE = Path(__file__).parent / "page.html"
_PAGE_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "X-Content-Type-Options": "nosniff",
}


class Health(BaseModel):
    """Whether the coach can answer, and which one it is."""

    status: Literal["starting", "ok", "failed", "stopped"]
    version: str | None = None
    model: str | None = None
    knowledge: str | None = None
    slack: dict[str, Any] | None = None


def pages_router(worker: Worker, slack: Callable[[], dict[str, Any]] | None = None) -> APIRouter:
    """The pages; ``slack`` tells of Slack's health where it is used."""
    router = APIRouter()
    page = PAGE.read_text(encoding="utf-8")

    @router.get("/", response_class=HTMLResponse)
    async def start(request: Request) -> HTMLResponse:
        """How to talk to the coach."""
        address = html.escape(str(request.base_url).rstrip("/"))
        return HTMLResponse(page.replace("{address}", address), headers=_PAGE_HEADERS)

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
