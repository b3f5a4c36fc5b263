"""Whether a message holds a sensitive matter that is heeded before anything else."""

from __future__ import annotations

from collections.abc import Sequence

from actions.clause import Clause
from actions.hearing import FIXED_FROM, LONG_STORY
from actions.safety import holds_matter, plainly_sensitive
from actions.topics import ANY_FACT, TOPICS

SENSITIVE_FROM = 0.30  # a sensitive matter is heeded sooner
SENSITIVE_BESIDE_QUESTION = 0.9  # beside a plain question, hyperbole is likelier than distress
_NOT_URGENT = ("sensitive_legal", "sensitive_dishonesty", "sensitive_privacy")


def sensitive_intent(clauses: Sequence[Clause]) -> str | None:
    """The sensitive intent of the message, if it has one."""
    best: tuple[float, str] = (0.0, "")
    for clause in clauses:
        plain = plainly_sensitive(clause.text)
        if plain:
            return plain
        names = [
            (p, name)
            for name, p in clause.ranking
            if name.startswith("sensitive_") and holds_matter(name, clause.text)
        ]
        total = sum(p for p, _ in names)
        others = [other for other in clauses if other is not clause]
        beside = any(_strongest_topic(other) >= 0.5 or other.roles for other in others)
        grave = any(n == "sensitive_self_harm" and p >= 0.6 for p, n in names)
        if beside and len(clauses) >= LONG_STORY and not grave:
            continue
        needed = SENSITIVE_BESIDE_QUESTION if beside and not grave else SENSITIVE_FROM
        if names and max(names)[1] in _NOT_URGENT:
            needed = max(needed, FIXED_FROM + 0.05)
        likeliest = max(clause.ranking, key=lambda item: item[1])[0] if clause.ranking else ""
        if not names:
            continue
        if not likeliest.startswith("sensitive_") or (clause.roles and not grave and total < 0.6):
            continue
        if total >= needed and total >= 0.9 * _strongest_topic(clause):
            best = max(best, (total, max(names)[1]))
    return best[1] or None


def _strongest_topic(clause: Clause) -> float:
    likeness = clause.hits[0].score if clause.hits else 0.0
    known = max(
        (p for name, p in clause.ranking if name in TOPICS or name in ANY_FACT), default=0.0
    )
    return known + max(0.0, likeness - 0.72)
