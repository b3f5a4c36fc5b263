"""Visitors of the widget, without a browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import httpx

SITE = "https://www.example.com"
Coach = Callable[..., Any]


class Visitor:
    """Somebody with a session."""

    def __init__(self, client: httpx.AsyncClient, token: str = "") -> None:
        self.client = client
        self.token = token

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    async def begin(self) -> Visitor:
        answer = await self.client.post("/widget/session", json={})
        assert answer.status_code == 200, answer.text
        self.token = answer.json()["token"]
        return self

    async def post(self, path: str, body: dict[str, Any], **headers: str) -> httpx.Response:
        headers = {**self.headers, **headers}
        return await self.client.post(f"/widget/{path}", json=body, headers=headers)

    async def send(self, text: str, **fields: Any) -> httpx.Response:
        return await self.post("messages", {"message": text, "id": uuid4().hex, **fields})

    async def say(self, text: str, **fields: Any) -> list[dict[str, Any]]:
        answer = await self.send(text, **fields)
        assert answer.status_code == 200, answer.text
        messages: list[dict[str, Any]] = answer.json()
        return messages

    async def history(self) -> list[dict[str, Any]]:
        answer = await self.client.get("/widget/history", headers=self.headers)
        assert answer.status_code == 200, answer.text
        messages: list[dict[str, Any]] = answer.json()
        return messages
