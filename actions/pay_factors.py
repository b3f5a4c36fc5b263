"""What pay depends on, what the documents give to argue with, and what they do not give."""

from __future__ import annotations

import re

from actions.part import Part, bullets
from actions.pay_follow import BY_HOW_MUCH
from actions.pay_words import other_currency
from actions.polar import wants_one_of_two
from actions.question import Question
from actions.reply import Kind
from actions.wording import dollars, figure_text, joined, role_name
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet, Fact, Measure


def not_given(question: Question) -> str:
    """What the documents do not say although the clause asks for it: a place, an hourly rate."""
    clause = question.clause
    places = clause.outside.get("place", [])
    if clause.unit:
        return (
            f"The documents give pay by the year only, not by the {clause.unit}, so I can't put a "
            f"{clause.unit} figure on it. What they do give:"
        )
    if other_currency(clause.text):
        return "The documents' figures are in US dollars a year, and I don't convert. In dollars:"
    if places:
        where = joined([place.title() for place in places])
        return (
            f"The documents give no figures for {where}; they only say that pay depends on "
            "location, among other things. In general:"
        )
    if clause.outside.get("other_industry") or clause.outside.get("employer"):
        names = clause.outside.get("other_industry", []) + clause.outside.get("employer", [])
        return (
            f"The documents give no figures for {joined([n.title() for n in names])}. In general:"
        )
    if clause.industries:
        return "The documents give no figures by industry. In general:"
    return ""


def answer_factors(question: Question, base: KnowledgeBase) -> Part:
    """What pay depends on, with the facts likest to the clause first."""
    role = question.roles[0] if question.roles else None
    facts = base.find((Facet.SALARY_FACTOR,), role) or base.find((Facet.SALARY_FACTOR,))
    named = [fact for fact in facts if _names(question, fact)]
    likely = [fact for fact in question.ranked(facts) if question.score(fact) >= 0.66]
    lead = named[:1] if len(named) == 1 else likely[:1]
    rest = [fact for fact in facts if fact not in lead]
    lines = []
    kind = "answer"
    if question.clause.asks_number or BY_HOW_MUCH.search(question.clause.text):
        lines.append("The documents give no number for that; they only say which way it goes.")
        kind = "abstain"
    if len(named) > 1 and _ASKS_WHICH.search(question.clause.text):
        lead = named
        rest = [fact for fact in facts if fact not in lead]
    if not named and (other := _UNNAMED.search(question.clause.text)):
        lines.append(
            f"The documents don't name {other.group().lower()} among what pay depends on.".replace(
                " mba", " an MBA"
            )
        )
        kind, lead, rest = "abstain", [], facts
    if lead:
        lines.append(_yes_or_no(question, lead[0], base) + " ".join(f.statement for f in lead))
    if rest:
        lines += ["What else pay depends on:" if lead else "Pay depends on:", *bullets(rest[:5])]
    return Part(
        lines, kind=kind, facts=[*lead, *rest[:5]], roles=question.roles[:2],  # type: ignore[arg-type]
        topic=question.topic,
    )  # fmt: skip


# What people ask about beside what the documents name.
_UNNAMED = re.compile(
    r"\b(?:mba|a degree|degrees?|education|certificat\w*|gender|age|nationality|languages?"
    r"|university|college|school|union|being a (?:man|woman))\b",
    re.I,
)


def _names(question: Question, fact: Fact) -> bool:
    """Whether the clause names the factor that ``fact`` is about."""
    text = question.clause.text.lower()
    words = {
        "industry": r"industr|sector|financ|bank|tech\b",
        "location": r"locat|city|cities|place|region|new york|san francisco|live",
        "company": r"company|companies|employer|size|corporat|startup",
        "experience": r"experience|years|seniority",
    }
    label = fact.label.lower()
    if "industry" in label and question.industries:
        return True
    return any(key in label and re.search(pattern, text) for key, pattern in words.items())


_ASKS_WHICH = re.compile(r"\b(?:which|what|where)\b", re.I)
_FINANCE = {"financial", "finance"}  # the one industry that is said to pay more
_SUPPOSES_EFFECT = re.compile(
    r"\b(?:change\w*|differ\w*|matters?|affects?|influences?|depends?|because|cause|cuz|bc|bcs|due"
    r"|reason|thing to do|play|helps?|impact|raise|count|lower|less|down to|why"
    r"|(?:could|can|might) (?:it|that) be|be it)\b",
    re.I,
)
_MORE = re.compile(r"\b(?:more|higher|better|increase)\b", re.I)
_LESSER = re.compile(r"\b(?:small\w*|tiny|startup|start-up|rural|village|junior|less)\b", re.I)
_ASKS_BACK = re.compile(
    r"\b(?:maybe|perhaps|possibly|could|can|might|would|is|does|do|may)\b|\?", re.I
)


def _yes_or_no(question: Question, fact: Fact, base: KnowledgeBase) -> str:
    """The yes or no that a clause gets which asks whether ``fact``'s factor counts, or ""."""
    text = question.clause.text
    asked = question.clause.polar or (
        _ASKS_BACK.search(text)
        and not re.match(r"\W*(?:and |so |but )*(?:what|how|which|why|where)\b", text, re.I)
    )
    if not asked or wants_one_of_two(text.lower()):
        return ""
    known = question.answer_of(fact) if question.clause.polar else None
    compared = _MORE.search(text) and re.search(r"\bthan\b", text)
    if known and not compared:
        return f"{known.capitalize()}. "
    if not _names(question, fact):
        return ""
    named = [base.industries[i] for i in question.industries if i in base.industries]
    if named and not any(_FINANCE & {*i.id.split("_")} for i in named):
        return ""  # whether just that industry pays more is not said
    if _SUPPOSES_EFFECT.search(text):
        return "Yes, it can. "
    if _MORE.search(text):
        lesser = _LESSER.search(re.split(r"\b(?:than|vs|compared)\b", text)[0])
        return "No. " if lesser else "Yes, it can. "
    return ""


def answer_grounds(
    question: Question, base: KnowledgeBase, roles: list[str], amounts: list[float]
) -> Part:
    """What the documents give to whoever wants more pay: range, bonus, factors, benefits."""
    role = roles[0] if roles else None
    lines = ["The documents don't say how to negotiate pay. What they give as grounds:"]
    facts: list[Fact] = []
    for fact, figure in base.figures(Measure.BASE_SALARY, role)[:1] if role else []:
        lines.append(
            f"- **Range**: {role_name(base, fact.roles[0])}, {figure_text(figure)} a year."
        )
        top = figure.high or figure.low
        for amount in amounts[:1]:
            away = dollars(abs(top - amount))
            lines[-1] += (
                f" {dollars(amount)} is {away} {'below' if amount <= top else 'above'} its "
            )
            lines[-1] += "last figure."
        facts.append(fact)
    if role and not facts:
        lines.append(f"- **Range**: the documents give no pay figure for {role_name(base, role)}.")
    for facet in (Facet.SALARY_FACTOR, Facet.BONUS, Facet.COMMISSION, Facet.BENEFIT):
        found = [fact for fact in base.find((facet,), role) if not role or role in fact.roles]
        facts += found[:4]
        lines += bullets(found[:4])
    given = not role or base.figures(Measure.BASE_SALARY, role)
    kind: Kind = "answer" if given else "abstain"
    return Part(lines, kind=kind, facts=facts, roles=roles, topic=question.topic)
