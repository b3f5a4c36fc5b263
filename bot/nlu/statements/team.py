"""How many people one leads, in a chunk of a marked sentence."""

from __future__ import annotations

import re

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
    re.compile(rf"\b(?:my|the|our) team(?:'s)? (?:is|has|have|of|counts|are|grew to|is now|now has|size is)?"
               rf"(?: now| only| currently| got| about| actually| really| in fact| at| just| up to| down to| more like)* {_COUNT}\b(?! (?:years|months|k\b|%|percent))"),
    re.compile(rf"\bteam(?: size)?:? (?:is |now |= )*{_COUNT}\b(?! years| (?:out )?of (?:those|them|these|that|it|which|my)\b)"),
    re.compile(rf"\b{_COUNT}[- ](?:person|people|head|strong|man) team\b|\b{_COUNT.replace('n>', 'm>')} in my team\b"),
    re.compile(rf"\bwe(?:'re| are) (?:a team of )?{_COUNT} in (?:my|the) team\b"),
    re.compile(rf"\b(?:given|gave|assigned|handed) me (?:a team of )?{_COUNT} (?:\w+ )?{_WHO}|\b{_COUNT.replace('n>', 'm>')} (?:people|juniors|reps) to manage"),
    re.compile(r"\b(?P<one>(?:one|a single|just one|1) (?:\w+ )?(?:direct )?(?:report|person reporting|junior reports))\b"),
)  # fmt: skip
# "I lead 4", "AM, lead 2"
_LEADS_N = re.compile(
    r"(?:^|\b(?:i|i'm|and|currently|now|also) )(?:now |currently |also )?(?:lead|leading|manage|managing|supervise|supervising)"
    r" (?:about |around |a team of )?(?P<n>\d+)\W*$"
)
NO_TEAM = re.compile(
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
    if NO_TEAM.search(text):
        return 0
    for pattern in (*_TEAM, _LEADS_N):
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


_STARTS_WITH_PEOPLE = re.compile(
    r"^\W*(?:and |now |it's |currently |about )*(?P<n>\d+) (?:people|ppl|persons?|reports?|directs|juniors|reps|folks)\b"
)


def people_led(text: str) -> int | None:
    """How many people a chunk begins with, after one that told of leading ("3 people ...")."""
    match = _STARTS_WITH_PEOPLE.match(text)
    return int(match["n"]) if match else None
