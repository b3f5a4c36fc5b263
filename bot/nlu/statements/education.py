"""Degrees in a chunk of a marked sentence: the level and the subject."""

from __future__ import annotations

import re

# The highest first: of several levels in one chunk the highest counts.
_LEVELS = (
    ("doctorate", r"ph\.? ?d\.?|doctorate|doctoral degree|dr\.? rer"),
    ("mba", r"m\.?b\.?a\.?s?"),
    ("master", r"master'?s?(?: degree)?|msc|m\.sc|mcom|m\.com|meng|mtech|m\.tech|mphil|pgdm"
               r"|postgrad\w*|ma (?=in|degree|from|{)"),
    ("bachelor", r"bachelor'?s?(?: degree)?|batchelors?|bachlors?|bsc|b\.sc|bba|b\.?com|b\.?tech|beng"
                 r"|undergrad\w*|licence|licenciatura|ba|bs|b\.a|b\.s"),
    ("associate", r"associate'?s? degree|associates? (?=in )|hnd|foundation degree"),
    ("high_school", r"high ?school(?: diploma)?|ged|a ?levels|gcses?|abitur|baccalaureat|leaving cert|secondary school"),
)  # fmt: skip
_NONE = re.compile(
    r"\b(?:no|without(?: a| any)?|zero|don't have (?:a|any)|haven't got (?:a|any)|haven't (?:a|any)|not got a"
    r"|never (?:got|had|did|finished|completed|earned|took)(?: a| any| my)?|lack(?:ing)? (?:a|any)|didn't (?:get|do|finish|complete)(?: a| any| my)?"
    r"|not have (?:a|any)|hold no|have no|with no|got no) (?:\w+ ){0,2}(?:degree|diploma|qualifications?|degrees"
    r"|higher education|university|college|education|studies)\b"
    r"|\bnever (?:studied|went to (?:uni\w*|college|school)|set foot in|attended|been to (?:uni\w*|college))"
    r"|\bdidn't (?:study|go to (?:uni\w*|college)|attend|finish (?:uni\w*|college))"
    r"|\bdropped out\b|\buni(?:versity|college)? dropout\b|\bdropout\b|\bself taught\b|\bno (?:uni|university|college)\b"
)
_UNFINISHED = re.compile(
    r"\b(?:doing|studying for|working on|enrolled|considering|half ?way|start(?:ing)?|begin\w*|taking|pursuing"
    r"|thinking|applying|finish(?:ing)? (?:it )?(?:next|in|soon)|part ?time)\b"
)
_GENERAL = re.compile(
    r"\b(?:degree|graduated?|grad|diploma|studied|majored|majoring|major|degree holder)\b"
)
_STOP = r"(?: from| at| and| but| with| degree| degrees| here| so| now| then|[,.;(]|$| in| too| by| if| back| already| years)"
_FIELDS = (
    re.compile(rf"\b(?:degree|diploma|graduated?|{'|'.join(level for _, level in _LEVELS)}|major(?:ed)?|studied|graduate) ?(?:degree )?"
               rf"(?:was |is )?(?:in|of) (?P<f>[a-z{{}}=_&]+(?: (?!in\b|from\b|and\b|at\b|but\b|with\b|so\b|here\b)[a-z{{}}=_&]+){{0,2}}?){_STOP}"),
    re.compile(r"\b(?:did|done|read|doing) (?P<f>[a-z]+(?: [a-z]+)?) at (?:uni\w*|college|school)\b"),
    re.compile(rf"\b(?:studied|bachelor'?s?|msc|bsc|bba|ba|bs|master'?s?|major:?) (?P<f>(?!in\b|of\b|degree|from|at\b|and\b|with\b|plus|here|abroad|but\b|for\b|hard|after|if\b)[a-z]+"
               rf"(?: (?!in\b|from\b|and\b|at\b|degree\b|but\b|with\b|so\b)[a-z]+){{0,1}}){_STOP}"),
    re.compile(r"\b(?:an?|my|have|got|with|hold|the|have an?|i've an?|,)? ?\b(?P<f>(?!university|college|uni|an?|my|the|no|first|good|relevant|related|proper|any|that|have|formal|same|advanced|does|is|bachelor\w*|master\w*|high|new|recent|fresh|associate\w*|undergraduate|graduate|did|do|need|of|and|got|with|in|for|hold|your|which|what)[a-z]+"
               r"(?: (?!degree)(?:admin\w*|management|studies|science|relations|law|literature|engineering))?) (?:degree|grad(?:uate)?|major|diploma)\b"),
)  # fmt: skip
_SAME = {
    "econ": "economics", "eco": "economics", "comms": "communications", "comm": "communications",
    "communication": "communications", "biz": "business", "business admin": "business administration",
    "bus admin": "business administration", "psych": "psychology", "cs": "computer science",
    "comp sci": "computer science", "mktg": "marketing", "poli sci": "political science", "eng": "engineering",
    "mech eng": "mechanical engineering", "bio": "biology", "chem": "chemistry", "maths": "mathematics",
    "math": "mathematics", "biz admin": "business administration", "journo": "journalism", "hr": "human resources",
    "it": "information technology", "english lit": "english literature", "lit": "literature",
}  # fmt: skip
_NO_FIELD = {
    "science",
    "arts",
    "some",
    "something",
    "process",
    "university",
    "college",
    "progress",
    "school",
    "hand",
    "general",
    "total",
}


