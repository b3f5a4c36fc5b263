"""`coach slack`: the app's manifest, and whether Slack and the coach can talk to each other."""

from __future__ import annotations

import asyncio
import os
from typing import Annotated

import typer

from bot.cli.failing import Failure, told

app = typer.Typer(
    name="slack", help="Set up Slack: print the app's manifest, check the set-up.",
    no_args_is_help=True,
)  # fmt: skip

_MARKS = {True: "ok     ", False: "wrong  ", None: "skipped"}
Url = Annotated[
    str | None,
    typer.Option("--url", help="The coach's public address.", show_default=False),
]


@app.command()
def manifest(url: Url = None) -> None:
    """Print the manifest to make the Slack app from, with the address of COACH_PUBLIC_URL.

    Without an address, it is one for Socket Mode.

    Examples:

    * `coach slack manifest --url https://coach.example.com`

    * `coach slack manifest` (Socket Mode)
    """
    from bot.channels.slack.manifest import manifest as made
    from bot.settings import Settings, SettingsError

    with told(SettingsError):
        settings = Settings.from_environment().changed(public_url=url)
    print(made(settings.public_url, settings.slack_link_email), end="")


@app.command()
def check(url: Url = None) -> None:
    """Check the tokens, the scopes, Socket Mode and the public address.

    The exit code is 1 if something is wrong.

    Example:

    * `coach slack check`
    """
    from bot.channels.slack.check import Finding
    from bot.channels.slack.check import check as checked
    from bot.settings import Settings, SettingsError, unknown_names

    with told(SettingsError):
        settings = Settings.from_environment().changed(public_url=url)
    found = asyncio.run(checked(settings))
    found += [
        Finding(False, f"There is no setting {name}: is it misspelt?")
        for name in unknown_names(os.environ)
    ]
    for finding in found:
        print(f"{_MARKS[finding.good]} {finding.sentence}")
    wrong = sum(finding.good is False for finding in found)
    if wrong:
        raise Failure(f"{wrong} of {len(found)} checks found something wrong.")
