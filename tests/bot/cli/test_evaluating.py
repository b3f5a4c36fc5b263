"""`coach evaluate`, in process and over HTTP."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from bot.cli.remote_coach import RemoteCoach
from bot.evaluation import NoReplyError, UnreachableError

Run = Callable[..., Any]


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """Two cases that hold with the parrot, and one that does not."""
    path = tmp_path / "cases.jsonl"
    lines = [
        {"id": "a", "kind": "pay", "turns": [{"user": "x", "all": ["said \\*\\*x"]}]},
        {"id": "b", "kind": "pay", "turns": [{"user": "y", "all": ["z"]}, {"user": "z"}]},
        {"id": "c", "facet": "skill", "turns": [{"user": "x", "any": [["x", "y", 1]]}]},
    ]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


def test_report(run: Run, parrot: Any, cases: Path) -> None:
    outcome = run("evaluate", cases, "--at-least", 60)
    lines = [line.rstrip() for line in outcome.out.splitlines()]
    assert outcome.code == 0
    assert lines[0] == "cases.jsonl: 2 of 3 cases hold (66.7 %)"
    assert " ".join(lines[1].split()) == "pay 1 of 2 cases hold (50.0 %)"
    assert " ".join(lines[2].split()) == "skill 1 of 1 cases hold (100.0 %)"
    assert lines[3].startswith("turns: 4, median ")
    assert lines[-1] == "2 of 3 cases hold (66.7 %)"
    assert len({sender for sender, _ in parrot.heard}) == 3


def test_too_few_cases_end_with_1(run: Run, parrot: Any, cases: Path) -> None:
    assert run("evaluate", cases, "--at-least", 66.6).code == 0
    outcome = run("evaluate", cases, "--at-least", 67)
    assert outcome.code == 1
    assert outcome.err.endswith("That is less than 67 %.\n")
    assert run("evaluate", cases).code == 1


def test_cases_that_fall_short_are_shown(run: Run, parrot: Any, cases: Path) -> None:
    assert "---" not in run("evaluate", cases).out
    shown = run("evaluate", cases, "--show", 1).out
    assert "--- b (pay)" in shown
    assert "user:  'y'" in shown
    assert "missing: z" in shown


def test_cases_that_fall_short_are_written(
    run: Run, parrot: Any, cases: Path, tmp_path: Path
) -> None:
    run("evaluate", cases, "--json", tmp_path / "short.json")
    (short,) = json.loads((tmp_path / "short.json").read_text(encoding="utf-8"))
    assert short["id"] == "b"
    assert short["short"][0]["why"] == ["missing: z"]


def test_a_broken_case_is_told(run: Run, parrot: Any, cases: Path) -> None:
    cases.write_text("{}\n", encoding="utf-8")
    outcome = run("evaluate", cases)
    assert outcome.code == 1
    assert outcome.err == f"{cases}:1: id: Field required\n"
    assert parrot.heard == []


def test_a_missing_file_is_told(run: Run, parrot: Any, tmp_path: Path) -> None:
    outcome = run("evaluate", tmp_path / "none.jsonl")
    assert outcome.code == 1
    assert outcome.err == f"{tmp_path / 'none.jsonl'} cannot be read: No such file or directory.\n"


class Handler(BaseHTTPRequestHandler):
    """A stand-in for a coach: its message says what to answer."""

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        answers = {
            "fail": (500, b"[]"),
            "noise": (200, b"<html>"),
            "object": (200, b"{}"),
        }
        text = [{"recipient_id": body["sender"], "text": f"You said **{body['message']}**"}]
        status, content = answers.get(body["message"], (200, json.dumps(text).encode()))
        if self.path != "/webhooks/rest/webhook":
            status = 404
        self.send_response(status)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def url() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("path", ["", "/", "/webhooks/rest/webhook"])
def test_over_http(run: Run, cases: Path, url: str, path: str) -> None:
    outcome = run("evaluate", cases, "--url", url + path, "--at-least", 60)
    assert outcome.code == 0
    assert outcome.out.endswith("2 of 3 cases hold (66.7 %)\n")


@pytest.mark.parametrize(
    ("text", "reason"),
    [("fail", "HTTP status 500"), ("noise", "not JSON"), ("object", "no list of messages")],
)
def test_a_message_without_a_proper_reply(url: str, text: str, reason: str) -> None:
    with pytest.raises(NoReplyError, match=reason):
        RemoteCoach(url).say("me", text)


@pytest.mark.parametrize("url", ["127.0.0.1:5005", "file:///etc/hosts", "http://", "ftp://x/y"])
def test_addresses_that_are_none(url: str) -> None:
    with pytest.raises(UnreachableError, match="is no address such as"):
        RemoteCoach(url).say("me", "hi")


def test_nobody_there_is_told(run: Run, cases: Path) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    free = server.server_port
    server.server_close()
    outcome = run("evaluate", cases, "--url", f"http://127.0.0.1:{free}")
    assert outcome.code == 1
    assert "cannot be reached" in outcome.err
