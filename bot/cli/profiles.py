"""`coach profile`: what an operator may do with a person's profile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.cli.failing import Failure, told

if TYPE_CHECKING:
    from actions.profile.store import Identity, ProfileStore
    from bot.settings import Settings

app = typer.Typer(
    name="profile",
    help="Show, export or delete a person's career profile. Each use leaves an audit line.",
    no_args_is_help=True,
)

Person = Annotated[
    str,
    typer.Option(
        "--person",
        metavar="CHANNEL:ID",
        help="Whose profile, as the channel names them: `rest:user-1`.",
        show_default=False,
    ),
]


@app.command()
def show(person: Person) -> None:
    """Show what is known about a person.

    Example:

    * `coach profile show --person rest:user-1`
    """
    from rich.console import Console
    from rich.markdown import Markdown

    from actions.profile.talk import as_markdown
    from knowledge.base import KnowledgeBase

    with _opened(person) as (store, identity, _):
        profile = store.load(identity).entries
        store.audit(identity, "show", "operator")
        if not profile:
            raise Failure(f"Nothing is known about {identity}.")
        Console().print(Markdown(as_markdown(profile, KnowledgeBase.load())))


@app.command()
def export(
    person: Person,
    form: Annotated[
        Literal["json", "markdown"], typer.Option("--format", help="json or markdown.")
    ] = "json",
    output: Annotated[
        Path | None, typer.Option("--output", help="Write to this file.", show_default=False)
    ] = None,
) -> None:
    """Export what is known about a person, as JSON or Markdown.

    Examples:

    * `coach profile export --person rest:user-1 > profile.json`

    * `coach profile export --person rest:user-1 --format markdown --output profile.md`
    """
    from actions.profile.talk import as_json, as_markdown
    from knowledge.base import KnowledgeBase

    with _opened(person) as (store, identity, _):
        profile = store.load(identity).entries
        store.audit(identity, "export", "operator")
    text = as_json(profile) if form == "json" else as_markdown(profile, KnowledgeBase.load())
    if output is None:
        print(text)
    else:
        output.write_text(f"{text}\n", encoding="utf-8")


@app.command()
def delete(
    person: Person,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Delete a person: the profile and the conversations. This cannot be undone.

    Example:

    * `coach profile delete --person rest:user-1 --yes`
    """
    if not yes:
        typer.confirm(f"Delete everything about {person}?", abort=True)
    with _opened(person) as (store, identity, settings):
        store.audit(identity, "delete", "operator")
        known = store.erase(identity)
        turns = _erase_conversations(settings, identity)
    if not known and not turns:
        raise Failure(f"Nothing is known about {person}.")
    print(f"Deleted: {person} (profile: {'yes' if known else 'none'}, events: {turns}).")


@contextmanager
def _opened(person: str) -> Iterator[tuple[ProfileStore, Identity, Settings]]:
    from actions.profile.store import Identity, ProfileStore, ProfileUnavailable
    from bot.settings import Settings, SettingsError

    with told(SettingsError):
        settings = Settings.from_environment()
    try:
        settings.data_path.mkdir(parents=True, exist_ok=True)
        store = ProfileStore(settings.profile_database)
        try:
            yield store, Identity.parse(person), settings
        finally:
            store.close()
    except ProfileUnavailable as error:
        raise Failure(
            f"The database of profiles cannot be used: check COACH_DATABASE_URL ({error})."
        ) from error


def _erase_conversations(settings: Settings, person: Identity) -> int:
    """Delete the events of the person's conversations; how many there were."""
    import sqlalchemy as sa

    from actions.profile.engine import open_engine
    from actions.profile.store import THREAD, THREADED

    engine = open_engine(settings.tracker_database)
    try:
        if not sa.inspect(engine).has_table("events"):
            return 0
        sender = sa.column("sender_id")
        own = sender == person.external_id
        if person.channel in THREADED:
            begins = f"{person.external_id}{THREAD}"
            own |= sa.func.substr(sender, 1, len(begins)) == begins
        with engine.begin() as connection:
            return int(
                connection.execute(sa.delete(sa.table("events", sender)).where(own)).rowcount
            )
    finally:
        engine.dispose()
