"""Whose pay is spoken of: the role and base of someone else, of an offer, or of a supposition.

The speaker's own base stands in the profile. A colleague's or one "with 92k" is only spoken of,
yet "his bonus?" leans on it, so the focus keeps the last two such cases.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.clause import Clause
from actions.focus import Focus
from actions.pay_words import (
    APART,
    AS_IS,
    BONUS,
    MORE,
    OWN_PAY,
    PAYING,
    SAME_PAY,
    judges,
    raised_by,
)
from actions.person import PayCase, Person
from knowledge.base import KnowledgeBase
from knowledge.schema import Measure

_OWN = re.compile(
    r"\b(?:my|mine|me|myself|i get|i make|i earn|i'm on|i have|i've|am i|i am|as (?:it is|things"
    r" stand|of now)|(?:right |for )?now|today|currently|current(?:ly)?|present)\b"
    r"|^\W*(?:(?:and|n|so|but)\W+)*here\W*$",
    re.I,
)
_OTHERS = re.compile(
    r"\b(?:my|our|a|the|an) (?:\w+ )?(?:friend|buddy|mate|colleague|co-?worker|boss|manager|wife"
    r"|husband|partner|brother|sister|cousin|neighbou?r|pal|teammate|peer|lead|son|daughter)s?\b"
    r"|\b(?:his|her|their|he|she|they)\b",
    re.I,
)
_BONUS_AMOUNT = re.compile(
    r"\bbonus(?:es)?\b[^.?!,]{0,14}\b(?:was|is|were|of|came to|at|:)\b[^.?!,]{0,12}\d"
    r"|\d\S* bonus\b",
    re.I,
)
OFFERED = re.compile(
    r"\b(?:offer\w*|counter\s?offer|new job|could (?:go|move|become|get|be)|can (?:go|move))\b",
    re.I,
)
_LEAST_BASE = 20_000


def bases(clause: Clause) -> list[float]:
    """The amounts in ``clause`` that are base pay, not a bonus."""
    return [] if _BONUS_AMOUNT.search(clause.text) else clause.amounts[:2]


def with_cases(focus: Focus, clause: Clause, person: Person) -> Focus:
    """``focus`` with the pay that ``clause`` speaks of besides the speaker's own."""
    cases = _named(focus, clause, person)
    if cases:
        share = raised_by(clause.text)
        if share and len(cases) == 1:
            more = cases[0].amount * (1 + share / 100)
            cases = [replace(cases[0], amount=more, raised=True)]
        known = [PayCase(**c) for c in focus.pay_cases]
        several = [c for c in [*known, *cases] if c.role] if _continues(focus, clause) else cases
        return replace(focus, pay_cases=[c.as_dict() for c in several[-2:]])
    told = any(s.field == "base_pay" and not s.supposed for s in clause.statements)
    share, paid_now = raised_by(clause.text), person.base_pay
    if share and paid_now and not set(clause.amounts) - {paid_now}:
        # "If they bump me 8 percent": what is asked next is asked of the new base.
        role = person.values.get("current_role")
        return replace(
            focus, pay_cases=[PayCase(role, paid_now * (1 + share / 100), raised=True).as_dict()]
        )
    supposes = [
        s for s in clause.statements if s.supposed and s.field in ("current_role", "base_pay")
    ]
    amount = person.base_pay or (focus.pay_cases[-1]["amount"] if focus.pay_cases else None)
    if supposes and amount:
        role = next((s.value for s in supposes if s.field == "current_role"), None)
        role = role or next(iter(clause.roles or focus.roles), None)
        return replace(focus, pay_cases=[PayCase(role, amount).as_dict()])
    if clause.roles and SAME_PAY.search(clause.text) and amount:
        last = focus.pay_cases[-1]["amount"] if focus.pay_cases else amount
        return replace(focus, pay_cases=[PayCase(clause.roles[0], last).as_dict()])
    if told:
        return replace(focus, pay_cases=[])
    if focus.pay_cases and focus.pay_cases[-1].get("raised") and not AS_IS.search(clause.text):
        return focus  # "and where would that put me?"
    if means_own(clause.text) and person.base_pay is not None and focus.pay_cases:
        # One's own again: it stands beside the last case, so that both can be weighed.
        own = PayCase(person.values.get("current_role"), person.base_pay).as_dict()
        others = [case for case in focus.pay_cases if case["role"] and case != own]
        return replace(focus, pay_cases=[*others[-1:], own])
    paid = [case for case in focus.pay_cases if case.get("own")]
    if means_own(clause.text) and paid:
        others = [case for case in focus.pay_cases if not case.get("own")]
        return replace(focus, pay_cases=[*others[-1:], *paid[-1:]])
    another = clause.roles and clause.roles[0] not in [c["role"] for c in focus.pay_cases]
    if another:
        return replace(focus, pay_cases=[case for case in focus.pay_cases if case["role"]])
    return focus


