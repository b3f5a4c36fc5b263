"""What of a message counts: a sensitive matter, the clauses to answer, the likeliest topic."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from actions import pay_words
from actions.again import MINE, asks_anew, asks_for_own
from actions.beyond import SURE_FROM, asks_beyond, goes_on
from actions.clause import Clause
from actions.counted_questions import asks_the_same
from actions.facets import facets_in
from actions.focus import Focus
from actions.pay_case import bases
from actions.pay_of_others import SPEAKER as _SPEAKER
from actions.pay_of_others import of_offers, of_staff
from actions.pointing import points_to_item
from actions.profile.fields import YEARS
from actions.topics import ANY_FACT, TOPICS

FIXED_FROM = 0.40  # probability from which a fixed intent is believed
LONG_STORY = 5  # clauses
TELLING = ("inform_profile", "inform_preference", "correct_profile")
_SMALL = ("greet", "thank", "praise", "affirm", "deny", "how_are_you", "goodbye")


def worth_answering(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses to answer: of several, not those that only greet, thank or tell.

    Of a long story only the plain questions count.
    """
    asking = [
        c
        for c in clauses
        if not tells_only(c)
        and not goes_on_telling(c, clauses)
        and not _names_own_role(c, clauses)
        and (
            c.intent not in (*_SMALL, *TELLING)
            or (c.text.endswith("?") and not c.statements and _in_earnest(c, clauses))
            or _asks_of_goal(c)
            or any(s.supposed for s in c.statements)
            or _tells_and_asks(c)
            or asks_anew(c.text)
            or (c.intent == "correct_profile" and not c.statements and (c.roles or c.bare_names))
            or asks_for_own(c.text)
            or asks_of_pay(c)
            or (MINE.match(c.text.lower()) and (c.text.endswith("?") or len(clauses) == 1))
        )
    ]
    if any(c.confidence >= _SURELY for c in asking):
        asking = [c for c in asking if not _interjects(c)]  # "bruh. and senior?"
    known = [c for c in asking if c.intent in TOPICS or c.intent in ANY_FACT]
    if known and len(clauses) > 1:
        surest = max(c.confidence for c in known)
        asking = [
            c
            for c in asking
            if c in known
            or c.confidence >= max(SURE_FROM, surest)
            or points_to_item(c.text)
            or asks_beyond(c)
            or goes_on(c)
        ]
        if len(clauses) >= LONG_STORY and 2 * len(asking) < len(clauses):
            sure = [c for c in known if c.confidence >= SURE_FROM]
            asking = (list(takewhile(sure.__contains__, reversed(clauses)))[::-1])[-4:]
            asking = asking if len(asking) > 2 else sure[-2:] or known[-1:]
    rest = [c for c in clauses if not tells_only(c) and not goes_on_telling(c, clauses)]
    return asking or [c for c in rest if c.intent not in TELLING or _may_ask(c)][-1:]


_SURELY = 0.6


def _asks_of_goal(clause: Clause) -> bool:
    """Whether a clause asks of the role that it names as a goal ("director in a year?")."""
    return clause.text.endswith("?") and {s.field for s in clause.statements} == {"target_role"}


def _interjects(clause: Clause) -> bool:
    """Whether a clause is a word or two that ask nothing, beside one that surely asks."""
    bare = not (clause.roles or clause.bare_names or clause.industries or clause.kpis)
    few = len(clause.text.split()) <= 2 and not clause.text.endswith("?")
    return few and bare and clause.confidence < 0.5 and not asks(clause.text)


