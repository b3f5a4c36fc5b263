"""`make web`: building the widget, or saying what is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import PROJECT

SCRIPT = PROJECT / "bot" / "setup" / "web.py"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A project that has the widget's source and nothing else."""
    (tmp_path / "bot" / "setup").mkdir(parents=True)
    (tmp_path / "bot" / "setup" / "web.py").write_text(SCRIPT.read_text())
    web = tmp_path / "bot" / "web"
    (web / "src").mkdir(parents=True)
    for name in ("package.json", "package-lock.json", "build.mjs"):
        (web / name).write_text((PROJECT / "bot" / "web" / name).read_text())
    return tmp_path


def run(project: Path, *options: str, path: str = "/nowhere") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(project / "bot" / "setup" / "web.py"), *options]
    environment = {**os.environ, "PATH": path}
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)


def program(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def test_without_node_it_says_what_to_install(copy: Path) -> None:
    needed, optional = run(copy), run(copy, "--optional")

    assert needed.returncode == 1
    assert "needs Node 18 or newer with npm, which was not found: install it" in needed.stderr
    assert optional.returncode == 0
    assert optional.stdout.rstrip().endswith("The coach runs without it.")


def test_an_old_node_is_named(copy: Path, tmp_path: Path) -> None:
    program(tmp_path, "node", "echo v16.20.0")
    program(tmp_path, "npm", "exit 1")

    assert "which is v16.20.0 here" in run(copy, path=str(tmp_path)).stderr


def test_a_failure_is_in_the_log_and_built_is_not_built_again(copy: Path, tmp_path: Path) -> None:
    program(tmp_path, "node", "echo v20.0.0")
    program(tmp_path, "npm", "echo no network; exit 1")
    path = f"{tmp_path}:/bin:/usr/bin"
    failed = run(copy, path=path)
    assert failed.returncode == 1
    assert "no network" in failed.stderr
    assert "no network" in (copy / "var" / "log" / "web.log").read_text()

    made = "mkdir -p node_modules dist; touch dist/widget.js; echo $1 >> calls"
    program(tmp_path, "npm", made)
    assert run(copy, path=path).returncode == 0
    assert run(copy, path=path).stdout == ""
    assert (copy / "bot" / "web" / "calls").read_text().split() == ["ci", "run"]
    (copy / "bot" / "web" / "src" / "new.ts").touch()
    assert "Building" in run(copy, path=path).stdout


def test_the_lock_names_no_addresses() -> None:
    lock = (PROJECT / "bot" / "web" / "package-lock.json").read_text()

    assert "://" not in lock
    assert '"resolved"' not in lock
    assert lock.count('"integrity"') > 10
