"""A dated development plan towards a role, from the gap and the documents' advice."""

from __future__ import annotations

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
    found = gap(question.person.values, role, base)
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
    return Step(item.fact.label, None, item.fact) if item.kind == "other" else None


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
    lines = [head]
    for number, step in enumerate(steps, 1):
        when = f"by {step.by:%B %Y}" if step.by else "from now on"
        lines.append(f"{number}. **{step.what}** – {when}. Why: {sentence(step.fact.detail)}")
    dated = [step.by for step in steps if step.by]
    if dated:
        lines += ["", f"Counting years alone, you could apply around {max(dated):%B %Y}."]
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


def _later(today: date, years: float) -> date:
    months = today.month - 1 + round(years * 12)
    return date(today.year + months // 12, months % 12 + 1, 1)
