"""Which sites' pages may talk to the coach."""

from __future__ import annotations

import httpx
import pytest
from visitors import SITE, Visitor

from bot.channels.widget.origins import origins
from bot.settings import Settings, SettingsError

ALLOW = "Access-Control-Allow-Origin"


async def preflight(client: httpx.AsyncClient, origin: str) -> httpx.Response:
    headers = {
        "Origin": origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type",
    }
    return await client.options("/widget/messages", headers=headers)


@pytest.mark.parametrize("origin", [SITE, "http://other.example:8080", "http://coach"])
async def test_pages_of_these_sites_may(
    client: httpx.AsyncClient, visitor: Visitor, origin: str
) -> None:
    asked = await preflight(client, origin)
    answer = await visitor.post("messages", {"message": "Hello!", "id": "12345678"}, Origin=origin)
    refused = await visitor.post("messages", {"message": "Hello!", "id": "x"}, Origin=origin)

    assert asked.status_code == 204
    assert asked.headers["Access-Control-Allow-Methods"] == "GET, POST"
    assert asked.headers["Access-Control-Allow-Headers"] == "Authorization, Content-Type"
    assert answer.status_code == 200
    assert refused.status_code == 422
    for response in (asked, answer, refused):
        assert response.headers[ALLOW] == origin
        assert "Origin" in response.headers["Vary"]
        assert "Access-Control-Allow-Credentials" not in response.headers


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "http://www.example.com", f"{SITE}.evil.example", "null",
     "https://example.com", f"{SITE}:444", "http://coach.evil.example"],
)  # fmt: skip
async def test_pages_of_others_may_not(
    client: httpx.AsyncClient, visitor: Visitor, origin: str
) -> None:
    asked = await preflight(client, origin)
    session = await client.post("/widget/session", json={}, headers={"Origin": origin})
    answer = await visitor.post("messages", {"message": "Hello!", "id": "12345678"}, Origin=origin)

    for response in (asked, session, answer):
        assert response.status_code == 403
        assert ALLOW not in response.headers
        assert "COACH_WIDGET_ORIGINS" in response.json()["error"]
    assert await visitor.history() == []


async def test_other_addresses_stay_closed_to_other_sites(client: httpx.AsyncClient) -> None:
    for path in ("/", "/health", "/webhooks/rest/webhook"):
        answer = await client.get(path, headers={"Origin": SITE})
        assert ALLOW not in answer.headers


async def test_scripts_may_be_loaded_from_anywhere(client: httpx.AsyncClient) -> None:
    answer = await client.get("/widget.js", headers={"Origin": "https://evil.example"})

    assert answer.status_code == 200
    assert answer.headers[ALLOW] == "*"


def test_origins_are_read_from_a_list() -> None:
    assert origins("") == frozenset()
    assert origins("https://A.example , http://b.example:1") == {
        "https://a.example",
        "http://b.example:1",
    }


@pytest.mark.parametrize("value", ["*", "example.com", "https://a.example/path", "https://*.a.com"])
def test_what_is_no_origin_is_a_sentence(value: str) -> None:
    with pytest.raises(SettingsError, match="COACH_WIDGET_ORIGINS cannot be used"):
        Settings.from_environment({"COACH_WIDGET_ORIGINS": value})
