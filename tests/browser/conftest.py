"""A browser, a website of somebody else, and a coach that its pages may talk to."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hosts import SECONDS, NewContext, RunningCoach, Site, Watched, Widget
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from bot.settings import PROJECT

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE = PROJECT / "bot" / "web" / "node_modules" / "axe-core" / "axe.min.js"
NO_BROWSER = (
    "These tests need Chromium, which was not found: install it (on Debian 'apt-get install "
    "chromium', as root)."
)


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.stop()


@pytest.fixture(scope="session")
def coach(
    starting: Callable[..., Any],
    trained_model: Path,
    tmp_path_factory: pytest.TempPathFactory,
    site: Site,
) -> Iterator[RunningCoach]:
    assert (PROJECT / "bot/web/dist/widget.js").is_file(), "The widget is not built: `make web`."
    coach = RunningCoach(starting, trained_model, tmp_path_factory.mktemp("browser"), site)
    site.coach = coach.url
    yield coach
    coach.stop()


# One a module: while it is open, Playwright holds the thread's event loop, which others need.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.fail(NO_BROWSER)
    expect.set_options(timeout=SECONDS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def new_context(browser: Browser) -> Iterator[NewContext]:
    """Browsers of further people, who share nothing; closed at the end."""
    opened: list[BrowserContext] = []

    def new(**options: Any) -> BrowserContext:
        context = browser.new_context(**{"viewport": {"width": 1200, "height": 800}, **options})
        context.set_default_timeout(SECONDS)
        opened.append(context)
        return context

    yield new
    for context in opened:
        context.close()


@pytest.fixture
def visit(new_context: NewContext, coach: RunningCoach, site: Site) -> Callable[..., Widget]:
    """The widget on a page of the site; a query sets its attributes, options the browser."""

    def visit(query: str = "", **options: Any) -> Widget:
        page = new_context(**options).new_page()
        page.goto(f"{site.origin}/?{query}")
        return Widget(page)

    return visit


@pytest.fixture
def watched(new_context: NewContext, coach: RunningCoach, site: Site) -> tuple[Widget, Watched]:
    """The widget on a page of the site, and what else happens there."""
    context = new_context()
    watch = Watched(context)
    page = context.new_page()
    page.goto(f"{site.origin}/")
    return Widget(page), watch


@pytest.fixture(scope="session")
def axe() -> str:
    assert AXE.is_file(), "The widget's npm packages are not installed: `make web`."
    return AXE.read_text(encoding="utf-8")
