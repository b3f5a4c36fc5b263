"""The charts of a reply, as data that channels draw. ``alt`` says the same in words."""

from __future__ import annotations

from typing import Literal, TypedDict


class Range(TypedDict):
    """A base salary: USD a year; ``open`` if it may be more than ``high``."""

    role: str
    label: str
    low: int
    high: int
    open: bool


class Amount(TypedDict):
    label: str
    amount: int


class SalaryRange(TypedDict):
    type: Literal["salary_range"]
    title: str
    alt: str
    currency: Literal["USD"]
    unit: Literal["a year"]
    ranges: list[Range]
    own: Amount | None


class Stage(TypedDict):
    """A step of a ladder; ``own`` where the person stands, ``target`` where they want to be."""

    label: str
    role: str | None
    own: bool
    target: bool


class CareerLadder(TypedDict):
    type: Literal["career_ladder"]
    title: str
    alt: str
    stages: list[Stage]


class Need(TypedDict):
    """One requirement: ``have`` of ``need`` years, both null where it is not counted."""

    label: str
    state: Literal["met", "unmet", "unknown"]
    have: float | None
    need: float | None
    unit: str


class GapChart(TypedDict):
    type: Literal["gap"]
    title: str
    alt: str
    requirements: list[Need]


class Row(TypedDict):
    label: str
    cells: list[str]


class Comparison(TypedDict):
    type: Literal["comparison"]
    title: str
    alt: str
    columns: list[str]
    rows: list[Row]


Chart = SalaryRange | CareerLadder | GapChart | Comparison
