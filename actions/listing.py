"""How much speaks for a clause being about one thing of a list shown before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.clause import Clause
from actions.ellipsis import BARE, LEANING, OF_THEM
from actions.facets import facets_in
from actions.focus import Focus
from actions.pointing import listed_roles, places_from, points_to_item
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet, Fact

ITEM_FROM = 0.2  # likeness from which an item of the list is the one that a clause describes
ITEM_MARGIN = 0.04  # how far ahead of the next a less likely one has to be
PLAIN = 1.0  # evidence that outweighs a topic of its own, however sure
_FRAMED, _RECALLED, _WORDED, _LIKENED = 0.5, 0.3, 0.5, 0.25
SEVERAL = re.compile(r"\b(?P<end>first|last) (?P<count>two|three|2|3)\b")
_END = re.compile(
    r"\b(?:at|on) the (?:very |absolute )?(?:top|bottom|end)\b"
    r"|\b(?:is|are|comes?|sits?|stands?) (?:at )?(?:the )?(?:very )?"
    r"(?:top|bottom|highest|lowest|last)\b"
    r"|\bthe (?:very )?(?:top|bottom|highest|lowest|last|final)"
    r" (?:one|job|role|step|rung|position)\b"
)
NUMBERS = {"two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5}
# Words of a clause that describe no item.
_EMPTY = {
    *("about", "with", "which", "that", "what", "this", "these", "those", "there", "explain"),
    *("tell", "more", "would", "help", "helps", "plain", "english", "please", "thing", "point"),
    *("item", "where", "from", "have", "does", "mean", "means", "simple", "words", "them", "they"),
    *("first", "last", "second", "third", "your", "again", "also", "just", "like", "could"),
    *("then", "though", "please", "these", "which", "well", "only", "okay", "case"),
    *("said", "mention", "mentioned", "listed", "named", "anything", "something", "earlier"),
}
_PLACE = r"(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|last|final|penultimate)"
_THING = (
    r"(?:ones?|points?|items?|bullets?|things?|bits?|parts?|lines?|entr(?:y|ies)|skills?"
    r"|abilit\w+|dut(?:y|ies)|tasks?|responsibilit\w+|challenges?|problems?|struggles?|kpis?"
    r"|metrics?|measures?|numbers?|tips?|practices?|requirements?|trends?|changes?|benefits?"
    r"|perks?|options?|ways?|directions?|paths?|qualifications?|factors?|reasons?|differences?"
    r"|similarit\w+|advice|suggestions?|pieces?|(?:listed|mentioned|named|said) \w+)"
)
# An ordinal that counts things shown ("the second", "your last point", "first one?"), not one
# that qualifies something else ("the first contact", "what do I do first").
_COUNTS = re.compile(
    rf"^\W*(?:(?:and|so|ok|okay|hm+|now|then|but|what about|how about|about)\W+)*(?:the )?{_PLACE}"
    rf"(?: (?:one|again|please|pls|then|too|though|tho|now))*\W*$"
    rf"|\b{_PLACE} {_THING}\b"
    rf"|\b(?:the|your|that|its|this|their|thy) (?:very )?{_PLACE}\b"
    rf"(?=\W*$|\s*[,.?!:;–-]|\s+(?:you|u|that|which|is|was|were|does|did|do|mean\w*|again|please"
    rf"|pls|in|on|of|from|too|then|and|but|for|sounds?|looks?|seems?|more|actually|really|work\w*"
    rf"|count\w*|help\w*|matter\w*|about|better|there|here|as|would|could|should|can|will)\b)"
    r"|\b(?:number|no\.?|nr\.?|num|point|item|bullet) (?:one|two|three|four|five|[1-5])\b|#\s?[1-5]"
    r"|^\W*(?:and|what about|how about|n)\W+[1-5]\W*(?:please\W*)?$",
    re.I,
)
# "1 and 2 please", "4?": places alone
NUMBERS_ALONE = re.compile(
    r"^\W*(?:(?:and|number|numbers|no|nr|points?|items?|what about|ok|explain|the)\W+)*[1-5]"
    r"(?:\s*(?:,|and|&|n|\+|/)\s*(?:number )?[1-5])*(?: (?:please|pls|then|too|also))*\W*$",
    re.I,
)
# "you said something about …", "did you mention …", "the … you listed", "is there one on …"
_RECALLS = re.compile(
    r"\b(?:did|do|have|had|you|u)(?: (?:you|u))?(?: (?:just|also|already|even|before|only))* "
    r"(?:say|said|mention\w*|list(?:ed)?|name[d]?|bring up|brought up|talk(?:ed)?|spoke|wrote"
    r"|write|include[d]?|had|put|show(?:ed|n)?|gave|give|tell|told)\b"
    r"|\b(?:is|was|are|were|isn't|wasn't)n?'?t? there (?:not )?(?:a|an|one|something|anything|some"
    r"|any)\b"
    r"|\b(?:go|going|come|coming|get|getting|circle) back to\b|\b(?:back|return) to the\b",
    re.I,
)


def listed_facts(clause: Clause, base: KnowledgeBase, focus: Focus) -> list[Fact]:
    """The facts that an item may be one of: the last list, or as many shown one by one as the
    clause counts ("which of these three")."""
    listed = _facts(focus.listed, base)
    count = re.search(r"\b(?:these|those|the) (\w+)\b", clause.text.lower())
    wanted = NUMBERS.get(count[1], 0) if count else 0
    if len(listed) < wanted <= len(focus.shown):
        return _facts(focus.shown[-wanted:], base)
    if len(listed) < 2 and not listed_roles(focus, base):
        before = [_facts(group, base) for group in focus.lists]
        return next((group for group in reversed(before) if len(group) > 1), listed)
    return listed


def recalled(clause: Clause, base: KnowledgeBase, focus: Focus) -> list[Fact]:
    """The list shown before, latest first, of which words of ``clause`` name one item."""
    groups = [listed_facts(clause, base, focus)]
    groups += [_facts(group, base) for group in reversed(focus.lists)]
    return next((group for group in groups if len(group) > 1 and worded(clause, group)), [])


def item_evidence(clause: Clause, base: KnowledgeBase, focus: Focus) -> float:
    """How much speaks for one thing of a list: 0 for nothing, ``PLAIN`` for beyond doubt."""
    text, words = clause.text.lower(), len(clause.text.split())
    if clause.outside or (clause.roles and not OF_THEM.search(text)):
        return 0.0
    if clause.industries:
        # "the tech one": of trends, say, not of industries
        named = points_to_item(text) and worded(clause, listed_facts(clause, base, focus))
        return _FRAMED if named and "ask_industry" not in focus.topics else 0.0
    if places_from(text) and focus.item in focus.listed and len(focus.listed) > 1:
        return PLAIN
    if SEVERAL.search(text) and len(focus.listed) > 1 and words <= LEANING:
        return PLAIN
    short = words <= LEANING
    if short and _END.search(text) and not facets_in(text) and listed_roles(focus, base):
        return 0.75
    listed = listed_facts(clause, base, focus)
    steps = listed_roles(focus, base)
    starts = len(listed) > 1 and all(fact.facet is Facet.ENTRY_ROLE for fact in listed)
    if starts and _POSITION.search(text) and all_places(text):
        return PLAIN
    if _within(clause.ordinal, len(steps) or len(listed)) and counts_things(clause.text):
        return PLAIN if words <= 2 * LEANING else 0.75
    if len(listed) < 2:
        return 0.0
    if NUMBERS_ALONE.match(text) and not focus.asked and not clause.amounts:
        return PLAIN if 0 < max(all_places(clause.text), default=0) <= len(listed) else 0.0
    walking = focus.item in focus.listed  # one after the other is asked for
    label = 0.0 if clause.roles else _label(clause, listed, walking)
    if label:
        return label
    framed, back = points_to_item(text), _RECALLS.search(text) is not None
    likely = max(clause.hits, key=lambda hit: hit.share, default=None)
    if _WHICH.match(text) and not clause.roles and likely and likely.share >= _LIKELY:
        framed |= likely.fact in focus.listed
    back |= bool(_WHICH.match(text)) and words <= BARE + 1 and not clause.roles
    if not framed and not back:
        return 0.0
    if clause.roles:
        return 0.75
    if recalled(clause, base, focus):
        return (_FRAMED if framed else _RECALLED) + _WORDED
    now = len(focus.listed) > 1 and framed and _of_list(clause, focus)
    return _FRAMED + _LIKENED if now and likened(clause, listed) is not None else 0.0


_PLACES = {
    **dict.fromkeys(("first", "1st", "one", "1"), 1),
    **dict.fromkeys(("second", "2nd", "two", "2"), 2),
    **dict.fromkeys(("third", "3rd", "three", "3"), 3),
    **dict.fromkeys(("fourth", "4th", "four", "4"), 4),
    **dict.fromkeys(("fifth", "5th", "five", "5"), 5),
    **dict.fromkeys(("last", "final"), -1),
}
_A_PLACE = re.compile(
    r"\b(?P<word>first|second|third|fourth|fifth|[1-5](?:st|nd|rd|th)|last|final)\b"
    r"|\b(?:number|no\.?|nr\.?|point|item|and|&|,) ?#?(?P<count>[1-5]|one|two|three|four|five)\b"
    r"(?! (?:of|more|about|with|that))"
    r"|(?:^|[\s,/&+])(?P<bare>[1-5])(?=\W*$|\W+(?:and|&|n|,|\+|please|pls)\b|\s*[,/&+])",
    re.I,
)


def all_places(text: str) -> list[int]:
    """The places that the ordinals in ``text`` count, each once ("the second and the third")."""
    found = [
        (match["word"] or match["count"] or match["bare"]).lower()
        for match in _A_PLACE.finditer(text)
    ]
    return list(dict.fromkeys(_PLACES[word] for word in found))


def _of_list(clause: Clause, focus: Focus) -> bool:
    """Whether nothing else is much nearer to a clause than the list shown last."""
    best = max((hit.score for hit in clause.hits), default=0.0)
    own = max((hit.score for hit in clause.hits if hit.fact in focus.listed), default=0.0)
    return own >= best - _NEARER


_NEARER = 0.1  # how much less near than some other fact the best one of the list may be


def counts_things(text: str) -> bool:
    """Whether an ordinal in ``text`` counts things of a list ("the second", "your last point")."""
    return _COUNTS.search(text) is not None


def worded(clause: Clause, listed: Sequence[Fact]) -> list[Fact]:
    """The one item, or the two, sharing most words with the clause; those of names count double."""
    own = _stems(clause.text)
    shared = [_shared(own, fact) for fact in listed]
    if not any(shared):
        shared = [_shared(_meant(own), fact) for fact in listed]
    best = max(shared, default=0)
    found = [fact for fact, count in zip(listed, shared, strict=True) if best and count == best]
    if len(found) > 1:
        scores = {hit.fact: hit.score for hit in clause.hits}
        first, second = sorted((scores.get(f.id, 0.0) for f in found), reverse=True)[:2]
        if first - second >= (ITEM_MARGIN if len(found) > 2 else _PARTED):
            return [fact for fact in found if scores.get(fact.id, 0.0) == first]
    return found if len(found) == 1 or (len(found) == 2 and len(listed) > 3) else []


def nearest(clause: Clause, listed: Sequence[Fact]) -> list[Fact]:
    """The item that words and meaning of the clause come nearest to; the two sharing its words
    where meaning does not part them; none if no words are shared."""
    found = worded(clause, listed)
    scores = {hit.fact: hit.score for hit in clause.hits}
    words = _stems(clause.text)
    weighed = {f.id: _A_WORD * _shared(words, f) + scores.get(f.id, 0.0) for f in listed}
    best = max(listed, key=lambda fact: weighed[fact.id])
    if found and best not in found and scores.get(best.id, 0.0) >= _LIKE:
        return [best]
    return found


_POSITION = re.compile(rf"\b{_PLACE} (?:jobs?|roles?|positions?|titles?)\b")
_WHICH = re.compile(r"^\W*(?:(?:and|so|ok|but|then)\W+)*(?:which|any|is any)\b")
_LIKELY = 0.2  # how likely a fact of the list must be what is asked for
_PARTED = 0.15  # how far likeness must part two items that share the same words
_A_WORD, _LIKE = 0.1, 0.5  # what a shared word adds to likeness; likeness that outweighs a word


def _shared(words: set[str], fact: Fact) -> int:
    label, detail = _stems(fact.label), _stems(fact.detail)
    return sum(2 if _among(word, label) else 1 for word in words if _among(word, label | detail))


def _among(word: str, others: set[str]) -> bool:
    """Whether ``word`` is one of ``others`` but for an ending ("loyalty", "loyal")."""
    return any(word.startswith(other) or other.startswith(word) for other in others)


def likened(clause: Clause, listed: Sequence[Fact]) -> Fact | None:
    """The one item that is nearest to the clause by its meaning, if it stands out."""
    scores = {hit.fact: hit.score for hit in clause.hits}
    likely = sorted(listed, key=lambda fact: -scores.get(fact.id, 0.0))
    near = [scores.get(fact.id, 0.0) for fact in likely[:2]]
    stands_out = len(near) == 1 or near[0] - near[1] >= ITEM_MARGIN
    return likely[0] if near[0] > ITEM_FROM or (near[0] > 0 and stands_out) else None


def _facts(names: Sequence[str], base: KnowledgeBase) -> list[Fact]:
    return [base.facts[name] for name in names if name in base.facts]


def _within(ordinal: int | None, count: int) -> bool:
    """Whether a list of ``count`` things has one at place ``ordinal``."""
    return ordinal is not None and count > 1 and 0 < abs(ordinal) <= count


def _label(clause: Clause, listed: Sequence[Fact], walking: bool) -> float:
    """How plainly a clause says just the name of one item ("extra responsibilities?")."""
    words, count = _stems(clause.text), len(clause.text.split())
    named = [fact for fact in listed if words and words <= _stems(fact.label)]
    if len(named) != 1 or count > LEANING:
        return 0.0
    if len(words) > 1:
        return PLAIN
    if walking and count <= BARE:
        return PLAIN
    return 0.75 if count <= BARE and not facets_in(clause.text) else 0.0


def _stems(text: str) -> set[str]:
    words = re.findall(r"[a-z]{3,}", text.lower())
    return {word.rstrip("s")[:6] for word in words if word not in _EMPTY and len(word) > 3}


# What people call the things of a list, and the beginnings of the words that a list uses.
_SAID_FOR = {
    "money": ("revenu", "financ", "budget", "salar"),
    "cash": ("revenu", "financ", "budget"),
    "dollar": ("revenu", "financ", "budget"),
    "number": ("financ", "foreca", "data", "analyt"),
    "feelin": ("empath", "emotio"),
    "happin": ("satisf", "happy"),
    "happy": ("satisf",),
    "speed": ("time", "prompt", "swift"),
    "fast": ("time", "prompt", "swift"),
    "people": ("team", "hiring", "mentor", "leader", "perfor"),
    "staff": ("team", "hiring", "mentor", "leader"),
    "boss": ("execut", "depart"),
    "rejec": ("reject",),
    "softwa": ("crm", "tools", "tool", "techno"),
    "tech": ("techno", "crm", "automa", "ai"),
    "school": ("bachel", "degree", "mba"),
    "talkin": ("commun", "presen"),
    "plan": ("strate", "planni"),
}


def _meant(words: set[str]) -> set[str]:
    """``words`` with those that a list uses for what they say."""
    return words | {other for word in words for other in _SAID_FOR.get(word, ())}
