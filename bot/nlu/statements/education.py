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
    r"|not have (?:a|any)|don't have|(?:not|never|haven't|didn't) (?:done|do|attend(?:ed)?|visit(?:ed)?|been to|gone to|made|make)(?: any| a| an| the)?|hold no|have no|with no|got no) (?:\w+ ){0,2}(?:degree|diploma|qualifications?|degrees"
    r"|higher education|university|college|education|studies)\b"
    r"|\bnever (?:studied|went(?: to)? (?:uni\w*|college|school)|set foot in|attended|been to (?:uni\w*|college))"
    r"|\bdidn't (?:study|go to (?:uni\w*|college)|attend|finish (?:uni\w*|college))"
    r"|\b(?:degree|diploma|bachelor\w*)\b.*\b(?:haven't(?: got)?|don't have|didn't get|never got|without"
    r"|not have|haven't) (?:1|one|it|any)\b"
    r"|\bleft (?:school|education) (?:at|with|when|before)\b|\bstraight (?:in)?to work\b"
    r"|\bdropped out\b|\buni(?:versity|college)? dropout\b|\bdropout\b|\bself taught\b|\bno (?:uni|university|college)\b"
)
_TIMES = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|spring|summer|autumn|fall|winter|christmas|next|this|last|soon)"
)
_UNFINISHED = re.compile(
    r"\b(?:doing|stud(?:y|ying)|working on|enroll?(?:ed|ing)?|considering|half ?way|start(?:s|ing)?|begin\w*|taking|pursuing"
    r"|thinking|apply(?:ing)?|applied|finish(?:ing)?|finishes|complet(?:e|ing)|wrap(?:s|ping)? up|wrapping|part ?time|in progress|ongoing"
    r"|almost|nearly|not (?:yet )?(?:done|finished)|accepted|signed up|thesis|student|graduating|get(?:ting)? my"
    r"|will (?:have|get|be|finish|hold|complete)|i'll (?:have|get|finish|hold|be)|should (?:have|be|finish)|expected|due"
    r"|(?:first|second|third|last|final|1st|2nd|3rd|4th) (?:years?|semester|term|module) (?:of|in)|final year|still (?:in|at|have|need)|semesters?"
    rf"|(?<!\ba )graduat(?:e|es) (?:in (?={_TIMES}|\d)|{_TIMES}\b))"
    rf"|\b(?:by|until|till|before) (?:the end of |end of )?(?:{_TIMES}|20\d\d)\b"
)
_HELD = re.compile(
    r"\b(?:(?:just |already |have |i've )?(?:finished|completed|wrapped up|did|done|got|earned|graduated))\b"
)
_GENERAL = re.compile(
    r"\b(?:degree|graduated?|graduate|grad|diploma|studied|majored|majoring|major|degree holder)\b"
    r"|\b(?:did|read|done) \w+(?: \w+)? at (?:uni\w*|college)\b"
)
# "My major was finance", "degree is marketing": of a known subject only.
_SUBJECT_IS = re.compile(
    r"\b(?:degree|major|subject|diploma|field of study|studies|bachelor'?s?|master'?s?)"
    r"(?: (?:is|was|being|actually|really|in fact|in|of|:))+ (?P<f>[a-z{}=_&]+(?: [a-z]+)?)(?=\W|$)"
)
_STOP = r"(?: from| at| and| but| with| degree| degrees| here| so| now| then|[,.;(]|$| in| too| by| if| back| already| years)"
_FIELDS = (
    re.compile(rf"\b(?:degree|diploma|graduated?|{'|'.join(level for _, level in _LEVELS)}|major(?:ed)?|studied|graduate|studies) ?(?:degree )?"
               rf"(?:'s |was |is |were )?(?:in|of) (?P<f>[a-z{{}}=_&]+(?: (?!in\b|from\b|and\b|at\b|but\b|with\b|so\b|here\b)[a-z{{}}=_&]+){{0,2}}?){_STOP}"),
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
    "done",
    "finished",
    "completed",
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


_ANY_LEVEL = "|".join(words for _, words in _LEVELS)
# "a master's, not a bachelor's": the one that is denied says nothing then.
_NOT_THAT = re.compile(
    rf"\b(?:not|instead of|rather than|no) (?:an? |the |my |just )?(?:{_ANY_LEVEL})(?!\w)"
)
_INSTEAD = re.compile(rf"\b(?:{_ANY_LEVEL})(?!\w)")


def education(text: str) -> dict[str, str]:
    """``education_level`` and ``education_field`` as far as ``text`` tells them."""
    text = _affirmed(text)
    negated = _negated_level(text)
    if _NONE.search(text) and not negated:
        return {"education_level": "none"}
    if negated or (_UNFINISHED.search(text) and not _held(text)):
        return {}
    level = next(
        (n for n, words in _LEVELS if re.search(rf"\b(?:{words})(?!\w)", _plain(text))), None
    )
    if level == "high_school" and re.search(r"\bteach\w*|\btaught\b|=teacher", text):
        level = None  # where one taught, not what one has
    if re.search(r"\bdegree of (?!arts|science|commerce|business|law|engineering|\{)", text):
        return {}
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
            r"\b(?:degree|graduated?|diploma|uni|university|college|degree holder|grad)\b", text
        )
    ):
        return {}
    return found


