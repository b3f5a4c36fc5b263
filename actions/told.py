"""What is told of the speaker only by what the conversation was about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.clause import Clause
from actions.focus import Focus
from actions.statement import Statement
from knowledge.base import KnowledgeBase

# Topics asked of the own role, after which "I meant AE" is likeliest about that.
_OF_OWN_ROLE = ("ask_next_step", "ask_industry", "ask_bonus", "ask_salary", "ask_lateral_moves")


def of_own_role(statement: Statement, focus: Focus) -> Statement:
    """A role put right after an answer, as one that holds only if the role that was spoken of is
    one's own: "I meant AE" may be about the question alone."""
    asked = focus.topics[:1] and focus.topics[0] in _OF_OWN_ROLE and len(focus.roles) > 0
    if statement.field != "role" or not asked:
        return statement
    own = focus.roles_before[:1] if focus.topics[0] == "ask_next_step" else focus.roles[:1]
    return replace(statement, old=(own or focus.roles)[0])


_MINE_IS_THAT = re.compile(
    r"\b(?:that'?s|that is|which is|this is|it'?s|it is) (?:also )?(?:where i(?:'m| am| work| sit)"
    r"|(?:the (?:one|industry|sector) )?i(?:'m| am| work) in"
    r"|(?:exactly )?(?:my|our) (?:industry|sector|field|line|world|trade)"
    r"|mine|ours|us)\b|\bi (?:do )?(?:also )?work (?:there|in (?:that|this|one|it))\b"
    r"|\bi'?m in (?:that|this)(?: (?:industry|sector|field))?\b",
    re.I,
)


def pointed_at(clauses: Sequence[Clause], focus: Focus, base: KnowledgeBase) -> list[Statement]:
    """The industry spoken of last, where one says that it is one's own ("that's where I work")."""
    if focus.industry not in base.industries or focus.topics != ["ask_industry"]:
        return []
    said = [c.text for c in clauses if _MINE_IS_THAT.search(c.text) and not c.text.endswith("?")]
    return [Statement("industry", focus.industry, said[0])] if said else []
