"""Whether a clause that names no role asks of others than those spoken of."""

from __future__ import annotations

import re

from actions.clause import Clause
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet

ASKS_WHO = re.compile(
    r"^(?:[^?.!]{0,25}[:,–-]\s*)?(?:\W*(?:and|so|but|ok)\W+)*(?:who|whose|whom)\b"
)
PLAINLY_ASKED = 0.6  # how likely a fact must be what is asked for, to leave the roles spoken of


def asks_elsewhere(clause: Clause, base: KnowledgeBase, roles: list[str]) -> bool:
    """Whether a clause plainly asks for a fact that is not about ``roles``, spoken of before."""
    best = max(clause.hits, key=lambda hit: hit.share, default=None)
    if best is None or best.fact not in base.facts or not roles:
        return False
    fact = base.facts[best.fact]
    if ASKS_WHO.match(clause.text.lower()):
        return _nearer_elsewhere(clause, base, roles)
    if best.share < PLAINLY_ASKED:
        return False
    if fact.facet in _EACH_ITS_OWN and any(base.find((fact.facet,), role) for role in roles):
        return False  # "degree?": the one of the role spoken of
    return not any(base.concerns(fact, role) for role in roles)


def _nearer_elsewhere(clause: Clause, base: KnowledgeBase, roles: list[str]) -> bool:
    """Whether the facts nearest to a question for somebody ("who sets goals?") are not about
    ``roles``."""
    near = [(hit.score, base.facts[hit.fact]) for hit in clause.hits if hit.fact in base.facts]
    own = max((s for s, fact in near if set(fact.roles) & set(roles)), default=0.0)
    return max((s for s, _ in near), default=0.0) >= max(WHO_FROM, own + WHO_MARGIN)


WHO_FROM, WHO_MARGIN = 0.66, 0.05  # likeness of such a fact, and how far ahead it must be
# Facets of which every role has a fact or two of its own, asked for in the same words.
_EACH_ITS_OWN = (Facet.EDUCATION, Facet.EXPERIENCE, Facet.SALARY, Facet.BONUS, Facet.DEFINITION)
