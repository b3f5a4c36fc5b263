"""The website of somebody else, the widget on its pages, and the coach behind it."""

from __future__ import annotations

import html
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

NewContext = Callable[..., BrowserContext]
SECONDS = 10_000  # milliseconds that an answer may take on a busy machine
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Example Ltd</title>
</head><body><main><h1>Example Ltd</h1><p>We sell examples. <a href="#more">More</a></p></main>
{scripts}</body></html>"""
_POLICY = (
    "default-src 'none'; script-src {coach}; connect-src {coach}; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)


class Site:
    """A site whose pages hold the widget, under the strictest policy that lets it work.

    A page's query becomes the script element's data-… attributes.
    """

    def __init__(self) -> None:
        self.coach = ""
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.origin = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def page(self, query: str) -> bytes:
        data = {"title": "Career coach", **dict(parse_qsl(query, keep_blank_values=True))}
        written = " ".join(f'data-{name}="{html.escape(value)}"' for name, value in data.items())
        script = f'<script src="{self.coach}/widget.js" {written} async></script>'
        return _PAGE.replace("{scripts}", script).encode()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = site.page(urlsplit(self.path).query)
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Security-Policy", _POLICY.format(coach=site.coach))
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        return Handler


class RunningCoach:
    """A server that can be stopped and started again at the same address."""

    def __init__(self, start: Callable[..., Any], model: Path, folder: Path, site: Site) -> None:
        self._start = lambda port: start(
            model,
            folder,
            COACH_PORT=port,
            COACH_WIDGET_ORIGINS=site.origin,
            COACH_WIDGET_MESSAGES="1000",
        )
        self._server = self._start("0")
        self.url: str = self._server.url

    def stop(self) -> None:
        if self._server.process.poll() is None:
            self._server.stop()

    def start(self) -> None:
        self._server = self._start(self.url.rpartition(":")[2])


class Widget:
    """The widget on a page, as a person uses it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.launcher = page.locator(".launcher")
        self.panel = page.get_by_role("dialog", name="Career coach")
        self.input = page.get_by_role("textbox")
        self.answers = page.locator(".answer")
        self.asked = page.locator(".typed")
        self.chips = page.locator(".chip")
        self.bar = page.locator(".bar")
        self.heard = page.locator(".panel > [role=status]")

    def open(self) -> Widget:
        self.launcher.click()
        expect(self.chips.first).to_be_visible()
        return self

    def type(self, text: str) -> None:
        self.input.click()
        self.page.keyboard.insert_text(text)
        self.page.keyboard.press("Enter")

    def ask(self, text: str) -> Locator:
        """The answer to ``text``."""
        return self.after(lambda: self.type(text))

    def after(self, act: Callable[[], object]) -> Locator:
        """The answer that comes after ``act``."""
        before = self.answers.count()
        act()
        expect(self.answers).to_have_count(before + 1, timeout=SECONDS)
        return self.answers.nth(before)

    def kept(self) -> dict[str, Any]:
        """What the browser keeps."""
        script = "JSON.parse(Object.entries(localStorage).find(([k]) => k.startsWith('career'))[1])"
        kept: dict[str, Any] = self.page.evaluate(script)
        return kept

    def keep(self, **changes: object) -> None:
        """Change what the browser keeps."""
        self.page.evaluate(
            """changes => {
                const [key, value] = Object.entries(localStorage)
                    .find(([name]) => name.startsWith("career"));
                localStorage.setItem(key, JSON.stringify({...JSON.parse(value), ...changes}));
            }""",
            changes,
        )


class Watched:
    """What happens in a page besides what is seen: requests, complaints, dialogs."""

    def __init__(self, context: BrowserContext) -> None:
        self.requests: list[str] = []
        self.complaints: list[str] = []
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("console", self._console)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        context.on("dialog", self._dialog)

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _dialog(self, dialog: Any) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def hosts(self) -> set[str]:
        return {urlsplit(url).netloc for url in self.requests if url.startswith("http")}


def answering(page: Page, messages: list[dict[str, Any]]) -> None:
    """Have every question on ``page`` answered with ``messages``."""

    def fulfil(route: Route) -> None:
        if route.request.method != "POST":
            route.continue_()
            return
        origin = route.request.headers.get("origin", "*")
        route.fulfill(json=messages, headers={"Access-Control-Allow-Origin": origin})

    page.route("**/widget/messages", fulfil)
