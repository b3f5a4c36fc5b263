"""What a person still lacks for a role: each requirement met, unmet by how much, or unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from actions.profile.fields import DEGREES
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet, Fact, Measure

Status = Literal["met", "unmet", "unknown"]
Values = Mapping[str, Any]
_FIELD = {
    Measure.ACCOUNT_MANAGEMENT_YEARS: "years_account_management",
    Measure.LEADERSHIP_YEARS: "years_leadership",
}
# Roles outside account management: their years do not stand in for it.
_ELSEWHERE = (
    "account_executive", "senior_account_executive", "sales_development_representative",
    "regional_sales_manager", "vice_president_of_sales", "customer_service_representative",
    "marketing_assistant",
)  # fmt: skip
_ADVANCED = ("master", "mba", "doctorate")
# Subjects that the documents' "or a similar subject" plainly takes in.
_SIMILAR = ("business", "marketing", "communication", "management", "economics", "commerce",
            "advertising", "finance", "sales", "administration")  # fmt: skip


@dataclass(frozen=True)
class Requirement:
    """One thing that a role asks for and how a person stands to it.

    ``have`` and ``asked`` are years or None; ``missing`` is what is still to go (years, 0 if met).
    ``judged`` is False for what only the person can judge ("a proven track record"); its status
    is then their own word.
    """

    kind: Literal["account_management", "leadership", "degree", "plus", "leading", "other"]
    fact: Fact
    status: Status
    asked: float | None = None
    have: float | None = None
    missing: float = 0.0
    field: str | None = None  # the profile field that would settle it
    note: str = ""
    judged: bool = True


@dataclass(frozen=True)
class Gap:
    """All requirements of ``role``, in the order in which the documents give them."""

    role: str
    requirements: list[Requirement] = field(default_factory=list)

    def with_status(self, status: Status) -> list[Requirement]:
        """The requirements of one status that a profile can settle, without mere pluses."""
        return [
            r for r in self.requirements if r.status == status and r.judged and r.kind != "plus"
        ]

    @property
    def admitted(self) -> list[Requirement]:
        """What only the person can judge and says is missing."""
        return [r for r in self.requirements if r.status == "unmet" and not r.judged]

    @property
    def years_to_go(self) -> float | None:
        """The fewest years until every requirement in years can be met; None if one is unknown.

        Years of account management and of leadership may be the same years.
        """
        counted = [r for r in self.requirements if r.asked is not None]
        if not counted or any(r.status == "unknown" for r in counted):
            return None
        return max(r.missing for r in counted)


def gap(
    values: Values, role: str, base: KnowledgeBase, claims: Mapping[str, bool] | None = None
) -> Gap:
    """How the person of ``values`` stands to what the documents ask of ``role``.

    ``claims`` are the facts that they say they have or lack. The requirements are empty if the
    documents ask nothing of the role.
    """
    facts = base.find((Facet.EXPERIENCE, Facet.EDUCATION, Facet.QUALIFICATION), role)
    found: list[Requirement] = []
    for fact in facts:
        years = [f for f in fact.figures if f.measure in _FIELD and f.role in (None, role)]
        found += [_years(values, fact, figure.measure, figure.low) for figure in years]
        if fact.asks is not None and fact.asks.level:
            found.append(_degree(values, fact))
        elif fact.asks is not None and fact.asks.leading:
            found.append(_leading(values, fact))
        elif not years:
            found.append(Requirement("other", fact, _own_word(fact, claims or {}), judged=False))
    order = ("account_management", "leadership", "leading", "degree", "plus", "other")
    return Gap(role, sorted(found, key=lambda r: order.index(r.kind)))


def _own_word(fact: Fact, claims: Mapping[str, bool]) -> Status:
    claimed = claims.get(fact.id)
    return "unknown" if claimed is None else "met" if claimed else "unmet"


def _years(values: Values, fact: Fact, measure: Measure, asked: float) -> Requirement:
    name = _FIELD[measure]
    kind: Literal["account_management", "leadership"] = (
        "account_management" if measure is Measure.ACCOUNT_MANAGEMENT_YEARS else "leadership"
    )
    have, note = values.get(name), ""
    inside = values.get("current_role") not in _ELSEWHERE
    total = values.get("years_total")
    if have is None and kind == "account_management" and total is not None and inside:
        have = total
        note = f"taking all your {have:g} years as account management"
    if have is None and kind == "leadership" and values.get("team_size") == 0:
        have, note = 0, "as nobody reports to you"
    if have is None:
        return Requirement(kind, fact, "unknown", asked, field=name)
    missing = max(0.0, asked - have)
    status: Status = "unmet" if missing else "met"
    return Requirement(kind, fact, status, asked, float(have), missing, name, note)


def _degree(values: Values, fact: Fact) -> Requirement:
    assert fact.asks is not None
    level, subject = values.get("education_level"), values.get("education_field")
    if fact.asks.level == "advanced":
        if level is None:
            return Requirement("plus", fact, "unknown", field="education_level")
        return Requirement(
            "plus", fact, "met" if level in _ADVANCED else "unmet", field="education_level"
        )
    kind: Literal["degree", "plus"] = "plus" if fact.asks.preferred else "degree"
    if level is None:
        return Requirement(kind, fact, "unknown", field="education_level")
    if level not in DEGREES or level == "associate":
        return Requirement(kind, fact, "unmet", field="education_level")
    note = ""
    if subject and not any(word in subject for word in (*fact.asks.subjects, *_SIMILAR)):
        note = "subject"
    return Requirement(kind, fact, "met", field="education_level", note=note)


def _leading(values: Values, fact: Fact) -> Requirement:
    years, team = values.get("years_leadership"), values.get("team_size")
    if years or team or values.get("mentoring"):
        return Requirement("leading", fact, "met", field="team_size")
    if team == 0 or years == 0:
        return Requirement("leading", fact, "unmet", field="team_size")
    return Requirement("leading", fact, "unknown", field="team_size")


@dataclass(frozen=True)
class Readiness:
    """``share`` (0 to 1) is the mean of ``parts``: (what, share), each of equal weight."""

    share: float
    parts: list[tuple[str, float]]


def readiness(found: Gap) -> Readiness | None:
    """How much of what can be counted is there: years as a share of those asked (at most 1), a
    degree and having led people as 1 or 0, all of equal weight. None if nothing is known.

    The documents give no such figure; it is this program's own, so its parts are shown with it.
    """
    parts: list[tuple[str, float]] = []
    for item in found.requirements:
        if not item.judged or item.kind == "plus" or item.status == "unknown":
            continue
        if item.asked:
            parts.append((f"{item.have:g} of {item.asked:g} years of "
                          f"{item.kind.replace('_', ' ')}",
                          min(1.0, (item.have or 0) / item.asked)))  # fmt: skip
        else:
            what = "degree" if item.kind == "degree" else "leading experience"
            parts.append((what, 1.0 if item.status == "met" else 0.0))
    if not parts:
        return None
    return Readiness(sum(share for _, share in parts) / len(parts), parts)
