"""``python -m bench``: the coach beside Rasa's defaults, as a table of ratios."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from bench import rasa_default, service, understanding
from bench.rows import HEADER, Row

ROOT = understanding.ROOT
OUR_PORT, THEIR_PORT = 5251, 5252
SMALL = 20  # intents of the split on which Rasa's default pipeline is trained too
OUR_MESSAGES = (
    "what does an account executive do?",
    "and the salary of a director?",
    "how do a director and a senior account manager differ",
    "whats ARPA",
)
THEIR_MESSAGES = ("hello", "are you a bot?")


def main(
    only: Annotated[str, typer.Option(help="parts, by comma: understanding, service")] = (
        "understanding,service"
    ),
    output: Annotated[Path | None, typer.Option("--json", help="write the rows here")] = None,
) -> None:
    """Measure and print. The bot to compare with is made once, under var/bench."""
    parts = only.split(",")
    rows: list[Row] = []
    print(f"load average {os.getloadavg()[0]:.1f}; a busy machine falsifies times", flush=True)
    rasa_default.prepare()
    if "understanding" in parts:
        rows += _understanding()
    if "service" in parts:
        rows += _service()
    print(HEADER)
    for row in rows:
        print(row.as_line())
    if output is not None:
        output.write_text(json.dumps([asdict(row) for row in rows], indent=1))


def _understanding() -> list[Row]:
    folder = Path(os.environ.get("COACH_BENCHMARKS", ROOT.parent / "shared" / "benchmarks"))
    if not folder.is_dir():
        print(f"no benchmark data in {folder}: set COACH_BENCHMARKS; this part is left out")
        return []
    rows = understanding.measure(folder)
    train, test = understanding.banking77(folder / "banking77", 0, SMALL)
    ours, theirs = understanding.accuracy(train, test), rasa_default.accuracy(train, test)
    return [*rows, Row(f"BANKING77, {SMALL} intents, 10 each, seed 0", ours, theirs, "%")]


def _service() -> list[Row]:
    began = time.perf_counter()
    python = sys.executable
    coach = [python, "-m", "bot.cli.main"]
    subprocess.run([*coach, "train", "--force"], cwd=ROOT, check=True, timeout=1800)
    training = time.perf_counter() - began
    their_training = rasa_default.train()
    rasa = str(rasa_default.BIN / "rasa")
    theirs = service.measure(
        [[rasa, "run", "-p", str(THEIR_PORT)], [rasa, "run", "actions", "-p", "5255"]],
        rasa_default.BOT, THEIR_PORT, THEIR_MESSAGES,
    )  # fmt: skip
    ours = service.measure(
        [[*coach, "serve", "--port", str(OUR_PORT)]], ROOT, OUR_PORT, OUR_MESSAGES
    )
    disk = _megabytes(Path(sys.prefix))
    their_disk = _megabytes(rasa_default.BIN.parent)
    return [
        Row("one turn over HTTP, median", ours.median, theirs.median, "ms", 0.35),
        Row("one turn over HTTP, 95th percentile", ours.slow, theirs.slow, "ms", 0.35),
        Row("start to first good answer", ours.start, theirs.start, "s", 0.25),
        Row("training", training, their_training, "s", 0.35),
        Row("resident memory after the turns", ours.memory, theirs.memory, "MB", 0.5),
        Row("environment on disk", disk, their_disk, "MB", 0.4),
    ]


def _megabytes(folder: Path) -> float:
    done = subprocess.run(
        ["du", "-sm", str(folder)], capture_output=True, text=True, check=True, timeout=60
    )
    return float(done.stdout.split()[0])


if __name__ == "__main__":
    typer.run(main)
