"""`coach evaluate`: plays conversation cases and says how many hold."""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import local_coach
from bot.cli.failing import Failure, told

if TYPE_CHECKING:
    from bot.cli.local_coach import Speaker
    from bot.evaluation import Case, CaseResult


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command()(evaluate)


def evaluate(
    files: Annotated[
        list[Path], typer.Argument(metavar="CASES.jsonl", help="Files of cases, one a line.")
    ],
    url: Annotated[
        str | None,
        typer.Option(help="A running coach to talk to. Default: one in this process."),
    ] = None,
    show: Annotated[int, typer.Option(help="Print so many cases that fall short.", min=0)] = 0,
    json_file: Annotated[
        Path | None, typer.Option("--json", help="Write every case that falls short here.")
    ] = None,
    at_least: Annotated[
        float,
        typer.Option(help="Percentage of cases that has to hold; below it, exit code 1.", max=100),
    ] = 100.0,
) -> None:
    """Play conversation cases and say how many hold.

    A case is a line of JSON with "id", "kind" and "turns"; a turn has "user", and optionally
    "all", "any", "none" (regular expressions on the reply) and "abstain". Each case talks as a new
    sender.

    Examples:

    * `coach evaluate tests/conversations/cases/*.jsonl --show 5`

    * `coach evaluate my_cases.jsonl --url http://127.0.0.1:5005 --at-least 95`
    """
    from bot.evaluation import CaseError, UnreachableError, read_cases, share

    with told(CaseError):
        cases = {path: read_cases(path) for path in files}
    with ExitStack() as stack, told(UnreachableError):
        coach = _coach(url, stack)
        results = {path: _play_all(own, coach) for path, own in cases.items()}
    everything = [result for own in results.values() for result in own]
    _report(results, everything, show)
    if json_file:
        short = [result.as_dict() for result in everything if not result.holds]
        json_file.write_text(json.dumps(short, indent=1, ensure_ascii=False), encoding="utf-8")
    holding, total = share(everything)
    if 100 * holding / total < at_least:
        raise Failure(f"That is less than {at_least:g} %.")


def _coach(url: str | None, stack: ExitStack) -> Speaker:
    if url is not None:
        from bot.cli.remote_coach import RemoteCoach

        return RemoteCoach(url)
    return local_coach.open_with_status(stack)


def _play_all(cases: Sequence[Case], coach: Speaker) -> list[CaseResult]:
    from rich.console import Console
    from rich.progress import track

    from bot.evaluation import play

    shown = track(cases, "Playing", console=Console(stderr=True), transient=True)
    return [play(case, coach.say, f"{case.id}-{uuid.uuid4().hex[:8]}") for case in shown]


def _report(
    results: dict[Path, list[CaseResult]], everything: Sequence[CaseResult], show: int
) -> None:
    """The cases that fell short, then each file with its groups, the weakest first."""
    from bot.evaluation import by_group, percentile

    for result in [result for result in everything if not result.holds][:show]:
        _show_case(result)
    for path, own in results.items():
        print(f"{path.name}: {_of(own)}")
        for group, part in by_group(own).items():
            print(f"    {group:24} {_of(part)}")
    seconds = [turn.seconds for result in everything for turn in result.turns]
    print(
        f"turns: {len(seconds)}, median {1000 * percentile(seconds, 50):.1f} ms, "
        f"95th percentile {1000 * percentile(seconds, 95):.1f} ms"
    )
    print(_of(everything))


def _show_case(result: CaseResult) -> None:
    from bot.evaluation import text_of

    print(f"--- {result.case.id} ({result.case.group})")
    for turn in result.short:
        print(f"  user:  {turn.turn.user[:300]!r}\n  coach: {text_of(turn.reply)[:600]!r}")
        for reason in turn.shortfalls:
            print(f"    {reason[:300]}")


def _of(results: Sequence[CaseResult]) -> str:
    from bot.evaluation import share

    holding, total = share(results)
    return f"{holding} of {total} cases hold ({100 * holding / total:.1f} %)"
