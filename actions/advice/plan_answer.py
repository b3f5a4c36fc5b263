"""A dated development plan towards a role, from the gap and the documents' advice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from actions.advice.gap import Requirement, gap
from actions.part import Part
from actions.question import Question
from actions.reply import Attachment, Button
from actions.wording import role_name, sentence, with_article
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet, Fact


@dataclass(frozen=True)
class Step:
    """One step: what to do, by when (None: from now on), and the fact that says why."""

    what: str
    by: date | None
    fact: Fact


def plan_steps(question: Question, base: KnowledgeBase, today: date) -> list[Step]:
    """The steps to the role asked about: what is dated first, in order of time.

    Years count from ``today``: who lacks three years of account management has them three years on.
    """
    role = question.roles[0]
    found = gap(question.person.values, role, base, question.person.claims)
    steps: list[Step] = []
    for item in found.requirements:
        step = _step(item, today)
        if step is not None:
            steps.append(step)
    advancement = base.find((Facet.ADVANCEMENT,))
    if advancement and role == advancement[0].roles[-1]:
        steps += [Step(fact.label, None, fact) for fact in advancement]
    preferred = lambda step: step.fact.asks is not None and step.fact.asks.preferred  # noqa: E731
    return sorted(steps, key=lambda step: (preferred(step), step.by or date.min))


def _step(item: Requirement, today: date) -> Step | None:
    if item.asked is not None and item.status == "unmet":
        words = "account management" if item.kind == "account_management" else "leading people"
        by = _later(today, item.missing)
        return Step(
            f"Reach {item.asked:g} years of {words} "
            f"({item.have:g} so far, {item.missing:g} more to go)",
            by,
            item.fact,
        )
    if item.asked is not None and item.status == "unknown":
        words = "account management" if item.kind == "account_management" else "leading people"
        return Step(
            f"Reach {item.asked:g} years of {words} (tell me how many you have)", None, item.fact
        )
    if item.kind == "degree" and item.status == "unmet":
        return Step("Get a bachelor's degree, or show what makes up for it", None, item.fact)
    if item.kind == "plus" and item.status != "met":
        return Step(f"Consider it: {item.fact.label}", None, item.fact)
    if item.kind == "leading" and item.status != "met":
        return Step("Lead a small team or mentor juniors", None, item.fact)
    return Step(item.fact.label, None, item.fact) if _to_show(item) else None


_SHORTER = re.compile(
    r"\b(?:short(?:er|en|ly)?|brief\w*|tl;?dr|summar\w+|compact|concise|less (?:text|detail|words)"
    r"|(?:only|just) the (?:steps|headlines|points)|in (?:a )?(?:few|two|three) (?:words|lines)"
    r"|simpl(?:er|ify))\b",
    re.I,
)
_NUMBERS = {
    "three": 3,
    "six": 6,
    "nine": 9,
    "twelve": 12,
    "a": 1,
    "one": 1,
    "two": 2,
    "half a": 0.5,
}
_COUNT = r"(?P<count>\d+|three|six|nine|twelve|one|two|half a|a)[ -]?(?P<unit>month|year|quarter)s?"
_HORIZON = re.compile(
    rf"\b(?:(?:in|within|over|for|next|coming|first|the|my) )+{_COUNT}\b"
    rf"|\b{_COUNT.replace('count', 'span').replace('unit', 'of')}\b(?= (?:\w+ )?(?:plan|roadmap))"
    r"|\b(?P<this>(?:this|current) year|by (?:the )?(?:end of (?:the|this) year|december))\b"
    r"|\b(?P<next>next year)\b",
    re.I,
)
_WHEN = re.compile(r"\bwhen\b|\bhow (?:long|soon)\b|\bwhat (?:date|year)\b", re.I)


def asks_for_plan_again(text: str) -> bool:
    """Whether ``text`` asks for the last plan shorter, dated or for a span of time."""
    words = len(text.split())
    asked = _SHORTER.search(text) or _WHEN.search(text) or _HORIZON.search(text)
    return asked is not None and words <= 10


def _until(text: str, today: date) -> date | None:
    """The end of the time that ``text`` asks a plan for; None if it names none."""
    match = _HORIZON.search(text)
    if match is None:
        return None
    if match["this"]:
        return date(today.year, 12, 31)
    if match["next"]:
        return date(today.year + 1, 12, 31)
    number, unit = match["count"] or match["span"], match["unit"] or match["of"]
    count = float(_NUMBERS.get(number.lower()) or number)
    return _later(today, count * {"m": 1, "q": 3, "y": 12}[unit[0].lower()] / 12)


def answer_plan(question: Question, base: KnowledgeBase) -> Part | None:
    """The plan to the role asked about; None if the documents ask nothing of it."""
    if not question.roles:
        return None
    role, today = question.roles[0], date.today()
    steps = plan_steps(question, base, today)
    if not steps:
        return None
    known = question.person.role(base)
    start = f", from {role_name(base, known)}" if known and known != role else ""
    goal = with_article(role_name(base, role))
    head = f"**Your plan to become {goal}**{start} (as of {today:%B %Y}):"
    text = question.clause.text
    until, brief = _until(text, today), _SHORTER.search(text) is not None
    dated = [step.by for step in steps if step.by]
    apply = f"Counting years alone, you could apply around {max(dated):%B %Y}." if dated else ""
    lines = [apply] if apply and _WHEN.search(text) else []
    lines.append(head)
    within = [step for step in steps if until is None or step.by is None or step.by <= until]
    lines += [_line(number, step, brief) for number, step in enumerate(within, 1)]
    beyond = [f"{step.what}, by {step.by:%B %Y}" for step in steps if step not in within]
    if until is not None and beyond:
        lines += ["", f"Goes on after {until:%B %Y}: {'; '.join(beyond)}."]
    if apply and apply not in lines:
        lines += ["", apply]
    facts = list(dict.fromkeys(step.fact for step in steps))
    sources = list(dict.fromkeys(base.source(fact) for fact in facts))
    markdown = "\n".join(["# Development plan", "", *lines, "", "Sources:",
                          *[f"- {s.document}, {s.section}" for s in sources], ""])  # fmt: skip
    return Part(
        lines, kind="plan", facts=facts, roles=[role], topic="ask_plan",
        attachments=[Attachment("development-plan.md", "text/markdown", markdown)],
        buttons=[Button("What am I missing?", "ask_gap", {"role": [role]}),
                 Button("What do you know about me?", "ask_profile")],
    )  # fmt: skip


def _to_show(item: Requirement) -> bool:
    """Whether an item that no figure settles is still to be worked on."""
    return item.kind == "other" and item.status != "met"


def _line(number: int, step: Step, brief: bool) -> str:
    when = f"by {step.by:%B %Y}" if step.by else "from now on"
    why = "" if brief else f" Why: {sentence(step.fact.detail)}"
    return f"{number}. **{step.what}** – {when}.{why}"


def _later(today: date, years: float) -> date:
    months = today.month - 1 + round(years * 12)
    return date(today.year + months // 12, months % 12 + 1, 1)
