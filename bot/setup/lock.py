"""Compile the lock files: `make lock`, or `make lock UPGRADE=1` to take newer releases.

Every lock names each package with its version and hashes, and no address, so that
it works with whatever package index pip is configured for.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT / ".cache" / "lock"
UV = "uv==0.13.9"

HEADER = """\
# {title}
# Compiled by `make lock`; do not edit.
# Install with: pip install --no-deps --require-hashes -r {name}
"""

WITHOUT = "overrides-without-tensorflow.txt"
WITH = "overrides-with-tensorflow.txt"

# The development lock comes first: the others take its versions wherever they can.
LOCKS = [
    ("requirements-dev.lock", "What Career coach, its tests and its checks need", ["dev"], WITHOUT),
    ("requirements.lock", "What Career coach needs to run", [], WITHOUT),
    (
        "requirements-tensorflow.lock",
        "The development lock with the real TensorFlow",
        ["dev", "tensorflow"],
        WITH,
    ),
]

FORBIDDEN = re.compile(r"://|file:|^\s*-(?!-hash=)|\s@\s|/(?:home|root|tmp|usr|opt|work)/", re.M)


def run(*command: object) -> None:
    subprocess.run([str(part) for part in command], cwd=ROOT, check=True)


def prepare_uv() -> Path:
    uv = TOOL / "bin" / "uv"
    marker = TOOL / "version"
    if not uv.exists() or not marker.exists() or marker.read_text() != UV:
        print(f"Installing {UV} into .cache/lock (a few seconds) ...", flush=True)
        run(sys.executable, "-m", "venv", "--clear", TOOL)
        run(TOOL / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", UV)
        marker.write_text(UV)
    return uv


def compile_lock(uv: Path, name: str, title: str, extras: list[str], overrides: str) -> None:
    print(f"Compiling {name} ...", flush=True)
    options = ["--constraint", "requirements-dev.lock"] if name == "requirements.lock" else []
    for extra in extras:
        options += ["--extra", extra]
    target = ROOT / name
    if os.environ.get("UPGRADE") in (None, "", "0"):
        known = target if target.exists() else ROOT / "requirements-dev.lock"
    else:
        known = None
    with tempfile.TemporaryDirectory(dir=ROOT / ".cache") as folder:
        output = Path(folder) / name
        if known is not None and known.exists():
            output.write_bytes(known.read_bytes())
        run(
            uv, "pip", "compile", "pyproject.toml", *options,
            "--python-version", "3.10",
            "--override", "requirements-overrides.txt",
            "--override", Path("bot/setup") / overrides,
            # Addresses are left out unless asked for; FORBIDDEN sees to it.
            "--generate-hashes", "--no-annotate", "--no-header", "--quiet",
            "--output-file", output,
        )  # fmt: skip
        packages = output.read_text()
    found = FORBIDDEN.search(packages)
    if found:
        raise SystemExit(f"{name} would hold an address, a path or an option: {found[0]!r}")
    target.write_text(HEADER.format(title=title, name=name) + packages)


def main() -> None:
    (ROOT / ".cache").mkdir(exist_ok=True)
    uv = prepare_uv()
    for lock in LOCKS:
        compile_lock(uv, *lock)


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        raise SystemExit(f"The locks were not all compiled: {error}") from None
