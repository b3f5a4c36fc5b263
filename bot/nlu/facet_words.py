"""Nouns that name a facet of a role ("skills", "career path"), and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.nlu.text import Token

_NAMES = {
    "ask_salary": "salary, salaries, pay, base, base pay, base salary, pay range, salary range,"
    " pay band, earnings, wage, wages, money, income, compensation, comp, remuneration, pay scale",
    "ask_bonus": "bonus, bonuses, bonus range, bonus percentage, bonus size",
    "ask_benefits": "benefits, perks, equity, stock, stock options, benefits package, shares",
    "ask_skills": "skills, skill set, skill sets, skillset, skillsets, competencies, competences,"
    " abilities, strengths",
    "ask_responsibilities": "responsibilities, duties, tasks, job description, main tasks,"
    " day to day, daily work, typical day, day to day work, daily tasks",
    "ask_requirements": "requirements, qualifications, prerequisites",
    "ask_education": "education, degree, degrees, diploma, education level, studies",
    "ask_experience": "experience, years, years of experience, years experience, seniority",
    "ask_challenges": "challenges, struggles, difficulties, hard parts, hard part, hardest part,"
    " pain points, downsides, drawbacks, hardships, worst part, worst parts",
    "ask_kpis": "kpi, kpis, metrics, performance metrics, performance measures",
    "ask_trends": "trends, future trends, future",
    "ask_best_practices": "tips, advice, best practices, best practice, remedies",
    "ask_commission": "commission, commissions",
    "ask_career_path": "career, career path, career paths, path, ladder, career ladder,"
    " progression, career progression, career steps, career stages",
    "ask_next_step": "next step, next role, next job, next rung, next title, next position",
    "ask_entry_roles": "entry level jobs, entry jobs, starter jobs, entry roles, entry positions,"
    " entry level roles, entry level positions",
    "ask_definition": "definition",
    "ask_scope": "scope, scope of influence, remit",
    "ask_client_interaction": "client contact, client interaction, customer contact",
    "ask_team_management": "team, team size, teams, team management",
    "ask_focus": "focus, strategic focus",
    "ask_difference": "difference, differences",
    "ask_similarities": "similarities, overlaps",
}
NAMES = {
    tuple(name.strip().split()): intent
    for intent, names in _NAMES.items()
    for name in names.split(",")
}
_LONGEST = max(map(len, NAMES))


@dataclass(frozen=True)
class Named:
    """A facet named at the tokens ``first`` to ``last``; ``counted`` if a figure goes with it
    ("130k base", "a base of 90k"), so that it is rather told than asked for."""

    intent: str
    first: int
    last: int
    counted: bool = False


def facets_named(tokens: Sequence[Token], taken: frozenset[int] = frozenset()) -> list[Named]:
    """The facets that ``tokens`` name, in order; longer names win, ``taken`` tokens name none."""
    words = [token.text.lower() for token in tokens]
    found: list[Named] = []
    place = 0
    while place < len(words):
        for size in range(min(_LONGEST, len(words) - place), 0, -1):
            intent = NAMES.get(tuple(words[place : place + size]))
            if intent and not taken & set(range(place, place + size)):
                last = place + size - 1
                found.append(Named(intent, place, last, _counted(words, place, last)))
                place += size
                break
        else:
            place += 1
    return found


def _counted(words: Sequence[str], first: int, last: int) -> bool:
    behind = [word for word in words[last + 1 : last + 3] if word not in _OF]
    around = [*words[max(0, first - 1) : first], *behind[:1]]
    return any(word[:1].isdigit() or word[:1] in "$€£" for word in around)


_OF = ("of", "is", "at", "on", "was", ":", "=")
