"""What of an answer can be drawn."""

from __future__ import annotations

from collections.abc import Sequence

from actions.advice.gap import Requirement, gap
from actions.chart import (
    Amount,
    CareerLadder,
    Chart,
    Comparison,
    GapChart,
    Need,
    Range,
    Row,
    SalaryRange,
    Stage,
)
from actions.part import Part
from actions.person import Person
from actions.wording import dollars, figure_text, in_third_person, joined, role_name, role_names
from knowledge.base import KnowledgeBase, Ladder
from knowledge.schema import Facet, Measure

_KINDS = {
    "account_management": "Account management",
    "leadership": "Leadership",
    "leading": "Leading others",
    "degree": "Degree",
}


def chart_of(parts: Sequence[Part], person: Person, base: KnowledgeBase) -> Chart | None:
    """The chart of the first of ``parts`` that can be drawn; None if none can."""
    for part in parts:
        if part.kind not in ("answer", "plan"):
            continue
        found: Chart | None = None
        if part.topic == "ask_salary":
            found = _salaries(part.roles, person, base)
        elif part.topic in ("ask_career_path", "ask_next_step"):
            found = _ladder(part, person, base)
        elif part.topic in ("ask_gap", "ask_plan") and part.roles:
            found = _gap(part.roles[0], person, base)
        elif part.topic == "ask_difference" and len(part.roles) == 2:
            found = _comparison(part, base)
        if found is not None:
            return found
    return None


def _salaries(roles: Sequence[str], person: Person, base: KnowledgeBase) -> SalaryRange | None:
    ranges: list[Range] = []
    for role in roles:
        for _, figure in base.figures(Measure.BASE_SALARY, role)[:1]:
            ranges.append({
                "role": role, "label": role_name(base, role), "low": round(figure.low),
                "high": round(figure.high or figure.low), "open": figure.or_more,
            })  # fmt: skip
    if not ranges:
        return None
    own: Amount | None = None
    if person.base_pay is not None:
        own = {"label": _said("You", person), "amount": round(person.base_pay)}
    shown = [f"{r['label']}: {dollars(r['low'])} to {dollars(r['high'])}{'+' if r['open'] else ''}"
             for r in ranges]  # fmt: skip
    mine = _said(f" Your base: {dollars(own['amount'])}.", person) if own else ""
    return {
        "type": "salary_range", "title": "Base salary a year", "currency": "USD", "unit": "a year",
        "alt": f"Base salary a year. {'; '.join(shown)}.{mine}", "ranges": ranges, "own": own,
    }  # fmt: skip


def _said(text: str, person: Person) -> str:
    return in_third_person(text) if person.other else text


def _ladder(part: Part, person: Person, base: KnowledgeBase) -> CareerLadder | None:
    ladders = [ladder for ladder in base.ladders if ladder.fact in part.facts]
    own, goal = person.role(base), person.goal(base)
    # Of several versions, the one on which the person stands.
    ladders.sort(key=lambda ladder: own is None or ladder.index(own) is None)
    if not ladders:
        return None
    stages = _stages(ladders[0], own, goal, base)
    here = [stage["label"] for stage in stages if stage["own"]]
    there = [stage["label"] for stage in stages if stage["target"]]
    alt = f"From first to last step: {', '.join(stage['label'] for stage in stages)}."
    alt += _said(f" You are at {here[0]}.", person) if here else ""
    alt += _said(f" Your goal is {there[0]}.", person) if there else ""
    title = f"Path to {role_names(base, ladders[0].steps[-1], 'or')}"
    return {"type": "career_ladder", "title": title, "alt": alt, "stages": stages}


def _stages(ladder: Ladder, own: str | None, goal: str | None, base: KnowledgeBase) -> list[Stage]:
    return [
        {
            "label": role_names(base, step, "or"),
            "role": step[0],
            "own": own in step,
            "target": goal in step,
        }
        for step in ladder.steps
    ]


def _gap(role: str, person: Person, base: KnowledgeBase) -> GapChart | None:
    counted = [r for r in gap(person.values, role, base).requirements
               if r.judged and r.kind != "plus"]  # fmt: skip
    if not counted:
        return None
    needs = [_need(requirement) for requirement in counted]
    title = _said(f"You and what {role_name(base, role)} asks", person)
    return {
        "type": "gap",
        "title": title,
        "alt": f"{title}: {'; '.join(_in_words(need) for need in needs)}.",
        "requirements": needs,
    }


def _need(requirement: Requirement) -> Need:
    return {
        "label": _KINDS.get(requirement.kind, requirement.fact.label),
        "state": requirement.status,
        "have": requirement.have,
        "need": requirement.asked,
        "unit": "years" if requirement.asked is not None else "",
    }


def _in_words(need: Need) -> str:
    if need["state"] == "unknown" or need["need"] is None or need["have"] is None:
        state = {"met": "met", "unmet": "not met", "unknown": "not known"}[need["state"]]
        return f"{need['label']}: {state}"
    return f"{need['label']}: {need['have']:g} of {need['need']:g} years"


def _comparison(part: Part, base: KnowledgeBase) -> Comparison | None:
    """Two roles side by side, from the facts that the answer rests on."""
    rows: list[Row] = []
    for label, measure in (
        ("Experience", Measure.ACCOUNT_MANAGEMENT_YEARS),
        ("Base salary", Measure.BASE_SALARY),
    ):
        figures = [[figure for fact, figure in base.figures(measure, role)[:1]
                    if fact in part.facts] for role in part.roles]  # fmt: skip
        if any(figures):
            cells = [figure_text(found[0]) if found else "not given" for found in figures]
            rows.append({"label": label, "cells": cells})
    for dimension in base.dimensions.values():
        facts = [[fact for fact in part.facts if fact.facet is Facet.CONTRAST
                  and fact.roles == [role] and fact.dimension == dimension.id]
                 for role in part.roles]  # fmt: skip
        if all(facts):
            rows.append({"label": dimension.name, "cells": [own[0].detail for own in facts]})
    if len(rows) < 2:
        return None
    columns = [role_name(base, role) for role in part.roles]
    said = []
    for row in rows:
        cells = [f"{c}: {v}" for c, v in zip(columns, row["cells"], strict=True)]
        said.append(f"{row['label']} – {'; '.join(cells)}")
    return {
        "type": "comparison", "title": f"{joined(columns)} side by side", "columns": columns,
        "alt": f"{'. '.join(said)}.", "rows": rows,
    }  # fmt: skip
