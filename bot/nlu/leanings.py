"""Finds what a person likes and dislikes in a clause, and to which roles it points."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from actions.clause import Clause
from actions.fit_asked import KIND
from actions.pay_words import judges
from bot.nlu.encoder import Encoder
from bot.nlu.fact_index import FactIndex, Tastes
from bot.nlu.taste_words import COPES, DISLIKE, KEEP, LIKE
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet

_FACETS = (Facet.RESPONSIBILITY, Facet.SKILL, Facet.CONTRAST, Facet.DEFINITION, Facet.CHALLENGE)
_MOST = 6
_SPEAKER = re.compile(r"\b(?:i|i'm|i've|i'd|me|my|im|id|ive)\b", re.IGNORECASE)
_SPLIT = re.compile(
    r"\s*(?:[,;:.!?]| - |\b(?:rather )?(?=than\b)|(?=\b(?:but|while|although|whereas|though)\b)"
    r"|(?<!\bi)(?<!\bto)(?<!n't)(?<!\bnot)(?<!really)(?<!also)(?<!would)(?<!'d)(?<!\bwho)"
    r"(?<!\bdo) (?=(?:love|hate|enjoy|adore|dislike|detest)\b)"
    r"|\band\b|\bif\b|\bcause\b|\bbecause\b)\s*",
    re.I,
)
# "SAM or director for someone who likes …": only what follows is the matter.
_SOMEONE = re.compile(
    r"^.*\b(?:someone|somebody|anyone|anybody|an? (?:\w+ ){1,2}|people|one|those|type) ?"
    r"(?:who|that|whose)\b",
    re.I,
)
# "which suits a strategic thinker more": the kind of person is what is liked.
_SUITS = re.compile(
    r"\b(?:suits?|fits?|(?:role|job|one|position|is|be) (?:is |would be |'s )?for"
    r"|(?:right|good|better|best|closer|more|made|meant) for)"
    r" (?P<kind>(?:an?|someone|somebody|people) (?:[\w'-]+ ){0,7}?[\w'-]+?)"
    r"(?: (?:more|better|best|most)\b|\W*$|[:,?;]| or\b| - )",
    re.I,
)
_NO_KIND = re.compile(
    r"\b(?:me|us|ams?|aes?|sams?|directors?|manage\w*|executives?|pitch|client|company|team)\b",
    re.I,
)
# What one wants of a job, not what one asks for ("I want a big team").
_WANTS = re.compile(
    r"^\W*(?:(?:and|so|but|well|honestly|basically|ok|also|still)\W+)*(?:i|i'd|id)"
    r" (?:really |just |also |still |would )*(?:want|wanna|need|like|love|crave)(?: to)?"
    r" (?!(?:to )?(?:know|ask|see|hear|find|learn|understand|earn|make|be|become|apply|move"
    r"|switch|quit"
    r"|leave|go|get|talk|tell|check|compare|plan|change|correct|delete|forget|some info|info"
    r"|more info|help|advice|your|you|that|this|it|a raise|more money|more pay|a job|an?"
    r" (?:answer|plan|example|list|number|figure))\b)",
    re.I,
)
# "… be an AE or AM" behind the tastes belongs to the question.
_THE_CHOICE = re.compile(
    r"\b(?:be|become|as|suit|fit|do|go for|go|choose|pick|better|better as)\b.{0,40}\bor\b.*$", re.I
)
_TURN = re.compile(r"^(?:but|while|although|whereas|though)\b\s*", re.I)
_NEGATIVE = re.compile(r"\b(?:no|not|never|nothing|without|\w+n't|when)\b", re.I)
_OF_ONESELF = re.compile(r"^\W*(?:and |so |well |basically |also )*(?:i|i'm|im|i've|ive)\b", re.I)
_SELF_ONLY = re.compile(r"^(?:i'm|i am|im)$", re.I)


_CHOICE = re.compile(
    r"^\W*(?:(?:so|then|and|ok|now)\W+)*(?:\w+ ){1,5}or (?:the )?(?:\w+\s?){1,5}(?:for me)?\W*$",
    re.I,
)


def role_facts(base: KnowledgeBase) -> dict[str, list[str]]:
    """For each role that the documents compare, the facts that show what it is like."""
    roles = dict.fromkeys(role for document in base.documents.values() for role in document.about)
    found = {role: [f.id for f in base.find(_FACETS) if f.roles == [role]] for role in roles}
    return {role: facts for role, facts in found.items() if facts}


def with_leanings(
    clauses: Sequence[Clause],
    index: FactIndex,
    encoder: Encoder,
    roles: dict[str, list[str]],
    tastes: Callable[[], Tastes] | None = None,
) -> list[Clause]:
    """``clauses`` with the leanings of the whole message on each that may ask which role fits.
    ``tastes`` gives what people say of each role's work; made when first needed."""
    speaks = any(
        words.search(clause.text)
        for clause in clauses
        for words in (_SPEAKER, _SOMEONE, _SUITS, KIND)
    )
    leans = [_tells_taste(clause, clauses) for clause in clauses]
    wants = [
        taste or c.intent in _WANTED or chooses(c) or _weighs_kind(c) or KIND.match(c.text)
        for c, taste in zip(clauses, leans, strict=True)
    ]
    leans = [
        taste or (c.intent in _OF_TASTE and _DESCRIBES.search(c.text) is not None)
        for c, taste in zip(clauses, leans, strict=True)
    ]
    if not (speaks or any(leans)) or not any(wants):
        return list(clauses)
    said = [
        (part, liked)
        for clause, taste in zip(clauses, leans, strict=True)
        for part, liked in _said(clause, taste or KIND.match(clause.text) is not None)
        if taste
        or clause.intent.startswith(("ask_", "inform_", "sensitive_", "correct_", "out_of"))
    ][:_MOST]
    if not said or not roles:
        return list(clauses)
    vectors = encoder.encode([text for text, _ in said])
    found = [
        index.leaning(text, liked, vector, roles, tastes() if tastes else None)
        for (text, liked), vector in zip(said, vectors, strict=False)
    ]
    found = [leaning for leaning in found if max(leaning.roles.values()) >= _TELLING]
    return [
        replace(clause, leanings=found) if asks else clause
        for clause, asks in zip(clauses, wants, strict=True)
    ]


