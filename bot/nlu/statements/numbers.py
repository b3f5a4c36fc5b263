"""Years in a chunk of a marked sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from actions.profile.fields import years_of
from bot.nlu.statements.team import NO_TEAM

_LEAD = re.compile(
    r"\b(?:lead(?:s|ing|ership|er)?(?! (?:none|nobody|no one|noone|0|anyone|anybody)\b)|led|supervis\w+|in charge of|team ?lead\w*|tl|(?:head|leader|boss|chief|gaffer|captain|manager) of (?:a |the |my )?(?:\w+ )?(?:team|group|squad|crew|pod|unit|\d+)|people (?:management"
    r"|manager|leader\w*|lead)|heading|headed|in management"
    r"|(?<!not )under (?:me|my wing)|report(?:s|ed|ing)? (?:directly )?(?:in)?to me|direct reports"
    r"|(?:\d+|the|my|with) (?:direct reports?|directs|reports|reportees|subordinates)"
    r"|(?:team|leading|leadership|lead|people|management|supervis\w+) (?:thing|part|bit|side|stuff|one|figure|number)"
    r"|(?:took|taken|taking) (?:over|on) (?:a |the |my |our )?(?:\w+ )?team"
    r"|(?:manag(?:e|ed|ing|er of)|run|ran|running|with|coaching|coached) (?:a |an |the |my |our |own |small |of )*"
    r"(?:teams?|people|others|pod|group|reports|direct reports|staff|folks|crew|squad|reps|juniors"
    r"|\{roles?=\w+\}s?|\d+)|(?:had|have|having) (?:a |my |own |direct |wee |little |small )*(?:team|pod|reports|people|staff"
    r"|juniors))\b(?! (?:accounts|clients))"
)
# "A team of 4" leads, unless one is only a part of it.
_TEAM_OF = re.compile(
    r"(?P<in>\b(?:in|on|part of|member of|join\w*|within|we're|we are) (?:an? |the |my )?(?:\w+ )?)?"
    r"\b(?:team|pod|group|squad|crew|bunch|unit) of \d+\b(?!(?:,\d|k\b| years| employees))"
)
_ACCOUNTS = re.compile(
    r"\b(?:account management|account managing|accounts? mgmt|key accounts?|managing (?:\w+ )?accounts|manage accounts"
    r"|client management|am (?:work|experience|role|roles|side|land|stuff|thing|gig|job|game)|(?:in|of) am\b"
    r"|looking after (?:\w+ )?(?:accounts|clients)|account side)\b"
)
_SALES = re.compile(
    r"\b(?:sales|selling|sell|sold|biz dev|business development|new business|cold calling|quota"
    r" carrying|closing)\b"
)
_TOTAL = re.compile(
    r"\b(?:experience|career|total|overall|altogether|professional\w*|working life|workforce"
    r"|work (?:life|history)|in the (?:industry|business|field|game|job market)|working|employed|been (?:at|doing) (?:this|it)"
    r"|under my belt|in all)\b"
)
_YEARS = re.compile(
    r"(?<!\dk )(?<!000 )(?<!thousand )(?<!grand )(?<!base )(?<!dollars )"
    r"(?P<number>\d+(?:\.\d+)?)\+?(?: ?(?:-|to|or) ?\d+)? ?(?P<unit>years|months)\b(?:')?"
)
_NOT_WORKED = re.compile(
    r"\b(?:minus|subtract|deduct|take|knock)(?: off)? \d|\bof (?:those|them|these|the)(?: \w+)? (?:don't|didn't|doesn't) (?:really |even )?count|\bmin(?:imum)?\.? \d|\b(?:my )?first \d+ years|years (?:\w+ )?(?:required|needed|necessary|minimum)\b|years (?:ago|old|out of|from now|away|left|to go|short|younger|plan|older|contract|in a row"
    r"|back|older|at (?:the|my|this)(?: same| current)? (?:company|firm|place|employer|agency)"
    r"|in this (?:city|town|country|company|firm|job|position)|married|in prison|sober|after)\b"
    r"|\b(?:next|within|another|minimum|every|age of|aged) "
    r"(?:the )?\d+(?:\.\d+)? years(?! (?:in|of|as|into|leading|exp))"
    r"|\b(?:in|after) (?:the |about |around )?\d+ years(?! (?:as|of|in|with|leading|managing|exp))|\bneed \d+ years"
    r"|\b(?:with|at) (?!the\b|an?\b|my\b|this\b|it\b|\{)[a-z]+ (?:for )?\d+ years|years? (?:since|at) (?:uni|university|college|school)"
)
_MORE = re.compile(
    r"\b(?P<number>\d+(?:\.\d+)?) (?:more |additional |further |extra )years\b"
    r"|\b(?P<later>\d+(?:\.\d+)?) years (?:more|longer|extra|further)\b"
    r"|\b(?:hang|hold|stick|keep|go) (?:on|in|at it|around|going)(?: (?:for|there|here|another))* (?P<held>\d+(?:\.\d+)?)(?: more)? years\b"
    r"|\b(?:another|wait(?:ed)?|stay(?:ed)?|in|after)(?: like| about| around)? (?P<other>\d+(?:\.\d+)?)(?: more)? years\b"
    r"|\b(?:for|another|wait|stay|only|just|after|it's|its) (?:another |only |just )?(?P<bare>\d+)"
    r"(?: more\b| longer\b|(?<=another \d)|(?<=another \d\d))(?! (?:people|reports|juniors|k\b))"
)
_IN_ALL = r"(?:in total|total|all up|altogether|overall|in all|all told|all in all)"
_ALL_TOLD = re.compile(rf"\W*(?:total|overall|{_IN_ALL})\b(?! (?:in|of|as)\b)")
_OF_THOSE = re.compile(
    r"\} with (?P<bare>[1-3]?\d)(?=\W*$)|"
    rf"\b(?P<whole>\d+(?:\.\d+)?) (?={_IN_ALL}\b)|\b(?P<led>\d+(?:\.\d+)?) (?=of (?:leading|leadership|managing|supervising|people)\b)|"
    r"\b(?P<number>\d+(?:\.\d+)?) (?:years )?(?:of|out of) (?:those|them|these|which|that)\b(?! (?:at the moment|currently|now|today|right now|report))|(?:^(?:and |so )?(?:then )?(?:the |about |only |just )?(?:last |first |past )?|\b(?:got|have|i've|done|did) (?=\d+ as (?:an? )?\{role)|(?<=[a-z}] )(?<!of )(?<!with )(?=\d+ (?:leading|managing|running|heading|lead|in lead|as lead|as team)))(?P<part>\d+) (?=(?:in|as|lead|leading|managing|running|heading|with a team|with people)\b)|\b(?:leading|led|managing|managed|running|supervising|coaching) (?:(?:\w+ )?(?:people|a team|teams|others|staff|folks|them) (?:for |in )?(?:just |only )?(?:the last )?|(?:\w+ )?for (?:just |only )?(?:the last )?)(?P<part2>\d+)\b(?! (?:years|people|of|months))"
)
_LAST_AS = re.compile(
    r"\b(?:last|past|latter|most recent) (?P<since>\d+(?:\.\d+)?)\b(?! (?:years|months|people|jobs"
    r"|deals|quarters|companies|employers|\{))"
    r"|\b(?:(?:from|of|out of|among) (?:those|them|these|this|which|that)|half of it)(?: years)?,? "
    r"(?:(?:about|roughly|around|only|the last|i|i've|have|had|did|spent) )*(?P<part>\d+(?:\.\d+)?)\b(?! (?:years|months))"
    r"(?! (?:(?!with\b|\w+ing\b)\w+ )?(?:people|reports?|juniors?|staff|heads|of us|\{roles?=))"
    r"|(?:\b(?:sales|account management)|\{role=\w+\}) for (?P<for>\d+(?:\.\d+)?)(?=\W*$)"
    r"|\bfor (?:about |around |over |almost |nearly |just |only )?(?P<for3>\d+(?:\.\d+)?)(?=\W*$)"
    r"|\bfor (?P<for2>\d+(?:\.\d+)?) (?=i(?:'ve| have| was|'m)?\b)"
)


_COUNTED = (
    "number",
    "part",
    "part2",
    "whole",
    "led",
    "bare",
    "since",
    "for",
    "for2",
    "for3",
)  # groups that hold a number of years


_LED_FOR = re.compile(
    r"\b(?:led|leading|managed)(?: \w+)? for (?:just |only )?(?:the last )?\d+(?=\W*$)"
)
# Years in an occupation that is no role here ("10 years nurse"), unless one has it still.
_ELSEWHERE = re.compile(
    r"\byears (?:(?:of|as|being|working|work|an?|the) )*\{other_role=(?P<id>\w+)\}"
    r"|\{other_role=(?P<id2>\w+)\} (?:for )?(?:over |about |almost )?\d+(?:\.\d+)? years"
)
_WORK = re.compile(
    r"\b(?:do|work in|i'm in|working in|doing|job is|been in) (?:the )?(?:\w+ )?"
    r"(?:(?P<am>account management)|(?P<sales>sales|selling))\b(?! (?:and|or))"
)


@dataclass(frozen=True)
class Years:
    """A number of years and what they were spent in: a profile field, or as ``_spent_in`` says."""

    field: str
    number: float
    supposed_more: bool = False


def years(text: str, track: str | None, told: bool = False, corrects: bool = False) -> list[Years]:
    """The years of work in ``text``; ``corrects`` if it puts something right.

    ``told`` if years were told before in the sentence, so that "3 in sales" counts years too.
    ``track`` is the field ("years_sales", ...) of the role that stands beside them, if one does.
    """
    found: list[Years] = []
    matches = [*_YEARS.finditer(text)]
    partial = [m for p in (_OF_THOSE, _LAST_AS) for m in p.finditer(text)]
    labelled = [*_LABEL_IS.finditer(text), *(_HAS_N.finditer(text) if told else ())]
    partial = [
        m
        for m in partial
        if matches
        or told
        or m.groupdict().get("number")
        or _LED_FOR.search(text)
        or (m.groupdict().get("part") and _LEADING.match(text[m.end() :]))
    ]
    partial += [m for m in _OF_THOSE.finditer(text) if m["bare"] and m not in partial] + labelled
    if not matches and not told and not corrects:
        partial = [m for m in partial if not m.groupdict().get("whole")]  # "we are 12 in total"
    spans = list(matches)
    for match in partial:
        if not _inside(match, spans):
            spans.append(match)
    spans.sort(key=lambda m: m.start())
    for place, match in enumerate(spans):
        end = spans[place + 1].start() if place + 1 < len(spans) else len(text)
        start = spans[place - 1].end() if place else 0
        around = text[max(start, match.start() - 60) : end]
        if _NOT_WORKED.search(text[max(0, match.start() - 18) : min(len(text), match.end() + 34)]):
            continue
        number = float(next(v for n in _COUNTED if (v := match.groupdict().get(n))))
        if "unit" in match.groupdict() and match.groupdict().get("unit") == "months":
            if number < 6:
                continue
            number = round(number / 12, 1)
        if number > 60:
            continue
        if match.groupdict().get("part2") or match.groupdict().get("led"):
            found.append(Years("years_leadership", number))
            continue
        after, before = text[match.end() : end], text[start : match.start()]
        if _ALL_TOLD.match(after):
            after = ""  # "9 years total and team lead for 6 of those": what follows is a part
        if match.re is _LAST_AS or match.groupdict().get("part"):
            # A part of other years counts only where the words say what it was spent in.
            field = _spent_in(after, f"{match.group()} {before}", "", None)
            if field not in ("years", "years_bare"):
                found.append(Years(field, number))
            continue
        beside = _BESIDE_ROLE.search(before)
        led = _LEAD.search(after)
        if beside and led and (end < len(text) or re.search(r"\d", after[led.start() :])):
            # "AM 8 years leading 3 people for 4": the leading has a number of its own
            found.append(Years(years_of(beside[1]), number))
            continue
        found.append(Years(_spent_in(after, before, around, track), number))
    return found


# "account management is only 8 of it"
_LABEL_IS = re.compile(
    r"\b(?:account management|key accounts|leading|leadership|sales)(?: part| bit| side| years)?"
    r" (?:is|was|were|are|should be)(?: only| just| really| actually| more like)* (?P<number>\d+)\b"
    r"(?! (?:people|k\b|%|years|persons?|months))"
)
# "My teammate has 4", after years were named
_HAS_N = re.compile(r"\b(?:have|has|got|i've|i'm at|with)(?: only| just)* (?P<number>\d{1,2})\W*$")
_LEADING = re.compile(
    r"(?:in leadership|of leadership|leading|(?:managing|running|heading|with) (?:people|a team|teams))"
    r"(?= (?:people|a team|teams|and|but)\b|\W*$|,)"
)
_BESIDE_ROLE = re.compile(r"\{role=(\w+)\}\W*(?:for |since |about )?$")


def more_years(text: str) -> float | None:
    """Years still to come in ``text`` ("if i waited 4 more years"), or None."""
    match = _MORE.search(text)
    return float(next(n for n in match.groups() if n)) if match else None


_TWO = re.compile(
    r"\b(?:had|have|were at|was at|got|say|with) (?P<a>\d+)(?: years)? (?:and|/|,) (?P<b>\d+)(?: years)?"
    r"(?! (?:people|reports|juniors|leading|as|in|of|k)\b)"
)


def two_supposed(text: str) -> tuple[float, float] | None:
    """Two figures side by side of which nothing is said ("imagine I had 10 and 5")."""
    match = _TWO.search(text)
    return (float(match["a"]), float(match["b"])) if match else None


def elsewhere(text: str) -> str | None:
    """The occupation, none of the documents' roles, that years in ``text`` were spent in."""
    match = _ELSEWHERE.search(text)
    return (match["id"] or match["id2"]).replace("_", " ") if match else None


