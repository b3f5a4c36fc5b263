"""The entry point of `coach`: its commands, and the one edge where errors become sentences."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from bot.cli import evaluating, knowing, profiles, slack, talking
from bot.cli.failing import Failure, told

app = typer.Typer(
    name="coach",
    help="A chatbot that coaches people in their careers.",
    epilog="`coach COMMAND --help` shows the options of a command, with examples.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)


def main() -> None:
    """Run the command line. Exit code 1 comes with a sentence on standard error, 2 with usage."""
    try:
        app()
    except Failure as failure:
        sys.exit(_told(str(failure)))
    except OSError as error:
        about = f"{error.filename}: " if error.filename else ""
        sys.exit(_told(f"{about}{error.strerror or error}."))
    except Exception as error:
        # The one edge of the command: no traceback for whoever typed it.
        sys.exit(_told(f"Something went wrong ({type(error).__name__}). {_kept(error)}"))


def _told(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


def _kept(error: Exception) -> str:
    """Write where ``error`` came from to a log, and say which log.

    What it says is left out: it may repeat what a person wrote.
    """
    from bot.server.logs import format_place
    from bot.training import PROJECT

    log = PROJECT / "var" / "log" / "coach.log"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        place = format_place((type(error), error, error.__traceback__))
        log.write_text(f"{place}\n", encoding="utf-8")
    except OSError:
        return f"Its details could not be written to {log}."
    return f"The details are in {log}."


@app.command()
def train(
    force: Annotated[bool, typer.Option("--force", help="Train even if nothing has changed.")] = (
        False
    ),
) -> None:
    """Train the model from config.yml, domain.yml, data/ and knowledge/.

    Nothing is done if the model is up to date. Rasa's own words go to var/log/train.log.

    Examples:

    * `coach train`

    * `coach train --force`
    """
    from bot.settings import Settings, SettingsError
    from bot.training import Training, TrainingError

    with told(SettingsError, TrainingError):
        settings = Settings.from_environment()
        log = settings.data_path / "log" / "train.log"
        Training(log=log, encoder=settings.encoder_folder).run(_say, force)


def _say(line: str) -> None:
    print(line, flush=True)


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on [127.0.0.1].")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on [5005].")] = None,
) -> None:
    """Serve the coach over HTTP until Ctrl-C.

    Without the options, COACH_HOST and COACH_PORT decide.

    Examples:

    * `coach serve`

    * `coach serve --port 8080`

    * `coach serve --host 0.0.0.0` (every interface, not this machine alone)
    """
    from bot.server.serve import serve as serve_until_stopped

    raise typer.Exit(serve_until_stopped(host, port))


talking.register(app)
app.add_typer(knowing.app)
app.add_typer(profiles.app)
app.add_typer(slack.app)
evaluating.register(app)


@app.command()
def version() -> None:
    """Say which program, model and knowledge this is.

    Example:

    * `coach version`
    """
    from bot.cli.versions import versions

    for name, value in versions().items():
        print(f"{name:<10} {value}")


if __name__ == "__main__":
    main()
