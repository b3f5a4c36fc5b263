"""The widget's scripts."""

from __future__ import annotations

import gzip
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from bot.channels.widget.files import DIST, MISSING, files_router
from bot.server.request_guard import add_error_handlers

MOST_BEFORE_USE = 150 * 1024  # bytes, compressed


@pytest.fixture
async def files(tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI()
    add_error_handlers(app)
    app.include_router(files_router(tmp_path))
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://coach") as client:
        yield client


async def test_any_site_may_load_them(files: httpx.AsyncClient, tmp_path: Path) -> None:
    (tmp_path / "widget.js").write_text("1")
    (tmp_path / "panel-ABCD1234.js").write_text("2")

    loader = await files.get("/widget.js")
    part = await files.get("/widget/files/panel-ABCD1234.js")

    for answer in (loader, part):
        assert answer.status_code == 200
        assert answer.headers["Content-Type"].startswith("text/javascript")
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert loader.headers["Cache-Control"] == "no-cache"
    assert "immutable" in part.headers["Cache-Control"]


@pytest.mark.parametrize("name", [".built-from", "..%2F..%2Fsecret", "widget.js", "panel-x.js"])
async def test_nothing_else_is_given(files: httpx.AsyncClient, tmp_path: Path, name: str) -> None:
    (tmp_path / ".built-from").write_text("x")
    (tmp_path / "widget.js").write_text("x")

    assert (await files.get(f"/widget/files/{name}")).status_code == 404


async def test_they_are_sent_compressed_to_whoever_takes_it(
    files: httpx.AsyncClient, tmp_path: Path
) -> None:
    (tmp_path / "widget.js").write_text("the same")
    (tmp_path / "widget.js.gz").write_bytes(gzip.compress(b"the same"))

    packed = await files.get("/widget.js", headers={"Accept-Encoding": "br, gzip"})
    plain = await files.get("/widget.js", headers={"Accept-Encoding": "identity"})

    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert packed.text == plain.text == "the same"
    for answer in (packed, plain):
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert answer.headers["Content-Type"].startswith("text/javascript")


async def test_what_is_not_built_is_a_sentence(files: httpx.AsyncClient) -> None:
    answer = await files.get("/widget.js")

    assert answer.status_code == 503
    assert answer.json()["error"] == MISSING


def test_the_scripts_are_small_enough(capsys: pytest.CaptureFixture[str]) -> None:
    """What a page loads, and what it loads in all once the panel is opened."""
    assert (DIST / "widget.js").is_file(), MISSING
    loader = (DIST / "widget.js.gz").stat().st_size
    (part,) = DIST.glob("panel-*.js")
    panel = part.with_name(f"{part.name}.gz").stat().st_size
    with capsys.disabled():
        print(f"\nwidget: {loader / 1024:.1f} KB at once, {panel / 1024:.1f} KB on opening (gzip)")

    assert loader <= 10 * 1024
    assert loader + panel <= MOST_BEFORE_USE
