"""Says what a person still lacks for a role, and when they could be there."""

from __future__ import annotations

import re
from datetime import date

from actions.advice.gap import Gap, Requirement, gap, readiness
from actions.part import Part
from actions.person import Person
from actions.profile.fields import as_words
from actions.question import Question
from actions.reply import Button
from actions.supposing import SUPPOSED
from actions.wording import joined, role_name, sentence, with_article
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet, Fact

_WHEN = re.compile(
    r"\bwhen\b|\b(?:soonest|earliest|dates?|what year)\b|\bhow (?:long|soon)\b"
    r"|\bby what year\b|\bhow many (?:more )?years\b|\btimeline\b"
)
_MARK = {"met": "✅", "unmet": "❌", "unknown": "❓"}
_ASK = {
    "years_account_management": "how many years you have worked in account management",
    "years_leadership": "how many years you have led people",
    "education_level": "whether you have a degree, and in what",
    "team_size": "how many people report to you",
}


def answer_gap(question: Question, base: KnowledgeBase, only: str = "") -> Part | None:
    """How the person stands to what the role asked about asks; None if it asks nothing.

    ``only`` limits the answer to requirements of one kind ("degree").
    """
    role = question.roles[0] if question.roles else None
    if role is None:
        return None
    person = question.person
    found = gap(person.values, role, base, person.claims)
    if not found.requirements or not any(r.judged for r in found.requirements):
        return None
    if only == "degree":
        return _degree_part(question, found, base)
    lines = [_verdict(found, question, base), ""]
    lines += [line_of(item, person, base) for item in found.requirements if item.judged]
    lines += _left_to_judge(found)
    lacking = [*found.with_status("unmet"), *found.admitted]
    steps = steps_to(role, base) if lacking else []
    work = [*[item.fact for item in found.admitted], *steps]
    if work:
        lines += ["", f"To work on meanwhile: {joined([lowered(f.label) for f in work])}."]
    missing = list(dict.fromkeys(
        _ASK[r.field] for r in found.with_status("unknown") if r.field in _ASK
    ))  # fmt: skip
    if missing:
        lines += ["", sentence(f"Tell me {joined(missing)}, and I can say more")]
    measured = readiness(found)
    if measured is not None and len(measured.parts) > 1 and not missing:
        shown = ", ".join(f"{what} = {share:.0%}" for what, share in measured.parts)
        lines += ["", f"Readiness by what can be counted: {measured.share:.0%}, the average of "
                  f"{shown}. That measure is mine, not the documents'."]  # fmt: skip
    facts = list(dict.fromkeys([r.fact for r in found.requirements]))
    return Part(
        lines, facts=[*facts, *steps], roles=[role], topic="ask_gap",
        buttons=gap_buttons(role, base), items=[fact.id for fact in facts],
        asked=[r.field for r in found.with_status("unknown") if r.field in _ASK],
    )  # fmt: skip


def _left_to_judge(found: Gap) -> list[str]:
    """What no figure settles: by the person's own word, and the rest as theirs to judge."""
    own = {"met": "✅ **{}**: you say you have it", "unmet": "❌ **{}**: {}; you say you lack it"}
    lines = [
        f"- {own[item.status].format(item.fact.label, item.fact.detail)}."
        for item in found.requirements
        if not item.judged and item.status in own
    ]
    rest = [r.fact for r in found.requirements if not r.judged and r.status == "unknown"]
    if rest:
        names = joined([lowered(fact.label) for fact in rest])
        lines.append(f"- Asked for too, and yours to judge: {names}.")
    return lines


def _verdict(found: Gap, question: Question, base: KnowledgeBase) -> str:
    """The first line: yes, not yet, or what is not known; and when, if that was asked."""
    name = with_article(role_name(base, found.role))
    unmet, unknown = found.with_status("unmet"), found.with_status("unknown")
    supposed = SUPPOSED if question.person.supposing else ""
    met = [item for item in found.requirements if item.status == "met" and item.kind != "plus"]
    if not unmet and not unknown and not met:
        return f"The documents ask little of {name} that can be counted. What they do say:"
    if not unmet and found.admitted:
        names = joined([lowered(item.fact.label) for item in found.admitted])
        counted = "the rest I can't tell yet" if unknown else "what can be counted you meet"
        text = f"not quite: **{names}** is missing for {name}, as you say; {counted}."
        return supposed + (text if supposed else sentence(text))
    if not unmet and not unknown:
        yes = "Yes, " if question.clause.polar or supposed else ""
        now = " You could apply now." if _WHEN.search(question.clause.text.lower()) else ""
        text = f"{yes}you meet everything the documents ask of {name} that can be counted.{now}"
        return supposed + (text if yes else sentence(text))
    lacking = [lacks(item) for item in [*unmet, *found.admitted]]
    if unmet:
        not_yet = "not yet" if question.clause.polar or supposed else "still to go"
        text = f"{not_yet} for {name}: **{joined(lacking)}**."
        text = supposed + (text if supposed else sentence(text))
        return f"{text}{_earliest(found, question)}"
    if met:
        text = f"you meet part of what the documents ask of {name}; the rest I can't tell yet."
        return supposed + (text if supposed else sentence(text))
    return f"This is what the documents ask of {name}; of you I don't know enough yet to compare."


