"""Own industry, place, company and skills in a chunk of a marked sentence."""

from __future__ import annotations

import re

from bot.nlu.spelling import is_common

_INDUSTRY = re.compile(r"\{(?P<kind>industry|other_industry)=(?P<id>\w+)\}")
_INDUSTRY_NOT = re.compile(
    r"\b(?:clients?|customers?|accounts?(?! management)|portfolio|book of business|sell(?:s|ing)? (?:\w+ ){0,3}to|sold to"
    r"|serv(?:e|es|ing)|advis(?:e|es|ing)|help(?:s|ing)?|consult for|supply(?:ing)?|cover(?:ing)?|contract|meeting|negotiat\w+|pitch(?:ing|ed)?|talk(?:ing|ed)? (?:to|with)"
    r"|offer\w*|degree|bachelor\w*|master\w*|studied|major\w*|mba|bsc|ba|graduated?"
    r"|diploma|department|skills?|budget|courses?|interview\w*|know|vs|versus|not|no longer|left|leaving|quit|compared)\b"
)
_INDUSTRY_IS = re.compile(
    r"\b(?:moved to|switched to|changed to|in|at|for|with|from|by|within|we're|it's|i'm|sell|selling|sells|make|makes|making|produce|company|firm|industry|sector|business|employer|side|field|is|now|an?|the)\b"
)


_CLIENTS_AFTER = re.compile(
    r" (?:\w+ )?(?:clients?|customers?|accounts?|prospects?|buyers?|deals?)\b(?! (?:manag|exec))"
    r"|s? are (?:my|our|the) (?:\w+ )?(?:clients|customers|buyers)"
    r"|s? (?:is|are) (?:who|whom|what) (?:we|i) (?:sell|serve)"
    r"| (?:degree|diploma|grad(?:uate)?|major|background|team|department|dept|guys|people|folks)\b"
)
# Finance or marketing as a department of one's company ("finance does all that").
_DEPARTMENT = re.compile(
    r" (?:does|do|handles?|takes?|owns?|approves?|decides?|controls?|keeps?|says|wants?|runs?)\b"
)
_DEPARTMENT_BEFORE = re.compile(
    r"\b(?:team|department|colleagues?|friends?|guys|folks|people|stakeholders?) in (?:the )?$"
)
_MADE_FOR = re.compile(
    r"\b(?:apps?|software|tools?|solutions?|products?|services|systems?|platforms?|machines?|equipment|ads|campaigns) for (?:the )?$"
)
_LEFT_FOR = re.compile(
    r"\b(?:moved|switched|changed|went|came|come|jumped|transferred|move|hopped|transitioned|over) (?:over )?from (?:an? |the |my )?$"
)
_AT_FIRM = re.compile(r"\b(?:clients|customers|accounts) (?:\w+ )?at (?:an?|the|my|our) (?:\w+ )?$")


# "Left a bank for a consultancy", "out of retail and into software"
_MOVED = re.compile(
    r"\b(?:left|quit|leaving|swapped|ditched|traded|(?:moved|switched|went|changed|jumped|came|out)"
    r"(?: over)? (?:from|of))(?: (?:an?|the|my|job|in|at|being))*"
    r" \{(?:industry|other_industry)=\w+\}(?: (?:\w+ )?(?:company|firm|job|industry|sector))?,?"
    r" (?:for|to|and (?:joined|went to|moved to|into|now)|into|in favou?r of)(?: (?:an?|the|job|in|at|over|go|join|work))*"
    r" \{(?P<kind>industry|other_industry)=(?P<to>\w+)\}"
)


def industry(text: str, telegraphic: bool) -> str | None:
    """The industry one works in, by ``text``; ``telegraphic`` if it is a bare fragment."""
    moved = _MOVED.search(text)
    if moved:
        return moved["to"] if moved["kind"] == "industry" else moved["to"].replace("_", " ")
    for match in _INDUSTRY.finditer(text):
        if re.match(
            r" (?:is|would be) (?:the|my|our) (?:industry|sector|field|business)",
            text[match.end() :],
        ):
            return match["id"] if match["kind"] == "industry" else match["id"].replace("_", " ")
        before, after = text[: match.start()], text[match.end() :]
        if (
            _CLIENTS_AFTER.match(after)
            or _DEPARTMENT_BEFORE.search(before)
            or _MADE_FOR.search(before)
        ):
            continue
        if not before.strip() and _DEPARTMENT.match(after):
            continue
        if _LEFT_FOR.search(before) and _INDUSTRY.search(after):
            continue  # "moved from a bank to an agency": only the new one
        if _INDUSTRY_NOT.search(before) and not _AT_FIRM.search(before):
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
    r"\b(?:clients?|customers?|from|moving to|move to|relocat\w+|offer\w*|studied|born|mba|degree|bachelor\w*|master\w*|graduated|university|territory|cover(?:s|ing)?|trip|travel\w*|visit\w*|headquarter\w*|hq)\b"
)
# "Paris is head office"
_NOT_MINE_AFTER = re.compile(
    r" (?:is|was) (?:just |only |our |the |my |where )*(?:head ?office|hq|headquarters|main office|old|client)"
)
_VAGUE = {"home", "the", "a", "an", "my", "here", "there", "europe", "office", "town", "between"}


def location(text: str, telegraphic: bool) -> str | None:
    """Where one works or lives, by ``text``, in title case."""
    match = _PLACE.search(text)
    if match and _NOT_MINE_AFTER.match(text[match.end() :]):
        return None
    if match:
        before = text[: match.start()]
        if _PLACE_NOT.search(before) and not re.search(
            r"\bmoved to\b|\bi'm from\b|^(?:\d+ ?[mf]?|here|hi|hello|hey|me|greetings) from\b|\bbased\b|\bworking from\b|\brelocated to\b",
            before,
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
    ("large", rf"\b(?:large|big|huge|major|massive|multinational|global|giant|enormous|fortune \d+|fortune)(?: \w+)? {_COMPANY}|\b(?:a|for a|at a) (?:(?:big|large|huge|giant|major) )?(?:multinational|corporate|big corp\w*|large corp\w*|corporation|fortune \d+)\b|{_COMPANY} is (?:quite |pretty |very |rather |really )?(?:large|big|huge)\b"),
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