def leads(text: str) -> bool:
    """Whether ``text`` tells of leading people."""
    text = NO_TEAM.sub(" ", text)
    teams = [match for match in _TEAM_OF.finditer(text) if not match["in"]]
    return _LEAD.search(text) is not None or bool(teams)


def line_of_work(text: str) -> str | None:
    """The field in which years count of who says what they do ("I do account management")."""
    match = _WORK.search(text)
    if match is None:
        return None
    return "years_account_management" if match["am"] else "years_sales"


def _inside(match: re.Match[str], others: list[re.Match[str]]) -> bool:
    return any(
        o.start() <= max(match.start(n) for n in _COUNTED if n in match.groupdict()) < o.end()
        for o in others
    )


def _spent_in(after: str, before: str, around: str, track: str | None) -> str:
    """The field of a number of years by the words after it, else before it, else by the role.

    "years_bare" of hardly more than the number ("7 yrs"), "years" of more words that do not say.
    """
    for words in (after, before):
        # Of several kinds of work the one named nearest: "8 years in sales, 2 of those leading".
        named = _kinds_of_work(words)
        if named:
            return (min if words is after else max)(named)[1]
    if track is not None:
        return track
    bare = _LITTLE.sub("", around)
    telegram = len(bare.split()) <= 4 or re.search(
        r"\b(?:i have|i've(?: got)?|have|had|got|with|having) (?:only |just |about |around |over |nearly |almost )*\d",
        around,
    )
    if _TOTAL.search(around):
        return "years_total"
    return "years_bare" if telegram else "years"


_LITTLE = re.compile(r"\b(?:and|so|but|of it|of that|that|this|now|then|only|just)\b")


def _kinds_of_work(text: str) -> list[tuple[int, str]]:
    """The fields that years are counted in which ``text`` names, each with where it does."""
    text = NO_TEAM.sub(lambda match: " " * len(match.group()), text)
    found = [
        (match.start(), field)
        for field, words in (
            ("years_leadership", _LEAD),
            ("years_account_management", _ACCOUNTS),
            ("years_sales", _SALES),
        )
        if (match := words.search(text))
    ]
    found += [(m.start(), "years_leadership") for m in _TEAM_OF.finditer(text) if not m["in"]]
    role = re.search(r"\{role=(\w+)\}", text)
    if role:
        # "Sales manager" is a role, whatever its words are elsewhere.
        found.append((role.start(), years_of(role[1])))
    return found
