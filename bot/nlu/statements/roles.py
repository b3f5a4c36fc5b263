"""Own role and goal in a chunk of a marked sentence."""

from __future__ import annotations

import re

_ROLE = re.compile(r"\{role=(\w+)\}")
_BE = (
    r"(?:i'm|i am|am|being|i've been|been|i work|work|working|worked|employed|role is|title is|position is|job is|title:"
    r"|role:|position:|promoted|became|moved up|made|currently|now|at present|presently|acting|serving|hired"
    r"|myself|bumped up|stepping|title|role|job|position|me:|still|i was made|i got|stepped up|moved|we're|as|it's|call me)"
)
_LITTLE = r"(?:\s+(?:an?|the|just|already|only|currently|now|still|as|to|been|newly|recently|one|of|also|both|only|really|actually|into|up|is|at present|basically|fairly|(?!hopeful|possib|near|almost|probab|potential|theoretical)\w+ly|new|former|mid level|plain|regular|normal|simple|ordinary|mere|humble|standard|:))*"
_IS_ROLE = re.compile(rf"\b{_BE}{_LITTLE}\s+\{{(?P<kind>role|other_role)=(?P<id>\w+)\}}(?!s\b)")
_LEADS_OFF = re.compile(
    r"^(?:(?:so|and|ok|hi|hello|hey|hiya|yo|there|all|folks|good (?:morning|afternoon|evening)|well|currently|now|just|a|an|also|me|me as|yeah|yes|no|actually|sorry|oops|i mean|about me|context|experienced|seasoned|long ?time|:|-)\s+)*"
    r"\{(?P<kind>role|other_role)=(?P<id>\w+)\}(?P<rest>.*)$"
)
_HERE = re.compile(
    r"\{(?P<kind>role|other_role)=(?P<id>\w+)\} (?:here|speaking|by (?:trade|day)|currently|now|at the moment|atm|for (?:now|\d))\b"
)
_NOT_OWN = re.compile(
    r"\b(?:not|isn't|never|wasn't|not yet|no longer|more than|than|like|unlike|versus|vs|between|or|offer\w*|below|above|under|for|first \d+ years(?: as| of| in)?) (?:an? |the )?$"
)
_CARD = re.compile(
    r"\{(?P<kind>role|other_role)=(?P<id>\w+)\} on (?:my|the) (?:business )?(?:card|badge|contract|payslip|door|linkedin)|\b(?:card|badge|contract|payslip|linkedin) says \{(?P<kind2>role|other_role)=(?P<id2>\w+)\}"
)


_YEARS_AS = re.compile(r"\byears (?:working )?as(?: an?| the)? $")


# "I'm choosing between AE and AM": neither is one's own.
_CHOOSES = re.compile(
    r"\b(?:between|torn|choos\w+|decid\w+|undecided|weighing)\b[^{]*\{role=\w+\}s? (?:and|or|vs)"
    r" (?:an? )?\{role="
)


def current_role(text: str, company: bool) -> str | None:
    """The role that ``text`` says one has. ``company`` if the message tells more than a name."""
    if _CHOOSES.search(text):
        return None
    for match in _IS_ROLE.finditer(text):
        if match["kind"] == "other_role" and _YEARS_AS.search(text[: match.start("kind") - 1]):
            continue  # "6 years as a chef": an occupation one may have left
        if not _NOT_OWN.search(text[: match.start("kind") - 1]) and not re.search(
            r"\b(?:not|isn't|never|want|would|report(?:s|ing)? to|applied|work(?:s|ing)? (?:for|with|under))\b[^{]*$",
            text[: match.start("kind")],
        ):
            return _named(match)
    here = _HERE.search(text)
    if here:
        return _named(here)
    card = _CARD.search(text)
    if card:
        return str(card["id"] or card["id2"])
    leads = _LEADS_OFF.match(text)
    if (
        leads
        and (company or len(leads["rest"].split()) >= 2)
        and not re.match(
            r"s\b|(?:is|are|does|do|has|have|role|job|earns?|pays?|salary|vs|or|and \{|who|would|could|should|can|skills|realistic)(?!\w)",
            leads["rest"].strip() or "_",
        )
        and not leads["rest"].startswith(("s ", "'s", " it is"))
    ):
        return _named(leads)
    return None


