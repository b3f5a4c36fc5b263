"""Own role, goal, industry, place, company and skills in a chunk of a marked sentence."""

from __future__ import annotations

import re

from bot.nlu.spelling import is_common

_ROLE = re.compile(r"\{role=(\w+)\}")
_BE = (
    r"(?:i'm|i am|am|being|i've been|been|i work|work|working|worked|employed|role is|title is|position is|job is|title:"
    r"|role:|position:|promoted|became|become|moved up|made|currently|now|at present|presently|acting|serving|hired"
    r"|myself|bumped up|stepping|title|role|job|position|me:|still|i was made|i got|stepped up|moved|we're|as|it's|call me)"
)
_LITTLE = r"(?:\s+(?:an?|the|just|already|only|currently|now|still|as|to|been|newly|recently|one|of|also|both|only|really|actually|into|up|is|at present|basically|fairly|new|former|mid level|plain|regular|normal|simple|ordinary|mere|humble|standard|:))*"
_IS_ROLE = re.compile(rf"\b{_BE}{_LITTLE}\s+\{{(?P<kind>role|other_role)=(?P<id>\w+)\}}(?!s\b)")
_LEADS_OFF = re.compile(
    r"^(?:(?:so|and|ok|hi|hello|hey|well|currently|now|just|a|an|also|me|me as|yeah|yes|no|actually|sorry|oops|i mean|about me|context|:|-)\s+)*"
    r"\{(?P<kind>role|other_role)=(?P<id>\w+)\}(?P<rest>.*)$"
)
_HERE = re.compile(
    r"\{(?P<kind>role|other_role)=(?P<id>\w+)\} (?:here|speaking|by (?:trade|day)|currently|now|at the moment|atm|for (?:now|\d))\b"
)
_NOT_OWN = re.compile(
    r"\b(?:not|isn't|never|wasn't|not yet|no longer|more than|than|like|unlike|versus|vs|between|or|offer\w*|below|above|under|for) (?:an? |the )?$"
)
_CARD = re.compile(
    r"\{(?P<kind>role|other_role)=(?P<id>\w+)\} on (?:my|the) (?:business )?(?:card|badge|contract|payslip|door|linkedin)|\b(?:card|badge|contract|payslip|linkedin) says \{(?P<kind2>role|other_role)=(?P<id2>\w+)\}"
)


def current_role(text: str, company: bool) -> str | None:
    """The role that ``text`` says one has. ``company`` if the message tells more than a name."""
    for match in _IS_ROLE.finditer(text):
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
            r"s\b|(?:is|are|does|do|has|have|role|job|earns?|pays?|salary|vs|or|and \{|who|would|could|should|can|skills|realistic)",
            leads["rest"].strip() or "_",
        )
        and not leads["rest"].startswith(("s ", "'s", " it is"))
    ):
        return _named(leads)
    return None


def _named(match: re.Match[str]) -> str:
    return match["id"] if match["kind"] == "role" else match["id"].replace("_", " ")


def target_role(text: str) -> str | None:
    """The role that a chunk in the mood of a wish is about."""
    found = [m[1] for m in _ROLE.finditer(text)
             if not re.search(r"\b(?:(?<!myself )as|from|beyond|than|not|i'm|leave|stop being)(?: an?| the| being| my)? $", text[: m.start()])]  # fmt: skip
    return found[-1] if found else None


_INDUSTRY = re.compile(r"\{(?P<kind>industry|other_industry)=(?P<id>\w+)\}")
_INDUSTRY_NOT = re.compile(
    r"\b(?:clients?|customers?|accounts|sell\w*|selling to|offer\w*|degree|bachelor\w*|master\w*|studied|major\w*|mba|bsc|ba|graduated?"
    r"|diploma|department|skills?|budget|courses?|interview\w*|know|vs|versus|not|no longer|left|leaving|quit|compared)\b"
)
_INDUSTRY_IS = re.compile(
    r"\b(?:moved to|switched to|changed to|in|at|for|with|from|by|within|we're|it's|i'm|company|firm|industry|sector|business|employer|side|field|is|now|an?|the)\b"
)


def industry(text: str, telegraphic: bool) -> str | None:
    """The industry one works in, by ``text``; ``telegraphic`` if it is a bare fragment."""
    for match in _INDUSTRY.finditer(text):
        if re.match(
            r" (?:is|would be) (?:the|my|our) (?:industry|sector|field|business)",
            text[match.end() :],
        ):
            return match["id"] if match["kind"] == "industry" else match["id"].replace("_", " ")
        before = text[: match.start()]
        if _INDUSTRY_NOT.search(before):
            continue
        if telegraphic or _INDUSTRY_IS.search(before) or len(text.split()) <= 4:
            return match["id"] if match["kind"] == "industry" else match["id"].replace("_", " ")
    return None


