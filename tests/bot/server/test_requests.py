"""What holds for every request: an id, a limit, a sentence for each failure; and the pages."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import httpx
import pytest

from bot.server.app import create_app
from bot.server.worker import Worker
from bot.settings import Settings


async def test_a_callers_request_id_comes_back(client: httpx.AsyncClient) -> None:
    answer = await client.get("/health", headers={"X-Request-ID": "abc-123"})

    assert answer.headers["X-Request-ID"] == "abc-123"


@pytest.mark.parametrize("given", [None, "two words", "x" * 65, "a\tb", ""])
async def test_otherwise_there_is_a_new_one(client: httpx.AsyncClient, given: str | None) -> None:
    headers = {} if given is None else {"X-Request-ID": given}

    ids = {(await client.get("/", headers=headers)).headers["X-Request-ID"] for _ in range(2)}

    assert len(ids) == 2
    assert given not in ids


async def test_a_failure_names_its_request(client: httpx.AsyncClient) -> None:
    answer = await client.get("/nothing", headers={"X-Request-ID": "abc"})

    assert answer.status_code == 404
    assert answer.json() == {"error": "There is nothing at this address.", "request_id": "abc"}


async def test_another_method_is_refused(client: httpx.AsyncClient) -> None:
    answer = await client.get("/webhooks/rest/webhook")

    assert answer.status_code == 405
    assert answer.headers["Allow"] == "POST"
    assert answer.json()["error"] == "This address does not take that kind of request."


@pytest.mark.parametrize("chunked", [False, True])
async def test_a_body_that_is_too_large_is_refused(
    client: httpx.AsyncClient, chunked: bool
) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b"x" * 10_000

    answer = await client.post(
        "/webhooks/rest/webhook",
        content=chunks() if chunked else b"x" * 1_000_000,
        headers={"Content-Type": "application/json"},
    )

    assert answer.status_code == 413
    assert "250,000 bytes" in answer.json()["error"]


async def test_a_failing_address_answers_with_a_sentence(
    settings: Settings, worker: Worker, capsys: pytest.CaptureFixture[str]
) -> None:
    app = create_app(settings, worker)

    @app.get("/broken")
    async def broken() -> None:
        raise RuntimeError("my salary")

    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://127.0.0.1"
    ) as client:
        answer = await client.get("/broken", headers={"X-Request-ID": "abc"})

    assert answer.status_code == 500
    assert answer.json() == {
        "error": "Something went wrong on the coach's side, sorry.",
        "request_id": "abc",
    }


async def test_the_page_says_how_to_talk_to_the_coach(client: httpx.AsyncClient) -> None:
    page = await client.get("/")

    assert page.headers["Content-Type"].startswith("text/html")
    assert "coach chat" in page.text
    assert "curl http://127.0.0.1/webhooks/rest/webhook" in page.text
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert not re.search(r"(src|href)=.(https?:)?//", page.text), "nothing comes from elsewhere"


async def test_an_address_in_the_page_is_escaped(client: httpx.AsyncClient) -> None:
    page = await client.get("/", headers={"Host": "<b>x</b>"})

    assert "<b>" not in page.text


async def test_the_addresses_are_described(client: httpx.AsyncClient) -> None:
    described = (await client.get("/openapi.json")).json()

    assert {"/", "/health", "/webhooks/rest/webhook"} <= set(described["paths"])
    assert (await client.get("/docs")).status_code == 404
