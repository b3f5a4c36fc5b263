"""The widget's scripts, as built into bot/web/dist."""

from __future__ import annotations

import re
from pathlib import Path

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import FileResponse

from bot.settings import PROJECT

DIST = PROJECT / "bot" / "web" / "dist"
LOADER = "widget.js"
PUBLIC = frozenset({"/widget/files/"})
_PART = re.compile(r"[a-z]+-[A-Z0-9]{8}\.js", re.ASCII)
# Scripts that any site may load. A part has its content's hash in its name and never changes.
_ANY_SITE = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
    "Vary": "Accept-Encoding",
}
_FOR_EVER = {**_ANY_SITE, "Cache-Control": "public, max-age=31536000, immutable"}
_ASK_AGAIN = {**_ANY_SITE, "Cache-Control": "no-cache"}
MISSING = "The widget has not been built: install Node and run `make web`."


def files_router(folder: Path = DIST) -> APIRouter:
    """The loader at /widget.js, and what it loads when the panel is opened."""
    router = APIRouter(include_in_schema=False)

    @router.api_route("/widget.js", methods=["GET", "HEAD"])
    async def loader(request: Request) -> FileResponse:
        return _script(request, folder / LOADER, _ASK_AGAIN)

    @router.get("/widget/files/{name}")
    async def part(request: Request, name: str) -> FileResponse:
        if not _PART.fullmatch(name):
            raise HTTPException(404)
        return _script(request, folder / name, _FOR_EVER)

    return router


def _script(request: Request, path: Path, headers: dict[str, str]) -> FileResponse:
    if not path.is_file():
        raise HTTPException(503 if path.name == LOADER else 404, MISSING)
    packed = path.with_name(f"{path.name}.gz")
    if _takes_gzip(request) and packed.is_file():
        path, headers = packed, {**headers, "Content-Encoding": "gzip"}
    return FileResponse(path, media_type="text/javascript", headers=headers)


def _takes_gzip(request: Request) -> bool:
    taken = request.headers.get("accept-encoding", "").lower().replace(" ", "").split(",")
    return "gzip" in taken
