"""Which roles a clause means by pointing: "the first one", "the other job", "the one before it"."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.clause import Clause
from actions.counted_questions import counts_questions
from actions.facets import facets_in
from actions.focus import Focus
from actions.own import bare_roles
from actions.topics import ANY_FACT, TOPICS
from knowledge.base import KnowledgeBase
from knowledge.schema import Measure

_ROLE = r"(?:ones?|roles?|jobs?|positions?|titles?|guys?|persons?|people)"
_BARE_OTHER = r"\bthe others?(?:'s)?\W*(?:(?:too|then|also|as well|please|instead|now)\W*)*$"
# After "no, a director does not": "who does then?".
_WHO_THEN = (
    r"^\W*(?:(?:and|so|but|then|ok|well)\W+)*who(?:'s| else)?(?: \w+)?"
    r" (?:does|do|is|has|are|gets?|will|handles?|runs?|looks after|takes? care of|manages?)"
    r"(?: (?:it|that|this|so|them))?(?: (?:then|instead|daily))*\W*$"
)
_WHOSE = re.compile(
    r"\b(?:which|what|whose) (?:role|job|position|title|one)s?\b.{0,30}"
    r"\b(?:that|this|those|these|them|it)\W*$"
    r"|\bwho(?:'s| is| are| gets?)? (?:\w+ )?(?:tracked|measured|judged|assessed|rated|scored)"
    r" (?:by|on|with|against) (?:that|this|those|these|them|it)\b"
)
OTHER = re.compile(
    rf"{_BARE_OTHER}|{_WHO_THEN}|\bthe other (?:{_ROLE}\b|two\b)"
    r"|\bthe other (?=(?:earns?|gets?|makes?|does|do|needs?|has|have|is|pays?)\b)"
)
_FORMER = re.compile(r"\b(?P<former>former)\b|\blatter\b")
_PLACES = {
    **dict.fromkeys(("first", "1st"), 1),
    **dict.fromkeys(("second", "2nd"), 2),
    **dict.fromkeys(("third", "3rd"), 3),
    "last": -1,
}
_ORDINAL = rf"(?P<place>{'|'.join(_PLACES)})\b"
_PLACE = re.compile(rf"\b{_ORDINAL}(?P<role> (?!ones?\b){_ROLE}\b)?")
# "same for the first one", "of the first too": a role, also where a list was shown last.
_LEAD = r"^\W*(?:(?:and|so|ok|but|now|then|also|what about|how about|how is it|is it)\W+)*"
_AGAIN = (
    r"(?:the )?(?:same|those|these|that|this|them|it|all that|both|again|ditto|likewise)\b"
    r".{0,14}?\b"
)
_OF_A_ROLE = re.compile(rf"{_LEAD}(?:{_AGAIN})?(?:for|of|with|as) the {_ORDINAL}")
# Topics that set roles side by side, so that "the second one" is a role, not a line of the answer.
_SIDE_BY_SIDE = ("ask_difference", "ask_similarities", "ask_which_role")
_BESIDE = re.compile(
    r"\b(?:ones?|steps?|rungs?|roles?|levels?|stages?|jobs?|positions?|who|what|that)(?:'s| is)? ?"
    r"(?:right |just |directly )?(?P<way>before|below|beneath|under|after|above|over)\b"
    r"(?! (?:the|a|an|my|our) (?:\w+ )?(?:range|average|base|pay|salary|market|usual|normal"
    r"|bracket|band)\b)(?! ?\$?\d)(?: (?:it|that|this|him|her|them)\b)?"
    r"|\b(?P<previous>previous|next) (?:one|step|rung|role|level|stage|job)\b"
)
_BELOW = ("before", "below", "beneath", "under", "previous")
_ITEM = re.compile(
    r"\b(?:the|that|this|your) (?!(?:other|same|right|only|best|better|new|senior|junior|big+er"
    r"|higher|lower) )(?:[\w'$&/-]+ ){1,4}ones?\b"
    r"|\bones? (?:about|with|on|for|that|which|where|regarding|w)\b"
    r"|\b(?:ones?|which|what|first|second|third|last|any) (?:of|from|among)"
    r" (?:these|those|them|the)\b"
    r"|\bthe (?:[\w'-]+ ){0,2}(?:point|item|bullet|line|option|thing) (?:about|with|on|w)\b"
    r"|\b(?:the|that) (?:[\w'-]+ ){1,3}(?:part|bit|point|piece|thing|idea|option|tip)\b"
    r"|\b(?:idea|point|sense|logic|reason|reasoning|thinking|story|deal) (?:behind|of|with)\b"
)
_POINTING = (
    "ask_item", "repeat", "ask_more", "affirm", "thank", "out_of_scope", "ask_which_role",
)  # fmt: skip


def points_to_item(text: str) -> bool:
    """Whether ``text`` speaks of one thing out of several ("the one about time")."""
    return _ITEM.search(text.lower()) is not None


_MEASURED_BY = re.compile(
    r"\b(?:compared? (?:it |that |this |them )?(?:to|with)|as opposed to|versus|vs) (?!the other)"
)


def pointed(clause: Clause, focus: Focus, base: KnowledgeBase) -> Clause:
    """``clause`` with the roles that it means by pointing to what was spoken of."""
    text = clause.text.lower()
    if len(clause.roles) == 1 and focus.roles and _MEASURED_BY.search(text):
        roles = list(dict.fromkeys([focus.roles[0], *clause.roles]))
        return replace(clause, roles=roles)  # "how is the pay compared to a director?"
    if clause.roles or clause.outside.get("other_role") or not focus.roles:
        return clause
    half_named = bare_roles(clause, [*focus.roles, *focus.roles_before])
    roles = (
        (half_named if not _by_the_way(clause, half_named, focus, base) else [])
        or _swapped(text, focus)
        or _pair(text, focus)
        or _by_measure(text, focus, base)
        or _other(text, focus, base)
        or _whose(text, focus)
    )
    counted = [] if roles else _by_place(clause, focus, base)
    roles = roles or counted or _beside(clause, focus, base)
    if not roles:
        return clause
    clause = replace(clause, roles=roles, ordinal=None, by_place=bool(counted))
    names_only = len(text.split()) <= _POINTER and not facets_in(text)
    names_only &= bool(_SWAPPED.search(text) or _RANKED.search(text))
    if clause.intent not in _POINTING and not names_only:
        return clause
    # What is asked of them is what was asked last.
    rest = [(name, p) for name, p in clause.ranking if name not in _POINTING]
    sure = max(clause.confidence, 0.6)
    return replace(
        clause,
        intent="follow_other",
        confidence=sure,
        ranking=[("follow_other", sure), *rest],
    )


def _by_the_way(clause: Clause, roles: list[str], focus: Focus, base: KnowledgeBase) -> bool:
    """Whether half-named ``roles`` are only part of what is asked: of the point of a list that
    is meant ("the one about juniors"), or of a question for somebody else ("who mentors
    juniors?")."""
    own = clause.intent in TOPICS and clause.confidence >= _OWN
    asked_again = counts_questions(clause.text.lower(), focus)
    if len(focus.listed) > 1 and points_to_item(clause.text) and not (own or asked_again):
        return True
    likely = max(clause.hits, key=lambda hit: hit.share, default=None)
    if likely is None or likely.fact not in base.facts or clause.intent not in ANY_FACT:
        return False
    return likely.share >= _LIKELY and not set(roles) & set(base.facts[likely.fact].roles)


_POINTER = 6  # words of a clause that may do no more than point to a role
_OWN = 0.5  # probability from which a topic is asked, of the role half-named
_LIKELY = 0.2  # how likely a fact must be what is asked for to be the one that is meant
_SWAPPED = re.compile(
    r"\b(?:other|opposite) (?:way|direction)(?: (?:a?round|about|too|then))*\b|\bvice[- ]versa\b"
    r"|\bthe (?:reverse|inverse|opposite|converse)\b|\bconversely\b|\bin reverse\b"
    r"|\bthe way back\b|\bback the other way\b"
)
# Topics that are asked of a pair of roles, the first one first.
_FROM_TO = ("ask_transition", "ask_advancement", "ask_difference", "ask_next_step")


def _swapped(text: str, focus: Focus) -> list[str]:
    """The other of two roles, or both the other way round ("and vice versa?")."""
    pair = focus.last_roles
    if len(pair) != 2 or not _SWAPPED.search(text):
        return []
    return pair[::-1] if focus.topics[:1] in ([t] for t in _FROM_TO) else pair[1:]


_NOUN = rf"(?: (?:{_ROLE}|of (?:the two|them|these|those))\b|(?=\W*$|\s*[,?!:;]))"
_RANKED = re.compile(
    r"(?:^\W*|\b(?:and|so|ok|for|of|about|does|do|is|would|in|as|become|then|to|with|but|now)\W+)"
    r"the (?:one (?:that |which |who |with |)?(?:pays|earns|makes|gets|paying|earning|ranks|is|the)"
    r" )?(?:\w+ )?(?:(?P<up>higher|better|bigger|larger|upper|greater|more)"
    r"|(?P<down>lower|lesser|smaller|less|cheaper|worse))"
    rf"(?:[- ]?(?:paid|paying|earning|ranked|ranking|up|level|rung|tier|pay|salary))?{_NOUN}"
)


_THAT_ONE = re.compile(
    rf"\b(?:that|this) {_ROLE}\b|\b(?:for|of|in|about) (?:it|that)\W*$"
    r"|\b(?:does|would|will) it (?:need|ask|require|want|take|expect|pay|earn|do|involve)\b"
    r"|\bits\b|\bthe winner\b"
)


def _by_measure(text: str, focus: Focus, base: KnowledgeBase) -> list[str]:
    """The one of two roles that ranks or is paid higher, or lower ("the better paid one")."""
    if focus.ranked and _THAT_ONE.search(text):
        return focus.ranked[:1]
    match, pair = _RANKED.search(text), focus.last_roles
    if match is None or len(pair) != 2:
        return []
    pays = [base.figures(Measure.BASE_SALARY, role) for role in pair]
    if all(pays):
        pair = sorted(pair, key=lambda role: base.figures(Measure.BASE_SALARY, role)[0][1].low)
    else:
        ladder = next((la for la in base.ladders if None not in map(la.index, pair)), None)
        if ladder is None:
            return []
        pair = sorted(pair, key=lambda role: ladder.index(role) or 0)
    return [pair[1] if match["up"] else pair[0]]


def _other(text: str, focus: Focus, base: KnowledgeBase) -> list[str]:
    match = OTHER.search(text)
    if match is None:
        return []
    others = focus.roles_before or focus.roles[1:] or base.counterpart(focus.roles[0])
    return others[: 2 if match.group().endswith("two") else 1]


def _whose(text: str, focus: Focus) -> list[str]:
    """The roles of the metrics spoken of last, if ``text`` asks whose they are."""
    measured = focus.topics[:1] in (["ask_kpis"], ["ask_kpi_meaning"])
    return focus.roles if measured and _WHOSE.search(text) else []


def _pair(text: str, focus: Focus) -> list[str]:
    match, order = _FORMER.search(text), focus.roles_in_order[-2:]
    if match is None or len(order) < 2:
        return []
    return [order[0] if match["former"] else order[1]]


def _by_place(clause: Clause, focus: Focus, base: KnowledgeBase) -> list[str]:
    """The role that an ordinal counts: on the ladder shown, else among those spoken of."""
    text = clause.text.lower()
    steps = listed_roles(focus, base)
    if steps:
        role = step_named(clause, focus, base)
        return [role] if role and _asks_of_its_own(clause) else []
    match, order = _PLACE.search(text), focus.roles_in_order
    if match is None or not -len(order) < _PLACES[match["place"]] <= len(order) or len(order) < 2:
        return []
    place = _PLACES[match["place"]]
    possessive = re.search(rf"\b{match['place']}(?: {_ROLE})?'s\b", text)
    items = (
        len(focus.listed) > 1
        and not focus.counts_roles
        and focus.topics[:1] not in ([t] for t in _SIDE_BY_SIDE)
    )
    plain = match["role"] or possessive or _OF_A_ROLE.search(text)
    compared = len(focus.roles) > 1 and bool(facets_in(text))
    if clause.ordinal is None and not plain:
        return []  # "the first contact", "last year"
    if items and not plain and not compared:
        return []
    return [order[place - 1 if place > 0 else place]]


def _asks_of_its_own(clause: Clause) -> bool:
    """Whether a clause asks something of what it points to, not only for the step itself."""
    own = clause.intent in TOPICS and clause.confidence >= 0.5
    stepping = clause.intent in ("ask_next_step", "ask_career_path")
    return bool(facets_in(clause.text)) or (own and not stepping)


def listed_roles(focus: Focus, base: KnowledgeBase) -> list[str]:
    """The steps of the ladder shown last; empty if something else was listed."""
    return [item for item in focus.listed if item in base.roles]


_TOP = re.compile(r"\b(?:top|highest|last|final|end)\b")
_BOTTOM = re.compile(r"\b(?:bottom|lowest|first|start)\b")


def step_named(clause: Clause, focus: Focus, base: KnowledgeBase) -> str | None:
    """The role of the ladder shown last that the clause names by its place."""
    steps = listed_roles(focus, base)
    place, away = clause.ordinal, places_from(clause.text)
    if place is None and away and focus.item in steps:
        index = steps.index(focus.item) + away
        return steps[index] if 0 <= index < len(steps) else None
    if place is None:
        text = clause.text.lower()
        place = -1 if _TOP.search(text) else 1 if _BOTTOM.search(text) else None
    if place is None:
        return None
    index = place - 1 if place > 0 else place
    return steps[index] if -len(steps) <= index < len(steps) else None


_BESIDE_ONE = re.compile(
    r"\bones?(?: that(?:'s| is| comes?))? (?:right |just |directly )?"
    r"(?P<way>before|below|after|above|over|under)\b"
    r"|\b(?P<previous>previous|next|following|preceding) one\b(?! up| down)"
)


# "Next", "go on": the point after the one spoken of.
NEXT = re.compile(
    r"^\W*(?:(?:and|ok|okay|so|then|now|cool|great|the|alright|right)\W+)*(?:next(?: one| up)?"
    r"|go on|continue|keep going|carry on|move on|onwards?)(?: (?:please|pls|then|one))*\W*$"
)


def places_from(text: str) -> int:
    """1 for "the next one" or "the one after it", -1 for the one before, 0 for neither."""
    match = _BESIDE_ONE.search(text.lower())
    if match is None and NEXT.match(text.lower()):
        return 1
    if match is None:
        return 0
    return -1 if (match["way"] or match["previous"]) in (*_BELOW, "preceding") else 1


def _beside(clause: Clause, focus: Focus, base: KnowledgeBase) -> list[str]:
    """The role a step from the one spoken of last, where something is asked of it."""
    match = _BESIDE.search(clause.text.lower())
    if match is None or not _asks_of_its_own(clause):
        return []
    below = (match["way"] or match["previous"]) in _BELOW
    steps, here = listed_roles(focus, base), focus.item or focus.roles[0]
    if here in steps:
        index = steps.index(here) + (-1 if below else 1)
        return [steps[index]] if 0 <= index < len(steps) else []
    for ladder in base.ladders:
        reached = ladder.before(focus.roles[0]) if below else ladder.after(focus.roles[0])
        if reached:
            return reached[:1]
    return []
