"""What the coach says about a profile: what it has noted, knows, has forgotten and hands out."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from actions.part import Part
from actions.profile.fields import FIELDS, YEARS, Entry, Profile, as_words
from actions.reply import Attachment, Button
from actions.wording import joined
from knowledge.base import KnowledgeBase

NOTICE = (
    "_I keep what you tell me about yourself, so that my answers fit you. Ask “what do you know "
    "about me” to see it, or say “forget my …” or “delete everything you know about me” at any "
    "time._"
)
UNAVAILABLE = (
    "_I can't reach your career profile right now, so this answer does not take it into account "
    "and I could not note anything new. Please try again in a moment._"
)
ERASED = (
    "Done. I have deleted everything I knew about you: your career profile, your ratings of answers "
    "and this conversation. We start afresh."
)
NOTHING = "I know nothing about you yet. Tell me about your role, your years or your goal, in your own words."

# Words by which people name a field when they want it forgotten.
_NAMES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"\b(?:years|how long|experience|seniority|tenure|time in)\b", YEARS),
    (r"\b(?:city|location|where i(?:'m| am| live| work)?|town|place|address|country|based|whereabouts|(?:live|living|work) (?:there|here))\b", ("location",)),
    (r"\b(?:industry|sector|branch|vertical|field i work in|line of business)\b", ("industry",)),
    (r"\b(?:target|goal|ambition|aspiration|dream|where i want)\b", ("target_role",)),
    (r"(?<!target )(?<!dream )\b(?:role|title|position|job)\b", ("current_role",)),
    (r"\b(?:pay|salary|base|wage|income|earnings|money|comp|earn|make)\b", ("base_pay",)),
    (r"\b(?:degree|education|studies|studied|university|uni|mba|diploma|school|qualification)s?\b",
     ("education_level", "education_field")),
    (r"\bmentor\w*\b", ("mentoring",)),
    (r"\bsubject\b", ("education_field",)),
    (r"\b(?:leading|leadership|led)\b", ("years_leadership",)),
    (r"\b(?:team(?! lead)|reports?|people (?:i|who|that)|headcount)\b", ("team_size",)),
    (r"\bskills?\b", ("skills",)),
    (r"\b(?:company size|size of (?:my|our|the)|how (?:big|large)|employees|company)\b", ("company_size",)),
)  # fmt: skip
_ALL = re.compile(
    r"\b(?:everything|all|every (?:last )?(?:bit|thing|piece)|the lot|whole|entire|anything|my data|my profile|my info\w*|my record|me completely"
    r"|what(?:ever)? you(?:'ve| have)? (?:know|stored|saved|got|remember)|forget (?:about )?me|erase me"
    r"|delete me|wipe|clean slate|start (?:over|afresh|from scratch)|forget that i exist)\b"
)
_EXCEPT = re.compile(r"\b(?:except|but not|apart from|other than)\b")
_WHOLE = re.compile(
    r"\b(?:everything|all (?:of it|my data|data|you)|whole profile)\b(?! (?:about|on) my\b)"
)
_BY_YEARS = {
    "years_account_management": r"\b(?:account management|accounts|am)\b",
    "years_sales": r"\bsales\b",
    "years_leadership": r"\b(?:lead|leading|leadership|managing|management years)\b",
}


def names_all(text: str) -> bool:
    """Whether a wish to forget means everything that is known."""
    return _WHOLE.search(text.lower()) is not None


def fields_to_forget(text: str) -> list[str] | None:
    """The fields that a wish to forget names, ["*"] for all, None if it names nothing."""
    lower = text.lower()
    named: list[str] = []
    for pattern, fields in _NAMES:
        if re.search(pattern, lower):
            named += fields
    narrow = [n for n, words in _BY_YEARS.items() if n in named and re.search(words, lower)]
    if narrow:
        named = [n for n in named if n not in YEARS or n in narrow]
    if named and _EXCEPT.search(lower):
        return [name for name in FIELDS if name not in named]
    if named and not _WHOLE.search(lower):
        return list(dict.fromkeys(named))
    return ["*"] if _ALL.search(lower) else None


def noted(changes: Mapping[str, Any], before: Mapping[str, Any], base: KnowledgeBase) -> str:
    """One sentence on what has just been noted or put right; "" if nothing was."""
    new: list[str] = []
    corrected: list[str] = []
    dropped: list[str] = []
    for name, value in changes.items():
        words = FIELDS[name]
        if value is None:
            dropped.append(words)
        elif name in before and name != "skills":
            old = as_words(name, before[name], base)
            corrected.append(f"{words} **{as_words(name, value, base)}** (was {old})")
        else:
            new.append(f"{words} **{as_words(name, value, base)}**")
    sentences = []
    if corrected:
        sentences.append(f"Corrected: {joined(corrected)}.")
    if new:
        sentences.append(f"Noted: {joined(new)}.")
    if dropped:
        sentences.append(f"Taken off: {joined(dropped)}.")
    return " ".join(sentences)


def shown(profile: Profile, base: KnowledgeBase) -> Part:
    """The whole profile, readably."""
    buttons = [Button("Export my data", "export_profile")]
    if not profile:
        return Part([NOTHING], kind="profile", topic="ask_profile", buttons=[
            Button("Start a career check-in", "start_check_in")])  # fmt: skip
    lines = ["This is what I know about you:"]
    for name, words in FIELDS.items():
        entry = profile.get(name)
        if entry is not None:
            when = f" (said {_day(entry)})" if entry.said_at else ""
            lines.append(
                f"- {words[:1].upper()}{words[1:]}: **{as_words(name, entry.value, base)}**{when}"
            )
    missing = [words for name, words in FIELDS.items() if name in ("current_role", "target_role",
               "years_account_management", "education_level") and name not in profile]  # fmt: skip
    if missing:
        lines += ["", f"I don't know yet: {joined(missing)}."]
    lines += ["", "If something is wrong, just say what is right. “Forget my …” takes one thing away."]  # fmt: skip
    buttons.append(Button("Delete everything about me", "forget_profile", {"field": ["*"]}))
    return Part(lines, kind="profile", topic="ask_profile", buttons=buttons)


def _day(entry: Entry) -> str:
    assert entry.said_at is not None
    return f"{entry.said_at.day} {entry.said_at:%B %Y}"


def forgotten(fields: Sequence[str], known: Profile) -> Part:
    """What is said when single fields were forgotten."""
    gone = [FIELDS[name] for name in fields if name in known]
    if not gone:
        asked = joined([FIELDS[name] for name in fields if name not in YEARS or name == YEARS[0]])
        return Part([f"I knew nothing about your {asked}, so there was nothing to forget."],
                    kind="profile", topic="forget_profile")  # fmt: skip
    rest = [FIELDS[name] for name in known if name not in fields]
    left = f" I still know: {joined(rest)}." if rest else " I know nothing else about you."
    return Part(
        [f"Done, I have forgotten: {joined(gone)}.{left}"], kind="profile", topic="forget_profile"
    )


def asked_back() -> Part:
    """What is said to a wish to forget that does not say what."""
    return Part(
        ["What shall I forget: one thing (“forget my industry”), or everything I know about you?"],
        kind="clarify",
        topic="forget_profile",
        buttons=[
            Button("Delete everything about me", "forget_profile", {"field": ["*"]}),
            Button("Show what you know", "ask_profile"),
        ],
    )


def as_json(profile: Profile) -> str:
    """The profile as a JSON object: field to value, time (ISO 8601, UTC) and words."""
    data = {
        name: {
            "value": entry.value,
            "said_at": entry.said_at.isoformat() if entry.said_at else None,
            "said": entry.said,
        }
        for name, entry in profile.items()
    }
    return json.dumps(data, indent=2, ensure_ascii=False, sort_keys=True)


def as_markdown(profile: Profile, base: KnowledgeBase) -> str:
    """The profile as a Markdown document."""
    lines = ["# Career profile", "", "| what | value | said | in the words |", "|---|---|---|---|"]
    for name, words in FIELDS.items():
        entry = profile.get(name)
        if entry is not None:
            said = entry.said.replace("|", "/")
            when = _day(entry) if entry.said_at else ""
            lines.append(f"| {words} | {as_words(name, entry.value, base)} | {when} | {said} |")
    return "\n".join([*lines, ""])


def exported(profile: Profile, base: KnowledgeBase) -> Part:
    """The profile as it is kept: a table in the text, and files of Markdown and JSON."""
    if not profile:
        return Part([NOTHING], kind="profile", topic="export_profile")
    markdown, data = as_markdown(profile, base), as_json(profile)
    lines = ["Here is everything I keep about you. Files in Markdown and JSON come with it.", ""]
    lines += markdown.splitlines()[2:]
    files = [
        Attachment("career-profile.md", "text/markdown", markdown),
        Attachment("career-profile.json", "application/json", data),
    ]
    return Part(lines, kind="profile", topic="export_profile", attachments=files)
