"""Questions about single things that one has told: "where am I based?", "what's my goal?"."""

from __future__ import annotations

import re

from actions.part import Part
from actions.profile.fields import FIELDS, YEARS, Profile, as_words
from actions.reply import Button
from actions.wording import joined
from knowledge.base import KnowledgeBase

_LEAD = r"(?:what(?:'s| is| was|s| are| were)?|whats|which|remind me(?: of)?|tell me|do you (?:still )?(?:know|have|remember))"
_MINE = r"(?:my|our) (?:current |present |own |stated )?"
_FIELD_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"(?:goal|target(?: role)?|ambition|dream (?:job|role))", ("target_role",)),
    (r"(?:(?:job )?title|role|position|job)", ("current_role",)),
    (r"(?:base(?: pay| salary)?|salary|pay)", ("base_pay",)),
    (r"(?:industry|sector)", ("industry",)),
    (r"(?:location|city|place)", ("location",)),
    (r"(?:degree|education|studies)", ("education_level", "education_field")),
    (r"(?:team(?: size)?)", ("team_size",)),
    (r"(?:skills)", ("skills",)),
    (r"(?:company size)", ("company_size",)),
    (r"(?:years(?: of experience)?|experience)", YEARS),
)
_OTHER_FORMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"\bwhere (?:am i|do i) (?:based|live|work|located)\b", ("location",)),
    (r"\bwhere (?:am i|i'?m|i am) (?:based|located|living|working)\b", ("location",)),
    (r"\b(?:remind|tell|know|say|remember)\b.* where i (?:live|work|am|sit)\b", ("location",)),
    (
        r"\bhow (?:big|large)(?: is|'s|s)? my team\b|\bhow many (?:people )?(?:report to me|do i (?:lead|manage))\b",
        ("team_size",),
    ),
    (r"\bhow many years (?:have you got|do you have|did i (?:say|tell|give)|have i told)\b", YEARS),
    (
        r"\b(?:what|which) (?:industry|sector) am i\b|\b(?:industry|sector) (?:do i|i) work in\b",
        ("industry",),
    ),
    (
        r"\bwhat (?:job|role|title) do i have\b|^\W*(?:so |and |ok )*what am i\W*$",
        ("current_role",),
    ),
    (r"\bhow long have i been (?:doing|in|at|an?|working)\b", YEARS),
    (r"\bhow many years (?:do|have) (?:you|u) have (?:down |noted )?(?:for|of) me\b", YEARS),
    (r"\bwhat(?:'s| is|s)? my (?:\w+ )?(?:again|according to)\b", ()),
)
_END = r"(?:\s*(?:now|again|please|pls|then|according to .*|in your (?:notes|records|file).*|just checking|still there|on (?:file|record)|and .*|for you|,.*))*\W*$"


def asked_fields(text: str) -> list[str]:
    """The fields of the profile that ``text`` asks to hear; none if it asks something else."""
    lower = text.lower()
    found: list[str] = []
    for pattern, fields in _FIELD_WORDS:
        direct = rf"^\W*(?:so |and |ok |hey |then )*{_LEAD} {_MINE}{pattern}{_END}"
        there = (
            rf"\b{_MINE}{pattern}\b.*\b(?:still there|on file|on record|have you (?:got|noted))\b"
        )
        if re.search(direct, lower) or re.search(there, lower):
            found += fields
    for pattern, fields in _OTHER_FORMS:
        if fields and re.search(pattern, lower):
            found += fields
    return list(dict.fromkeys(found))


def answer_fields(fields: list[str], profile: Profile, base: KnowledgeBase) -> Part:
    """What is known of ``fields``, and plainly what is not."""
    known = [name for name in fields if name in profile]
    lines = [f"- {FIELDS[name][:1].upper()}{FIELDS[name][1:]}: "
             f"**{as_words(name, profile[name].value, base)}**" for name in known]  # fmt: skip
    missing = [FIELDS[name] for name in fields if name not in profile]
    if known:
        lines.insert(0, "You told me:")
    elif missing:
        shown = missing[:1] if fields[0] in YEARS else missing
        lines = [
            f"You have not told me your {joined(shown)} yet, or I have forgotten it at your wish."
        ]
    return Part(lines, kind="profile", topic="ask_profile",
                buttons=[Button("What do you know about me?", "ask_profile")])  # fmt: skip
