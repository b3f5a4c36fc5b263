"""Questions meant together with others: by their place in the last message ("the first one for a
SAM"), or by the role that only the end of a message names ("pay? bonus? both for a director")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.clause import Clause
from actions.facets import facets_in
from actions.focus import Focus

_SHORT = 12  # words of a clause that may do no more than name a question and a role
_PLACES = {"first": 0, "1st": 0, "1": 0, "former": 0, "one": 0, "second": 1, "2nd": 1, "2": 1,
           "third": 2, "3rd": 2, "3": 2, "last": -1, "latter": -1, "final": -1}  # fmt: skip
_MEANT = re.compile(
    r"(?:\b(?:the|only|just|question|number|no|nr|my|your|q)\W+|^\W*(?:and |now |ok |so )*"
    r"|\(\s?|&\s|,\s)"
    r"(?P<place>first|1st|1|former|second|2nd|2|third|3rd|3|last|latter|final)\b"
    r"(?!\s(?:role|job|step|rung|year|one's|ones))"
    r"(?:\s(?P<count>two|three|2|3)\b)?"
)


def counts_questions(text: str, focus: Focus) -> bool:
    """Whether ``text`` may mean a question of the last message by its place, asked of another."""
    return len(focus.topics) > 1 and _MEANT.search(text) is not None and " for " in text


def questions_counted(clause: Clause, focus: Focus) -> list[str]:
    """The topics of the last message that ``clause`` asks again by their place; empty if none."""
    text = re.sub(r"\b(?:what|how) about\b", "", clause.text.lower())
    names = clause.roles or clause.industries or clause.bare_names
    if len(focus.topics) < 2 or not names or clause.by_place or facets_in(text):
        return []
    if len(text.split()) > _SHORT or re.search(r"\b(?:what|who|how|why|which|where)\b", text):
        return []
    found: list[str] = []
    for match in _MEANT.finditer(text):
        place, count = _PLACES[match["place"]], match["count"]
        if count:
            many = {"two": 2, "2": 2, "three": 3, "3": 3}[count]
            found += focus.topics[:many] if place == 0 else focus.topics[-many:]
        else:
            found += focus.topics[place:][:1]
    return list(dict.fromkeys(found))


_ALL = re.compile(
    r"\b(?:both|all|each|every|everything|i mean|asking|that's|thats|this is)\b", re.I
)
_WHOM = re.compile(r"^\W*(?:of|for|as|\()", re.I)
_FEW = 7  # words of a clause that may only say whom a message is about
_FOLLOWS_FROM = 0.4  # probability from which a clause only names another role


def with_last_role(clauses: Sequence[Clause], focus: Focus) -> list[Clause]:
    """``clauses`` about the role that the last of them names, if it says no more than that and no
    other names one."""
    if len(clauses) < 2 or (focus.topics and not _ALL.search(clauses[-1].text)):
        return list(clauses)
    last, others = clauses[-1], clauses[:-1]
    asking = [c for c in others if c.intent.startswith("ask_") and not c.statements]
    says = last.intent == "follow_other" and last.confidence >= _FOLLOWS_FROM
    short = len(last.text.split()) <= _FEW and not facets_in(last.text)
    if not (says and short and last.roles and asking) or any(c.roles for c in others):
        return list(clauses)
    return [replace(c, roles=last.roles) if c in asking else c for c in others]


_SAME = re.compile(
    r"\b(?:same|likewise|ditto|again)\b|\bboth (?:questions|again|of (?:those|them))\b", re.I
)


def asks_the_same(clause: Clause) -> bool:
    """Whether a clause asks the last questions of another role ("now AM, same three")."""
    return clause.intent == "follow_other" and _SAME.search(clause.text) is not None
