"""Whether the words of a clause ask something, or ask for something to be done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions import pay_words
from actions.clause import Clause

TELLING = ("inform_profile", "inform_preference", "correct_profile")
ASKS_FROM = 0.5  # probability from which a clause without "I am" is taken to ask
_ASKS = re.compile(
    r"\?|\b(?:what|what's|whats|wheres|hows|whos|how|which|when|where|who|why|can i|could i"
    r"|should i|am i|do i"
    r"|would i|will i|is it"
    r"|is that|does (?:that|it|this)|fair|enough|realistic|tell me|show me|possible|make me"
    r"|give me|draw up"
    r"|build me|write me"
    r"|(?:make|create|build|lay out|put together|set up|work out) (?:me |us )?(?:a|the|my|some)"
    r"|plan me|prepare me|compare|list)\b",
    re.I,
)


def asks(text: str) -> bool:
    """Whether the words of a clause ask something."""
    return _ASKS.search(text) is not None


_ORDER = re.compile(
    r"^\W*(?:(?:please|pls|kindly|can you|could you|just|now|ok|and|hey|hi)\W+)*(?:rank|sort"
    r"|order|list|compare|name|make|create|build|lay out|put together"
    r"|write|rewrite|draft|outline|summari[sz]e|describe|explain|give|show|tell|define|break|walk|calculate"
    r"|translate|rephrase|help|prepare|check|review|proofread)\b",
    re.I,
)


def orders(clause: Clause) -> bool:
    """Whether a clause is a request without a question word ("rank the portfolios by revenue")."""
    written = clause.intent == "out_application_help" and clause.confidence >= 0.6
    return _ORDER.match(clause.text) is not None or written


def asks_of_pay(clause: Clause) -> bool:
    """Whether a clause asks of the pay that it tells ("AM on 60k, is this normal")."""
    asking = clause.polar or clause.text.endswith("?") or asks(clause.text)
    return pay_words.asks_of_pay(clause.text, asking, bool(clause.amounts))


_WH = re.compile(
    r"\b(?:what|which|who|whom|when|where|why|how (?:much|many|long|do|does|can))\b", re.I
)


def asks_besides(clauses: Sequence[Clause]) -> bool:
    """Whether one of ``clauses`` that tell something also asks something with a question word."""
    return any(_WH.search(c.text) and c.intent not in TELLING for c in clauses)
