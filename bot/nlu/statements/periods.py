"""Puts spans of time in one regular form: dates as years, labelled figures without their sign."""

from __future__ import annotations

import re
from datetime import date

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SINCE = re.compile(
    r"\bsince (?:(?:about |around )?(?P<ago>\d+) years(?: ago)?"
    r"|(?:(?:the )?(?:start|beginning|end|early|late|mid|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|spring|summer|autumn|fall)(?: of)? )*"
    rf"{_YEAR})\b"
)
# "from 2018 on", "2018 to now", "2018 - present"
_UP_TO_NOW = re.compile(
    rf"\b(?:from |ever from |as of )?{_YEAR}(?: ?(?:-|–|—|to|till|til|until|up to|through) ?"
    r"(?:now|present|today|date|the present|this day)|(?<=from \d\d\d\d) on(?:wards?)?)\b"
)
# "went into account management in 2018", "took over a team back in 2021"
_BEGAN = re.compile(
    r"\b(?P<verb>(?:first )?(?:started|began|got|went|moved|came|entered|joined|jumped|switched"
    r"|transferred|took|was given|were given|was made|were made|became|inherited|built|landed"
    r"|promoted|stepped|been made))\b(?P<what>(?: (?!in \d)[\w{}=']+){0,7}?)"
    r"(?: (?:back|again|only|just|around|already|about))* (?:(?:in|from|around) (?:early |late |mid )?"
    rf"{_YEAR}(?: (?:on|onwards))?|(?P<ago>\d+(?:\.\d+)?) years ago)\b(?! (?:to|till|until|and left|but left))"
)
# "two years ago i was given a team", "in 2021 i took over a team"
_FIRST_WHEN = re.compile(
    rf"\b(?P<when>\d+ years ago|in {_YEAR}),? (?:they |we )?(?P<who>i |they |we )?(?P<what>(?:was given|gave me"
    r"|was made|became|took over|took on|inherited|started|got|moved|joined|was promoted)\b[^,;.]*)"
)
_TEAM_IN_BRACKETS = re.compile(r"\b(team|pod|squad|crew|group) \( ?(?:of )?(\d+)(?: \w+)? ?\)")
_WORK = re.compile(
    r"\b(?:account manage\w+|manag\w+ accounts|sales|selling|am|key accounts)\b|\{role="
)
_PEOPLE = re.compile(
    r"\b(?:teams?|people|pod|squad|crew|group|reports|leader\w*|lead(?:ing)?|supervis\w+)\b"
    r"|\bmanager of\b"
)
_EVER_SINCE = re.compile(rf"\b{_YEAR}\b(?P<between>.{{0,80}}?)\bever since\b")
# "leadership: 2 years", "years in account management - 8"
_LABELLED = re.compile(
    r"\b(?P<label>(?:account )?management|mgmt|leadership|leading|lead|tl|sales|people|reports"
    r"|experience|exp|kam|sam|am|ae|bachelor\w*|degree)(?:[ :=–—>-]| - )+(?=\d+\b(?! of\b))"
)
# "years leading: 3"
_YEARS_OF = re.compile(
    r"(?<!\d )\byears (?:in |of |as )?(?P<what>account management|leadership|leading(?: people)?|sales"
    r"|managing people|team lead|\{role=\w+\})(?:[ :=–—>-]| - |is|are)+(?P<n>\d+)\b(?! years)"
)
# "6 years no reports mba goal director": a telegram without its commas
_UNCUT = re.compile(
    r"\b(?P<one>years|reports|mba|bba|bsc|degree) "
    r"(?=(?:no|zero|mba|ba|bsc|bba|bachelor\w*|master\w*|goal|team of|led|lead) )"
)
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
        "eighth": 8, "ninth": 9, "tenth": 10}  # fmt: skip
