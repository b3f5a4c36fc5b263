"""Build the website widget into bot/web/dist, or find it up to date: `make web`.

Only the standard library is used here, as in environment.py. `--optional` is for those who can do
without the widget: what is missing is said, and is no failure.
"""

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "bot" / "web"
DIST = WEB / "dist"
MODULES = WEB / "node_modules"
LOG = ROOT / "var" / "log" / "web.log"
OLDEST_NODE = 18
STEP_SECONDS = 600

MISSING = (
    "needs Node {oldest} or newer with npm, which {found}: install it (on Debian and Ubuntu "
    "'apt-get install nodejs npm', else from nodejs.org) and run 'make web'."
)


class WebError(Exception):
    """Something that a person must know about, as a sentence."""


def digest(*paths: Path) -> str:
    total = hashlib.sha256()
    for path in paths:
        total.update(str(path.relative_to(ROOT)).encode() + b"\0")
        total.update(path.read_bytes() + b"\0")
    return total.hexdigest()


def check_node() -> None:
    found = "was not found"
    if shutil.which("node") and shutil.which("npm"):
        version = subprocess.run(
            ["node", "--version"], capture_output=True, text=True, timeout=60
        ).stdout.strip()
        number = re.match(r"v(\d+)\.", version)
        if number and int(number[1]) >= OLDEST_NODE:
            return
        found = f"is {version} here"
    raise WebError(f"The website widget {MISSING.format(oldest=OLDEST_NODE, found=found)}")


def run(what: str, *command: str) -> None:
    """Say what is being waited for, and send the command's own words to the log."""
    print(f"{what} ...", flush=True)
    LOG.parent.mkdir(parents=True, exist_ok=True)
    with LOG.open("a") as log:
        log.write(f"\n== {what}\n")
        log.flush()
        start = log.tell()
        try:
            failed = subprocess.run(
                command, cwd=WEB, env={**os.environ, "CI": "1"}, stdin=subprocess.DEVNULL,
                stdout=log, stderr=log, timeout=STEP_SECONDS,
            ).returncode  # fmt: skip
        except subprocess.TimeoutExpired:
            failed = 1
    if failed:
        tail = LOG.read_text(errors="replace")[start:].rstrip().splitlines()[-20:]
        print("\n".join("    " + line for line in tail), file=sys.stderr)
        raise WebError(
            "The website widget could not be built; the last lines are above and all of it in "
            f"{LOG.relative_to(ROOT)}. Run 'make web' again when the cause is mended."
        )


def up_to_date(stamp: Path, wanted: str) -> bool:
    return stamp.is_file() and stamp.read_text() == wanted


def install() -> None:
    """The npm packages of the lock file."""
    wanted = digest(WEB / "package.json", WEB / "package-lock.json")
    stamp = MODULES / ".career-coach"
    if up_to_date(stamp, wanted):
        return
    run("Installing the widget's npm packages (some seconds)", "npm", "ci")
    stamp.write_text(wanted)


def build() -> None:
    sources = [WEB / "package-lock.json", WEB / "build.mjs", *sorted(WEB.glob("src/*"))]
    wanted = digest(*sources)
    stamp = DIST / ".built-from"
    if up_to_date(stamp, wanted) and (DIST / "widget.js").is_file():
        return
    check_node()
    stamp.unlink(missing_ok=True)
    install()
    run("Building the website widget", "npm", "run", "--silent", "build")
    stamp.write_text(wanted)


def check() -> None:
    """Check the types."""
    check_node()
    install()
    command = ["npm", "run", "--silent", "check"]
    if subprocess.run(command, cwd=WEB, timeout=STEP_SECONDS).returncode:
        raise WebError("The widget's types do not fit; see above.")


def main() -> None:
    parser = argparse.ArgumentParser(description="Build the website widget, or check its types.")
    parser.add_argument("--optional", action="store_true", help="not to build it is no failure")
    parser.add_argument("--check", action="store_true", help="check the types instead")
    arguments = parser.parse_args()
    try:
        if arguments.check:
            check()
        else:
            build()
            if not arguments.optional:
                # The tests take a package from there too.
                install()
    except WebError as problem:
        if not arguments.optional:
            raise SystemExit(str(problem)) from None
        print(f"{problem} The coach runs without it.", flush=True)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        raise SystemExit("Interrupted; the next 'make web' starts this again.") from None
