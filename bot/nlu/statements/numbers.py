"""Years and team size in a chunk of a marked sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from actions.profile.fields import years_of

_LEAD = re.compile(
    r"\b(?:lead(?:s|ing|ership|er)?|led|supervis\w+|in charge of|team ?lead\w*|tl|(?:head|leader|boss|chief|gaffer|captain|manager) of (?:a |the |my )?(?:\w+ )?(?:team|group|squad|crew|pod|unit|\d+)|people (?:management"
    r"|manager|leader\w*|lead)|heading|headed|in management"
    r"|(?<!not )under (?:me|my wing)|report(?:s|ed|ing)? (?:directly )?(?:in)?to me|direct reports"
    r"|(?:took|taken|taking) (?:over|on) (?:a |the |my |our )?(?:\w+ )?team"
    r"|(?:manag(?:e|ed|ing|er of)|run|ran|running|with|coaching|coached) (?:a |an |the |my |our |own |small |of )*"
    r"(?:team|people|others|pod|group|reports|direct reports|staff|folks|crew|squad|reps|juniors"
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
    r"|client management|am (?:work|experience|role|roles|side|land|stuff)|(?:in|of) am\b"
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
    r"|\b(?:another|wait(?:ed)?|stay(?:ed)?|in|after) (?P<other>\d+(?:\.\d+)?)(?: more)? years\b"
    r"|\b(?:for|another|wait|stay|only|just|after|it's|its) (?:another |only |just )?(?P<bare>\d+)"
    r"(?: more\b| longer\b|(?<=another \d)|(?<=another \d\d))(?! (?:people|reports|juniors|k\b))"
)
_IN_ALL = r"(?:in total|all up|altogether|overall|in all|all told|all in all)"
_OF_THOSE = re.compile(
    r"\} with (?P<bare>[1-3]?\d)(?=\W*$)|"
    rf"\b(?P<whole>\d+(?:\.\d+)?) (?={_IN_ALL}\b)|\b(?P<led>\d+(?:\.\d+)?) (?=of (?:leading|leadership|managing|supervising|people)\b)|"
    r"\b(?P<number>\d+(?:\.\d+)?) (?:years )?(?:of|out of) (?:those|them|these|which|that)\b(?! (?:at the moment|currently|now|today|right now|report))|^(?:and )?(?:then )?(?:the |about )?(?:last |first |past )?(?P<part>\d+) (?=(?:in|as|leading|managing|running|heading)\b)|\b(?:leading|led|managing|managed|running|supervising|coaching) (?:(?:\w+ )?(?:people|a team|teams|others|staff|folks|them) (?:for |in )?(?:just |only )?(?:the last )?|(?:\w+ )?for (?:just |only )?(?:the last )?)(?P<part2>\d+)\b(?! (?:years|people|of|months))"
)
_LAST_AS = re.compile(
    r"\b(?:last|past|latter|most recent) (?P<since>\d+(?:\.\d+)?)\b(?! (?:years|months|people|jobs"
    r"|deals|quarters|companies|employers|\{))"
    r"|\b(?:(?:from|of|out of|among) (?:those|them|these|this|which|that)|half of it)(?: years)?,? "
    r"(?:(?:about|roughly|around|only|the last|i|i've|have|had|did|spent) )*(?P<part>\d+(?:\.\d+)?)\b(?! (?:years|months))"
    r"|(?:\b(?:sales|account management)|\{role=\w+\}) for (?P<for>\d+(?:\.\d+)?)(?=\W*$)"
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
    """A number of years and what they were spent in: a profile field, or "years" if not said."""

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
    partial = [
        m
        for m in partial
        if matches or told or m.groupdict().get("number") or _LED_FOR.search(text)
    ]
    partial += [m for m in _OF_THOSE.finditer(text) if m["bare"] and m not in partial]
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
        if match.re is _LAST_AS or match.groupdict().get("part"):
            # A part of other years counts only where the words say what it was spent in.
            field = _spent_in(after, f"{match.group()} {before}", "", None)
            if field != "years":
                found.append(Years(field, number))
            continue
        found.append(Years(_spent_in(after, before, around, track), number))
    return found


def more_years(text: str) -> float | None:
    """Years still to come in ``text`` ("if i waited 4 more years"), or None."""
    match = _MORE.search(text)
    return float(next(n for n in match.groups() if n)) if match else None


def elsewhere(text: str) -> str | None:
    """The occupation, none of the documents' roles, that years in ``text`` were spent in."""
    match = _ELSEWHERE.search(text)
    return (match["id"] or match["id2"]).replace("_", " ") if match else None


def leads(text: str) -> bool:
    """Whether ``text`` tells of leading people."""
    text = _NO_TEAM.sub(" ", text)
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
    """The field of a number of years by the words after it, else before it, else by the role."""
    for words in (after, before):
        if leads(words):
            return "years_leadership"
        role = re.search(r"\{role=(\w+)\}", words)
        if _ACCOUNTS.search(words):
            return "years_account_management"
        if role:
            return years_of(role[1])
        if _SALES.search(words):
            return "years_sales"
    if track is not None:
        return track
    telegram = len(around.split()) <= 4 or re.search(
        r"\b(?:i have|i've(?: got)?|have|got|with|having) (?:only |just |about |around |over |nearly |almost )*\d",
        around,
    )
    return "years_total" if _TOTAL.search(around) or telegram else "years"


