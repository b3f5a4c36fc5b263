"""The command as a whole: help, versions, training, and how it fails."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from bot import training
from bot.cli import talking, versions
from bot.training import Training, TrainingError
from knowledge.base import KnowledgeBase
from knowledge.loader import PackError

Run = Callable[..., Any]
COMMANDS = [
    ["train"],
    ["serve"],
    ["chat"],
    ["ask"],
    ["evaluate"],
    ["version"],
    ["knowledge", "show"],
    ["knowledge", "check"],
]
HEAVY = {"numpy", "onnxruntime", "rasa", "sklearn", "spacy", "sqlalchemy", "tensorflow"}


def test_help_names_the_commands(run: Run) -> None:
    outcome = run("--help")
    assert outcome.code == 0
    for command in COMMANDS:
        assert command[0] in outcome.out


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_of_each_command_has_an_example(run: Run, command: list[str]) -> None:
    outcome = run(*command, "--help")
    assert outcome.code == 0
    assert f"• coach {' '.join(command)}" in outcome.out


def test_no_or_an_unknown_command_is_a_matter_of_usage(run: Run) -> None:
    assert run().code == 2
    outcome = run("fly")
    assert outcome.code == 2
    assert "No such command 'fly'" in outcome.err


@pytest.mark.parametrize(
    "arguments", [["--help"], ["chat", "--help"], ["version"], ["knowledge", "show"]], ids=" ".join
)
def test_nothing_heavy_is_imported_for_it(arguments: list[str]) -> None:
    program = (
        "import json, sys\nfrom bot.cli.main import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, timeout=60
    )
    imported = set(json.loads(done.stdout.splitlines()[-1]))
    assert "typer" in imported
    assert imported & HEAVY == set()


def test_version(run: Run) -> None:
    outcome = run("version")
    told = dict(line.split(maxsplit=1) for line in outcome.out.splitlines())
    assert outcome.code == 0
    assert told["coach"] == version("career-coach")
    assert told["knowledge"].startswith(KnowledgeBase.load().version)
    assert told["rasa"] == version("rasa")
    assert set(told) == {"coach", "model", "knowledge", "rasa", "python"}


def test_version_tells_of_the_model(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("config.yml", "domain.yml"):
        (tmp_path / name).write_text("")
    project = Training(tmp_path, tmp_path / "train.log")
    monkeypatch.setattr(versions, "Training", lambda encoder: project)
    assert versions.versions()["model"] == "none yet: run `coach train`"

    def write(_project: Path, output: Path, _log: Path) -> None:
        (output / "coach.tar.gz").write_text("model")

    project.run(lambda line: None, trainer=write)
    assert versions.versions()["model"] == "coach.tar.gz, up to date"
    (tmp_path / "config.yml").write_text("changed: true")
    assert "run `coach train`" in versions.versions()["model"]


def test_version_with_broken_packs(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def load() -> KnowledgeBase:
        raise PackError(["a.yml:1: broken"])

    monkeypatch.setattr(KnowledgeBase, "load", load)
    outcome = run("version")
    assert outcome.code == 0
    assert "`coach knowledge check` says why" in outcome.out


def test_train(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[tuple[Training, bool]] = []

    def pretend(self: Training, say: Callable[[str], None], force: bool = False) -> Path:
        asked.append((self, force))
        say("Training the model ...")
        return self.model

    monkeypatch.setattr(Training, "run", pretend)
    monkeypatch.setenv("COACH_DATA_FOLDER", str(tmp_path))
    monkeypatch.setenv("COACH_ENCODER_FOLDER", "/other/encoder")
    assert run("train").out == "Training the model ...\n"
    run("train", "--force")
    assert [force for _, force in asked] == [False, True]
    assert asked[0][0] == Training(log=tmp_path / "log" / "train.log", encoder="/other/encoder")


def test_train_tells_why_it_failed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise TrainingError("Training failed. The last lines of x.log:\n    no")

    monkeypatch.setattr(training, "train_in_own_process", fail)
    monkeypatch.setattr(Training, "run", fail)
    outcome = run("train")
    assert outcome.code == 1
    assert outcome.err == "Training failed. The last lines of x.log:\n    no\n"


def test_serve_passes_its_options_on(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str | None, int | None]] = []

    def serve(host: str | None, port: int | None) -> int:
        asked.append((host, port))
        return 1

    monkeypatch.setattr("bot.server.serve.serve", serve)
    assert run("serve").code == 1
    run("serve", "--host", "0.0.0.0", "--port", 8080)
    assert asked == [(None, None), ("0.0.0.0", 8080)]


def test_errors_of_the_system_are_sentences(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_stack: object) -> None:
        raise OSError(28, "No space left on device", "/data/x")

    monkeypatch.setattr(talking.local_coach, "open_with_status", fail)
    outcome = run("ask", "hi")
    assert outcome.code == 1
    assert outcome.err == "/data/x: No space left on device.\n"


def test_what_nobody_thought_of_is_a_sentence_and_a_log(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(_stack: object) -> None:
        raise ZeroDivisionError(" ".join(["secret", "words"]))

    monkeypatch.setattr(talking.local_coach, "open_with_status", fail)
    monkeypatch.setattr(training, "PROJECT", tmp_path)
    outcome = run("ask", "hi")
    log = tmp_path / "var" / "log" / "coach.log"
    assert outcome.code == 1
    assert outcome.err == f"Something went wrong (ZeroDivisionError). The details are in {log}.\n"
    kept = log.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in kept
    assert "test_main.py" in kept
    assert "secret words" not in kept
