"""Charts of answers as PNG images, for channels that cannot draw. Calls block."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any

import structlog

logger = structlog.stdlib.get_logger(__name__)

Chart = Mapping[str, Any]
WIDTH = 8.0  # inches, of 150 points each
DPI = 150
_INK, _MUTED, _BAR, _OWN, _LACK = "#1d1c1d", "#616061", "#4a7fb5", "#c2572b", "#d9d9d9"
_NAME, _STEP = 4.6, 0.35  # inches of a ladder's lowest bar, and of each step more
_LABELS, _CELLS = 16, 38  # characters of a line in a table
_STATES = {"met": "met", "unmet": "not met", "unknown": "not known"}
# matplotlib is not made for several threads at once.
_DRAWING = Lock()


def chart_png(chart: Chart) -> bytes | None:
    """The image of ``chart``; None if it cannot be drawn, which is logged."""
    draw = _DRAWERS.get(str(chart.get("type")))
    if draw is None:
        return None
    try:
        with _DRAWING:
            return _png(chart, draw)
    except Exception as error:
        # The edge of drawing: an answer without its picture is still an answer.
        logger.error("chart not drawn", type=chart.get("type"), reason=type(error).__name__)
        return None


def _png(chart: Chart, draw: Callable[[Any, Chart], None]) -> bytes:
    # Imported late: it takes half a second, and most processes never draw.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, _height(chart)), dpi=DPI)
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    axes.set_title(_plain(chart["title"]), loc="left", color=_INK, fontweight="bold", pad=12)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.tick_params(length=0, colors=_INK)
    draw(axes, chart)
    file = io.BytesIO()
    figure.savefig(file, format="png", bbox_inches="tight", facecolor="white")
    return file.getvalue()


def _height(chart: Chart) -> float:
    rows: list[Any] = next(
        (chart[name] for name in ("ranges", "stages", "requirements") if name in chart), []
    )
    if chart["type"] == "comparison":
        return 1.0 + sum(_lines_of(row) for row in chart["rows"]) * 0.26
    return 1.3 + 0.6 * len(rows)


def _salaries(axes: Any, chart: Chart) -> None:
    own = chart.get("own")
    for place, item in enumerate(chart["ranges"]):
        axes.barh(place, item["high"] - item["low"], left=item["low"], height=0.5, color=_BAR)
        words = f"{_thousands(item['low'])} – {_thousands(item['high'])}"
        words += "+" if item["open"] else ""
        axes.text((item["low"] + item["high"]) / 2, place, _plain(words), ha="center",
                  va="center", color="white")  # fmt: skip
    if own:
        axes.axvline(own["amount"], color=_OWN, linewidth=2)
        words = _plain(f"{own['label']}: {_thousands(own['amount'])}")
        axes.text(own["amount"], len(chart["ranges"]) - 0.45, f"  {words}", color=_OWN, va="center")
        axes.set_ylim(-0.5, len(chart["ranges"]) - 0.2)  # fmt: skip
    _labelled(axes, [item["label"] for item in chart["ranges"]])
    axes.set_xlabel(f"{chart['currency']} {chart['unit']}", color=_MUTED)
    axes.xaxis.set_major_formatter(lambda value, _: _plain(_thousands(value)))
    axes.grid(axis="x", color=_LACK, linewidth=0.6)
    axes.set_axisbelow(True)


def _ladder(axes: Any, chart: Chart) -> None:
    """Steps from below to above."""
    for place, stage in enumerate(chart["stages"]):
        colour = _OWN if stage["own"] else _BAR if stage["target"] else _LACK
        axes.barh(place, _NAME + place * _STEP, height=0.7, color=colour)
        mark = " (you)" if stage["own"] else " (goal)" if stage["target"] else ""
        text = _plain(f"{stage['label']}{mark}")
        light = stage["own"] or stage["target"]
        axes.text(0.1, place, text, va="center", color="white" if light else _INK)
    axes.set_xticks([])
    axes.set_yticks([])
    axes.set_xlim(0, WIDTH)


def _gap(axes: Any, chart: Chart) -> None:
    needs = chart["requirements"][::-1]
    for place, need in enumerate(needs):
        counted = need["have"] is not None and need["need"]
        share = min(need["have"] / need["need"], 1) if counted else float(need["state"] == "met")
        axes.barh(place, 1, height=0.5, color=_LACK)
        axes.barh(place, share, height=0.5, color=_BAR)
        words = _STATES[need["state"]]
        if counted:
            words = f"{need['have']:g} of {need['need']:g} {need['unit']}"
        axes.text(1.03, place, _plain(words), va="center", color=_INK)
    _labelled(axes, [need["label"] for need in needs])
    axes.set_xticks([])
    axes.set_xlim(0, 1.4)


def _comparison(axes: Any, chart: Chart) -> None:
    """A table: what is compared, and a column for each of the two."""
    axes.axis("off")
    total = sum(_lines_of(row) for row in chart["rows"]) + 1.5
    axes.set_ylim(-total, 0)
    axes.set_xlim(0, 1)
    for at, name in zip((0.22, 0.62), chart["columns"], strict=True):
        axes.text(at, -0.8, _plain(name), fontweight="bold", color=_BAR, va="center")
    y = -1.5
    for row in chart["rows"]:
        axes.axhline(y, color=_LACK, linewidth=0.8)
        label = _plain(_wrapped(row["label"], _LABELS))
        axes.text(0, y - 0.4, label, fontweight="bold", color=_INK, va="top", fontsize=9)
        for at, cell in zip((0.22, 0.62), row["cells"], strict=True):
            axes.text(at, y - 0.4, _plain(_wrapped(cell)), color=_INK, va="top", fontsize=9)
        y -= _lines_of(row)


def _lines_of(row: Mapping[str, Any]) -> int:
    lines = [_wrapped(row["label"], _LABELS), *map(_wrapped, row["cells"])]
    return 2 + max(text.count("\n") for text in lines)


def _wrapped(text: str, width: int = _CELLS) -> str:
    return "\n".join(textwrap.wrap(text, width)) or " "


def _labelled(axes: Any, labels: list[str]) -> None:
    axes.set_yticks(range(len(labels)))
    axes.set_yticklabels([_plain("\n".join(textwrap.wrap(label, 24))) for label in labels])


def _thousands(amount: float) -> str:
    return f"${amount / 1000:,.0f}k"


def _plain(text: str) -> str:
    """``text`` as it is: between two dollar signs matplotlib would set a formula."""
    return text.replace("$", r"\$")


_DRAWERS: dict[str, Callable[[Any, Chart], None]] = {
    "salary_range": _salaries,
    "career_ladder": _ladder,
    "gap": _gap,
    "comparison": _comparison,
}
