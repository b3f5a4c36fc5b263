"""Writes a sentence in one regular form, so that few patterns find what it tells.

"Im a snr acct mangr w/ six yrs" becomes "i'm a {role=senior_account_manager} with 6 years".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.nlu.lexicon import Mention
from bot.nlu.spelling import SHORTHAND
from bot.nlu.statements.number_words import WORDS, figures
from bot.nlu.statements.periods import regular
from bot.nlu.text import Token

MARKED_KINDS = ("role", "other_role", "industry", "other_industry", "place", "person")
_NO_JOB = ("team lead", "team leader", "lead")  # leading people, whatever one's job
_UNITS = {
    **dict.fromkeys(("yr", "yrs", "y", "yoe", "year", "yers", "yeras", "ys", "yearz"), "years"),
    **dict.fromkeys(("mo", "mos", "mths", "month"), "months"),
}
_SAME = {
    **dict.fromkeys(("im", "iam"), "i'm"),
    **dict.fromkeys(("ive",), "i've"),
    **dict.fromkeys(("w", "w/"), "with"),
    **dict.fromkeys(("dont", "dnt"), "don't"),
    **dict.fromkeys(("didnt",), "didn't"),
    **dict.fromkeys(("cant",), "can't"),
    **dict.fromkeys(("its",), "it's"),
    **dict.fromkeys(("thats",), "that's"),
    **dict.fromkeys(("id",), "i'd"),
    **dict.fromkeys(("havent",), "haven't"),
    **dict.fromkeys(("theyre",), "they're"),
    **dict.fromkeys(("isnt",), "isn't"),
    **dict.fromkeys(("arent",), "aren't"),
    **dict.fromkeys(("em", "'em"), "them"),
    **dict.fromkeys(("btw",), "by the way"),
}
# Words that the patterns look for: typos of these are mended, other words stay as typed.
_TELLING_WORDS = frozenset(
    [
        "i'm",
        "i've",
        "don't",
        "didn't",
        "it's",
        "that's",
        "experience",
        "experienced",
        "account",
        "accounts",
        "management",
        "manager",
        "manage",
        "managing",
        "leading",
        "leadership",
        "lead",
        "team",
        "teams",
        "people",
        "report",
        "reports",
        "reporting",
        "direct",
        "bachelor",
        "bachelors",
        "master",
        "masters",
        "degree",
        "diploma",
        "graduate",
        "graduated",
        "studied",
        "university",
        "college",
        "salary",
        "base",
        "earn",
        "earning",
        "making",
        "paid",
        "pay",
        "company",
        "employees",
        "staff",
        "years",
        "months",
        "currently",
        "working",
        "work",
        "worked",
        "role",
        "title",
        "based",
        "living",
        "want",
        "become",
        "goal",
        "aiming",
        "director",
        "senior",
        "sales",
        "selling",
        "actually",
        "sorry",
        "meant",
        "nobody",
        "never",
        "without",
        "career",
        "industry",
        "small",
        "large",
        "agency",
    ]
)
_HALF = re.compile(r"\b(\d+) (?:and a half|1/2|½) years|\b(\d+) years and a half")
_VAGUE = (
    (re.compile(r"\ba couple (?:of )?(?=years|people|juniors|reports)"), "2 "),
    (re.compile(r"\bhalf a dozen\b"), "6"),
    (re.compile(r"\ba dozen\b"), "12"),
    (re.compile(r"\bhalf a year(?:s)?\b"), "0.5 years"),
    (re.compile(r"\b(?:a|1) year and a half\b|\b(?:a|1) years and a half\b"), "1.5 years"),
    (re.compile(r"\b(?:a|an) (?:single |whole |full )?years?\b(?! (?:ago|out|old|a))"), "1 years"),
    (re.compile(r"\b(\d+) and a half\b(?! years)"), r"\1.5"),
    (re.compile(r"\ba decade\b"), "10 years"),
    (re.compile(r"\bfor the (?:past|last) years?\b"), "for 1 years"),
    (re.compile(r"\b(\d+) odd years"), r"\1 years"),
    (re.compile(r"\bi am\b"), "i'm"),
    (re.compile(r"\bi have been\b"), "i've been"),
    (re.compile(r"\bwe are\b"), "we're"),
    (re.compile(r"\bdo not\b"), "don't"),
    (re.compile(r"\bis not\b"), "isn't"),
    (re.compile(r"\bhave not\b"), "haven't"),
    (re.compile(r"\bdid not\b"), "didn't"),
)

_HALF_OF = re.compile(
    r"\b(?P<all>\d+(?:\.\d+)?) years(?P<between>[^.]{0,60}?)\b(?:about |almost |over )?half of "
    r"(?:it|that|this|them|those|these|the time|my time)\b"
)


def _half(match: re.Match[str]) -> str:
    """ "12 years, half of it leading" with the half counted."""
    return f"{match['all']} years{match['between']}{float(match['all']) / 2:g} of those"


def marked(tokens: Sequence[Token], offset: int, mentions: Sequence[Mention]) -> str:
    """``tokens`` in regular form; ``offset`` is the index of the first in the message.

    Names become "{kind:id}"; of two names at one place (retail) the first stays.
    """
    starts: dict[int, Mention] = {}
    for mention in mentions:
        if mention.kind in MARKED_KINDS and mention.id not in _NO_JOB:
            starts.setdefault(mention.first, mention)
    words: list[str] = []
    skip_to = -1
    for place, token in enumerate(tokens, start=offset):
        if place <= skip_to:
            continue
        mention_here = starts.get(place)
        if mention_here is not None:
            plural = tokens[min(mention_here.last - offset, len(tokens) - 1)].typed.lower()
            kind = mention_here.kind
            if kind == "role" and plural.endswith("s") and plural not in ("sales", "accounts"):
                kind = "roles"  # "SAMs", "directors": nobody says that of themselves
            words.append(f"{{{kind}={mention_here.id.replace(' ', '_')}}}")
            skip_to = mention_here.last
        elif token.typed == "IT" and words and words[-1] in ("in", "an", "for", "from", ","):
            words.append("{industry=technology}")
        else:
            words.append(_word(token, words[-1] if words else ""))
    text = figures(" ".join(words))
    text = _HALF.sub(lambda m: f"{int(m[1] or m[2])}.5 years", text)
    for pattern, plain in _VAGUE:
        text = pattern.sub(plain, text)
    text = _HALF_OF.sub(_half, regular(text))
    return re.sub(r"\s+", " ", text).strip()


def _word(token: Token, before: str) -> str:
    typed, text = token.typed.lower(), token.text.lower()
    if typed in _UNITS and (before[:1].isdigit() or before in ("few", "many", "a", "of")
                            or before in WORDS or typed not in ("y", "yr", "mo")):  # fmt: skip
        return _UNITS[typed]
    if re.fullmatch(r"\d+,\d{1,2}", typed):
        return typed.replace(",", ".")
    if typed[:1].isdigit() and typed[-1] in ".,":
        return f"{typed.rstrip('.,')} ,"
    if typed != text and typed not in SHORTHAND and text.split()[0] not in _TELLING_WORDS:
        return _SAME.get(typed) or typed  # a name or subject that no pattern reads stays as typed
    return _SAME.get(typed) or _SAME.get(text) or text
