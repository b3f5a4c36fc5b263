"""Whether what a person did counts towards what a role asks for."""

from __future__ import annotations

import re
from typing import Literal

from actions.advice.gap import Gap, Requirement
from actions.part import Part
from actions.question import Question
from actions.wording import role_name, with_article
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet, Fact

Matter = Literal["mba", "degree", "mentoring", "leading", "account_management", "sales", "industry",
                 "other"]  # fmt: skip
_MATTERS: tuple[tuple[Matter, str], ...] = (
    ("mba", r"\bmba\b|\bmaster\w*|\badvanced degree|\bphd\b|\bdoctora\w+"),
    (
        "mentoring",
        r"\bmentor\w*|\bguid(?:e|es|ing|ed|ance)\b|\btrain(?:ee|ees|ing|ed|s)?\b|\bcoach\w*"
        r"|\bintern(?:s|ship|ships)?\b|\bapprentices?\b|\bonboard\w*|\bnewbies\b"
        r"|\bjuniors?\b(?! (?:account|acct|am)\b)|\bbudd(?:y|ies)\b"
        r"|\bnew (?:hires|starters|joiners|colleagues|people)\b",
    ),
    (
        "leading",
        r"\blead(?:ing|s|er|ership)?\b|\bled\b|\bsupervis\w+|\bteams?\b|\bran\b"
        r"|\bmanag\w+ (?:a |the |my |an? |small |\d+ )*(?:people|staff|group|crew|shift)\b",
    ),
    ("account_management", r"\baccount manage\w+|\bams?\b|\bacct m\w+|\bkey accounts?\b|\bkam\b"),
    (
        "sales",
        r"\bsales\b|\bselling\b|\bsold\b|\baccount exec\w*|\baes?\b|\bsdrs?\b|\bnew business\b",
    ),
    (
        "degree",
        r"\bdegree\b|\bbachelor\w*|\bdiploma\b|\bstudies\b|\bstudied\b|\bb\.?(?:a|sc|ba|com)\b",
    ),
    ("industry", r"\bindustr\w+|\bsector\b|\bdomain knowledge\b"),
    (
        "other",
        r"\byears?\b|\byrs\b|\bexperience\b|\btime\b|\bbackground\b|\bjob\b|\bcareer\b"
        r"|\bwork(?:ed|ing)?\b|\bproject\w*|\bvolunteer\w*|\barmy\b|\bmilitary\b|\bservice\b",
    ),
)
_POINTS = re.compile(r"\b(?:that|this|it|those|these|they)\b", re.I)


def matter(text: str, said: str) -> Matter | None:
    """What is to count: as ``text`` names it, else as it was ``said`` before."""
    words = re.sub(r"\bcount\w*", "", text.lower())
    for source in (words, said.lower() if _POINTS.search(text) else ""):
        for name, pattern in _MATTERS:
            if re.search(pattern, source):
                return name
    return None


def answer_counts(question: Question, found: Gap, base: KnowledgeBase) -> Part | None:
    """Whether it counts, as far as the documents say; None if it is not clear what is meant."""
    meant = matter(question.clause.text, question.person.said)
    name = with_article(role_name(base, found.role))
    if meant in (None, "degree"):
        return None
    if meant == "mba":
        return _mba(found, name)
    if meant in ("mentoring", "leading"):
        return _led(found, name, mentored=meant == "mentoring")
    return _years_elsewhere(found, name, meant, base)


def _of_kind(found: Gap, kind: str) -> Requirement | None:
    return next((item for item in found.requirements if item.kind == kind), None)


def _mba(found: Gap, name: str) -> Part:
    plus, degree = _of_kind(found, "plus"), _of_kind(found, "degree")
    if plus is not None and plus.fact.asks is not None and plus.fact.asks.level == "advanced":
        return Part(
            [f"Yes, as a plus. {plus.fact.statement} It is no condition, and the years asked "
             "stay the same."],
            facts=[plus.fact],
        )  # fmt: skip
    facts = [item.fact for item in (degree or plus,) if item is not None]
    return Part(
        [f"The documents don't mention it for {name}, so I can't say that it counts.",
         *[f"- {fact.statement}" for fact in facts]],
        facts=facts,
    )  # fmt: skip


def _led(found: Gap, name: str, mentored: bool) -> Part | None:
    leading, leadership = _of_kind(found, "leading"), _of_kind(found, "leadership")
    if leading is not None:
        return Part(
            [f"Yes, it counts towards **{leading.fact.label.lower()}**. {leading.fact.statement}",
             "How many people, or for how long, they don't say. The years in account management "
             "are asked on top of it."],
            facts=[leading.fact],
        )  # fmt: skip
    if leadership is None:
        return None
    asked = f"{leadership.asked:g}+ years in a leadership role"
    if mentored:
        lines = [
            f"The documents don't say so. They ask {asked} of {name}, and not whether guiding or "
            "mentoring juniors is such a role."
        ]
    else:
        lines = [f"Yes, if it was a leadership role: of {name} the documents ask {asked}."]
    return Part([*lines, f"- {leadership.fact.statement}"], facts=[leadership.fact])


_WORDS = {
    "sales": "years in sales",
    "other": "years in other work",
    "industry": "knowing an industry",
}


def _years_elsewhere(found: Gap, name: str, meant: Matter, base: KnowledgeBase) -> Part | None:
    years = _of_kind(found, "account_management")
    beside: list[Fact] = []
    if meant == "sales":
        beside = base.find((Facet.TRANSITION,), "account_executive")[:1]
    if years is None:
        valued = [item.fact for item in found.requirements if item.fact.facet is Facet.EXPERIENCE]
        if not valued:
            return None
        lines = [f"The documents ask no number of years of {name}.",
                 *[f"- {fact.statement}" for fact in valued[:1]]]  # fmt: skip
        return Part(lines, facts=valued[:1])
    asked = f"{years.asked:g}+ years **in account management**"
    if meant == "account_management":
        return Part([f"Yes: the documents ask {asked} of {name}."], facts=[years.fact])
    lines = [
        f"No, not as far as the documents say: of {name} they ask {asked}, and they don't say that "
        f"{_WORDS[meant]} count{'s' if meant == 'industry' else ''} towards it."
    ]
    lines += [f"- {fact.statement}" for fact in beside]
    return Part(lines, facts=[years.fact, *beside])
