"""Answers to questions about a gap: what to begin with, what takes longest, what counts."""

from __future__ import annotations

import re
from datetime import date

from actions.advice.aspects import Aspect, asks_on, aspect
from actions.advice.counting import answer_counts
from actions.advice.gap import Gap, Requirement, gap
from actions.advice.gap_answer import gap_buttons, lacks, line_of, lowered, steps_to, years
from actions.advice.own_word import speaks_of
from actions.part import Part, bullet
from actions.question import Question
from actions.wording import joined, role_name, with_article
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet, Fact

_MBA = re.compile(r"\b(?:mba|master\w*|advanced degree|phd|doctora\w+)\b", re.I)
_DEGREE = re.compile(r"\b(?:degree|bachelor\w*|diploma|studies|university|college)\b", re.I)
_YEARS = re.compile(r"\b(?:years?|yrs|experience|leadership|leading|time)\b", re.I)


def asked_aspect(text: str, role: str, base: KnowledgeBase) -> Aspect | None:
    """The aspect of the gap to ``role`` that ``text`` asks for; None if for no single one."""
    return aspect(text) or ("named" if _named(text, role, base) else None)


def answer_aspect(question: Question, base: KnowledgeBase) -> Part | None:
    """The answer to a question about one aspect of a gap; None if it asks for none."""
    role, text = question.roles[0], question.clause.text
    found = gap(question.person.values, role, base, question.person.claims)
    if not any(item.judged for item in found.requirements):
        return None
    wanted = asked_aspect(text, role, base)
    part: Part | None = None
    if wanted == "longest":
        part = _longest(found, base)
    elif wanted == "first":
        part = _first(found, base)
    elif wanted == "besides":
        part = _besides(found, question, base)
    elif wanted == "waives":
        part = _waives(found, question, base)
    elif wanted == "counts":
        part = answer_counts(question, found, base)
    elif wanted == "named":
        part = _about(_named(text, role, base), found, question, base)
    if part is not None:
        part.topic, part.roles = "ask_gap", [role]
        part.items = list(dict.fromkeys(item.fact.id for item in found.requirements))
        part.buttons = gap_buttons(role, base)
    return part


def _unmet_years(found: Gap) -> list[Requirement]:
    """The requirements in years that are not met, the longest first."""
    short = [item for item in found.with_status("unmet") if item.missing]
    return sorted(short, key=lambda item: -item.missing)


def _unknown_years(found: Gap) -> list[Requirement]:
    return [item for item in found.with_status("unknown") if item.asked is not None]


def _kind(item: Requirement) -> str:
    return "account management" if item.kind == "account_management" else "leadership"


def _longest(found: Gap, base: KnowledgeBase) -> Part:
    short, unknown = _unmet_years(found), _unknown_years(found)
    name = with_article(role_name(base, found.role))
    facts = [item.fact for item in [*short, *unknown]]
    if short:
        item = short[0]
        lines = [
            f"The **{_kind(item)} years** take longest: {item.have:g} of {item.asked:g}+, so "
            f"{years(item.missing, 'more ')}, until about {date.today().year + round(item.missing)}"
            "."
        ]
        for other in short[1:]:
            lines.append(f"- The {lacks(other)} can be the same years.")
    elif unknown:
        item = unknown[0]
        lines = [
            f"Probably the **{_kind(item)} years**: {item.asked:g}+ are asked of {name}; "
            "how many you have I don't know yet."
        ]
    else:
        lines = ["No years are missing, and for nothing else do the documents say how long it "
                 "takes."]  # fmt: skip
        facts = [item.fact for item in found.requirements if item.asked is not None]
    for item in unknown if short else []:
        lines.append(f"- {item.asked:g}+ years of {_kind(item)} are asked too; yours I don't know.")
    others = [*[r for r in found.with_status("unmet") if not r.missing], *found.admitted]
    if others:
        names = joined([lacks(item) for item in others])
        lines.append(f"- Also missing: {names}; how long that takes the documents don't say.")
        facts += [item.fact for item in others]
    return Part(lines, facts=list(dict.fromkeys(facts)))