_COUNT = r"(?P<n>\d+)"
_WHO = (
    r"(?:people|person|persons|ppl|reports?|direct reports?|directs?|juniors?|reps?|folks|staff"
    r"|employees|members?|colleagues|heads|team members|trainees|interns|account people|guys|coordinators"
    r"|assistants|subordinates|\{roles?=\w+\}s?|others)"
)
_TEAM = (
    re.compile(rf"(?<!we're a )(?<!in a )(?<!part of a )(?<!member of a )(?<!we are a )(?<!on a )\b(?:team|pod|group|squad|crew|bunch|department) of (?:about |around |now |currently )?{_COUNT}\b"
               r"(?!(?:,\d|k\b| years| employees))"),
    re.compile(rf"\b{_COUNT} (?:(?!with|of|in|on|for|years|leading|managing|having|where)\w+ )?(?:people|ppl|{_WHO[3:-1]}) (?:who )?(?:directly )?(?:report(?:s|ing)?(?: in)?(?:to)?|are reporting"
               r"|answer(?:s|ing)?|under|work(?:ing)? (?:for|under))\b"),
    re.compile(rf"\b(?:lead(?:s|ing|er)?(?: over| of| for)?|led|manag(?:e|es|ing)|run(?:s|ning)?|supervis(?:e|es|ing)|head(?:ing)?"
               rf"|look(?:ing)? after|oversee(?:ing)?|in charge of|coach(?:ing)?|responsible for|boss of|chief of) "
               rf"(?:a |an |the |my |about |around |now |currently |team of |of |all )*{_COUNT} (?:\w+ )?{_WHO}(?!\w)"),
    re.compile(rf"\b{_COUNT} (?:direct reports?|reports\b|directs\b|report to me|reporting to me|under me|people under)"),
    re.compile(rf"\b(?:gaffer|boss|chief|captain|head|manager) of (?:a |the )?(?:team|crew|group|squad)? ?(?:of )?{_COUNT}\b(?! years)"),
    re.compile(rf"\bmy (?:direct )?reports ?[:=]? ?{_COUNT}\b(?! years)"),
    re.compile(rf"\bmy team (?:is|has|have|of|counts|are|grew to|is now|now has|size is)"
               rf"(?: now| only| currently| got| about)* {_COUNT}\b"),
    re.compile(rf"\bteam(?: size)?:? (?:is |now |= )*{_COUNT}\b(?! years)"),
    re.compile(rf"\b{_COUNT}[- ](?:person|people|head|strong|man) team\b|\b{_COUNT.replace('n>', 'm>')} in my team\b"),
    re.compile(rf"\bwe(?:'re| are) (?:a team of )?{_COUNT} in (?:my|the) team\b"),
    re.compile(rf"\b(?:given|gave|assigned|handed) me (?:a team of )?{_COUNT} (?:\w+ )?{_WHO}|\b{_COUNT.replace('n>', 'm>')} (?:people|juniors|reps) to manage"),
    re.compile(r"\b(?P<one>(?:one|a single|just one|1) (?:\w+ )?(?:direct )?(?:report|person reporting|junior reports))\b"),
)  # fmt: skip
_NO_TEAM = re.compile(
    r"\b(?:leadership|reports|people lead|team lead|leading)(?: experience)? ?(?:0|zero|none|nil|no)\b"
    r"|\b(?:no|zero|0|without(?: any)?|don't have (?:any )?|haven't got (?:any )?|not any|never had(?: any| an?| 1)?) "
    r"(?:single |direct |own )?(?:reports|directs|team|people responsibility|people to manage|subordinates"
    r"|people management|staff|one reporting|(?:people )?leadership(?: experience| background)?|people lead"
    r"|(?:leading|supervisory|management|managerial) experience|line management)\b(?! skills)"
    r"|\b(?:don't|haven't|didn't|never|not) (?:have|had|got|having) (?:anyone|anybody|any|people|a single|one|\w+ )*"
    r"(?:under|reporting to|below) me\b"
    r"|\b(?:not|never) (?:even )?(?:1|an?|any)(?: single)? (?:person|people|soul|human|report|colleague|junior)s?\b"
    r"(?=.*\b(?:to|under|below) me\b)|\bnever had an? (?:single )?(?:direct )?report\b"
    r"|\b(?:nobody|no one|no 1|none|noone|no body) (?:\w+ )?(?:ever )?(?:report(?:s|ed)?|reporting|works?|under)\b"
    r"|\b(?:don't|doesn't|not|never|haven't|didn't|nor) (?:\w+ )?(?:manag\w+|lead|led|leading|supervis\w+|have any) "
    r"(?:anyone|anybody|any people|people|any one|a team|others|reports|direct reports|staff|any team)\b"
    r"|\b(?:lead|leading|manage|managing|supervise|supervising|led|managed) (?:nobody|no one|none"
    r"|noone|no team|no people)\b"
    r"|\bnot? (?:a )?(?:people manager|manager of people)\b|\bindividual contributor\b"
)
_CLIENT_WORDS = re.compile(r"\b(?:accounts|clients|customers|deals|brands|stores|vendors)\b")


def team_size(text: str) -> int | None:
    """How many people report to the speaker, by ``text``; None if it does not say."""
    if _NO_TEAM.search(text):
        return 0
    for pattern in _TEAM:
        match = pattern.search(text)
        if match is None:
            continue
        groups = match.groupdict()
        if groups.get("one"):
            return 1
        number = next(int(v) for v in (groups.get("n"), groups.get("m")) if v)
        if number > 500 or _CLIENT_WORDS.search(match.group()):
            continue
        return number
    return None
