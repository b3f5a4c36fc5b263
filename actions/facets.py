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
    "ask_kpis": r"\bkpis?\b|\bmetrics?\b|\bmeasured\b|\bmeasures\b",
    "ask_requirements": r"\brequirements?\b|\bqualifications?\b|\bprerequisites?\b",
    "ask_education": r"\bdegrees?\b|\beducation(?:al)?\b",
    "ask_experience": r"\byears\b|\bexperience\b",
    "ask_salary": r"\bsalar(?:y|ies)\b|\bpay\b|\bpays\b|\bpaid\b|\bearns?\b|\bbase\b",
    "ask_bonus": r"\bbonus(?:es)?\b",
    "ask_career_path": r"\bcareer (?:path|ladder)s?\b|\bladders?\b|\bpaths?\b",
}
_COMMON = re.compile(r"\b(?:common|same|similar\w*|shar\w+|overlap\w*|both|alike|equal\w*|also)\b")


_JUDGED_BY = re.compile(
    r"\b(?:judg\w*|assess\w*|evaluat\w*|rat(?:e|ed|ing)|grad(?:e|ed|ing)|measur\w*|scor(?:e|ed|ing)"
    r"|apprais\w*|review(?:ed)?|track(?:ed)?|mark(?:ed)?) (?:on|by|me|you|us|him|her|them|my|your"
    r"|his|their|an?|the|that|success|performance|as|in|there)\b"
    r"|\b(?:am|be|get|are|is|being) (?:i |they |he |she |you )?(?:judged|assessed|evaluated|rated"
    r"|graded|measured|scored|appraised|tracked)\b"
    r"|\b(?:doing|did) (?:it |my job |the job )?(?:well|good|a good job)\b"
    r"|\b(?:what|which) (?:numbers?|figures?|targets?|results?) (?:\w+ )?"
    r"(?:count|matter|look|watch|care)\w*",
    re.I,
)
_AROUND = r"look|like|be|for|of|there|then|please|pls|that|it|this|role|job|one"
_ONLY_KPIS = re.compile(
    r"^\W*(?:(?:and|so|ok|what|which|about|are|its|it|the|their|his|her|my|your|whats|what's|what'd|would|be|i|show"
    r"|me|list|give|typical|usual|main|for|that|there|then|please|pls|role|job)\W+)*"
    rf"(?:kpis?|metrics?|measures?|indicators?|targets?)\W*(?:(?:{_AROUND})\W*)*$",
    re.I,
)


def of_kpis(text: str) -> bool:
    """Whether a clause asks for the KPIs themselves: by which one is judged, or hardly more than
    their name."""
    return bool(_JUDGED_BY.search(text) or _ONLY_KPIS.match(text))


def facet_named(clause: Clause, topic: str) -> str:
    """``topic``, or for a comparison of two roles the facet it is about, if the clause names one.

    "Compare the duties" asks for duties side by side; "which duties are the same" does not.
    """
    text = clause.text.lower()
    if topic == "ask_kpi_practice" and not clause.polar and not clause.asks_why and of_kpis(text):
        return "ask_kpis"
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


# "What would that be as a director?": the same of another role.
_SAME_AS = re.compile(
    r"^\W*(?:(?:and|so|ok|but|then|now)\W+)*(?:what|how much|how many|how) (?:would|does|do|is|are"
    r"|will|did|could|'s)?\s?(?:that|it|this|those|they|the same|mine)\b.{0,24}?\b(?:as|for|with|if"
    r"|on|at)\b|^\W*what(?:'s| is) (?:that|it|this)\b.{0,16}\b(?:as|for|with)\b"
)


def same_as(text: str) -> bool:
    """Whether a clause wants what was just said put for something else."""
    return _SAME_AS.search(text) is not None
