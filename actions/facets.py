"""Words that name a facet, and what a comparison of two roles is about."""

from __future__ import annotations

import re

from actions.clause import Clause

# Words that name a facet beyond doubt, for comparisons ("compare the skill sets of …").
_FACET_WORDS = {
    "ask_skills": r"\bskills?\b|\bskill ?sets?\b|\babilit(?:y|ies)\b|\btraits?\b",
    "ask_responsibilities": r"\bdut(?:y|ies)\b|\bresponsibilit(?:y|ies)\b|\btasks?\b",
    "ask_challenges": r"\bchallenges?\b|\bstruggles?\b|\bdifficult(?:y|ies)\b|\bhard parts?\b",
    "ask_best_practices": r"\bbest practices?\b|\btips\b",
    "ask_kpis": r"\bkpis?\b|\bmetrics?\b|\bmeasured\b",
    "ask_requirements": r"\brequirements?\b|\bqualifications?\b|\bprerequisites?\b",
    "ask_education": r"\bdegrees?\b|\beducation(?:al)?\b",
    "ask_experience": r"\byears\b|\bexperience\b",
    "ask_salary": r"\bsalar(?:y|ies)\b|\bpay\b|\bpays\b|\bpaid\b|\bearns?\b|\bbase\b",
    "ask_bonus": r"\bbonus(?:es)?\b",
    "ask_career_path": r"\bcareer (?:path|ladder)s?\b|\bladders?\b|\bpaths?\b",
}
_COMMON = re.compile(r"\b(?:common|same|similar\w*|shar\w+|overlap\w*|both|alike|equal\w*|also)\b")


def facet_named(clause: Clause, topic: str) -> str:
    """``topic``, or for a comparison of two roles the facet it is about, if the clause names one.

    "Compare the duties" asks for duties side by side; "which duties are the same" does not.
    """
    text = clause.text.lower()
    if topic not in ("ask_difference", "ask_similarities", "ask_which_role", "ask_role_fit"):
        return topic
    if topic == "ask_role_fit" and not re.search(r"\bwhat kind|\bvs\b|\bversus\b", text):
        return topic
    if topic == "ask_difference" and _MORE_OF_TWO.search(text):
        return "ask_which_role"
    named = facets_in(text)
    if topic == "ask_similarities" and named and named[0] in _SHARED_FACETS:
        return named[0]
    if _COMMON.search(text) or (topic == "ask_which_role" and len(clause.roles) < 2):
        return topic
    if topic == "ask_which_role" and not re.search(r"\b(?:vs|versus|compare)\b|what kind", text):
        return topic
    if named:
        return named[0]
    return "ask_difference" if topic == "ask_similarities" and _DIFFERS.search(text) else topic


_MORE_OF_TWO = re.compile(
    r"\bwhich (?:job|role|one|position|of)\b.*\b(?:more|less|most|better|bigger)\b"
)
# Facets whose lists, side by side, end with what the roles share.
_SHARED_FACETS = (
    "ask_requirements",
    "ask_education",
    "ask_challenges",
    "ask_kpis",
    "ask_career_path",
)
_DIFFERS = re.compile(r"\b(?:vs|versus|compare\w*|differ\w*|contrast|distinguish\w*)\b")


def facets_in(text: str) -> list[str]:
    """The topics whose facet ``text`` names in so many words."""
    return [name for name, words in _FACET_WORDS.items() if re.search(words, text.lower())]


# A side on which two roles differ, named by hardly more than one word.
_SIDES = {
    "ask_team_management": r"\bteams?\b|\bpeople (?:management|they lead)\b",
    "ask_scope": r"\b(?:scope|reach|influence|remit|impact)\b",
    "ask_focus": r"\b(?:focus|horizon|outlook|strategy|strategic)\b",
    "ask_client_interaction": r"\b(?:clients?|customers?|contact)\b",
}


def sides_in(text: str) -> list[str]:
    """The sides of two compared roles that ``text`` names."""
    return [name for name, words in _SIDES.items() if re.search(words, text.lower())]


def names_facet(clause: Clause, topic: str) -> bool:
    """Whether the clause names the facet of ``topic`` in so many words."""
    words = _FACET_WORDS.get(topic)
    return words is not None and re.search(words, clause.text.lower()) is not None
