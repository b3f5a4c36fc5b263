"""One measured value with its goal, and the table of all of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """``ours`` beside ``theirs`` (None if there is nothing to stand beside), in ``unit``.

    ``goal`` is the most that ours divided by theirs may be; with ``least`` ours itself has to
    reach ``goal``.
    """

    name: str
    ours: float
    theirs: float | None = None
    unit: str = ""
    goal: float | None = None
    least: bool = False

    @property
    def ratio(self) -> float | None:
        return self.ours / self.theirs if self.theirs else None

    @property
    def met(self) -> bool | None:
        """Whether the goal is reached; None without a goal."""
        if self.goal is None:
            return None
        if self.least:
            return self.ours >= self.goal
        return self.ratio is not None and self.ratio <= self.goal

    def as_line(self) -> str:
        theirs = f"{self.theirs:10.2f}" if self.theirs is not None else f"{'-':>10}"
        ratio = f"{self.ratio:6.2f}" if self.ratio is not None else f"{'-':>6}"
        sign = ">=" if self.least else "<="
        goal = f"{sign} {self.goal:g}" if self.goal is not None else ""
        verdict = {True: "met", False: "NOT MET", None: ""}[self.met]
        return f"{self.name:52} {self.ours:10.2f} {theirs} {self.unit:5} {ratio} {goal:8} {verdict}"


HEADER = f"{'':52} {'coach':>10} {'rasa init':>10} {'':5} {'ratio':>6} {'goal':8}"
