"""Which role fits a person, from what they like and dislike."""

from __future__ import annotations

import re

from actions.clause import Clause, Leaning
from actions.focus import Focus
from actions.part import Part
from actions.question import Question
from actions.wording import joined, role_name, with_article
from knowledge.base import KnowledgeBase

# Two roles whose scores lie this close (in likeness, summed over what was said) both fit.
CLOSE_CALL = 0.04
DEFAULT_ROLES = ["account_manager", "account_executive"]


_OTHER_PERSON = re.compile(
    r"\b(?:he|she|him|her|his|hers|they|them|(?:my|our) (?:\w+ )?(?:brother|sister|friend|wife"
    r"|husband|partner|son|daughter|cousin|colleague|boss|mate|buddy|mother|father|mom|dad"
    r"|girlfriend|boyfriend|niece|nephew|uncle|aunt|coworker|roommate|neighbou?r))\b",
    re.I,
)
_SPEAKER = re.compile(r"\b(?:i|i'm|im|i've|me|mine|myself)\b", re.I)
_ASKS_FIT = re.compile(
    r"\b(?:suits?|fits?|right for|for me|what job|which job|which role|what role|where do i"
    r"|belong)\b",
    re.I,
)
# The same where the likes were told before, so that the words have to settle it.
_WHICH_OF_THEM = re.compile(
    r"\b(?:what|which (?:one|job|role|of (?:\w+ ){1,3}?\w+)?) ?(?:is|'?s|would be) (?:more "
    r"|really )?(?:me|mine)\b"
    r"|\bwhich(?: one| role| job)?(?: of (?:\w+ ){1,3}?\w+)? (?:am i|should i (?:be|become"
    r"|choose|pick|take|go for)"
    r"|suits? me|fits? me|would (?:suit|fit) me)\b"
    r"|\bwhat should i (?:become|go for|choose|pick)\W*$|\bam i (?:more|rather) (?:an? )?\w+.* or\b"
    r"|\bwhat (?:job |role )?(?:suits|fits) me\b",
    re.I,
)
_ASKS = re.compile(r"\?|\b(?:what|which|how|who|where|when|why|should i|am i|tell me)\b", re.I)
_OTHER_MATTER = re.compile(
    r"\b(?:who|what(?!'?s me)|how|where|when|why|whose|more of|higher|pays?|earns?)\b"
)
_FEW = 9  # words of a clause that only weighs two roles
_MOST = 8  # likes and dislikes kept


def of_other(text: str) -> bool:
    """Whether likes told in ``text`` are those of somebody else than its speaker."""
    return _OTHER_PERSON.search(text) is not None and _SPEAKER.search(text) is None


def asks_fit(text: str) -> bool:
    """Whether a clause asks which role suits, where likes were told."""
    return _ASKS_FIT.search(text) is not None


def asks_which(text: str) -> bool:
    """Whether a clause asks which role is the speaker's, in so many words."""
    return _WHICH_OF_THEM.search(text) is not None


def weighs(clause: Clause) -> bool:
    """Whether a clause is hardly more than a choice between two roles ("so AM or AE")."""
    few = len(clause.text.split()) <= _FEW and len(clause.roles) == 2
    text = clause.text.lower()
    return few and re.search(r"\bor\b", text) is not None and not _OTHER_MATTER.search(text)


def tells_taste(clause: Clause) -> bool:
    """Whether a clause tells likes or dislikes and asks nothing."""
    told = clause.leanings and clause.intent != "ask_role_fit" and not clause.roles
    return bool(told) and not (_ASKS.search(clause.text) or asks_fit(clause.text))


def gathered(focus: Focus, clause: Clause) -> list[Leaning]:
    """The likes and dislikes of ``clause``, after those that the same person told before."""
    before = [Leaning(**item) for item in focus.leanings]
    if focus.of_other != of_other(clause.text) and clause.leanings:
        before = []
    known = {item.text for item in clause.leanings}
    return [*[item for item in before if item.text not in known], *clause.leanings][-_MOST:]


def answer_fit(question: Question, base: KnowledgeBase) -> Part | None:
    """The role nearest to the likes and farthest from the dislikes, with the facts that say so.

    None if the clause tells no likes or dislikes.
    """
    leanings = question.clause.leanings
    asked = question.roles if not question.roles_from_focus else []
    roles = [role for role in asked if all(role in item.roles for item in leanings)]
    roles = roles if len(roles) > 1 else [r for r in DEFAULT_ROLES if r in base.roles]
    if not leanings or len(roles) < 2:
        return None
    scores = {role: sum(_pull(item, role, roles) for item in leanings) for role in roles}
    ranked = sorted(roles, key=lambda role: -scores[role])
    best, second = ranked[0], ranked[1]
    close = scores[best] - scores[second] < CLOSE_CALL
    shown = [best, second] if close else [best]
    names = joined([f"**{with_article(role_name(base, role))}**" for role in shown], "or")
    whom = "" if of_other(question.clause.text) else " you"
    lines = [
        f"From what you say, {names} could fit{whom} about equally well."
        if close
        else f"From what you say, {names} fits{whom} better."
    ]
    facts = []
    for role in shown:
        reasons = [base.facts[item.facts[role]] for item in leanings if item.liked]
        if not reasons:
            reasons = [
                fact
                for fact in base.find(role=role)
                if fact.roles == [role] and fact.facet.value in ("definition", "contrast")
            ]
        for fact in list(dict.fromkeys(reasons))[:3]:
            lines.append(f"- {fact.statement}")
            facts.append(fact)
    avoided = [item for item in leanings if not item.liked]
    if avoided and not close:
        against = base.facts[avoided[0].facts[second]]
        if against.roles == [second]:
            lines.append(f"- What you would rather avoid belongs elsewhere: {against.statement}")
            facts.append(against)
    return Part(lines, facts=facts, roles=shown, topic="ask_role_fit")


def _pull(item: Leaning, role: str, roles: list[str]) -> float:
    """How much one like draws towards ``role`` compared with ``roles``, or a dislike away."""
    mean = sum(item.roles[other] for other in roles) / len(roles)
    return (item.roles[role] - mean) * (1 if item.liked else -1)