def _earliest(found: Gap, question: Question) -> str:
    to_go = found.years_to_go
    if not to_go or not _WHEN.search(question.clause.text.lower()):
        return ""
    year = date.today().year + round(to_go)
    leading = any(r.kind == "leadership" and r.missing for r in found.requirements)
    meanwhile = ", if you lead people all the while" if leading else ""
    return (
        f" Counting years alone, you could apply in **{years(to_go)}**, around {year}{meanwhile}."
    )


def lacks(item: Requirement) -> str:
    """What is missing of a requirement that is not met."""
    if item.kind == "account_management":
        return f"{years(item.missing, 'more ')} of account management"
    if item.kind == "leadership":
        return f"{years(item.missing, 'more ')} of leadership"
    if item.kind == "other":
        return lowered(item.fact.label)
    return (
        "a bachelor's degree"
        if item.kind == "degree"
        else "having led a small team or mentored juniors"
    )


def years(number: float, more: str = "") -> str:
    """ "1 year", "2 more years"."""
    return f"{number:g} {more}year{'' if number == 1 else 's'}"


def line_of(item: Requirement, person: Person, base: KnowledgeBase) -> str:
    """How the person stands to one requirement that figures settle, as a list item."""
    mark = "➕" if item.kind == "plus" else _MARK[item.status]
    if item.asked is not None:
        what = "Account management" if item.kind == "account_management" else "Leadership"
        if item.status == "unknown":
            return f"- {mark} **{what}**: {item.asked:g}+ years asked; yours I don't know yet."
        note = f" ({item.note})" if item.note else ""
        rest = f", {years(item.missing, 'more ')} to go" if item.missing else ", met"
        return f"- {mark} **{what}**: {item.have:g} of {item.asked:g}+ years{rest}{note}."
    if item.kind in ("degree", "plus"):
        return f"- {mark} **{item.fact.label}**: {_degree_words(item, person, base)}."
    led = person.get("years_leadership") or person.get("team_size")
    did = "you lead or have led people" if led else "you mentor or have mentored juniors"
    have = {"met": f"{did}, met", "unmet": "not yet, as nobody reports to you"}
    return f"- {mark} **{item.fact.label}**: {have.get(item.status, item.fact.detail)}."


def _degree_words(item: Requirement, person: Person, base: KnowledgeBase) -> str:
    detail = item.fact.detail.rstrip(".")
    level, subject = person.get("education_level"), person.get("education_field")
    if item.status == "unknown":
        return f"{detail}; yours I don't know yet"
    own = as_words("education_level", level, base)
    own = f"{own} in {subject}" if subject else own
    if item.kind == "plus" and item.status == "unmet":
        return f"{detail}; a plus"
    if item.status == "unmet":
        return f"{detail}; you have {'none' if level == 'none' else own}, so this is missing"
    if item.note == "subject":
        return (f"you have one ({own}), which counts as a degree; asked for is {detail}, "
                "so the subject is not quite the usual one")  # fmt: skip
    return f"you have it ({own}), met"


def _degree_part(question: Question, found: Gap, base: KnowledgeBase) -> Part | None:
    items = [r for r in found.requirements if r.kind in ("degree", "plus")]
    first = [r for r in items if r.fact.asks is None or r.fact.asks.level != "advanced"]
    degree = first[0] if first else None
    if degree is None or degree.status == "unknown":
        return None
    name = with_article(role_name(base, found.role))
    if degree.note == "subject":
        head = f"Partly: your degree counts for {name}, though its subject is not the usual one."
    elif degree.status == "met":
        head = f"Yes, your degree fits what is asked of {name}."
    elif degree.kind == "plus":
        head = (
            f"A degree is among what the documents name for {name}, so yours is missing there; "
            "they don't call it a strict condition."
        )
    else:
        head = f"A degree is missing: for {name} the documents ask for one."
    lines = [head, *[line_of(item, question.person, base) for item in items]]
    facts = [item.fact for item in items]
    return Part(
        lines,
        facts=facts,
        roles=[found.role],
        topic="ask_gap",
        buttons=gap_buttons(found.role, base),
    )


def steps_to(role: str, base: KnowledgeBase) -> list[Fact]:
    """The documents' steps of advancement, if they lead to ``role``."""
    facts = base.find((Facet.ADVANCEMENT,))
    return facts if facts and role == facts[0].roles[-1] else []


def gap_buttons(role: str, base: KnowledgeBase) -> list[Button]:
    """What people ask next after an answer on their gap to ``role``."""
    short = base.roles[role].short or base.roles[role].name
    found = [Button(f"Make a plan for {short}", "ask_plan", {"role": [role]})]
    if base.find((Facet.SALARY,), role):
        found.append(Button(f"What does {short} earn?", "ask_salary", {"role": [role]}))
    return [*found, Button("What do you know about me?", "ask_profile")]


def lowered(label: str) -> str:
    """A label as it stands within a sentence."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label
