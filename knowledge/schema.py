"""The form of a knowledge pack: the facts of one document, typed and with their source.

A pack is one YAML file under ``knowledge/packs/``. ``knowledge.loader`` reads packs and names the
file and line of whatever does not fit this schema.
"""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2)]


class Facet(str, Enum):
    """What a fact says about its roles."""

    DEFINITION = "definition"
    RESPONSIBILITY = "responsibility"
    SKILL = "skill"
    EDUCATION = "education"
    EXPERIENCE = "experience"
    QUALIFICATION = "qualification"
    SALARY = "salary"
    SALARY_FACTOR = "salary_factor"
    BONUS = "bonus"
    BENEFIT = "benefit"
    COMMISSION = "commission"
    PATH = "path"
    STAGE = "stage"
    ENTRY_ROLE = "entry_role"
    ADVANCEMENT = "advancement"
    LATERAL_MOVE = "lateral_move"
    TRANSITION = "transition"
    CONTRAST = "contrast"
    SIMILARITY = "similarity"
    OVERLAP = "overlap"
    INDUSTRY_EMPHASIS = "industry_emphasis"
    INDUSTRY_EXAMPLE = "industry_example"
    KPI = "kpi"
    KPI_PRACTICE = "kpi_practice"
    CHALLENGE = "challenge"
    BEST_PRACTICE = "best_practice"
    TREND = "trend"
    VALUE = "value"
    CHOICE = "choice"


class Measure(str, Enum):
    """What a figure counts. The unit follows from it; see ``UNITS``."""

    BASE_SALARY = "base_salary"
    BONUS_SHARE = "bonus_share"
    ACCOUNT_MANAGEMENT_YEARS = "account_management_years"
    LEADERSHIP_YEARS = "leadership_years"
    PORTFOLIO_CLIENTS = "portfolio_clients"
    PORTFOLIO_REVENUE = "portfolio_revenue"
    OTHER = "other"


UNITS = {
    Measure.BASE_SALARY: "USD a year",
    Measure.BONUS_SHARE: "percent of base salary",
    Measure.ACCOUNT_MANAGEMENT_YEARS: "years",
    Measure.LEADERSHIP_YEARS: "years",
    Measure.PORTFOLIO_CLIENTS: "clients",
    Measure.PORTFOLIO_REVENUE: "USD a year",
    Measure.OTHER: "",
}


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Figure(_Strict):
    """A number with its unit: exactly ``low``, or ``low`` to ``high``; ``or_more`` leaves it "
    "open."""

    measure: Measure
    low: float
    high: float | None = None
    or_more: bool = False
    role: Identifier | None = None  # where a fact about several roles gives each its own figure
    unit: str = ""

    @model_validator(mode="after")
    def _check(self) -> Figure:
        if self.high is not None and self.high < self.low:
            raise ValueError(f"high ({self.high:g}) is below low ({self.low:g})")
        if self.measure is Measure.OTHER and not self.unit:
            raise ValueError("a figure of measure 'other' names its unit")
        return self


class Asked(_Strict):
    """What a fact asks of a candidate besides years, so that it can be held against a person.

    ``level`` is the least degree, in one of ``subjects`` or a similar one; ``leading`` asks for
    having led people. ``preferred`` is a plus, not a condition.
    """

    level: Literal["bachelor", "advanced"] | None = None
    subjects: list[Text] = []
    leading: bool = False
    preferred: bool = False


class Term(_Strict):
    """Something people name: an industry, a KPI, a dimension. ``aliases`` are other names for "
    "it."""

    id: Identifier
    name: Text
    aliases: list[Text] = []


class Role(Term):
    """A job. ``short`` is its usual abbreviation, if it has one ("SAM")."""

    short: str | None = None
    plural: Text


class Fact(_Strict):
    """One thing the document says.

    ``statement`` is a full sentence in our own words that names its role, and says why where the
    document does. ``label`` and ``detail`` are the same as a list item ("**label**: detail").
    ``questions`` are ways to ask for just this fact; ``yes`` and ``no`` are questions that this
    fact answers with yes or no.
    """

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
    facet: Facet
    roles: list[Identifier] = []  # empty: about all roles of the document alike
    section: Text
    label: Text
    detail: Text
    statement: Text
    figures: list[Figure] = []
    asks: Asked | None = None
    industry: Identifier | None = None
    kpi: Identifier | None = None
    dimension: Identifier | None = None
    path: list[list[Identifier]] = []  # ordered steps from first to last; a step may offer several
    questions: list[Text] = []
    yes: list[Text] = []
    no: list[Text] = []

    def __hash__(self) -> int:
        return hash(self.id)


class Document(_Strict):
    """The document a pack was made from. ``sections`` are its headings, in order."""

    id: Identifier
    title: Text
    file: Text
    about: list[Identifier]  # the roles it compares
    sections: list[Text]


class Pack(_Strict):
    """All that is known from one document."""

    document: Document
    roles: list[Role]
    industries: list[Term] = []
    kpis: list[Term] = []
    dimensions: list[Term] = []
    facts: list[Fact]
