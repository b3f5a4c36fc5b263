"""Build the environment in .venv, or repair it, or find it up to date: `make setup`.

Only the standard library is used here, since this runs before anything is installed.
A stamp inside .venv records what it was built from. The stamp is removed before
anything changes and written when everything is done, so that an interrupted set-up
is never taken for a finished one.
"""

import argparse
import fcntl
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
SITE_PACKAGES = VENV / "lib" / "python3.10" / "site-packages"
STAMP = VENV / "career-coach.json"
LOG = ROOT / "var" / "log" / "setup.log"
PLACEHOLDER = ROOT / "bot" / "tensorflow_placeholder"

PLAIN_LOCK = ROOT / "requirements-dev.lock"
TENSORFLOW_LOCK = ROOT / "requirements-tensorflow.lock"

# Another number here makes every environment be built anew.
RECIPE = "1"

# Defaults for every program of the environment, among them Rasa's own commands, which
# would otherwise report their use, and libraries that would warn at each start. What
# is set outside wins. Python runs the "import" line of a .pth file when it starts.
DEFAULTS = {"RASA_TELEMETRY_ENABLED": "false", "SQLALCHEMY_SILENCE_UBER_WARNING": "1"}

# Imported at the end, to see that the parts fit together. Python keeps what it compiles
# on the way; compiling every package when it is installed would take longer.
PARTS = (
    "alembic.command", "fastapi.testclient", "hypothesis", "onnxruntime", "psycopg2", "pytest",
    "rapidfuzz", "rasa.__main__", "rasa.core.agent", "rasa.model_training", "rasa.server",
    "rasa_sdk.executor", "rich.console", "slack_bolt.async_app", "spacy.lang.en", "symspellpy",
    "tokenizers", "uvicorn",
)  # fmt: skip


class SetupError(Exception):
    """Something that a person must know about, as a sentence."""


def digest(*paths: Path) -> str:
    total = hashlib.sha256()
    for path in paths:
        total.update(str(path.relative_to(ROOT)).encode() + b"\0")
        total.update(path.read_bytes() + b"\0")
    return total.hexdigest()


def wanted_stamp(tensorflow: bool) -> dict[str, str]:
    """What an up-to-date environment was built from, part by part."""
    placeholder = [*sorted(PLACEHOLDER.rglob("*.py")), PLACEHOLDER / "pyproject.toml"]
    return {
        "kind": "tensorflow" if tensorflow else "plain",
        "place": str(ROOT),
        "packages": digest(TENSORFLOW_LOCK if tensorflow else PLAIN_LOCK),
        "recipe": RECIPE,
        "placeholder": digest(*placeholder),
        "project": digest(ROOT / "pyproject.toml"),
    }