def _affirmed(text: str) -> str:
    """``text`` without the level it denies, if it names another instead."""
    rest = _NOT_THAT.sub(" ", text)
    return rest if _INSTEAD.search(rest) else text


def _held(text: str) -> bool:
    """Whether a degree is held after all ("finished my mba last year, part time")."""
    return _HELD.search(text) is not None and not re.search(
        r"\b(?:not|almost|nearly|haven't|until|accepted|applied|will|i'll|halfway|yet)\b", text
    )


def subject(text: str) -> str | None:
    """The subject that a fragment is, after a degree was told ("... , business admin")."""
    match = re.fullmatch(r"(?:in |of |it was |my major was )?(?P<f>[a-z{}=_& ]+?)\W*", text)
    if match is None:
        return None
    return _known_subject(match["f"])


# "Sorry, it's in business"
_IT_IS_IN = re.compile(
    r"(?:(?:sorry|no|oh|ah|actually|wait|oops|well|it|it's|it is|that's|was|i mean|i meant|really|rather"
    r"|should be|make it)\W+)*in (?P<f>[a-z&]+(?: [a-z]+)?)(?: actually| really)?\W*"
)


def put_right_subject(text: str) -> str | None:
    """The subject of studies that a correction names without saying so, or None."""
    match = _IT_IS_IN.fullmatch(text)
    return _known_subject(match["f"]) if match else None


def _known_subject(text: str) -> str | None:
    named = _as_subject(text)
    named = _SAME.get(named, named)
    return named if named in _SUBJECTS else None


def _as_subject(text: str) -> str:
    """``text`` with the names of industries as those of subjects ("finance degree")."""
    return re.sub(
        r"\{\w+=(\w+)\}",
        lambda m: _INDUSTRY_AS_SUBJECT.get(m[1].replace("_", " "), m[1].replace("_", " ")),
        text,
    )


def denied_level(text: str) -> str | None:
    """The level that ``text`` says one has not got ("I don't have the MBA"), or None."""
    text = _affirmed(text)
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
    text = _as_subject(text)
    named = _SUBJECT_IS.search(text)
    if named:
        for words in (named["f"], named["f"].split()[0]):
            if _SAME.get(words, words) in _SUBJECTS:
                return _SAME.get(words, words)
    for pattern in _FIELDS:
        match = pattern.search(text)
        if match is None:
            continue
        field = match["f"].strip()
        field = _SAME.get(field, field)
        if (
            len(field) > 2
            and field not in _NO_FIELD
            and not re.match(rf"(?:bachelor|master|degree|mba|years?|{_TIMES}\b)", field)
        ):
            return field
    return None


_SUBJECTS = frozenset(_SAME.values()) | {
    *("business", "marketing", "finance", "economics", "management", "accounting", "history"),
    *("law", "sociology", "philosophy", "physics", "advertising", "design", "statistics"),
    *("international business", "business studies", "public relations", "commerce", "nursing"),
    *("education", "healthcare", "engineering", "media studies", "philology", "tourism"),
}

# A subject that is also the name of an industry is found as that first.
_INDUSTRY_AS_SUBJECT = {
    "advertising marketing": "marketing", "financial services": "finance", "technology": "technology",
    "healthcare": "healthcare", "professional services": "consulting",
}  # fmt: skip
