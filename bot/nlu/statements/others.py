"""What a message tells of one other person ("my wife has been an AM for 5 years").

Their sentences are put as that person would say them, and searched like the speaker's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from actions.perspective import another, as_own, place_of
from actions.statement import Statement
from bot.nlu.lexicon import Mention
from bot.nlu.spelling import is_common
from bot.nlu.statements.extract import extract
from bot.nlu.statements.found import Sentence
from bot.nlu.text import Token

_JOB = r"\{(?:role|other_role)=\w+\}"
# What one is offered is neither one's job nor one's pay, but it is what is asked about.
_OFFERED = (
    re.compile(rf"\bi (?:\w+ )?(?:got|have|get|received|have got) (?:an? |the |this )?(?P<job>{_JOB})"
               r" (?:job |role |position )?offer\w*(?: (?:for|at|of|with|on|paying|worth|,))*"),
    re.compile(rf"\bi(?:'m| was| am| got| have been| have| just got)* (?:an? )?offer(?:ed)?(?: to be)?"
               rf"(?: (?:as|for|of|a|an|the))* (?P<job>{_JOB})(?: (?:job|role|position))?"
               r"(?: (?:for|at|of|with|on|paying|worth|,))*"),
)  # fmt: skip
_PIECE = re.compile(r"(?<!\d),|,(?!\d)|[;|/()–—]| (?:and|but|so|while|though|although|because) ")
# "We have a guy on the team, AM for 7 years": they begin the sentence in all but form.
_THERE_IS = re.compile(
    r"\W*(?:(?:so|and|ok|hi|hey|well)\W+)*(?:there's|there is|theres|there|(?:i|we|i've|we've|i'm|we're)"
    r"(?: \w+)? (?:have|got|manage|lead|mentor|coach|know|supervise|hired|interviewed|interviewing"
    r"|managing|coaching|mentoring))\W*$"
)
_SPEAKS_OF_PERSONS = re.compile(r"^(?:is|has|was|wants|earns|works|leads|manages|got|makes)$")


@dataclass(frozen=True)
class Told:
    """Who besides the speaker a sentence is about ("": nobody), and what it tells of them."""

    other: str = ""
    statements: list[Statement] = field(default_factory=list)


def of_another(sentences: Sequence[Sentence]) -> list[Told]:
    """What each sentence of one message tells of another person, in the order of ``sentences``."""
    others = [another(sentence.marked) for sentence in sentences]
    theirs = [s for s, other in zip(sentences, others, strict=True) if other]
    swapped = [replace(s, marked=_held(as_own(_from_them_on(s.marked)))) for s in theirs]
    years_told = any(" years" in sentence.marked for sentence in sentences)
    found = iter(extract(swapped, years_told))
    return [Told(other, next(found)) if other else Told() for other in others]


def _from_them_on(text: str) -> str:
    """``text`` without the pieces before another person comes up: they tell of the speaker."""
    first = place_of(text)
    ends = [match.end() for match in _PIECE.finditer(text) if match.end() <= first]
    start = ends[-1] if ends else 0
    there = _THERE_IS.match(text[start:first])
    if not there:
        return text[start:]
    theirs = text[first:]
    return f"about {theirs}" if re.match(rf"(?:\w+ )?{_JOB}", theirs) else theirs


def _held(text: str) -> str:
    """``text`` with a job on offer as if it were held."""
    for pattern in _OFFERED:
        text = pattern.sub(r"i'm a \g<job> on", text)
    return text


def persons(tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Mention]:
    """First names in ``tokens`` of whom something is said ("Sarah has 8 years")."""
    taken = {place for m in mentions for place in range(m.first, m.last + 1)}
    found = []
    for place, token in enumerate(tokens[:-1]):
        name, _, short = token.typed.partition("'")
        after = tokens[place + 1].text.lower()
        if place in taken or not name.istitle() or not name.isalpha() or len(name) < 3:
            continue
        first = place == 0 or not tokens[place - 1].is_word
        if (first and is_common(name)) or not (short == "s" or _SPEAKS_OF_PERSONS.match(after)):
            continue
        found.append(Mention("person", name.lower(), place, place))
    return found
