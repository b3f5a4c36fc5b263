"""Clients of the widget's addresses."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from visitors import SITE, Coach, Visitor

from bot.server.app import create_app
from bot.server.worker import Worker
from bot.settings import Settings


@pytest.fixture
def coach(settings: Settings, worker: Worker) -> Coach:
    """Opens clients of an application with changed settings, from an address."""

    @asynccontextmanager
    async def opened(
        address: str = "192.0.2.1", **changes: Any
    ) -> AsyncIterator[httpx.AsyncClient]:
        app = create_app(settings.changed(**changes), worker)
        transport = httpx.ASGITransport(app, client=(address, 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://coach") as client:
            yield client

    return opened


@pytest.fixture
async def client(coach: Coach) -> AsyncIterator[httpx.AsyncClient]:
    async with coach(widget_origins=f"{SITE}, http://other.example:8080") as client:
        yield client


@pytest.fixture
async def visitor(client: httpx.AsyncClient) -> Visitor:
    return await Visitor(client).begin()
