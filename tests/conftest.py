"""What several tests share: the trained model, the coach in this process, a server of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from bot.server.app import create_app
from bot.server.logs import quiet_libraries, set_up_logs
from bot.server.worker import Worker
from bot.settings import Settings
from bot.training import Training

START_SECONDS = 120
SERVE = "import sys; from bot.server.serve import serve; sys.exit(serve())"


@pytest.fixture(scope="session")
def trained_model() -> Path:
    """The model that `coach train` makes; trained now if there is none."""
    training = Training()
    return training.model if training.model.is_file() else training.run(print)


@pytest.fixture(scope="session")
def settings(trained_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings for the coach in this process, with a data folder of its own."""
    return Settings(model=trained_model, data_folder=tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="session")
def worker(settings: Settings) -> Iterator[Worker]:
    """The coach in a thread of this process, ready to answer."""
    quiet_libraries()
    set_up_logs("INFO", "text")
    worker = Worker(settings)
    worker.start()
    deadline = time.monotonic() + START_SECONDS
    while worker.state == "starting" and time.monotonic() < deadline:
        time.sleep(0.05)
    assert worker.state == "ok", worker.problem
    yield worker
    worker.stop()


@pytest.fixture
async def client(settings: Settings, worker: Worker) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application around ``worker``, without a network."""
    transport = httpx.ASGITransport(create_app(settings, worker))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        yield client


@dataclass
class Server:
    """A running `coach serve`: its address, its process, and the file that holds its log."""

    url: str
    process: subprocess.Popen[str]
    log: Path

    def say(self, sender: str, message: str) -> list[dict[str, object]]:
        """The coach's messages."""
        body = {"sender": sender, "message": message}
        # Plain HTTP on this machine: reading all certificates takes longer than the answer.
        url = f"{self.url}/webhooks/rest/webhook"
        answer = httpx.post(url, json=body, timeout=60, verify=False)
        answer.raise_for_status()
        messages: list[dict[str, object]] = answer.json()
        return messages

    def stop(self, number: int = signal.SIGINT) -> int:
        """End it as Ctrl-C does, and return its exit code."""
        self.process.send_signal(number)
        return self.process.wait(timeout=30)


def start_server(model: Path, data_folder: Path, **variables: str) -> Server:
    """A server on a free port, once it says that it is ready. Fails if it ends before."""
    data_folder.mkdir(parents=True, exist_ok=True)
    log = data_folder / "server.log"
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("COACH_")},
        "COACH_MODEL": str(model),
        "COACH_DATA_FOLDER": str(data_folder),
        "COACH_PORT": "0",
        **variables,
    }
    with log.open("a") as file:
        process = subprocess.Popen(
            [sys.executable, "-c", SERVE],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=file,
            text=True,
        )
    assert process.stdout is not None
    too_long = threading.Timer(START_SECONDS, process.kill)
    too_long.start()
    try:
        for line in process.stdout:
            ready = re.search(r"ready at (http://\S+) ", line)
            if ready:
                return Server(ready[1], process, log)
    finally:
        too_long.cancel()
    raise AssertionError(f"the server ended with {process.wait()}:\n{log.read_text()}")


@pytest.fixture(scope="session")
def starting() -> Callable[..., Server]:
    """Starts a server that whoever asked for it has to stop."""
    return start_server


@pytest.fixture
def new_server(trained_model: Path) -> Iterator[Callable[..., Server]]:
    """Starts servers with a data folder and variables, and ends those that still run."""
    yield from _starter(trained_model)


@pytest.fixture(scope="module")
def servers(trained_model: Path) -> Iterator[Callable[..., Server]]:
    """``new_server`` for those that several tests of a file share."""
    yield from _starter(trained_model)


def _starter(trained_model: Path) -> Iterator[Callable[..., Server]]:
    started: list[Server] = []

    def start(data_folder: Path, model: Path = trained_model, **variables: str) -> Server:
        started.append(start_server(model, data_folder, **variables))
        return started[-1]

    yield start
    for running in started:
        if running.process.poll() is None:
            running.stop()


@pytest.fixture(scope="session")
def server(trained_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A real server in a process of its own, for tests that need no other."""
    running = start_server(trained_model, tmp_path_factory.mktemp("server"))
    yield running
    running.stop()
