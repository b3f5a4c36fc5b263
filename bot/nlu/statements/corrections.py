"""What a sentence puts right: the marks of a correction, old values, figures without a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CORRECTS = re.compile(
    r"\b(?:actually|sorry|oops|whoops|i meant|i mean|meant to (?:say|type)|correction|scratch that|strike that"
    r"|no wait|wait|my bad|rather|make (?:it|that)|instead of|was wrong|is wrong|should (?:be|read|say)|should have (?:said|been)|mistyped"
    r"|typo|misspoke|not anymore|any ?more|changed|update|updated|in fact|^not (?!yet|really|sure|bad|much|at|that|for|so|a|the|as|in)\w+(?= ?,)|i said|told you|got that wrong|that's wrong"
    r"|my mistake|apologies|pardon|mistake|switched|just moved|we got acquired|correct that|to be (?:exact|precise)"
    r"|turns out|no longer|come to think|edit|err|eh no|oh no|ah no|nope|wrong|ignore|forget that|checked|counted|not \d"
    r"|since then|just got|miscounted|typed wrong|mixed|autocorrect\w*|slip|change of plans?|only (?:led|did|had|counts?)|didn't count|doesn't count|not really|covering for|miscalculated|recounted|it's \d+k? (?:now|since|as of|these days|by now|this year)|i lied|nah|now|hang on|hold on|(?:don't|won't) (?:really )?count|not counting|no,? (?:it's|it is|that's))\b|^no\b|\bnot (?:an? )?(?:\{(?:other_)?role=|account exec|account manag)"
)
_UNIT = r"(?:years|months|people|reports|k\b|juniors|directs|in the team|ppl|employees)"
# "One thing is wrong" puts no figure right.
_NUM = r"[$€£]?(?P<{}>\d+(?:[.,]\d+)*k?)(?! (?:things?|more|sec|second|moment|bit|questions?|mistakes?|errors?|corrections?|details?|points?)\b)"
_OLD = (
    re.compile(rf"\b(?:don't|didn't) have {_NUM.format('old')}(?= years?\b[^.]*\b(?:just|only|but|rather|more like|closer to|it's|around)\b)"),
    re.compile(rf"\bthe {_NUM.format('old')} (?=should (?:be|have|read))"),
    re.compile(rf"\b(?:not|instead of|rather than|and not|isn't|never|wasn't) (?:just |only |my )?{_NUM.format('old')}(?!\w)(?! more| (?:single )?(?:person|people|soul|report|junior))"),
    re.compile(rf"\b{_NUM.format('old')} (?:{_UNIT} )?(?:was|is|were) (?:wrong|a typo|a mistake|old|incorrect|off|last year|(?:the )?total|with|including|incl|all in|ote)\b"),
    re.compile(rf"\b(?:i said|said|told you|wrote|typed|i put) (?:it was |i had |i was on |i've )?{_NUM.format('old')}(?!\w)"),
    re.compile(rf"\bof (?:the|my|those|these) {_NUM.format('old')}(?=[^.]*\b(?:only|just) \d+ (?:were|was|are|really|count))"),
    re.compile(rf"\b(?:ignore|forget|scratch|strike) (?:(?:the )?|that (?!\S+\W*$)){_NUM.format('old')}(?!\w)"),
)  # fmt: skip
_OLD_TO_NEW = re.compile(
    rf"^\W*(?:(?:and|also|plus|then|ok|so) )*(?:the|my|that) {_NUM.format('old')} (?:years )?"
    rf"(?:(?:should be|should read|is(?: really)?|was(?: really)?|to|into|becomes) )?(?:an? )?{_NUM.format('new')}\W*$"
)
_NEW = (
    re.compile(rf"\b(?:only|just) {_NUM.format('new')} (?=(?:were|was|are|really|count))"),
    re.compile(rf"(?:^|[:,])\s*(?:but |then )?{_NUM.format('new')}\s*,?\s*$"),
    re.compile(rf"\b(?:scratch|strike|forget|ignore) that,? (?:it's |make it )?{_NUM.format('new')}\W*$"),
    re.compile(rf"\b(?:make (?:it|that)|should (?:be|read|say)|should have been|meant(?: to (?:say|type))?|it's|i mean|is|been|that's|it is|rather|but|to|now|actually|more like|closer to) (?:about |more like |really |only |actually |in fact |all of |just |an? )*{_NUM.format('new')}(?!\w)"),
    re.compile(rf"^(?:\W*(?:sorry|oops|no|actually|wait|whoops|nope|correction|my bad|ah|oh|edit|i mean|typo|so)\W+)*(?:it's |is |to be exact |rather )?{_NUM.format('new')}(?!\w)"),
)  # fmt: skip


@dataclass(frozen=True)
class Correction:
    """``new`` and ``old`` are numbers as said, where a sentence names them without a field."""

    marked: bool
    new: float | None = None
    old: float | None = None


def correction(sentence: str) -> Correction:
    """The correction in a marked sentence."""
    pair = _OLD_TO_NEW.match(sentence)
    if pair:
        return Correction(True, _number(pair["new"]), _number(pair["old"]))
    old = next((m["old"] for p in _OLD if (m := p.search(sentence))), None)
    rest = sentence
    if old is not None:
        rest = next(p.sub(" ", sentence, count=1) for p in _OLD if p.search(sentence)).strip(" ,;-")
    new = next((m["new"] for p in _NEW if (m := p.search(rest))), None)
    corrects = old is not None or _CORRECTS.search(sentence) is not None
    return Correction(corrects, _number(new), _number(old))


def without_old(sentence: str) -> str:
    """``sentence`` without the values that it says are wrong, so that none is taken for new."""
    for pattern in _OLD:
        match = pattern.search(sentence)
        if match:
            tail = re.match(rf" ?{_UNIT}", sentence[match.end("old") :])
            end = max(match.end(), match.end("old") + (tail.end() if tail else 0))
            sentence = f"{sentence[: match.start()]}, {sentence[end:]}"
    return sentence


def _number(text: str | None) -> float | None:
    if text is None:
        return None
    scale = 1000 if text.endswith("k") else 1
    plain = re.sub(r"[,.](?=\d{3}\b)", "", text.rstrip("k"))
    try:
        return float(plain) * scale
    except ValueError:
        return None