def education(text: str) -> dict[str, str]:
    """``education_level`` and ``education_field`` as far as ``text`` tells them."""
    negated = _negated_level(text)
    if _NONE.search(text) and not negated:
        return {"education_level": "none"}
    if negated or _UNFINISHED.search(text):
        return {}
    level = next(
        (n for n, words in _LEVELS if re.search(rf"\b(?:{words})(?!\w)", _plain(text))), None
    )
    if level is None and _GENERAL.search(text):
        level = "degree"
    if level is None:
        return {}
    found = {"education_level": level}
    field = _field(text)
    if field:
        found["education_field"] = field
    if (
        level == "degree"
        and not field
        and not re.search(
            r"\b(?:degree|graduated?|diploma|university|college|degree holder|grad)\b", text
        )
    ):
        return {}
    return found


def denied_level(text: str) -> str | None:
    """The level that ``text`` says one has not got ("I don't have the MBA"), or None."""
    if not _negated_level(text):
        return None
    return next(
        (n for n, words in _LEVELS if re.search(rf"\b(?:{words})(?!\w)", _plain(text))), None
    )


def _plain(text: str) -> str:
    return re.sub(r"\{\w+=[\w&]+\}", "_", text)


def _negated_level(text: str) -> bool:
    """Whether a level is named only to say that one has not got it ("no mba")."""
    levels = "|".join(words for _, words in _LEVELS)
    return re.search(
        rf"\b(?:no|not|without|don't (?:have|hold|own)|haven't(?: got)?|never (?:did|got|finished)|lack\w*) (?:an? |the |my |any )?(?:{levels})(?!\w)",
        text,
    ) is not None  # fmt: skip


def _field(text: str) -> str | None:
    for pattern in _FIELDS:
        match = pattern.search(text)
        if match is None:
            continue
        field = re.sub(r"\{\w+=(\w+)\}", r"\1", match["f"]).replace("_", " ").strip()
        field = _INDUSTRY_AS_SUBJECT.get(field, field)
        field = _SAME.get(field, field)
        if (
            len(field) > 2
            and field not in _NO_FIELD
            and not re.match(r"(?:bachelor|master|degree|mba|years?)", field)
        ):
            return field
    return None


# A subject that is also the name of an industry is found as that first.
_INDUSTRY_AS_SUBJECT = {
    "advertising marketing": "marketing", "financial services": "finance", "technology": "technology",
    "healthcare": "healthcare", "professional services": "consulting",
}  # fmt: skip