# How one comes to a role. Who "started as" one may have left it, unless it was just now.
_RECENT = r"(?:just|recently|newly|this|last|yesterday|today|now|monday|ago)"
_COMES_TO = re.compile(
    r"\b(?:made me|promot\w+(?: me)?(?: up)? to(?: be| being)?|bumped(?: me)?(?: up)? to"
    r"|(?:appointed|named|hired|confirmed|selected|chosen)(?: me)?(?: as| to be)?"
    r"|(?:stepp?ed|moved|switched|changed|went|transferred|transitioned|crossed over|slid|got)"
    r"(?: over| up)?(?: from (?:an? |being an? )?\{(?:other_)?role=\w+\})? (?:in)?to"
    r"|became|(?:i've|have) become|been made|was made|were made"
    r"|(?:(?<!we )(?<!they )got|gave me|given|landed|took(?: over)?|accepted)(?= the | my "
    r"|.*\} (?:title|job|role|position|post|gig|promotion)\b)"
    rf"|start(?:ed|ing)(?: out)? as(?=.*\b{_RECENT}\b)|(?<=\bjust )started(?: out)? as)"
    r"(?: (?:an?|the|my|first|new|job|gig|role|post|position|title|promotion|of|as|to|up|own))*"
    r" \{(?P<kind>role|other_role)=(?P<id>\w+)\}(?! (?:interview|offer|training|certificate))(?!s\b)"
)
_NOT_YET = re.compile(
    r"\b(?:not|never|didn't|don't|won't|haven't|hasn't|almost|nearly|will|might|may|could|should"
    r"|to be|get|how|until|till|before|when|if|started out)\b"
)


def given_role(text: str) -> str | None:
    """The role that ``text`` says one has come to ("they just made me ...", "promoted to ...")."""
    found = None
    for match in _COMES_TO.finditer(text):
        if not _NOT_YET.search(text[: match.start()]):
            found = _named(match)
    return found


_FOR_YEARS = re.compile(
    r"(?<!first )\b\d+(?:\.\d+)? (?:years|months)(?: now| already| long)?"
    r"(?: (?:(?:of )?(?:being|working|work)|as|an?|the|my|now|i'm|in the role of|of))* \{role=(?P<id>\w+)\}"
    r"(?! (?:experience|exp|work|stuff|background|team|for))"
    r"|\b(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth) year (?:as|of being|being) (?:an? )?"
    r"\{role=(?P<nth>\w+)\}"
    r"|\b(?:been|i'm) doing (?:the )?\{role=(?P<thing>\w+)\} (?:thing|job|gig|role|stuff)"
)


def role_for_years(text: str) -> str | None:
    """The role that stands beside the years spent in it ("2 years {role} at a bank")."""
    match = _FOR_YEARS.search(text)
    return next((v for v in match.groupdict().values() if v), None) if match else None


# "No wait, account MANAGER"
_NO_BUT = re.compile(
    r"^\W*(?:(?:no|nope|nah|wait|sorry|oops|whoops|hang on|hold on|ah|argh|actually|correction|rather)\W+)+"
    r"(?:an? |it's |i'm )?\{role=(?P<id>\w+)\}\W*$"
)


def put_right_role(text: str) -> str | None:
    """The role that a correction names without saying whose it is ("typo, I meant AE")."""
    match = _MEANT.search(text) or _NO_BUT.match(text)
    return match["id"] if match else None


_MEANT = re.compile(
    r"\b(?:i (?:meant|mean)|meant to (?:say|type|write)|wrong word|typo|autocorrect\w*|mixed \w+(?: up)?"
    r"|correction|should (?:be|have been|read|say)|make (?:that|it)|not \w+)[\s,.:]+(?:an? |the |it's )?"
    r"\{role=(?P<id>\w+)\}(?= is what| i'm|,? not\b|,? instead\b|\W*$)"
)


def _named(match: re.Match[str]) -> str:
    return match["id"] if match["kind"] == "role" else match["id"].replace("_", " ")


_AIM_AS = re.compile(
    r"\b(?:end(?:ing)? up|finish|retire|see myself|working|work|be hired|start) (?:\w+ )?as (?:an? |the )?\{role=(\w+)\}"
)


_NOT_GOAL = re.compile(
    r"\b(?:(?:years|months|experience|working|worked|work|job|jobs|role|time|currently|now|here|am"
    r"|i'm|been|was|stay|start\w*|just|only) as|^as|from|beyond|than|not|i'm|leave|stop being)"
    r"(?: an?| the| being| my)? $"
)


def target_role(text: str) -> str | None:
    """The role that a chunk in the mood of a wish is about."""
    aim = _AIM_AS.search(text)
    if aim:
        return aim[1]
    found = [m[1] for m in _ROLE.finditer(text) if not _NOT_GOAL.search(text[: m.start()])]
    if not found and re.search(r"\b(?:in)?to account management\b", text):
        return "account_manager"
    return found[-1] if found else None
