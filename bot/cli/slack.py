"""`coach slack`: the app's manifest, and whether Slack and the coach can talk to each other."""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer

from bot.cli.failing import Failure, told

app = typer.Typer(
    name="slack", help="Set up Slack: print the app's manifest, check the set-up.",
    no_args_is_help=True,
)  # fmt: skip

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
    print(made(settings.public_url), end="")


@app.command()
def check(url: Url = None) -> None:
    """Check the tokens, the scopes, Socket Mode and the public address.

    The exit code is 1 if something is missing.

    Example:

    * `coach slack check`
    """
    from bot.channels.slack.check import check as checked
    from bot.settings import Settings, SettingsError

    with told(SettingsError):
        settings = Settings.from_environment().changed(public_url=url)
    found = asyncio.run(checked(settings))
    for finding in found:
        print(f"{'ok     ' if finding.good else 'missing'} {finding.sentence}")
    wrong = sum(not finding.good for finding in found)
    if wrong:
        raise Failure(f"{wrong} of {len(found)} checks found something missing.")
