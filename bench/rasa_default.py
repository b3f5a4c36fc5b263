"""The bot to compare with: ``rasa init`` in an environment of its own, with TensorFlow."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import yaml

from bench.understanding import ROOT, Examples

FOLDER = ROOT / "var" / "bench" / "rasa-default"
BIN = FOLDER / "environment" / "bin"
BOT = FOLDER / "bot"
_ACTION = """from rasa_sdk import Action


class ActionChallenge(Action):
    def name(self):
        return "action_challenge"

    def run(self, dispatcher, tracker, domain):
        dispatcher.utter_message(text="I am a bot, powered by Rasa.")
        return []
"""


def prepare() -> None:
    """Make the environment and the bot, unless they are there from an earlier run."""
    if (FOLDER / "ready").exists():
        return
    shutil.rmtree(FOLDER, ignore_errors=True)
    BOT.mkdir(parents=True)
    run([sys.executable, "-m", "venv", str(BIN.parent)])
    lock = ROOT / "requirements-tensorflow.lock"
    pip = [str(BIN / "python"), "-m", "pip", "install", "-q", "--no-deps"]
    run([*pip, "--require-hashes", "-r", str(lock)])
    run([str(BIN / "rasa"), "init", "--no-prompt", "--init-dir", str(BOT)])
    (BOT / "actions" / "actions.py").write_text(_ACTION)
    (BOT / "endpoints.yml").write_text('action_endpoint:\n  url: "http://127.0.0.1:5255/webhook"\n')
    domain = yaml.safe_load((BOT / "domain.yml").read_text())
    domain["actions"] = ["action_challenge"]
    (BOT / "domain.yml").write_text(yaml.safe_dump(domain))
    rules = (BOT / "data" / "rules.yml").read_text()
    (BOT / "data" / "rules.yml").write_text(rules.replace("utter_iamabot", "action_challenge"))
    (FOLDER / "ready").touch()


def train() -> float:
    """Seconds that ``rasa train`` takes."""
    began = time.perf_counter()
    run([str(BIN / "rasa"), "train", "--force", "--fixed-model-name", "bench"], BOT)
    return time.perf_counter() - began


def accuracy(training: Examples, test: Examples) -> float:
    """Percent of ``test`` that Rasa's default pipeline, trained on ``training``, gets right."""
    folder = FOLDER / "split"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "config.yml").write_text("recipe: default.v1\nlanguage: en\n")
    _write(folder / "train.yml", training)
    _write(folder / "test.yml", test)
    rasa = str(BIN / "rasa")
    run([rasa, "train", "nlu", "--nlu", "train.yml", "--fixed-model-name", "split"], folder)
    run([rasa, "test", "nlu", "--nlu", "test.yml", "--no-plot", "--out", "results"], folder)
    return 100 * float(
        json.loads((folder / "results" / "intent_report.json").read_text())["accuracy"]
    )


def run(command: list[str], folder: Path = FOLDER) -> None:
    """Run a command, its noise in a log; raises RuntimeError with the log's place if it fails."""
    environment = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
    log = FOLDER / "bench.log"
    with log.open("a") as file:
        done = subprocess.run(
            command, cwd=folder, env=environment, stdout=file, stderr=file, timeout=1800
        )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command[:3])} … failed; see {log}")


def _write(path: Path, examples: Examples) -> None:
    by_label: dict[str, list[str]] = {}
    for text, label in examples:
        by_label.setdefault(label, []).append(" ".join(text.split()).replace("[", "("))
    blocks = [
        {"intent": label, "examples": "".join(f"- {text}\n" for text in texts)}
        for label, texts in by_label.items()
    ]
    path.write_text(yaml.safe_dump({"version": "3.1", "nlu": blocks}, allow_unicode=True))