_LEFT = re.compile(
    r"\b(?:(?:not|no longer|don't|isn't|aren't)(?: work(?:ing)?)? (?:in|at|for|with)|don't work in|left|out of|quit|am not in|not at) (?:an? |the |my )?(?:job (?:in|at) (?:an? )?)?\{(?:industry|other_industry)=(?P<id>\w+)\}"
)


def left_industry(text: str) -> str | None:
    """The industry that ``text`` says one does not work in, or not any more."""
    match = _LEFT.search(text)
    return match["id"] if match else None


_PLACE = re.compile(r"\{place=(?P<id>\w+)\}")
_PLACE_FREE = re.compile(
    r"\b(?:based|live|living|located|sitting|reside) (?:in|near|around|at|out of|outside) (?:the )?(?P<id>(?!\{)[a-zà-ÿ]+(?: (?:city|town|falls|beach|valley))?)"
)
# A word after "in" that is none of the common ones is likeliest the name of a town.
_PLACE_LIKELY = re.compile(
    r"(?:^|\} |\bhere |\bwork |\bworking |\bup |\bdown |\bover |\bit's |\bbank |\bjob |\bcity : ?|\blocation : ?|\bmoved to |\bcompany |\bfirm )(?:in |to |: ?)(?P<id>(?!\{)[a-zà-ÿ]{4,})$|^in (?P<id3>[a-zà-ÿ]{4,})$"
)
_PLACE_NOT = re.compile(
    r"\b(?:clients?|customers?|from|moving to|move to|relocat\w+|offer\w*|studied|born|mba|degree|bachelor\w*|master\w*|graduated|university|territory|trip|travel\w*|visit\w*|headquarter\w*|hq)\b"
)
_VAGUE = {"home", "the", "a", "an", "my", "here", "there", "europe", "office", "town", "between"}


def location(text: str, telegraphic: bool) -> str | None:
    """Where one works or lives, by ``text``, in title case."""
    match = _PLACE.search(text)
    if match:
        before = text[: match.start()]
        if _PLACE_NOT.search(before) and not re.search(
            r"\bmoved to\b|\bi'm from\b|\bbased\b|\bworking from\b|\brelocated to\b", before
        ):
            return None
        if (
            telegraphic
            or re.search(
                r"\b(?:in|at|to|near|from|of|on|based|office|it's|is|out of|around|outside)\b",
                before,
            )
            or len(text.split()) <= 3
        ):
            return match["id"].replace("_", " ").title()
        return None
    for pattern in (_PLACE_FREE, _PLACE_LIKELY):
        match = pattern.search(text)
        if match is None:
            continue
        name = next(v for v in match.groups() if v)
        if name not in _VAGUE and (pattern is _PLACE_FREE or not is_common(name)):
            return name.title()
    return None