def _weighs_kind(clause: Clause) -> bool:
    """Whether a clause asks which of two roles suits a kind of person."""
    return len(clause.roles) > 1 and _SUITS.search(clause.text) is not None


def chooses(clause: Clause) -> bool:
    """Whether a clause has the form of a choice between roles ("AM or AE?")."""
    if _CHOICE.match(clause.text) and (clause.roles or clause.bare_names):
        return True  # not "one or two lines"
    short = len(clause.text.split()) <= _SHORT
    short &= _OTHER_MATTER.search(clause.text) is None
    short &= not clause.polar or _AM_I.search(clause.text) is not None
    return short and len(clause.roles) > 1 and _OR.search(clause.text) is not None


def _tells_taste(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a clause tells what its speaker likes or is like, though it may not say "like"."""
    told = [s for s in clause.statements if s.field != "skills"]
    if clause.text.endswith("?") or clause.roles or _ASKS.match(clause.text):
        return False
    if _HEADED.match(clause.text):
        return True
    greets = clause.intent in ("greet", "thank", "goodbye") or _CALLS.match(clause.text)
    if greets or judges(clause.text):
        return False
    doubtful = clause.confidence < _PLAIN or clause.intent == "inform_preference"
    if _WANTS.match(clause.text) and not told and doubtful:
        return True
    if told or clause.statements:
        wants = any(_WANTS.match(part) for part in _SPLIT.split(clause.text))
        return wants or _PLAINLY.search(clause.text) is not None
    if clause.intent == "inform_preference":
        return clause.confidence >= _TASTE_FROM
    beside = any(
        (c.intent == "inform_preference" and c.confidence >= _SURE) or _shows(c)
        for c in clauses
        if c is not clause
    ) or _shows(clause)
    chosen = any(c.intent == "ask_role_fit" or (chooses(c) and not c.polar) for c in clauses)
    doubtful = clause.confidence < _SURE and any(
        words.search(clause.text) for words in (COPES, DISLIKE, LIKE)
    )
    return beside or chosen or doubtful


def _shows(clause: Clause) -> bool:
    """Whether a clause says in plain words what its speaker likes or is good at."""
    speaks = _SPEAKER.search(clause.text) is not None
    return speaks and clause.confidence < _PLAIN and _PLAINLY.search(clause.text) is not None


# "Strengths: empathy, planning. Weak: pushing people."
_HEADED = re.compile(
    r"^\W*(?:my |i |what i )?(?:(?P<good>strengths?|strong(?: points?)?|likes?|loves?|pros"
    r"|pluses|plus"
    r"|good at|enjoy|skills)|dislikes?|hates?|weak(?:ness(?:es)?)?(?: points?)?|cons|minus(?:es)?"
    r"|bad at|don'?t like|not good at)\s*[:=–-]\s*",
    re.I,
)
# Who is bored easily likes change.
_BORED = re.compile(
    r"\b(?:easily bored|bored? (?:easily|quickly|fast)|bored of (?:things|stuff) (?:easily"
    r"|quickly))\b",
    re.I,
)
_DENIED = re.compile(
    r"^(?:but )?(?:not|no|never)\b(?! (?:afraid|scared|shy|problem|issue|bothered))", re.I
)
_CALLS = re.compile(r"^\W*(?:hey|hi|hello|dear|yo)?\W*(?:coach|bot|there|all|guys)\W*$", re.I)
_PLAINLY = re.compile(
    r"\b(?:loved?|loves|enjoy\w*|hated?|hates|liked|can'?t stand|dislike|adore|detest|loathe"
    r"|live for"
    r"|(?:really |also |do |i )like(?! to know)|good at|great at|best at|brilliant at|terrible at"
    r"|comes? (?:\w+ )?(?:easy|easily|natural\w*)|is (?:what i do|my life|me)\b|(?:people"
    r"|friends|they|everyone) (?:call|say|tell|describe)"
    r"|i'?m known (?:for|as)|i never|i always|bad at|crap at|suck at|prefer)\b",
    re.I,
)
_OF_TASTE = ("ask_role_fit", "inform_preference")
# "what suits me best: I organise everything": the speaker says what they do.
_DESCRIBES = re.compile(
    r"[:,;–-]\W*(?:because |cause |cuz |since |as |given |considering )?(?:i|i'm|im|i've|ive)\b"
    r"|\b(?:if|because|cause|cuz|since|given|considering) (?:that )?(?:i|i'm|im|i've|ive)\b",
    re.I,
)
_WANTED = ("ask_role_fit", "inform_preference", "ask_which_role")
_SHORT = 14  # words of a choice
_SURE = 0.5
_PLAIN = 0.8  # probability from which a clause asks what its words say, though it says "I want"
_TELLING = 0.34  # likeness to its nearest role below which words are no taste ("whatever")
_TASTE_FROM = 0.3  # probability from which a clause without words of liking tells a like
_OTHER_MATTER = re.compile(
    r"\b(?:who|whose|what(?!'?s me)|how|where|when|why|skills?|pays?|earns?|salar\w+|dut\w+"
    r"|differ\w*)\b",
    re.I,
)
_OR = re.compile(r"\bor\b", re.I)
_AM_I = re.compile(r"\b(?:am i|me|i)\b", re.I)
_ASKS = re.compile(
    r"^\W*(?:(?:and|so|but|ok|then|hi|hey)\W+)*(?:what|which|how|who|where|when|why|is|are|do"
    r"|does|can|could|should|would"
    r"|tell|show|give|list|explain|compare)\b",
    re.I,
)


def _said(clause: Clause, taste: bool) -> list[tuple[str, bool]]:
    """The likes (True) and dislikes (False) in ``clause``; a bare fragment goes with the last.
    Where it tells a ``taste``, a fragment without any such word is a like."""
    text = clause.text
    found: list[tuple[str, bool]] = []
    kind = _SUITS.search(text)
    if (
        kind
        and clause.intent not in _OF_TASTE[1:]
        and not any(w.search(text) for w in (LIKE, DISLIKE))
    ):
        return [(kind["kind"], True)]
    if not taste and not any(words.search(text) for words in (KEEP, LIKE, DISLIKE)):
        return found
    liked: bool | None = None
    head = _HEADED.match(text)
    if head:
        liked, taste = head["good"] is not None, True
        text = text[head.end() :]
    ahead: list[str] = []  # fragments before the first such word: "budgets and politics bore me"
    for whole in _SPLIT.split(text):
        part = _THE_CHOICE.sub("", whole).strip() or whole
        turned = _TURN.match(part)
        if turned and liked is not None:
            liked = not liked
        part = part[turned.end() :] if turned else part
        if len(part.split()) < (1 if taste else 2) or re.search(r"\d", part):
            continue
        if _BORED.search(part):
            found.append(("change and variety", True))
            continue
        if _DENIED.match(part) and found and not KEEP.search(part):
            liked = not found[-1][1]
        elif KEEP.search(part) or COPES.search(part):
            liked = True
        elif DISLIKE.search(part):
            liked = False
        elif any(not _SELF_ONLY.match(m.group()) for m in LIKE.finditer(part)) or (
            LIKE.search(part) and not clause.statements
        ):
            liked = True
        elif re.search(r"\b(?:which|what|who|should|would|or)\b", part, re.I) or LIKE.search(part):
            continue
        shown = any(words.search(part) for words in (KEEP, COPES, DISLIKE, LIKE))
        if _OF_ONESELF.search(part) and (liked is None or not shown):
            liked = True  # "I talk a lot, get bored of routine": what one does stands for itself
        if liked is None:
            ahead.append(part)
        else:
            found += [(_core(p), liked) for p in [*(ahead if taste else []), part]]
            ahead = []
    return found + [(_core(p), True) for p in ahead if taste and not _NEGATIVE.search(p)]


def _core(part: str) -> str:
    """``part`` without the words of liking, so that only the matter is compared."""
    part = _SOMEONE.sub(" ", part).strip() or part
    core = DISLIKE.sub(" ", LIKE.sub(" ", COPES.sub(" ", KEEP.sub(" ", part))))
    core = re.sub(
        r"\b(?:i|me|my|to|really|so|super|very|just|want|makes?|feel|gives?)\b",
        " ",
        core,
        flags=re.I,
    )
    core = re.sub(r"\s+", " ", core).strip()
    return core if len(core) > 3 else part