_ANNIVERSARY = re.compile(
    rf"\b(?:my |the )?(?:(?P<word>{'|'.join(_NTH)})|(?P<n>\d+)(?:st|nd|rd|th))(?: work)?"
    r" anniversary (?:in|of|at|as)\b"
)
_ROLE_LABEL = re.compile(r"(?P<role>\{role=\w+\}) ?[:=–—] ?(?=\d)")
_SCHOOLING = re.compile(
    r"(?:\{other_industry=education\}|\b(?:education|edu|educ|studies|uni|university|college)) ?"
    r"[:=–—-] ?"
)
_DEGREE_IS = re.compile(r"\bdegree ?(?:[:=–—-]|wise) ?(?:yes|yep|yeah)?[ ,:]*(?=\w)")
_THEN = re.compile(r"(?:,? ?\band)? ?\bthen (?=\d+(?:\.\d+)? years (?:(?:as|of|an?) )*\{role=)")
# "8 years in account management incl 5 as a team lead"
_INCLUDED = re.compile(
    r"[ ,(]*\b(?:incl(?:uding|\.)?|thereof|whereof|with) (?:the last |about )?(?P<n>\d+(?:\.\d+)?)"
    r"(?: years)?(?: of (?:those|them|these))? "
    r"(?=(?:(?:as|of|in|at|an?|the|being) )*(?:team ?lead|tl\b|lead|people|manag|supervis|head|running"
    r"|coaching))"
)
_HONOURS = re.compile(r"\b(?:a )?2 ?: ?[12](?= |$)(?! \d)")


def _years(since: int) -> int:
    return date.today().year - since


def _since(match: re.Match[str]) -> str:
    """ "since 2018" as "for 8 years", counted to this year."""
    years = int(match["ago"] or _years(int(match["year"])))
    return f"for {years} years" if years >= 0 else match.group()


def _until_now(match: re.Match[str]) -> str:
    years = _years(int(match["year"]))
    return f"for {years} years" if years >= 0 else match.group()


def _begun(match: re.Match[str]) -> str:
    """ "Took over a team in 2021" as "leading a team for 5 years"."""
    what = match["what"]
    years = float(match["ago"]) if match["ago"] else _years(int(match["year"]))
    if years < 0:
        return match.group()
    size = re.search(r"\b(?:team|pod|squad|crew|group) of \d+", what)
    if size:
        return f"leading a {size[0]} for {years:g} years"
    if _PEOPLE.search(what) and "{role=" not in what:
        return f"leading a team for {years:g} years"
    if _WORK.search(what):
        name = re.search(r"\{role=\w+\}", what)
        return f"{'been ' + name[0] if name else what.strip()} for {years:g} years"
    return match.group()


def _ever_since(match: re.Match[str]) -> str:
    return f"{match['year']}{match['between']}for {_years(int(match['year']))} years"


def _labelled(match: re.Match[str]) -> str:
    """ "Leadership: 2 years" without its sign, unless the years before it are its own."""
    before = match.string[max(0, match.start() - 20) : match.start()]
    own = re.search(r"\d+(?:\.\d+)? years(?: of| in)? $", before)
    return match.group() if own else f"{match['label']} "


def regular(text: str) -> str:
    """``text``, marked and with its numbers as figures, with its spans of time as years."""
    text = _INCLUDED.sub(r" , \g<n> of those ", text)
    text = _HONOURS.sub("bachelor", text)
    text = _SCHOOLING.sub("degree ", text)
    text = _DEGREE_IS.sub("degree , ", text)
    text = text.replace("done so", "done this")
    text = _UNCUT.sub(lambda m: f"{m['one']} , ", text)
    text = _ANNIVERSARY.sub(lambda m: f"{m['n'] or _NTH[m['word']]} years as", text)
    text = _TEAM_IN_BRACKETS.sub(r"\1 of \2 people", text)
    text = _FIRST_WHEN.sub(lambda m: f"{m['who'] or ''}{m['what'].strip()} {m['when']}", text)
    text = _YEARS_OF.sub(lambda m: f"{m['n']} years {m['what']}", text)
    text = _LABELLED.sub(_labelled, text)
    text = _ROLE_LABEL.sub(lambda m: f"{m['role']} ", text)
    text = _EVER_SINCE.sub(_ever_since, text)
    text = _BEGAN.sub(_begun, text)
    text = _UP_TO_NOW.sub(_until_now, _SINCE.sub(_since, text))
    return _THEN.sub(", currently ", text)
