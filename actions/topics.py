"""The questions the coach answers: which facts answer each intent, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.schema import Facet, Fact, Measure


@dataclass(frozen=True)
class Topic:
    """One kind of question.

    ``noun`` completes "The documents do not give … for …"; ``heading`` stands over a role's list;
    ``button`` is the title of a next question, with ``{role}`` for the role's name.
    """

    intent: str
    facets: tuple[Facet, ...]
    noun: str
    heading: str
    button: str
    dimension: str | None = None
    measure: Measure | None = None
    needs_role: bool = True
    fallback: tuple[Facet, ...] = ()
    next: tuple[str, ...] = ()


def _topics(*topics: Topic) -> dict[str, Topic]:
    return {topic.intent: topic for topic in topics}


F = Facet
TOPICS = _topics(
    Topic(
        "ask_definition", (F.DEFINITION,), "a description", "in short", "What is {role}?",
        fallback=(F.STAGE, F.RESPONSIBILITY),
        next=("ask_responsibilities", "ask_skills", "ask_salary", "ask_difference"),
    ),
    Topic(
        "ask_responsibilities", (F.RESPONSIBILITY,), "a list of responsibilities",
        "main responsibilities", "What does {role} do?", fallback=(F.STAGE, F.DEFINITION),
        next=("ask_skills", "ask_requirements", "ask_salary", "ask_kpis", "ask_challenges"),
    ),
    Topic(
        "ask_skills", (F.SKILL,), "a list of skills", "skills that count",
        "Skills of {role}", next=("ask_requirements", "ask_responsibilities", "ask_advancement"),
    ),
    Topic(
        "ask_requirements", (F.EDUCATION, F.EXPERIENCE, F.QUALIFICATION), "requirements",
        "what is asked for", "Requirements for {role}",
        next=("ask_skills", "ask_advancement", "ask_salary"),
    ),
    Topic(
        "ask_gap", (F.EDUCATION, F.EXPERIENCE, F.QUALIFICATION), "requirements",
        "what is asked for", "Am I ready for {role}?",
        next=("ask_advancement", "ask_skills", "ask_salary"),
    ),
    Topic(
        "ask_plan", (F.EDUCATION, F.EXPERIENCE, F.QUALIFICATION), "requirements to plan for",
        "your plan", "Make a plan for {role}", next=("ask_gap", "ask_advancement"),
    ),
    Topic(
        "ask_experience", (F.EXPERIENCE,), "years of experience", "experience",
        "Experience needed for {role}", measure=Measure.ACCOUNT_MANAGEMENT_YEARS,
        next=("ask_requirements", "ask_education", "ask_salary"),
    ),
    Topic(
        "ask_education", (F.EDUCATION,), "an education requirement", "education",
        "Education for {role}", next=("ask_requirements", "ask_experience"),
    ),
    Topic(
        "ask_salary", (F.SALARY,), "a pay figure", "base salary", "What does {role} earn?",
        measure=Measure.BASE_SALARY, next=("ask_bonus", "ask_salary_factors", "ask_benefits"),
    ),
    Topic(
        "ask_salary_factors", (F.SALARY_FACTOR,), "anything on what pay depends on",
        "what pay depends on", "What does pay depend on?", needs_role=False,
        next=("ask_salary", "ask_bonus", "ask_benefits"),
    ),
    Topic(
        "ask_bonus", (F.BONUS,), "a bonus figure", "bonus", "Bonus of {role}",
        measure=Measure.BONUS_SHARE, next=("ask_salary", "ask_benefits", "ask_salary_factors"),
    ),
    Topic(
        "ask_commission", (F.COMMISSION,), "anything on commission", "commission",
        "How does commission work?", needs_role=False, next=("ask_salary_factors", "ask_kpis"),
    ),
    Topic(
        "ask_benefits", (F.BENEFIT,), "anything on benefits", "benefits and perks",
        "Benefits of {role}", needs_role=False, next=("ask_salary", "ask_bonus"),
    ),
    Topic(
        "ask_career_path", (F.PATH,), "a career path", "career path",
        "Career path of {role}", next=("ask_next_step", "ask_advancement", "ask_entry_roles"),
    ),
    Topic(
        "ask_next_step", (F.PATH,), "a next step", "next step", "What comes after {role}?",
        next=("ask_advancement", "ask_requirements", "ask_career_path"),
    ),
    Topic(
        "ask_entry_roles", (F.ENTRY_ROLE,), "entry-level positions", "ways in",
        "How do people start out?", needs_role=False,
        next=("ask_career_path", "ask_skills", "ask_requirements"),
    ),
    Topic(
        "ask_advancement", (F.ADVANCEMENT,), "promotion steps", "how to get there",
        "How to become a Director?", needs_role=False,
        next=("ask_requirements", "ask_lateral_moves", "ask_career_path"),
    ),
    Topic(
        "ask_lateral_moves", (F.LATERAL_MOVE,), "other options",
        "other directions to take", "Other options than Director?", needs_role=False,
        next=("ask_advancement", "ask_career_path"),
    ),
    Topic(
        "ask_transition", (F.TRANSITION,), "anything on changing roles", "changing roles",
        "Switching between AM and AE?", needs_role=False, next=("ask_difference", "ask_skills"),
    ),
    Topic(
        "ask_difference", (F.CONTRAST,), "a comparison", "how they differ",
        "How do the two differ?", next=("ask_similarities", "ask_salary", "ask_skills"),
    ),
    Topic(
        "ask_scope", (F.CONTRAST,), "anything on scope of influence", "scope of influence",
        "Scope of {role}", dimension="scope", needs_role=False,
        next=("ask_focus", "ask_team_management", "ask_client_interaction"),
    ),
    Topic(
        "ask_client_interaction", (F.CONTRAST,), "anything on client contact",
        "client interaction", "Client contact of {role}", dimension="client_interaction",
        needs_role=False, next=("ask_scope", "ask_team_management", "ask_focus"),
    ),
    Topic(
        "ask_team_management", (F.CONTRAST,), "anything on leading a team", "team management",
        "Team of {role}", dimension="team_management", needs_role=False,
        next=("ask_scope", "ask_client_interaction", "ask_focus"),
    ),
    Topic(
        "ask_focus", (F.CONTRAST,), "anything on strategic or tactical focus",
        "strategic or tactical focus", "Focus of {role}", dimension="focus", needs_role=False,
        next=("ask_scope", "ask_client_interaction", "ask_team_management"),
    ),
    Topic(
        "ask_similarities", (F.SIMILARITY, F.OVERLAP), "anything in common",
        "what they have in common", "What do they have in common?",
        next=("ask_difference", "ask_skills"),
    ),
    Topic(
        "ask_industry", (F.INDUSTRY_EMPHASIS, F.INDUSTRY_EXAMPLE), "anything on that industry",
        "in this industry", "{role} in other industries?", needs_role=False,
        next=("ask_responsibilities", "ask_kpis", "ask_salary_factors"),
    ),
    Topic(
        "ask_kpis", (F.KPI,), "KPIs", "KPIs", "How is {role} measured?",
        next=("ask_kpi_practice", "ask_challenges", "ask_best_practices"),
    ),
    Topic(
        "ask_kpi_meaning", (F.KPI,), "that metric", "what the metric means",
        "What do the KPIs mean?", needs_role=False, next=("ask_kpis", "ask_kpi_practice"),
    ),
    Topic(
        "ask_kpi_practice", (F.KPI_PRACTICE,), "anything on using KPIs", "using KPIs",
        "Do KPIs affect pay?", needs_role=False, next=("ask_kpis",),
    ),
    Topic(
        "ask_challenges", (F.CHALLENGE,), "challenges", "common challenges",
        "Challenges of {role}", next=("ask_best_practices", "ask_kpis", "ask_skills"),
    ),
    Topic(
        "ask_best_practices", (F.BEST_PRACTICE,), "best practices", "what helps",
        "Tips for {role}", next=("ask_challenges", "ask_kpis", "ask_skills"),
    ),
    Topic(
        "ask_trends", (F.TREND,), "anything on future trends", "where things are going",
        "Future trends?", needs_role=False, next=("ask_skills", "ask_best_practices"),
    ),
    Topic(
        "ask_role_value", (F.VALUE,), "anything on that", "why the roles matter",
        "Why do the roles matter?", needs_role=False, next=("ask_difference", "ask_similarities"),
    ),
    Topic(
        "ask_role_fit", (F.CHOICE, F.CONTRAST), "advice on which role fits", "which role fits",
        "Which role fits me?", needs_role=False, next=("ask_difference", "ask_skills"),
    ),
)  # fmt: skip

# Intents whose answer is whatever fact fits best, of any facet.
ANY_FACT = ("ask_which_role", "ask_why")

_BY_FACET = {
    F.STAGE: ("ask_responsibilities", "ask_definition"),
    F.KPI: ("ask_kpis", "ask_kpi_meaning"),
}
_BY_MEASURE = {
    Measure.BASE_SALARY: "ask_salary",
    Measure.BONUS_SHARE: "ask_bonus",
    Measure.ACCOUNT_MANAGEMENT_YEARS: "ask_experience",
    Measure.LEADERSHIP_YEARS: "ask_experience",
}


def topics_of(fact: Fact) -> list[str]:
    """The intents that ``fact`` may answer, the likeliest first."""
    if fact.facet is F.CONTRAST:
        found = [t.intent for t in TOPICS.values() if t.dimension and t.dimension == fact.dimension]
        found += ["ask_difference", "ask_role_fit"]
        if fact.dimension == "skills":
            found.append("ask_skills")
    else:
        found = list(_BY_FACET.get(fact.facet, ()))
        found += [t.intent for t in TOPICS.values() if fact.facet in t.facets]
    found += [_BY_MEASURE[f.measure] for f in fact.figures if f.measure in _BY_MEASURE]
    return list(dict.fromkeys(found))
