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
_UPPER = ["senior_account_manager", "director_of_account_management"]
# How much nearer tastes must be to the two upper roles than to the others, on average.
_ABOVE, _FAR_ABOVE = 0.04, 0.12
_LEADS = re.compile(
    r"\b(?:lead\w*|team\w*|coach\w*|mentor\w*|strateg\w*|department\w*|board\w*|budget\w*|execut\w*"
    r"|c[- ]?level|c[- ]?suite|ceos?|company|companies|big picture|direction|people manag\w*|senior"
    r"|hir(?:e|ing)|boss|managing people|juniors?|head|forecast\w*|vision|long[- ]term)\b",
    re.I,
)
_AGAINST = re.compile(
    r"\b(?:bad|wrong|mistake|stupid|dumb|avoid|not|stay away|terrible|poor|crazy|miserable|worse)\b"
    r"|n't\b",
    re.I,
)


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
_GOOD_FIT = re.compile(
    r"\b(?:good|right|bad|great|decent|natural|wrong|poor) (?:fit|match|choice|idea)\b"
    r"|\b(?:right|made|cut out) for (?:me|it|that)\b|\bsuit me\b",
    re.I,
)
_ASKS = re.compile(r"\?|\b(?:what|which|how|who|where|when|why|should i|am i|tell me)\b", re.I)
_OTHER_MATTER = re.compile(
    r"\b(?:who|what(?!'?s me)|how|where|when|why|whose|more of|higher|pays?|earns?)\b"
)
_FEW = 9  # words of a clause that only weighs two roles
_SURE = 0.5  # probability from which a clause asks something besides
_MOST = 8  # likes and dislikes kept


# Who changes their mind starts anew.
_CHANGED = re.compile(
    r"\bactually,? (?:no|not|i'?d rather|scratch)\b"
    r"|^\W*(?:no|nah|nope|wait|hmm?)\b.{0,20}\brather\b"
    r"|\b(?:on second thoughts?|chang\w* my mind|(?:scratch|scrap|forget|ignore|strike) (?:that"
    r"|what i said|all that)|i was wrong|i take (?:that|it) back|not really true|the opposite)\b",
    re.I,
)


def of_other(text: str) -> bool:
    """Whether likes told in ``text`` are those of somebody else than its speaker."""
    return _OTHER_PERSON.search(text) is not None and _SPEAKER.search(text) is None


def asks_fit(text: str) -> bool:
    """Whether a clause asks which role suits, where likes were told."""
    return _ASKS_FIT.search(text) is not None


def asks_which(text: str) -> bool:
    """Whether a clause asks which role is the speaker's, in so many words."""
    short = len(text.split()) <= _FEW
    return _WHICH_OF_THEM.search(text) is not None or (short and _GOOD_FIT.search(text) is not None)


def weighs(clause: Clause) -> bool:
    """Whether a clause is hardly more than a choice between two roles ("so AM or AE")."""
    few = len(clause.text.split()) <= _FEW and len(clause.roles) == 2
    text = clause.text.lower()
    return few and re.search(r"\bor\b", text) is not None and not _OTHER_MATTER.search(text)


def tells_taste(clause: Clause, chosen: bool = True) -> bool:
    """Whether a clause tells likes or dislikes and asks nothing. ``chosen`` if a role is being
    chosen, so that words which may ask something ("I want to set the strategy") tell it too."""
    told = clause.leanings and clause.intent != "ask_role_fit" and not clause.roles
    told = told and (chosen or clause.intent == "inform_preference" or clause.confidence < _SURE)
    return bool(told) and not (_ASKS.search(clause.text) or asks_fit(clause.text))


def gathered(focus: Focus, clause: Clause) -> list[Leaning]:
    """The likes and dislikes of ``clause``, after those that the same person told before."""
    before = [Leaning(**item) for item in focus.leanings]
    another = focus.of_other != of_other(clause.text)
    if clause.leanings and (another or _CHANGED.search(clause.text)):
        before = []
    known = {item.text for item in clause.leanings}
    return [*[item for item in before if item.text not in known], *clause.leanings][-_MOST:]


