"""The page at /, with the widget and without."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from bot.server.pages import QUESTIONS, pages_router
from bot.server.worker import Worker
from bot.settings import Settings

Opened = Callable[[bool, Path], AbstractAsyncContextManager[httpx.AsyncClient]]


@pytest.fixture
def pages(settings: Settings) -> Opened:
    @asynccontextmanager
    async def opened(widget: bool, built: Path) -> AsyncIterator[httpx.AsyncClient]:
        app = FastAPI()
        app.include_router(pages_router(Worker(settings), widget, built))
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://coach") as client:
            yield client

    return opened


async def test_with_the_widget_it_shows_examples(pages: Opened, tmp_path: Path) -> None:
    loader = tmp_path / "widget.js"
    async with pages(True, loader) as client:
        before = (await client.get("/")).text
        # Built while the server runs, it is there at once.
        loader.touch()
        after = (await client.get("/")).text

    assert "make web" in before
    assert "apt-get install nodejs npm" in before
    assert "<script" not in before
    assert '<script src="/widget.js"' in after
    assert all(question in after for question in QUESTIONS)
    assert "make web" not in after


async def test_switched_off_it_says_so(pages: Opened, tmp_path: Path) -> None:
    (tmp_path / "widget.js").touch()
    async with pages(False, tmp_path / "widget.js") as client:
        page = (await client.get("/")).text

    assert "COACH_WIDGET" in page
    assert "<script" not in page


async def test_its_policy_is_strict(pages: Opened, tmp_path: Path) -> None:
    async with pages(True, tmp_path / "widget.js") as client:
        policy = (await client.get("/")).headers["Content-Security-Policy"]
        style, script = await client.get("/page.css"), await client.get("/page.js")

    assert "unsafe" not in policy
    assert "script-src 'self'" in policy
    assert style.headers["Content-Type"].startswith("text/css")
    assert script.headers["Content-Type"].startswith("text/javascript")