def _in_earnest(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether words that end as a question ask one, whatever they are taken for ("so I could
    apply in 4 years?")."""
    beside = any(other.statements for other in clauses if other is not clause)
    return beside or _STANDING.search(clause.text) is not None


_STANDING = re.compile(
    r"\b(?:i|we) (?:could|can|might|may|would|'d|will|'ll|should) (?:\w+ ){0,2}(?:apply|go for|be"
    r"|get|make|qualify|reach|move|step|become|need|have to)\b",
    re.I,
)


def _tells_and_asks(clause: Clause) -> bool:
    """Whether a clause plainly asks of a role besides telling ("never led, can I be a SAM?")."""
    doubtful = clause.intent in TELLING and clause.confidence < _ASKS_FROM
    return doubtful and clause.polar and bool(clause.roles) and asks(clause.text)


def _names_own_role(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a clause only names the role that the message tells of ("AM. 4 years. BA.")."""
    own = any(s.field == "current_role" for s in clause.statements)
    bare = len(clause.text.split()) <= _NAME_ALONE and not clause.text.endswith("?")
    if bare and clause.roles and clause is clauses[0] and len(clauses) == 2:
        return asks(clauses[1].text) and not clauses[1].roles  # "AE. what's one up?"
    return own and bare and any(tells_only(c) for c in clauses if c is not clause)


def _may_ask(clause: Clause) -> bool:
    """Whether a clause taken to tell something has the words of a question and tells nothing."""
    if _WH_FIRST.match(clause.text) or clause.text.endswith("?"):
        return not clause.statements
    told = clause.statements or clause.leanings
    return not told and clause.confidence < _ASKS_FROM and asks(clause.text)


_WH_FIRST = re.compile(
    r"^\W*(?:(?:and|so|ok|but|well|then|now)\W+)*(?:what|what's|whats|which|who|where|how)\b", re.I
)


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


_MAY_BE_SPEAKER = re.compile(r"\b(?:i|i'd|me|here|currently|now)\b", re.I)
_SPEAKER_NAMED = re.compile(r"\b(?:i|i'd|me)\b", re.I)
_ASKS_FROM = 0.5  # probability from which a clause without "I am" is taken to ask
_FACET = re.compile(
    r"\b(?:skills?|kpis?|metrics?|needed|required|requirements?|tips|advice|salar(?:y|ies)|pay|perks|benefits"
    r"|bonus(?:es)?|dut(?:y|ies)|responsibilit\w+|typical|differen\w+|vs|versus|compar\w+|between|gap|range"
    r"|meaning|definition|challenges?|trends?|path|ladder|examples?|they|he|she|become|becoming|jobs)\b",
    re.I,
)
_WITH_A_ROLE = {"base_pay", "years_account_management", "years_sales", "team_size"}
_AT_A_FIRM = re.compile(r"\b(?:at|in|for) (?:an?|the|my|our)\b", re.I)
_OPENING = re.compile(r"\b(?:gig|jobs?|position|opening|vacancy|offer|someone|somebody|or)\b", re.I)
_NAME_ALONE = 3  # words of a clause that may be nothing but a name
_TELLS_FROM = 0.35  # probability from which a clause without "I" is taken to tell of its speaker


def tells(clause: Clause) -> bool:
    """Whether what a clause states may be taken as said of its speaker.

    "Account manager in retail, typical day" names a role and an industry, but asks; "SAM at a
    bank, 8 years" tells. Without a word for the speaker, understanding has to lean that way too.
    """
    if of_offers(clause) or of_staff(clause) or asks_the_same(clause):
        return False
    of_self = re.search(r"\b(?:i'm|im|i am|i've|ive|i have)\b", clause.text, re.I)
    of_self = of_self if clause.intent.startswith("ask_") else None
    if orders(clause) and not (of_self and any(s.field != "base_pay" for s in clause.statements)):
        return False  # "give me a plan, I'm at 5 years" tells, "compare SAM and director" does not
    if _SPEAKER.search(clause.text) or any(s.corrects for s in clause.statements):
        return True
    names_alone = [s.field for s in clause.statements] == ["industry"] and (
        len(clause.text.split()) <= _NAME_ALONE
    )
    if names_alone and not _MAY_BE_SPEAKER.search(clause.text) and clause.confidence < _ASKS_FROM:
        return False  # "fintech": the last question for another industry
    figures = re.search(r"\d", clause.text) is not None
    figures |= any(s.field == "base_pay" for s in clause.statements)
    leaning = sum(clause.probability(name) for name in TELLING)
    fields = {s.field for s in clause.statements if not s.supposed}
    plain = (
        not asks(clause.text)
        and not _FACET.search(clause.text)
        and not _OPENING.search(clause.text)
    )
    if (
        plain
        and "current_role" in fields
        and (fields & _WITH_A_ROLE or _AT_A_FIRM.search(clause.text) or _names_only(clause))
    ):
        return True
    if plain and not clause.text.endswith("?") and _own_by_form(clause):
        return True
    asking = clause.intent.startswith(("ask_", "out_")) and clause.confidence >= _ASKS_FROM
    if asking and leaning < 0.2 and not figures:
        return False
    named = _FACET.search(clause.text) and not _SPEAKER_NAMED.search(clause.text)
    if _MAY_BE_SPEAKER.search(clause.text) and not named:
        return True
    if not clause.ranking or len(clause.ranking) == 1:
        return figures  # facets side by side ("65k base + commission")
    if _FACET.search(clause.text):
        return figures and leaning >= _TELLS_FROM
    return leaning >= _TELLS_FROM or (figures and leaning >= _TELLS_FROM / 3)


_TOLD_HOW = re.compile(
    r"^\W*(?:(?:and|so|but|well|ok|oh|finally|just|recently|only|also|still|now|then)\W+)*"
    r"(?:(?:left|quit|joined) (?:an?|the|my|\w+ing)|was (?:bumped|promoted|made|given)"
    r"|asking as|speaking as|promoted|moved|switched|changed"
    r"|got (?:promoted|bumped|made|the|my|an?)|new (?:job|employer|role|position|company)|been"
    r"|work(?:ing)? (?:as|at|for)|never|no one|nobody|based in|living in|want(?:ing)? to|wanna"
    r"|trying|aiming|goal|hoping|gunning|dream|looking to|keen|planning to|target)\b",
    re.I,
)
_COUNTS = (*YEARS, "base_pay", "team_size")
_CARD = 8  # words of a clause that may be nothing but facts of its speaker, side by side


def _own_by_form(clause: Clause) -> bool:
    """Whether a clause without a word for the speaker tells of them by its form.

    That is a count of years, people or pay, a want ("no degree"), or a verb that leaves out "I".
    """
    told = [s for s in clause.statements if not s.supposed]
    counted = any(s.field in _COUNTS or s.value == "none" for s in told)
    fields = {s.field for s in told}
    # "coordinator, consultancy, Bristol", "SAM, automotive"
    card = len(fields) >= 3 or (
        {"current_role"} < fields
        and len(clause.text.split()) <= _CARD
        and re.search(r"[,;|/–-]", clause.text) is not None
    )
    return bool(told) and (counted or card or _TOLD_HOW.match(clause.text) is not None)


def tells_only(clause: Clause) -> bool:
    """Whether a clause tells something of the speaker and asks nothing."""
    told = [statement for statement in clause.statements if not statement.supposed]
    return bool(told) and not asks(clause.text) and not asks_of_pay(clause) and tells(clause)


def _names_only(clause: Clause) -> bool:
    """Whether a clause is nothing but a role in an industry ("SAM in telecom")."""
    fields = {s.field for s in clause.statements if not s.supposed}
    few = len(clause.text.split()) <= _CARD - 2 and not clause.text.endswith("?")
    return fields == {"current_role", "industry"} and few and not _SPEAKER.search(clause.text)


def by_the_way(clause: Clause, focus: Focus) -> Clause:
    """``clause``, without what it tells if it is nothing but a role in an industry that the
    question answered last is to be asked of ("AE in healthcare")."""
    if not focus.topics or focus.on_profile or not _names_only(clause):
        return clause
    return replace(clause, statements=[])


def is_card(clauses: Sequence[Clause]) -> bool:
    """Whether a message is nothing but facts of its speaker, side by side ("fmcg. senior AM.")."""
    told = {s.field for c in clauses for s in c.statements if not s.supposed}
    short = all(len(c.text.split()) <= _CARD for c in clauses)
    return short and len(told) >= 2 and "current_role" in told and all(map(_is_plain, clauses))


def _is_plain(clause: Clause) -> bool:
    """Whether a clause has no word of a question, a topic or an opening."""
    found = _FACET.search(clause.text) or _OPENING.search(clause.text) or clause.text.endswith("?")
    return not found and not asks(clause.text) and not orders(clause)


def goes_on_telling(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a clause that asks nothing tells more, beside another that tells of the speaker."""
    told = any(not statement.supposed for statement in clause.statements)
    asking = asks(clause.text) or clause.text.endswith("?") or clause.polar or orders(clause)
    if is_card(clauses):
        return True
    right = any(s.corrects and not s.supposed for c in clauses for s in c.statements)
    again = asks_anew(clause.text) or MINE.match(clause.text.lower())
    if right and not asking and not again and not clause.roles and not facets_in(clause.text):
        return True  # "wrong! 6 years. I typed 4 by accident": all of it puts right
    if not told or asking or asks_of_pay(clause):
        return False
    return any(tells_only(other) for other in clauses if other is not clause)


def asks_of_pay(clause: Clause) -> bool:
    """Whether a clause asks of the pay that it tells ("AM on 60k, is this normal")."""
    asking = clause.polar or clause.text.endswith("?") or asks(clause.text)
    return pay_words.asks_of_pay(clause.text, asking, bool(clause.amounts))


def is_premise(clause: Clause, following: Sequence[Clause]) -> bool:
    """Whether ``clause`` only names a base pay of which what is ``following`` asks."""
    return bool(
        bases(clause)
        and clause.roles
        and not clause.polar
        and not asks(clause.text)
        and any(c.intent.startswith("ask_") or asks(c.text) for c in following)
    )


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


def asks(text: str) -> bool:
    """Whether the words of a clause ask something."""
    return _ASKS.search(text) is not None


_WH = re.compile(
    r"\b(?:what|which|who|whom|when|where|why|how (?:much|many|long|do|does|can))\b", re.I
)


def asks_besides(clauses: Sequence[Clause]) -> bool:
    """Whether one of ``clauses`` that tell something also asks something with a question word."""
    return any(_WH.search(c.text) and c.intent not in TELLING for c in clauses)