def present_stamp() -> dict[str, str]:
    """What the environment there was built from; empty if there is none to trust."""
    try:
        stamp = json.loads(STAMP.read_text())
        subprocess.run([PYTHON, "-c", ""], check=True, capture_output=True)
    except (OSError, ValueError, subprocess.CalledProcessError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def lock_text(tensorflow: bool) -> str:
    return (TENSORFLOW_LOCK if tensorflow else PLAIN_LOCK).read_text()


def check_disk(tensorflow: bool) -> None:
    needed = 5 if tensorflow else 2
    free = shutil.disk_usage(ROOT).free / 2**30
    if free < needed:
        raise SetupError(
            f"Setting up needs about {needed} GB of free disk and {ROOT} has {free:.1f} GB: "
            "free some space and run 'make setup' again."
        )


def run(what: str, *command: object, **variables: str) -> None:
    """Say what is being waited for, and send the command's own words to the log."""
    print(f"{what} ...", flush=True)
    environment = {
        **os.environ,
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_INPUT": "1",
        "PIP_USER": "0",
        **variables,
    }
    for name in ("VIRTUAL_ENV", "PYTHONDONTWRITEBYTECODE"):
        environment.pop(name, None)
    with LOG.open("a") as log:
        log.write(f"\n== {what}\n")
        log.flush()
        result = subprocess.run(
            [str(part) for part in command],
            cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            close_fds=False,
        )  # fmt: skip
    if result.returncode:
        tail = LOG.read_text(errors="replace").rstrip().splitlines()[-20:]
        print("\n".join("    " + line for line in tail), file=sys.stderr)
        raise SetupError(
            f"This step failed; its last lines are above and all of it in {LOG.relative_to(ROOT)}. "
            "Run 'make setup' again when the cause is mended."
        )


def pip(what: str, *arguments: object, **variables: str) -> None:
    run(
        what, PYTHON, "-m", "pip", "install", "--progress-bar", "off", "--no-compile",
        *arguments, **variables,
    )  # fmt: skip


def build_packages(tensorflow: bool) -> None:
    check_disk(tensorflow)
    text = lock_text(tensorflow)
    names = re.findall(r"^([A-Za-z0-9._-]+)==", text, re.M)
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    shutil.rmtree(VENV, ignore_errors=True)
    run(f"Creating .venv with Python {sys.version.split()[0]}", sys.executable, "-m", "venv", VENV)
    hashed = ("--no-deps", "--require-hashes", "--no-build-isolation")
    # What builds the few packages that come as source is locked like the rest.
    builders = re.findall(r"^(?:setuptools|wheel)==.*?(?:[^\\]\n|\Z)", text, re.M | re.S)
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("".join(builders))
        file.flush()
        pip("Installing the build tools (a few seconds)", *hashed, "-r", file.name)
    minutes = "about two minutes" if tensorflow else "about a minute"
    lock = TENSORFLOW_LOCK if tensorflow else PLAIN_LOCK
    pip(f"Installing {len(names)} locked packages ({minutes})", *hashed, "-r", lock)
    defaults = "; ".join(f"os.environ.setdefault({k!r}, {v!r})" for k, v in DEFAULTS.items())
    (SITE_PACKAGES / "career-coach-defaults.pth").write_text(f"import os; {defaults}\n")


def install_local(what: str, *arguments: object) -> None:
    # To build, setuptools needs a newer `packaging` than the one that Rasa allows. It
    # brings one along, and this puts that one first.
    vendored = str(SITE_PACKAGES / "setuptools" / "_vendor")
    options = ("--no-deps", "--no-build-isolation", "--no-index")
    pip(what, *options, *arguments, PYTHONPATH=vendored)


def install_placeholder() -> None:
    # From a copy, so that nothing is built inside the working tree.
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "placeholder"
        shutil.copytree(PLACEHOLDER, copy, ignore=shutil.ignore_patterns("__pycache__"))
        install_local("Installing the TensorFlow placeholder", "--force-reinstall", copy)


def install_project() -> None:
    install_local("Installing Career coach itself", "--editable", ROOT)


def set_up(tensorflow: bool | None) -> None:
    present = present_stamp()
    if tensorflow is None:
        tensorflow = present.get("kind") == "tensorflow"
    wanted = wanted_stamp(tensorflow)
    if present == wanted:
        return
    started = time.monotonic()
    LOG.parent.mkdir(parents=True, exist_ok=True)
    LOG.write_text("")
    STAMP.unlink(missing_ok=True)
    changed = {part for part in wanted if present.get(part) != wanted[part]}
    anew = bool(changed & {"kind", "place", "packages", "recipe"})
    if anew:
        build_packages(tensorflow)
    if not tensorflow and (anew or "placeholder" in changed):
        install_placeholder()
    if anew or "project" in changed:
        install_project()
    if anew:
        imports = "; ".join(f"import {part}" for part in PARTS)
        run("Checking that the parts fit together (a few seconds)", PYTHON, "-c", imports)
    STAMP.write_text(json.dumps(wanted, indent=1) + "\n")
    print(f"The environment is ready ({time.monotonic() - started:.0f} s).", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Build or repair the environment in .venv.")
    parser.add_argument(
        "--tensorflow",
        choices=["0", "1"],
        help="1 installs the real TensorFlow, 0 the placeholder; default: as it is now",
    )
    choice = parser.parse_args().tensorflow
    (ROOT / "var").mkdir(exist_ok=True)
    with (ROOT / "var" / "setup.lock").open("w") as lock:
        # Commands inherit the lock, so that one that outlives its set-up still holds it.
        os.set_inheritable(lock.fileno(), True)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another set-up is at work; waiting for it to finish ...", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        set_up(None if choice is None else choice == "1")


if __name__ == "__main__":
    try:
        main()
    except SetupError as error:
        raise SystemExit(str(error)) from None
    except KeyboardInterrupt:
        raise SystemExit("Interrupted; the next 'make setup' starts this again.") from None