def answer_fit(question: Question, base: KnowledgeBase) -> Part | None:
    """The role nearest to the likes and farthest from the dislikes, with the facts that say so.

    None if the clause tells no likes or dislikes.
    """
    leanings = question.clause.leanings
    roles = _candidates(question, base)
    if not leanings or len(roles) < 2:
        return None
    scores = {role: sum(_pull(item, role, roles) for item in leanings) for role in roles}
    ranked = sorted(roles, key=lambda role: -scores[role])
    best, second = ranked[0], ranked[1]
    close = scores[best] - scores[second] < CLOSE_CALL
    shown = [best, second] if close else [best]
    lines = [_verdict(question, shown, base)]
    facts = []
    for role in shown:
        reasons = [
            base.facts[item.facts[role]]
            for item in sorted(leanings, key=lambda item: -_pull(item, role, roles))
            if item.liked and (close or _pull(item, role, roles) > 0)
        ]
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
    return Part(lines, facts=facts, roles=shown, topic="ask_role_fit", weighed=roles)


def _verdict(question: Question, shown: list[str], base: KnowledgeBase) -> str:
    """Which of the roles fits, with yes or no where one of them was asked about."""
    names = joined([f"**{with_article(role_name(base, role))}**" for role in shown], "or")
    whom = "" if of_other(question.clause.text) else " you"
    if len(shown) > 1:
        return f"From what you say, {names} could fit{whom} about equally well."
    good = _GOOD_FIT.search(question.clause.text) is not None
    named = question.clause.roles or (question.roles if good else [])
    said = f"from what you say, {names} fits{whom} better."
    if len(named) == 1 and (question.clause.polar or good):
        yes = (named == shown) is not (_AGAINST.search(question.clause.text) is not None)
        return f"{'Yes' if yes else 'No'}: {said}"
    return said[0].upper() + said[1:]


def _candidates(question: Question, base: KnowledgeBase) -> list[str]:
    """The roles to choose from: those named, those a document compares with the one named, the
    two that the tastes are all about, those weighed before, those of one's own level."""
    leanings = question.clause.leanings
    named = question.clause.roles
    known = [role for role in named if all(role in item.roles for item in leanings)]
    if len(known) > 1:
        return known
    if not named and len(question.roles) == 1 and _GOOD_FIT.search(question.clause.text):
        known = named = [r for r in question.roles if all(r in i.roles for i in leanings)]
    if len(known) == 1 and len(named) == 1:
        return _compared(known[0], base) or known
    upper, lower = [[r for r in roles if r in base.roles] for roles in (_UPPER, DEFAULT_ROLES)]
    before = question.roles if question.roles_from_focus else []
    before = _compared(before[0], base) if len(before) == 1 else before[:2]
    before = before if all(role in item.roles for item in leanings for role in before) else []
    if len(upper) > 1 and all(role in item.roles for item in leanings for role in upper):
        # What is disliked of the lower roles is no wish for the upper ones.
        lead = [
            max(item.roles[r] for r in upper) - max(item.roles[r] for r in lower)
            for item in leanings
            if item.liked
        ]
        mean = sum(lead) / len(lead) if lead else 0.0
        leads = any(_LEADS.search(item.text) for item in leanings if item.liked)
        if mean >= (_FAR_ABOVE if before or not leads else _ABOVE):
            return upper
    if before:
        return before
    own = question.person.role(base)
    return upper if own in upper else lower


def _compared(role: str, base: KnowledgeBase) -> list[str]:
    """``role`` and the one that a document compares it with."""
    pairs = [document.about for document in base.documents.values() if role in document.about]
    return list(pairs[0]) if pairs else []


def _pull(item: Leaning, role: str, roles: list[str]) -> float:
    """How much one like draws towards ``role`` compared with ``roles``, or a dislike away."""
    mean = sum(item.roles[other] for other in roles) / len(roles)
    return (item.roles[role] - mean) * (1 if item.liked else -1)
