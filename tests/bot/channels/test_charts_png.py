"""Charts as images: each kind, odd ones, and none where there is nothing to draw."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from bot.channels import charts_png
from bot.channels.charts_png import chart_png

SALARY = {
    "type": "salary_range", "title": "Base salary a year", "alt": "A", "currency": "USD",
    "unit": "a year", "own": {"label": "You", "amount": 70_000},
    "ranges": [
        {"role": "sam", "label": "Senior Account Manager", "low": 80_000, "high": 130_000,
         "open": False},
        {"role": "dir", "label": "Director", "low": 120_000, "high": 200_000, "open": True},
    ],
}  # fmt: skip
LADDER = {
    "type": "career_ladder", "title": "Path", "alt": "A",
    "stages": [{"label": "Account Manager", "role": "am", "own": True, "target": False},
               {"label": "Director", "role": None, "own": False, "target": True}],
}  # fmt: skip
GAP = {
    "type": "gap", "title": "You and Director", "alt": "A",
    "requirements": [
        {"label": "Years", "state": "unmet", "have": 4.0, "need": 10.0, "unit": "years"},
        {"label": "Degree", "state": "unknown", "have": None, "need": None, "unit": ""},
    ],
}  # fmt: skip
COMPARISON = {
    "type": "comparison", "title": "Side by side", "alt": "A", "columns": ["One", "Two"],
    "rows": [{"label": "Scope", "cells": ["$5 to $6", "long " * 40]}],
}  # fmt: skip


def size(png: bytes | None) -> tuple[int, int]:
    assert png is not None
    with Image.open(io.BytesIO(png)) as image:
        image.verify()
        assert image.format == "PNG"
        width, height = image.size
    return width, height


@pytest.mark.parametrize("chart", [SALARY, LADDER, GAP, COMPARISON], ids=lambda c: c["type"])
def test_each_kind_is_drawn_in_a_readable_size(chart: dict[str, Any]) -> None:
    width, height = size(chart_png(chart))
    assert 600 <= width <= 1600
    assert 150 <= height <= 1600


def test_more_rows_make_a_higher_image() -> None:
    longer = {**LADDER, "stages": LADDER["stages"] * 4}
    assert size(chart_png(longer))[1] > size(chart_png(LADDER))[1]


def test_ones_own_figure_is_drawn() -> None:
    assert chart_png(SALARY) != chart_png({**SALARY, "own": None})


def test_what_is_no_known_chart_is_not_drawn() -> None:
    assert chart_png({"type": "pie", "title": "?", "alt": "?"}) is None
    assert chart_png({}) is None


def test_a_broken_chart_is_logged_without_its_figures(caplog: pytest.LogCaptureFixture) -> None:
    assert chart_png({"type": "gap", "title": "secret", "alt": "secret"}) is None
    assert "secret" not in caplog.text


def test_signs_of_formulas_are_taken_as_they_are() -> None:
    title = {**GAP, "title": "From $1 to $2 and \\frac{1}{2} of $"}
    assert size(chart_png(title))
    assert charts_png._plain("$1") == r"\$1"