_COMPANY = r"(?:company|firm|agency|employer|organi[sz]ation|org|business|shop|outfit|place|corporation|corp|consultancy|group|co|bank|enterprise|\{industry=\w+\}|\{other_industry=\w+\})"
_EMPLOYEES = (
    re.compile(r"\bheadcount\b[^,]{0,30}? (?P<n>\d[\d,.]*k?)"),
    re.compile(r"\b(?P<n>\d[\d,.]*k?) of us\b(?! (?:in|on) (?:my|the|our) team)"),
    re.compile(rf"\b{_COMPANY}(?: size)? (?:of|:|has|is)(?: about| around)? (?P<n>\d[\d,.]*k?)\b(?! (?:years|reports))"),
    re.compile(r"^(?:about |around |some )?(?P<n>\d{2,3}|\d[\d,]{3,}|\d+k) people$"),
    re.compile(r"\b(?P<n>\d[\d,.]*k?) ?- ?(?:strong|person|people|man)\b(?! team)"),
    re.compile(r"\b(?P<n>\d[\d,.]*k?)\+? ?(?:employees|headcount|staff(?: members)?|employee|souls)\b"),
    re.compile(rf"\b(?P<n>\d[\d,.]*k?)\+?[- ](?:people|person|man|ppl|strong|employee|head|seat) (?:\w+ )?{_COMPANY}"),
    re.compile(rf"\b{_COMPANY}\b[^,]{{0,30}}?\b(?:of|has|have|with|is|employs|about|around|counts|:)(?: only| about| around| roughly| some| over| just| nearly| quite big)* (?P<n>\d[\d,.]*k?)\+? ?(?:people|ppl|persons|folks|of us)\b"),
    re.compile(r"\b(?:we're|we are|there are|we have|we've got|we employ)(?: only| about| around| roughly| some| over| just| nearly| now)* (?P<n>\d[\d,.]*k?)\+? ?(?:people|ppl|persons|folks|of us|employees|staff)(?! (?:in|on) (?:my|the|our) team| report| under)"),
)  # fmt: skip
_SIZES = (
    ("startup", r"\b(?:start ?-?up|startup|scale ?-?up|early stage)\b"),
    ("small", rf"\b(?:small|tiny|little|family|boutique|small ish|micro)(?: \w+)? {_COMPANY}|\bsmb\b|{_COMPANY} is (?:quite |pretty |very |rather |really )?(?:small|tiny)\b"),
    ("medium", rf"{_COMPANY} is (?:quite |pretty |of )?(?:medium|mid)\b|\b(?:mid ?-?size|mid ?-?sized|medium|medium ?-?sized|midsize|midsized|middle sized|mid market)(?: \w+)? {_COMPANY}"),
    ("large", rf"\b(?:large|big|huge|major|massive|multinational|global|giant|enormous|fortune \d+|fortune)(?: \w+)? {_COMPANY}|\b(?:a|for a|at a) (?:multinational|corporate|big corp\w*|large corp\w*|corporation|fortune \d+)\b|{_COMPANY} is (?:quite |pretty |very |rather |really )?(?:large|big|huge)\b"),
)  # fmt: skip


def company_size(text: str) -> int | str | None:
    """How many people one's company has, or how large it is called ("small")."""
    for pattern in _EMPLOYEES:
        match = pattern.search(text)
        if match:
            number = match["n"].rstrip(".,")
            scale = 1000 if number.endswith("k") else 1
            return int(float(re.sub(r"[,.](?=\d{3}\b)", "", number.rstrip("k"))) * scale)
    if re.search(r"\b(?:clients?|customers?|accounts)\b", text):
        return None
    return next((size for size, words in _SIZES if re.search(words, text)), None)


_SKILL = re.compile(
    r"\b(?:i'm|i am|i've always been|am) (?:really |very |pretty |quite |super |rather |also |fairly )*"
    r"(?:good|great|strong|skilled|experienced|excellent|proficient|handy|fluent|competent|decent|solid|certified|well versed|brilliant) (?:at|in|with|on) (?P<a>[^.,;?]+)"
    r"|\bmy (?:\w+ )?(?:strengths?|skills?|strong (?:points?|suits?)) (?:are|is|include|includes|would be|lies? in|:) (?P<b>[^.;?]+)"
    r"|\bi (?:really )?(?:know|speak|use|master|know my way around|can code in|can handle) (?P<c>[^.,;?]+)"
    r"|\bskills? ?: ?(?P<d>[^.;?]+)"
    r"|(?P<f>\b\w+) i know (?:well|inside out|by heart)"
    r"|\bi (?:can )?(?:negotiate|forecast|present) (?:well|like a pro)(?P<e>)"
)
_SKILL_NOT = {
    "that",
    "it",
    "this",
    "what",
    "how",
    "nothing",
    "you",
    "the",
    "them",
    "i",
    "there",
    "everything",
    "if",
    "who",
    "him",
    "her",
    "all",
    "why",
    "where",
    "which",
}


def skills(text: str) -> list[str]:
    """Skills that the speaker claims."""
    match = _SKILL.search(text)
    if match is None:
        return []
    named = next((v for v in match.groupdict().values() if v), "")
    named = re.sub(r"\{\w+=(\w+)\}", lambda m: m[1].replace("_", " "), named)
    found = []
    for part in re.split(r"\s*,\s*|\s+and\s+|\s*&\s*|\s+plus\s+|\s*/\s*", named):
        part = re.sub(
            r"^(?:my|the|a|an|also|both|some|doing|working with|using|in|with|at) ",
            "",
            part.strip(),
        )
        part = re.sub(
            r" (?:well|pretty well|a bit|really well|inside out|too|as well|fluently|stuff|skills?)$",
            "",
            part,
        )
        if part and part.split()[0] not in _SKILL_NOT and len(part.split()) <= 4:
            found.append(part)
    return found
