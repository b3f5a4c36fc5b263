"""Conversation cases: what the coach must and must not say, and how many of them hold.

A file has one case a line, as JSON: ``{"id": ..., "kind" or "facet": ..., "turns": [...]}``. A
turn is what a person says and what the reply must be like, each condition optional:

    "user"     the message
    "all"      patterns that must all be found in the reply's text
    "any"      groups of patterns that end in a number: at least so many of the group are found
    "none"     patterns that must not be found
    "abstain"  true if the reply has to be an abstention (custom.kind)

Patterns are regular expressions, searched whatever the case in the texts of all messages of the
reply, one below the other. A reply without text never holds. A case holds if all its turns do.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

Message = dict[str, Any]
Say = Callable[[str, str], list[Message]]  # sender and text to the messages of the reply


class CaseError(ValueError):
    """A file of cases that cannot be used. The text is "file:line: reason"."""


class UnreachableError(Exception):
    """The coach does not answer at all. The text is a sentence."""


class NoReplyError(Exception):
    """One message got no reply. The text says what came instead."""


def _pattern(value: object) -> re.Pattern[str]:
    if not isinstance(value, str):
        raise ValueError("a pattern is a text")
    try:
        return re.compile(value, re.IGNORECASE)
    except re.error as error:
        raise ValueError(f"'{value}' is no regular expression: {error}") from error


@dataclass(frozen=True)
class Group:
    """Patterns of which at least ``least`` are to be found."""

    patterns: list[re.Pattern[str]]
    least: int


def _group(value: object) -> Group:
    if not isinstance(value, list) or len(value) < 2 or type(value[-1]) is not int:
        raise ValueError("a group of 'any' is a list of patterns and, last, how many are needed")
    return Group([_pattern(item) for item in value[:-1]], value[-1])


Pattern = Annotated[re.Pattern[str], BeforeValidator(_pattern)]


class Turn(BaseModel):
    """One message and the conditions on the reply."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    user: str
    all: list[Pattern] = []
    any: list[Annotated[Group, BeforeValidator(_group)]] = []
    none: list[Pattern] = []
    abstain: bool = False

    def shortfalls(self, reply: Sequence[Message]) -> list[str]:
        """In what the reply falls short; empty if it holds."""
        text = text_of(reply)
        wrong = [] if text.strip() else ["no text in the reply"]
        wrong += [f"missing: {p.pattern}" for p in self.all if not p.search(text)]
        wrong += [f"unwanted: {p.pattern}" for p in self.none if p.search(text)]
        for group in self.any:
            hits = sum(p.search(text) is not None for p in group.patterns)
            if hits < group.least:
                listed = ", ".join(p.pattern for p in group.patterns)
                wrong.append(f"{hits} of at least {group.least}: {listed}")
        if self.abstain and "abstain" not in kinds_of(reply):
            wrong.append(f"no abstention but {', '.join(kinds_of(reply)) or 'no kind'}")
        return wrong


class Case(BaseModel):
    """A conversation to play. Its ``group`` is its kind or facet; other keys are its author's."""

    model_config = ConfigDict(frozen=True)

    id: str
    kind: str = ""
    facet: str = ""
    turns: list[Turn] = Field(min_length=1)

    @property
    def group(self) -> str:
        return self.kind or self.facet or "-"


@dataclass(frozen=True)
class TurnResult:
    """A turn as it was played, in ``seconds``."""

    turn: Turn
    reply: list[Message]
    shortfalls: list[str]
    seconds: float


@dataclass(frozen=True)
class CaseResult:
    """A case as it was played."""

    case: Case
    turns: list[TurnResult]

    @property
    def holds(self) -> bool:
        return not self.short

    @property
    def short(self) -> list[TurnResult]:
        return [turn for turn in self.turns if turn.shortfalls]

    def as_dict(self) -> dict[str, Any]:
        """What fell short, for a file that another program reads."""
        return {
            "id": self.case.id,
            "kind": self.case.group,
            "short": [
                {
                    "user": result.turn.user,
                    "reply": text_of(result.reply),
                    "kinds": kinds_of(result.reply),
                    "why": result.shortfalls,
                }
                for result in self.short
            ],
        }


def text_of(reply: Sequence[Message]) -> str:
    """The texts of all messages, one below the other."""
    return "\n".join(m["text"] for m in reply if isinstance(m.get("text"), str))


def kinds_of(reply: Sequence[Message]) -> list[str]:
    """``custom.kind`` of each message that has one."""
    customs = [message.get("custom") for message in reply]
    return sorted({str(c["kind"]) for c in customs if isinstance(c, dict) and c.get("kind")})


def read_cases(path: Path) -> list[Case]:
    """The cases of one file. Raises CaseError, also if an id stands twice or there is no case."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise CaseError(f"{path} cannot be read: it is not UTF-8 text.") from error
    except OSError as error:
        raise CaseError(f"{path} cannot be read: {error.strerror}.") from error
    cases: dict[str, Case] = {}
    for number, line in enumerate(lines, start=1):
        if line.strip():
            case = _case(line, f"{path}:{number}")
            if case.id in cases:
                raise CaseError(f"{path}:{number}: the case '{case.id}' stands twice")
            cases[case.id] = case
    if not cases:
        raise CaseError(f"{path} holds no case.")
    return list(cases.values())


def _case(line: str, place: str) -> Case:
    try:
        return Case.model_validate(json.loads(line))
    except json.JSONDecodeError as error:
        raise CaseError(f"{place}: not JSON at column {error.colno}: {error.msg}") from error
    except ValidationError as error:
        problem = error.errors()[0]
        where = ".".join(map(str, problem["loc"]))
        raise CaseError(f"{place}: {where or 'the line'}: {problem['msg']}") from error


def play(case: Case, say: Say, sender: str) -> CaseResult:
    """Talk through ``case`` as ``sender``, who should be new. ``say`` may raise NoReplyError."""
    results = []
    for turn in case.turns:
        started = time.perf_counter()
        try:
            reply = say(sender, turn.user)
            wrong = turn.shortfalls(reply)
        except NoReplyError as error:
            reply, wrong = [], [f"no reply: {error}"]
        results.append(TurnResult(turn, reply, wrong, time.perf_counter() - started))
    return CaseResult(case, results)


def share(results: Iterable[CaseResult]) -> tuple[int, int]:
    """How many cases hold, and of how many."""
    holding = [result.holds for result in results]
    return sum(holding), len(holding)


def by_group(results: Iterable[CaseResult]) -> dict[str, list[CaseResult]]:
    """The results of each group of cases, the weakest group first."""
    groups: dict[str, list[CaseResult]] = {}
    for result in results:
        groups.setdefault(result.case.group, []).append(result)
    return dict(sorted(groups.items(), key=lambda group: share(group[1])[0] / len(group[1])))


def percentile(values: Sequence[float], percent: float) -> float:
    """The value that ``percent`` of ``values`` do not exceed. Raises IndexError if empty."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * percent / 100), len(ordered) - 1)]
