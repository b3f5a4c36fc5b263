"""Whether an answer opens with yes or no, and which."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.question import Question
from knowledge.schema import Facet, Fact, Measure

YES_NO_FROM = 0.68
YES_FROM = 0.8
YES_LEANING = 0.6  # "… Is that an option?" asks whether what was said holds
SAID_SHARE, SAID_FROM = 0.5, 0.64  # how likely and near one fact must be to be what is asked of
_LEANS_BACK = re.compile(
    r"\bis (?:that|this|it|she|he) (?:an option|possible|right|true|correct|normal|common|usual"
    r"|okay|ok|realistic|so|accurate|a thing)\b|\b(?:does|do) (?:that|this|it|they) (?:check out"
    r"|hold|sound right|make sense|ring true)\b|\b(?:true|right|correct)\W*$"
)
_ALTERNATIVE = re.compile(
    r"\bor\b (?:just|only|is|are|do|does|did|should|can|could|will|would|rather|someone|is it"
    r"|more (?:of|like)|less|separate\w*|different\w*|totally|completely|a|an|the|it|they|he|she"
    r"|that|from|to|in|at|on|with|dead|one|some|none|neither|small|big|large|long|short|low|high"
    r"|fixed|split|down|out|away|better|worse|early|late|less|nobody|somebody|anyone|other\w*)\b"
)
# "More in London or in New York?" wants one of the two.
_RATHER = re.compile(
    r"\b(?:more|less|better|worse|(?:high|low|bigg|hard|eas|quick|fast)\w*er)\b.*\bor\b"
    r"(?! (?:no|not)\b)"
)
_LIMITING = re.compile(
    r"\b(?:must|mandatory|obligatory|compulsory|required|necessary|only|just|without|no|not|never|or|enough|less|fewer|lower|more|higher|bigger|better"
    r"|rather|every|always|daily|new|existing|same|replace\w*|all|above|below|small|large|big"
    r"|purely|solely|mainly|mostly|alone|instead|differ\w*|strange|odd|weird|everything)\b"
    r"|n't\b"
)
_COUNSEL = re.compile(
    r"\bshould i\b|\bworth (?:it|becoming|going|doing|trying)\b|\bis it (?:smart|wise)\b"
)  # what to do is for the person to say
_OF_ONESELF = re.compile(r"\b(?:am|was|would|will|do|can|could|have) i\b|\bi(?:'m|'ve)\b")
# Whether there is any of it: little of it is no "no".
_AT_ALL = re.compile(r"\b(?:at all|still|ever|any(?:thing|body|one)?|some(?:thing|times)?)\b")
_DENIES = re.compile(r"\b(?:no|not|never|neither|nor|none|nothing|nobody|hardly|without)\b|n't\b")
# "Don't AMs have quotas?" supposes that they do; "or not" asks either.
_NO_DENIAL = re.compile(
    r"^\W*(?:(?:so|but|and|well)\W+)*\w+n'?t\b|\bor no(?:t|ne)?\b|^\W*no\W"
    r"|\bnot (?:only|just|merely|uncommon)\b|\b(?:why|if) not\b|\bno (?:matter|doubt|way)\b"
    r"|\bi (?:do|did|am|have|was)(?: not|n't)\b"
)
_DEGREE = re.compile(r"\b(?:mba|master(?:'?s)?|advanced degree|graduate degree|phd)\b")

# What a question asks for, what a statement says, and what the one gets from the other.
_TURNED = tuple(
    (re.compile(asked), re.compile(said), answer)
    for asked, said, answer in (
        (
            r"\b(?:same|alike|identical\w*|equal\w*|interchangeable|similar\w*)\b",
            r"\b(?:distinct\w*|differ\w*|whereas|not structured the same|vary|varies)\b",
            "No. ",
        ),
        (
            r"\b(?:differ\w*|var(?:y|ies)|chang\w+|new|another)\b",
            r"\b(?:consistent|the same|similar|alike)\b",
            "No. ",
        ),
        (
            r"\b(?:whole|entire|department|company.?wide|firm.?wide|everything"
            r"|every (?:client|account|customer)"
            r"|all (?:of )?(?:the |our |its )?(?:clients|accounts|customers|company))\b",
            r"\b(?:focused scope|specific accounts|selected|segments|small)\b",
            "No. ",
        ),
        (
            r"\b(?:limited|restricted|confined|only (?:some|a few)|just (?:some|a few)|a single)\b",
            r"\b(?:company-wide|whole|entire|overall)\b",
            "No. ",
        ),
        (
            r"\b(?:odd|strange|weird|unusual|rare|uncommon|crazy|exotic|demotion|step back)\b",
            r"\bnot uncommon\b",
            "No. ",
        ),
        (
            r"\b(?:need|needs|must|require\w*|have to|has to|mandatory|compulsory|obligatory"
            r"|necessary|essential)\b",
            r"\b(?:is|are) often preferred\b",
            "Not strictly. ",
        ),
        (
            r"\b(?:only|just|purely|solely|exclusively|nothing but|all)\b",
            r"\b(?:balance|both|as well as|whereas)\b",
            "No. ",
        ),
        (
            r"\b(?:threat\w*|replac\w+|steal\w*|kill\w*|destroy\w*|obsolete|redundant|jobless"
            r"|danger\w*|disappear\w*|wipe\w*|vanish\w*|end of|tak\w+ (?:away |over )?(?:my|our"
            r"|your|their|the) (?:jobs?|work|place)|out of (?:a )?(?:job|work))\b",
            r"\b(?:leav\w+|frees?|freeing|more time|room for|streamline\w*|personali[sz]e)\b",
            "No. ",
        ),
        (
            r"\b(?:always|every|everywhere|guaranteed|any)\b",
            r"\b(?:some roles|not structured the same|vary widely)\b",
            "No. ",
        ),
    )
)


def polarity(question: Question, facts: Sequence[Fact]) -> str:
    """ "Yes. " or "No. " if the clause is a question that one of ``facts`` settles, else ""."""
    text = question.clause.text.lower()
    if not question.clause.polar or _ALTERNATIVE.search(text) or _COUNSEL.search(text):
        return ""
    if wants_one_of_two(text):
        return ""
    if len(question.clause.roles) > 1 and re.search(r"\bor\b", text):
        return ""  # "the AM or the AE?" wants a name
    ranked = question.ranked(facts)
    for fact in ranked:
        if question.score(fact) < YES_NO_FROM:
            break
        turned = _turned(text, fact, question)
        if turned:
            return turned
        if _denied(text) and fact.facet is not Facet.INDUSTRY_EXAMPLE:
            return "" if _DENIES.search(fact.statement) else "No. "
        answer = question.answer_of(fact) if not fact.industry else None
        if answer == "no" and _AT_ALL.search(text) and not _DENIES.search(text):
            answer = None if _DENIES.search(fact.statement) else "yes"
        if answer:
            return f"{answer.capitalize()}. "
    return _affirmed(question, ranked, text)


def wants_one_of_two(text: str) -> bool:
    """Whether ``text``, in lower case, asks which of two has more of something."""
    return _RATHER.search(text) is not None


def _affirmed(question: Question, ranked: Sequence[Fact], text: str) -> str:
    """ "Yes. " where a fact says just what is asked, and nothing in it turns it round."""
    if not ranked or ranked[0].facet is Facet.INDUSTRY_EXAMPLE:
        return ""  # what an example does in an industry settles little
    if _LEANS_BACK.search(text) and question.score(ranked[0]) >= YES_LEANING:
        return "Yes. "
    if _LIMITING.search(text) or _is_short_of(question, ranked[0]):
        return ""
    if question.score(ranked[0]) >= YES_FROM and not ranked[0].industry:
        return "Yes. "
    said = question.share(ranked[0]) >= SAID_SHARE and question.score(ranked[0]) >= SAID_FROM
    return "Yes. " if said and not _OF_ONESELF.search(text) else ""


def _denied(text: str) -> bool:
    """Whether a question supposes that something is not so ("do SAMs do nothing strategic?")."""
    plain = _NO_DENIAL.sub(" ", text)
    return _DENIES.search(plain) is not None


def _is_short_of(question: Question, fact: Fact) -> bool:
    """Whether the roles asked about are none that ``fact`` is about."""
    roles = question.clause.roles
    return bool(roles) and not set(roles) & set(fact.roles)


def _turned(text: str, fact: Fact, question: Question) -> str:
    """The answer to a question that sets its point against what ``fact`` says, or ""."""
    said = fact.statement.lower()
    if _DENIES.search(text):
        return ""
    years = re.search(r"\b(\d+) ?\+? ?(?:years?|yrs?)\b", text)
    if years and fact.facet is Facet.EXPERIENCE and fact.figures:
        needed = min(f.low for f in fact.figures if f.measure is Measure.ACCOUNT_MANAGEMENT_YEARS)
        if int(years[1]) < needed:
            return "No. "
    if _DEGREE.search(text) and fact.facet is Facet.EDUCATION and not _DEGREE.search(said):
        return "No. "
    differs = re.search(r"\bdiffer\w*\b", text) is not None
    if differs and fact.facet not in (Facet.CONTRAST, Facet.SALARY_FACTOR):
        asked = question.clause.roles
        if len(asked) > 1 and set(asked) <= set(fact.roles) and not re.search("differ", said):
            return "No. "  # what the roles share is no difference
    for asked_for, says, answer in _TURNED:
        if asked_for.search(text) and says.search(said):
            return answer
    return ""
