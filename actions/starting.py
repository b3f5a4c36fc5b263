"""Ways up from the positions in which people start, and what such a job brings along."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.on_the_ladder import asks_what_it_brings, entry_positions
from actions.part import Part, bullets
from actions.question import Question
from actions.wording import joined, role_name, role_names, with_article
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet, Fact

_TO_ACCOUNTS = re.compile(
    r"\b(?:account manage\w+|manag\w+ (?:of )?accounts?|am|acct|clients? side|account side)\b", re.I
)


def starts_from(question: Question, base: KnowledgeBase) -> str | None:
    """The entry position that the question is about: one's own, or one spoken of."""
    entry = entry_positions(base)
    own = question.person.role(base)
    return next((role for role in [*question.roles, own] if role in entry), None)


def answer_start(question: Question, base: KnowledgeBase) -> Part | None:
    """The next steps from an entry position, or what it brings along; None from anywhere else."""
    start, text = starts_from(question, base), question.clause.text
    foundation = [
        fact
        for fact in base.find((Facet.ENTRY_ROLE,))
        if not set(fact.roles) & set(entry_positions(base))
    ]
    if asks_what_it_brings(text) and (start or question.topic == "ask_entry_roles"):
        return _brings(start, foundation, base)
    if start is None:
        return None
    on_ladder = any(ladder.index(start) is not None for ladder in base.ladders)
    if on_ladder and (question.topic == "ask_next_step" and not _TO_ACCOUNTS.search(text)):
        return None
    part = _next(start, foundation, base, _TO_ACCOUNTS.search(text) is not None)
    named = [role for role in question.clause.roles if role != start]
    return replace(part, roles=named[:1] or part.roles)  # "it" is the job one wants to get to


def _brings(start: str | None, foundation: list[Fact], base: KnowledgeBase) -> Part:
    lines = [fact.statement for fact in foundation]
    facts = list(foundation)
    if start:
        own = [fact for fact in base.find((Facet.ENTRY_ROLE,), start) if start in fact.roles]
        facts += own
        lines += [fact.statement for fact in own]
    for goal in base.document(foundation[0]).about[:1]:
        skills = [f for f in base.find((Facet.SKILL,), goal) if goal in f.roles]
        lines += ["", f"What {with_article(role_name(base, goal))} needs, to see what you have of "
                  "it already:", *bullets(skills[:5])]  # fmt: skip
        facts += skills[:5]
    return Part(lines, facts=facts, roles=[start] if start else [], topic="ask_entry_roles")


def _next(start: str, foundation: list[Fact], base: KnowledgeBase, managing: bool) -> Part:
    """Where people go on from an entry position, and the first rungs of each way.

    ``managing`` leaves out the ways that do not lead over account management.
    """
    own = [fact for fact in base.find((Facet.ENTRY_ROLE,), start) if start in fact.roles]
    ways = [ladder for ladder in base.ladders if ladder.index(start) is None]
    over = [ladder for ladder in ways if ladder.index("account_manager") is not None]
    ways = over if managing and over else ways
    lines = [fact.statement for fact in own]
    lines.append("The next steps on the ways up from there:")
    for ladder in ways:
        steps = [role_names(base, step, "or") for step in ladder.steps[:2]]
        end = role_names(base, ladder.steps[-1], "or")
        lines.append(
            f"- **{joined(steps, 'then')}**, on the way to {end} ({ladder.document.title})"
        )
    lines += ["", *[fact.statement for fact in foundation]]
    firsts = list(dict.fromkeys(role for ladder in ways for role in ladder.steps[0]))
    goal = next((role for role in over[-1].steps[0]), start) if over else start
    facts = [*own, *[ladder.fact for ladder in ways], *foundation]
    return Part(lines, facts=facts, roles=[goal], topic="ask_next_step", items=firsts)
