"""A stand-in for Slack: its Web API, response URLs, uploads and Socket Mode, on loopback."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Callable
from typing import Any

from aiohttp import WSMsgType, web

SCOPES = "app_mentions:read,chat:write,commands,files:write,im:history,im:write,reactions:write"


class Call(dict[str, Any]):
    """The content of one call, with its ``method``, when it came and how it was answered."""

    def __init__(self, method: str, content: dict[str, Any], status: int) -> None:
        super().__init__(content)
        self.method, self.status, self.at = method, status, time.monotonic()


class SlackStandIn:
    """Answers every method, and records what it was asked in ``calls``."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.problems: list[Callable[[str], web.Response | None]] = []
        self.delay = 0.0
        self.url = ""
        self.sockets: list[web.WebSocketResponse] = []
        self.acknowledged: list[dict[str, Any]] = []
        self.answers: dict[str, dict[str, Any]] = {}
        self.scopes = SCOPES
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        self._thread.start()
        assert self._ready.wait(10)

    def stop(self) -> None:
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    @property
    def api(self) -> str:
        return f"{self.url}/api/"

    @property
    def response_url(self) -> str:
        return f"{self.url}/respond/1"

    def forget(self) -> None:
        """Begin anew for the next test."""
        self.calls.clear()
        self.problems.clear()
        self.acknowledged.clear()
        self.answers.clear()
        self.delay = 0.0
        self.scopes = SCOPES

    def fail(self, times: int, status: int, method: str = "", **headers: str) -> None:
        """Answer the next ``times`` calls (of ``method``) with ``status``."""
        left = [times]

        def problem(asked: str) -> web.Response | None:
            if left[0] == 0 or (method and asked != method):
                return None
            left[0] -= 1
            return web.Response(status=status, text="sorry", headers=headers)

        self.problems.append(problem)

    def of(self, *methods: str) -> list[Call]:
        """The calls of ``methods`` that were answered well, as they came."""
        return [c for c in list(self.calls) if c.method in methods and c.status == 200]

    def wait_for(self, *methods: str, count: int = 1, seconds: float = 10.0) -> list[Call]:
        """The calls of ``methods`` once there are ``count``."""
        deadline = time.monotonic() + seconds
        while len(self.of(*methods)) < count and time.monotonic() < deadline:
            time.sleep(0.01)
        found = self.of(*methods)
        assert len(found) >= count, [c.method for c in self.calls]
        return found

    def send(self, envelope: dict[str, Any]) -> None:
        """Send to all Socket Mode connections."""
        for socket in self.sockets:
            text = json.dumps(envelope)
            asyncio.run_coroutine_threadsafe(socket.send_str(text), self._loop).result(5)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._open())
        self._ready.set()
        self._loop.run_forever()
        self._loop.close()

    async def _open(self) -> None:
        app = web.Application(client_max_size=50_000_000)
        app.router.add_post("/api/{method}", self._api)
        app.router.add_post("/respond/{name}", self._respond)
        app.router.add_post("/upload/{name}", self._upload)
        app.router.add_get("/socket", self._socket)
        self._runner = web.AppRunner(app, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def _close(self) -> None:
        for socket in list(self.sockets):
            await socket.close()
        await self._runner.cleanup()

    async def _api(self, request: web.Request) -> web.Response:
        content = await _content(request)
        return await self._answered(request.match_info["method"], content)

    async def _respond(self, request: web.Request) -> web.Response:
        return await self._answered("response_url", await request.json())

    async def _upload(self, request: web.Request) -> web.Response:
        data = await request.read()
        self.calls.append(Call("upload", {"data": data}, 200))
        return web.Response(text="OK")

    async def _answered(self, method: str, content: dict[str, Any]) -> web.Response:
        await asyncio.sleep(self.delay)
        for problem in self.problems:
            answer = problem(method)
            if answer is not None:
                self.calls.append(Call(method, content, answer.status))
                return answer
        self.calls.append(Call(method, content, 200))
        found = self.answers.get(method) or self._usual(method, content)
        return web.json_response({"ok": True, **found}, headers={"x-oauth-scopes": self.scopes})

    def _usual(self, method: str, content: dict[str, Any]) -> dict[str, Any]:
        number = len(self.calls)
        if method == "auth.test":
            return {"team": "Acme", "team_id": "T1", "user": "coach", "user_id": "UBOT"}
        if method == "apps.connections.open":
            return {"url": f"{self.url.replace('http', 'ws')}/socket"}
        if method == "conversations.open":
            return {"channel": {"id": f"D-{content['users']}"}}
        if method == "files.getUploadURLExternal":
            return {"upload_url": f"{self.url}/upload/F{number}", "file_id": f"F{number}"}
        if method == "files.completeUploadExternal":
            given = content["files"]
            return {"files": json.loads(given) if isinstance(given, str) else given}
        return {"ts": f"1700000000.{number:06d}", "channel": content.get("channel", "")}

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.sockets.append(socket)
        await socket.send_str(json.dumps({"type": "hello"}))
        try:
            async for message in socket:
                if message.type == WSMsgType.TEXT:
                    self.acknowledged.append(json.loads(message.data))
        finally:
            self.sockets.remove(socket)
        return socket


async def _content(request: web.Request) -> dict[str, Any]:
    if request.query:
        return dict(request.query)
    if request.content_type == "application/json":
        content: dict[str, Any] = await request.json()
        return content
    return dict(await request.post())