def _first(found: Gap, base: KnowledgeBase) -> Part:
    """What to begin with: what one lacks by one's own word, then what takes longest."""
    name = with_article(role_name(base, found.role))
    rank = {"leading": 0, "leadership": 1, "account_management": 2, "degree": 3}
    short = sorted(found.with_status("unmet"), key=lambda item: (rank[item.kind], -item.missing))
    missing = [*found.admitted, *short]
    steps = steps_to(found.role, base)
    if missing:
        item, rest = missing[0], missing[1:]
        why = {
            "leading": "you can begin with it beside your job",
            "leadership": "those years only count once you lead people",
            "account_management": "the documents name nothing that shortens it",
            "degree": "it is asked as a rule",
            "other": "by what you say you lack it, and years alone don't bring it",
        }[item.kind]
        lines = [f"Begin with **{lacks(item)}**: {why}.", f"- {item.fact.statement}"]
        if rest:
            lines.append(f"- After that: {joined([lacks(other) for other in rest])}.")
        facts = [item.fact, *[other.fact for other in rest]]
        if not steps:  # no advice on the way there: what else is asked of the role
            steps = [
                other.fact
                for other in found.requirements
                if other.status == "unknown" and other.kind in ("leading", "other")
            ]
    else:
        judged = [item.fact for item in found.requirements if item.kind == "other"]
        unknown = found.with_status("unknown")
        head = "Nothing that I can count is missing" + (
            f", though I don't know enough yet ({joined([r.fact.label.lower() for r in unknown])})"
            if unknown else ""
        )  # fmt: skip
        lines = [f"{head}. Begin with what only you can judge:", *[bullet(f) for f in judged]]
        facts = [*judged, *[r.fact for r in unknown]]
    if steps:
        lines.append(f"- Meanwhile: {joined([lowered(fact.label) for fact in steps])}.")
    lines += ["", f"The documents put what they ask of {name} in no order; this one is mine."]
    return Part(lines, facts=list(dict.fromkeys([*facts, *steps])))


def _besides(found: Gap, question: Question, base: KnowledgeBase) -> Part:
    items = [item for item in found.requirements if item.asked is None]
    name = with_article(role_name(base, found.role))
    lines = [f"Besides the years, the documents ask of {name}:"]
    for item in items:
        if item.judged:
            lines.append(line_of(item, question.person, base))
        else:
            own = {"met": " You say you have it.", "unmet": " You say you lack it."}
            lines.append(bullet(item.fact) + own.get(item.status, ""))
    steps = steps_to(found.role, base)
    if steps:
        lines.append(f"- To work on: {joined([lowered(fact.label) for fact in steps])}.")
    return Part(lines, facts=[*[item.fact for item in items], *steps])


def _waives(found: Gap, question: Question, base: KnowledgeBase) -> Part:
    """That the documents let nothing stand in for what they ask."""
    text, name = question.clause.text, with_article(role_name(base, found.role))
    asked = [item for item in found.requirements if item.asked is not None]
    plus = [item for item in found.requirements if item.kind == "plus"]
    degree = [item for item in found.requirements if item.kind == "degree"]
    lead = "No" if question.clause.polar or not text.lower().startswith(("what", "how")) else ""
    lead = f"{lead}, the" if lead else "The"
    lines = [f"{lead} documents don't say that one thing stands in for another."]
    shown: list[Requirement] = []
    if _MBA.search(text) or (not _DEGREE.search(text) and plus):
        shown += plus
    if _DEGREE.search(text) and not _MBA.search(text):
        shown += degree
    if _YEARS.search(text) or not shown:
        shown += asked
    lines += [f"- {fact.statement}" for fact in dict.fromkeys(item.fact for item in shown)]
    if _MBA.search(text) and not plus:
        lines.append(f"- Of {name} they ask no MBA.")
    short = _unmet_years(found)
    if short and _YEARS.search(text):
        lines.append(f"- You would still have to go: {joined([lacks(item) for item in short])}.")
    return Part(lines, facts=list(dict.fromkeys(item.fact for item in [*shown, *short])))


def _named(text: str, role: str, base: KnowledgeBase) -> list[Fact]:
    """The facts on what is asked of ``role`` that ``text`` names and asks more about."""
    if not asks_on(text):
        return []
    facets = (Facet.QUALIFICATION, Facet.ADVANCEMENT)
    facts = [fact for fact in base.find(facets, role) if speaks_of(text, fact)]
    return facts if len(facts) == 1 else []


def _about(facts: list[Fact], found: Gap, question: Question, base: KnowledgeBase) -> Part:
    fact = facts[0]
    lines = [fact.statement]
    stands = {item.fact.id: item.status for item in found.requirements if not item.judged}
    own = {"met": "You say you have that.", "unmet": "You say you lack that."}
    lines += [own[stands[fact.id]]] if stands.get(fact.id) in own else []
    words = set(fact.detail.lower().split())
    skills = [
        skill
        for skill in base.find((Facet.SKILL,), found.role)
        if skill.roles == [found.role]
        and len({w for w in words if len(w) > 5} & set(skill.detail.lower().split())) > 1
    ]
    lines += [f"- {bullet(skill)[2:]}" for skill in skills[:1]]
    return Part(lines, facts=[fact, *skills[:1]])