def means_own(text: str) -> bool:
    """Whether a clause on pay means the speaker's own as it is."""
    return _OWN.search(text) is not None and not _OTHERS.search(text)


def _continues(focus: Focus, clause: Clause) -> bool:
    """Whether a second offer is told beside a first ("... and the other one as SAM at 105k")."""
    return bool(focus.pay_cases) and bool(clause.roles) and _OFFER.search(clause.text) is not None


_OFFER = re.compile(r"\b(?:offers?|offered|option|other|second|company|firm|b)\b", re.I)


def _named(focus: Focus, clause: Clause, person: Person) -> list[PayCase]:
    """Roles with their base pay as ``clause`` names them; none if it is the speaker's own."""
    foreign = person.foreign_pay
    paid = foreign["amount"] if foreign else person.base_pay
    own = {paid} if "base_pay" in person.told else set()
    amounts = [a for a in bases(clause) if a not in own and a >= _LEAST_BASE]
    if not amounts or any(s.corrects for s in clause.statements):
        return []
    told = [
        s.value
        for s in clause.statements
        if s.field == "current_role" and not s.supposed and "current_role" in person.told
    ]
    roles = [role for role in clause.roles if role not in told or len(clause.roles) == 1]
    if not roles:
        last = [c["role"] for c in focus.pay_cases[-1:]] or focus.roles[:1]
        return [PayCase(last[0] if last else None, amounts[-1])]
    if len(roles) == len(amounts) == 2 and OFFERED.search(clause.text):
        return [PayCase(roles[0], amounts[0], own=True), PayCase(roles[1], amounts[1])]
    if len(roles) == len(amounts):
        return [PayCase(role, amount) for role, amount in zip(roles, amounts, strict=True)]
    if len(roles) == 1:
        return [PayCase(roles[0], amount) for amount in amounts]
    return [PayCase(roles[0], amounts[0])]


def wants_more(text: str) -> bool:
    """Whether a clause asks how much more than one's own base another role pays."""
    return bool(MORE.search(text) or (APART.search(text) and OWN_PAY.search(text)))


def weighed(person: Person, base: KnowledgeBase, text: str) -> tuple[PayCase, ...]:
    """The two amounts of base pay that ``text`` may ask about: two cases; or one's own and a case,
    where it asks for the difference."""
    own = PayCase(person.role(base), person.base_pay) if person.base_pay is not None else None
    cases = tuple(case for case in person.pay_cases if case.role)
    apart = APART.search(text) or MORE.search(text)
    if apart and len(cases) == 1 and own is not None and own.role and own != cases[0]:
        return (own, cases[0])
    return cases


def case_roles(cases: Sequence[PayCase], topic: str, spoken_of: Sequence[str]) -> list[str]:
    """The roles whose pay was named last, for a clause on pay that names none; none where the
    conversation has gone on to another role."""
    elsewhere = spoken_of and not any(c.role in spoken_of for c in cases)
    if topic not in PAYING[:2] or elsewhere:
        return []
    return [c.role for c in cases[-1:] if c.role]


def now_paid(person: Person, role: str) -> float | None:
    """What is paid now where ``role`` would pay more: one's own base, or that of another case."""
    if person.base_pay is not None:
        return person.base_pay
    others = [case.amount for case in person.pay_cases if case.role not in (None, role)]
    return others[-1] if others else None


def pay_roles(
    roles: list[str], clause: Clause, base: KnowledgeBase, topic: str, person: Person
) -> list[str] | None:
    """The roles of a clause on pay that names none; None where the usual ones are meant."""
    own = person.role(base)
    text = clause.text
    if topic not in PAYING[:2]:
        return None
    paid_roles = [role for role in roles if base.figures(Measure.BASE_SALARY, role)]
    if APART.search(text) and len(paid_roles) > 1:
        return roles
    if topic == "ask_salary" and wants_more(text) and (person.base_pay or person.pay_cases):
        own = own or next((c.role for c in person.pay_cases if c.role not in roles), None)
        others = [r for r in roles if r != own and base.figures(Measure.BASE_SALARY, r)]
        goal = person.goal(base)
        above = [step for ladder in base.ladders for step in ladder.after(own)] if own else []
        paid = [r for r in above if base.figures(Measure.BASE_SALARY, r)]
        found = others[-1:] or ([goal] if goal and goal != own else paid[:1])
        if found:
            return found
    if own is not None and (AS_IS.search(text) or (person.pay_cases and means_own(text))):
        return [own]
    spoken = case_roles(person.pay_cases, topic, roles)
    if spoken:
        return spoken
    if own is not None and person.base_pay and judges(text) and not BONUS.search(text):
        return [own]
    return None
