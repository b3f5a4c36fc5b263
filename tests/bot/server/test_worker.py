"""Before the coach can answer, and when it never will."""

from __future__ import annotations

import threading
from pathlib import Path

import httpx
import pytest

from bot.server.app import create_app
from bot.server.worker import Worker
from bot.settings import Settings

BODY = {"sender": "me", "message": "Hello!"}


def client_of(settings: Settings, worker: Worker) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(create_app(settings, worker))
    return httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1")


async def test_until_it_is_ready_the_coach_says_so(tmp_path: Path) -> None:
    settings = Settings(data_folder=tmp_path)

    async with client_of(settings, Worker(settings)) as client:
        health = await client.get("/health")
        answer = await client.post("/webhooks/rest/webhook", json=BODY)

    assert (health.status_code, health.json()) == (503, {"status": "starting"})
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert answer.json()["error"] == (
        "The coach is still starting. Please try again in a few seconds."
    )


def fail_to_start(settings: Settings) -> Worker:
    """A worker that has tried to start."""
    changed = threading.Event()
    worker = Worker(settings, changed.set)
    worker.start()
    assert changed.wait(timeout=120)
    return worker


@pytest.mark.parametrize(
    ("model", "content", "sentence"),
    [
        ("missing", None, "There is no trained model at {}: run `coach train` first."),
        ("broken.tar.gz", "no archive", "The model does not fit the program (ModelNotFound: "),
    ],
)
async def test_a_coach_that_cannot_start_says_so(
    tmp_path: Path, model: str, content: str | None, sentence: str
) -> None:
    path = tmp_path / model
    if content:
        path.write_text(content)
    settings = Settings(data_folder=tmp_path, model=path)

    worker = fail_to_start(settings)

    assert worker.problem is not None
    assert worker.problem.startswith(sentence.format(path))
    async with client_of(settings, worker) as client:
        health = await client.get("/health")
        answer = await client.post("/webhooks/rest/webhook", json=BODY)
    assert (health.status_code, health.json()) == (503, {"status": "failed"})
    assert answer.status_code == 503
    assert "could not start" in answer.json()["error"]


def test_a_database_that_cannot_be_opened_is_named(trained_model: Path, tmp_path: Path) -> None:
    url = "postgresql://coach:hunter2@127.0.0.1:1/conversations"
    settings = Settings(data_folder=tmp_path, model=trained_model, tracker_url=url)

    problem = fail_to_start(settings).problem or ""

    assert problem.startswith("The database of conversations cannot be opened: check ")
    assert "Connection refused" in problem
    assert "hunter2" not in problem


async def test_health_names_what_is_running(client: httpx.AsyncClient, worker: Worker) -> None:
    health = await client.get("/health")

    assert health.status_code == 200
    assert set(health.json()) == {"status", "version", "model", "knowledge"}
    assert health.json()["status"] == "ok"
    assert all(health.json().values())
