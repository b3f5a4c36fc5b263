"""The application: the coach in a thread of its own, and the addresses it is reached at."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import TYPE_CHECKING

from fastapi import FastAPI

from bot.channels.widget.files import DIST, LOADER, PUBLIC, files_router
from bot.channels.widget.origins import OriginGuard, origins
from bot.channels.widget.routes import widget_router
from bot.server.pages import pages_router
from bot.server.request_guard import RequestGuard, add_error_handlers
from bot.server.rest import rest_router
from bot.server.secret import secret_key
from bot.server.worker import Worker
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.channels.slack.service import SlackService

# JSON may write a character as two escapes of six bytes each; the rest is for the other fields.
_BYTES_A_CHARACTER = 12
_OTHER_BYTES = 10_000


def create_app(
    settings: Settings, worker: Worker | None = None, slack: SlackService | None = None
) -> FastAPI:
    """The application for ``settings``. It begins to load the coach when it is started."""
    worker = worker or Worker(settings)
    slack = slack or _slack(settings, worker)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncGenerator[None, None]:
        worker.start()
        if slack is not None:
            await slack.start()
        try:
            yield
        finally:
            if slack is not None:
                await slack.stop()
            worker.stop()

    app = FastAPI(
        title="Career coach",
        version=version("career-coach"),
        lifespan=lifespan,
        # Their pages load scripts from elsewhere.
        docs_url=None,
        redoc_url=None,
    )
    add_error_handlers(app)
    health = slack.health if slack else None
    app.include_router(pages_router(worker, settings.widget == "on", DIST / LOADER, health))
    if settings.rest != "off":
        app.include_router(rest_router(settings, worker))
    if slack is not None:
        app.include_router(slack.router)
    if settings.widget == "on":
        _add_widget(app, settings, worker)
    most_bytes = settings.max_characters * _BYTES_A_CHARACTER + _OTHER_BYTES
    app.add_middleware(RequestGuard, most_bytes=most_bytes)
    return app


def _slack(settings: Settings, worker: Worker) -> SlackService | None:
    if not settings.slack_bot_token:
        return None
    # Imported only where it is used: Bolt takes half a second.
    from bot.channels.slack.service import SlackService

    return SlackService(settings, worker)


def _add_widget(app: FastAPI, settings: Settings, worker: Worker) -> None:
    app.include_router(widget_router(settings, worker, lambda: secret_key(settings)))
    app.include_router(files_router())
    app.add_middleware(OriginGuard, allowed=origins(settings.widget_origins), public=PUBLIC)
