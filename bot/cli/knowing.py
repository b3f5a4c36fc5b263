"""`coach knowledge`: what is known, and whether it covers the documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.failing import Failure, told

if TYPE_CHECKING:
    from knowledge.coverage import Coverage

app = typer.Typer(
    name="knowledge", help="Show and check what the coach knows.", no_args_is_help=True
)


@app.command()
def show(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ROLE|FACET",
            help="Roles, facets, industries, KPIs or dimensions, by any of their names.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """List what is known, with sources; without names, an overview.

    Facts fit a name of every sort that is given: "SAM salary" is the salary of that role.

    Examples:

    * `coach knowledge show`

    * `coach knowledge show director salary`

    * `coach knowledge show "account executive" healthcare`
    """
    from bot.cli.listing import show_facts, show_overview
    from knowledge.base import KnowledgeBase
    from knowledge.loader import PackError
    from knowledge.selection import UnknownNameError, select

    with told(PackError, UnknownNameError):
        base = KnowledgeBase.load()
        facts = select(base, names).facts(base) if names else None
    if facts is None:
        show_overview(base)
    elif facts:
        show_facts(base, facts)
    else:
        raise Failure(f"Nothing is known about {' '.join(names or [])}.")


@app.command()
def check(
    documents: Annotated[
        Path | None,
        typer.Option(help="Folder of the documents, to see that the packs cover them."),
    ] = None,
    packs: Annotated[
        Path | None, typer.Option(help="Another folder of packs to check.", show_default=False)
    ] = None,
) -> None:
    """Check the packs and, given the documents, how much of them is covered.

    Each section should be cited by a fact, each figure of a document stand in a pack and each
    figure of a pack in its document, and no fact copy nine words in a row. Exit code 1 if not.

    Examples:

    * `coach knowledge check`

    * `coach knowledge check --documents ../documents`
    """
    from bot.cli.listing import show_coverage
    from knowledge.base import KnowledgeBase
    from knowledge.coverage import check as check_coverage
    from knowledge.documents import DocumentError
    from knowledge.loader import PACKS, PackError

    with told(PackError, DocumentError):
        base = KnowledgeBase.load(packs or PACKS)
        covered = check_coverage(base.packs, documents) if documents else []
    print(f"{len(base.packs)} packs with {len(base.facts)} facts are well formed.")
    for coverage in covered:
        show_coverage(coverage)
    _fail_if_incomplete(covered)


def _fail_if_incomplete(covered: list[Coverage]) -> None:
    problems = sum(len(coverage.problems) for coverage in covered)
    if problems:
        raise Failure(f"The packs do not cover the documents: {problems} problems, listed above.")
