"""Starts a bot as a person would and measures start, turns and memory over HTTP."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx
import numpy as np

TURNS = 200
USERS = 20
_PATIENCE = 300.0  # seconds for a bot to start


@dataclass(frozen=True)
class Served:
    """Seconds to the first good answer, milliseconds a turn, MB resident afterwards."""

    start: float
    median: float
    slow: float
    memory: float


def measure(
    commands: Sequence[Sequence[str]], folder: Path, port: int, messages: Sequence[str]
) -> Served:
    """Run ``commands`` in ``folder``, talk to the REST channel on ``port``, stop them again.

    Raises TimeoutError if no good answer comes in five minutes.
    """
    log = (folder / "bench.log").open("w")
    environment = {**os.environ, "RASA_TELEMETRY_ENABLED": "false"}
    began = time.perf_counter()
    running = [
        subprocess.Popen(
            c, cwd=folder, env=environment, stdout=log, stderr=log, start_new_session=True
        )
        for c in commands
    ]
    try:
        with httpx.Client(timeout=60) as client:
            url = f"http://127.0.0.1:{port}/webhooks/rest/webhook"
            _await_answer(client, url, messages[-1])
            start = time.perf_counter() - began
            times = [_turn(client, url, i, messages) for i in range(-20, TURNS)][20:]
        memory = sum(_resident(process.pid) for process in running)
    finally:
        for process in running:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=30)
        log.close()
    slow = float(np.percentile(times, 95))
    return Served(start, float(np.median(times)), slow, memory)


def _await_answer(client: httpx.Client, url: str, message: str) -> None:
    last = time.monotonic() + _PATIENCE
    while time.monotonic() < last:
        try:
            reply = client.post(url, json={"sender": "start", "message": message})
            if reply.status_code == 200 and reply.json():
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise TimeoutError("the bot gave no answer within five minutes; see bench.log")


def _turn(client: httpx.Client, url: str, number: int, messages: Sequence[str]) -> float:
    body = {"sender": f"user-{number % USERS}", "message": messages[number % len(messages)]}
    began = time.perf_counter()
    reply = client.post(url, json=body)
    reply.raise_for_status()
    if not reply.json():
        raise RuntimeError(f"no answer to {body['message']!r}")
    return 1000 * (time.perf_counter() - began)


def _resident(pid: int) -> float:
    """MB resident of a process and its children."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    status = Path(f"/proc/{pid}/status").read_text()
    own = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    return own / 1024 + sum(_resident(int(child)) for child in children)
