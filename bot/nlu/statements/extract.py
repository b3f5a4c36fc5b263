"""From the sentences of a message to what the speaker says of themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.profile.fields import years_of
from actions.statement import Statement
from bot.nlu.statements import career, numbers, roles, team
from bot.nlu.statements.chunks import Chunk, chunks
from bot.nlu.statements.corrections import Correction, correction, without_old
from bot.nlu.statements.education import denied_level, education, put_right_subject, subject
from bot.nlu.statements.found import Found, Sentence, as_number
from bot.nlu.statements.outcomes import discounts
from bot.nlu.statements.pay import pay
from bot.nlu.statements.put_right import unnamed_number, without_sums
from bot.nlu.statements.surroundings import DENIES, search_surroundings

_OFFER = re.compile(
    r"\boffer\w*\b|\binterview\w*\b|\bheadhunt\w*\b|\brecruiter\w*\b|\bvacanc\w+\b|\bjob ad\b"
    r"|=headhunter|=recruiter\} (?:called|rang|wrote)"
)
_ASKS_OF_SKILLS = re.compile(r"^\W*(?:what|which|how|do|does|is|are|if|would|should|can)\b")
_ATTITUDE = re.compile(
    r"\b(?:like|love|hate|enjoy|prefer|dislike|avoid|afraid|scared|fond|bored|rather not)\b"
)
_NO_WISH = re.compile(
    r"\b(?:don't|doesn't|not|never|no longer|wouldn't|nor) (?:really |even |actually |particularly )?"
    r"(?:want|wanna|wish|like|plan|aim|interested|keen|fancy|looking|going|see myself|dream)\b"
)
_WHAT_LACKS = re.compile(
    r"\b(?:how (?:much|many) more|how far|how long|how short|missing|lack\w*|short of|gap|to go)\b"
)
# "If they only accept 3 of mine"
_ONLY_COUNTED = re.compile(
    r"\b(?:only|just) (?:\w+ )?(?P<n>\d+)(?: years)? (?:of my (?P<old>\d+)|of (?:mine|my|those|them|these|the)|count)"
)
_BARE_NAME = re.compile(r"^\W*\{role=(\w+)\}\W*$")
_THEY = re.compile(r"\b(?:they|them|their|he|she|his|her|one|you need)\b")
_ABOUT = r"(?:(?:the|about|around|nearly|almost|over|roughly|just|some|only) )*"
# "..., for 3 years now", "have done so for 2 years", "5 years already"
_DONE_SO = re.compile(
    r"(?:and )?(?:i |that )?(?:have |i've |that's )?(?:(?:done|doing|been doing|had|led|managed|run"
    r"|been leading|been managing|been running) (?:so|this|that|it|them|these|those|one|him|her) |been )?"
    rf"(?:for {_ABOUT}(?:last |past )?\d+ years(?: now| already| so far)?"
    rf"|{_ABOUT}(?:last|past) \d+ years|{_ABOUT}\d+ years (?:now|already|so far))\W*$"
)
_OF_IT = re.compile(r"(?:for )?\d+ years(?: of (?:it|that|this))?\W*$")


def extract(sentences: Sequence[Sentence], years_told: bool = False) -> list[list[Statement]]:
    """What each sentence of one message tells of the speaker, in the order of ``sentences``.

    ``years_told`` if years were named before, so that "has 4" counts years too.
    """
    told = list(sentences)
    company = (
        len(told) > 1 or bool(re.search(r"\d|,|\{(?:industry|place)", told[0].marked))
        if told
        else False
    )
    result: list[list[Statement]] = []
    track: str | None = None
    leads, before = False, ""
    doubtful = False  # the sentence before took something back without saying what is right
    discounted = False  # a sentence before put something right
    lead = _telegram_role(told)
    for sentence in told:
        found = Found(years_told=years_told)
        put_right = correction(sentence.marked)
        if doubtful:
            put_right = replace(put_right, marked=True)
            # What took it back belongs to the words that say what is right.
            sentence = replace(sentence, text=f"{before}. {sentence.text}")
        before = sentence.text
        plain = without_old(sentence.marked) if put_right.old is not None else sentence.marked
        found.track = track if _starts_bare(plain) else None
        found.leads = leads and (_starts_bare(plain) or team.people_led(plain) is not None)
        if lead is not None and sentence is told[0]:
            found.add("current_role", lead, sentence.text, corrects=put_right.marked)
            found.track = years_of(lead)
        pieces = chunks(plain, sentence.question)
        others = any(p.asks and _THEY.search(p.text) for p in pieces)
        tells = company and not others and not _BARE_NAME.match(plain)
        for chunk in pieces:
            _search(chunk, sentence, found, tells, put_right)
        if any(p.asks and _WHAT_LACKS.search(p.text) for p in pieces):
            _drop_goal(pieces, found)
        known = career.skills(plain) if not _ASKS_OF_SKILLS.match(plain) else []
        if known:
            found.add("skills", known, sentence.text, corrects=put_right.marked)
        if doubtful and re.fullmatch(r"\W*\d+\W*", plain):
            put_right = replace(put_right, new=float(re.sub(r"\D", "", plain)))
        bare = _BARE_NAME.match(plain) if doubtful else None
        meant = bare[1] if bare else roles.put_right_role(plain)
        if put_right.marked and not found.statements and meant:
            found.add("role", meant, sentence.text, corrects=True)
        _with_its_role(found)
        unnamed_number(found, put_right, sentence, discounted)
        discounted |= put_right.marked or discounts(sentence.marked)
        doubtful = put_right.marked and not found.statements
        track, years_told, leads = found.track, found.years_told, found.leads
        result.append(found.statements)
    _with_bare_role(told, result)
    return without_sums(result)


def _with_bare_role(told: Sequence[Sentence], result: list[list[Statement]]) -> None:
    """Adds the own role where a message that asks nothing names it by itself ("... . senior AM")."""
    bare = [place for place, s in enumerate(told) if _BARE_NAME.match(s.marked)]
    held = [s for part in result for s in part if not s.supposed and s.value is not None]
    asks = any(s.question for s in told)
    if asks or len(bare) != 1 or not held or any(s.field.endswith("_role") for s in held):
        return
    role = _BARE_NAME.match(told[bare[0]].marked)
    if role is not None and not result[bare[0]]:
        result[bare[0]].append(Statement("current_role", role[1], told[bare[0]].text))


def _drop_goal(pieces: Sequence[Chunk], found: Found) -> None:
    """Takes back the role that a question about a gap only names ("director, how much more?")."""
    bare = any(_BARE_NAME.match(piece.text) for piece in pieces)
    if bare and [s.field for s in found.statements] == ["current_role"]:
        found.statements.clear()


def _with_its_role(found: Found) -> None:
    """Bare years beside one's own role were spent in it, whichever stands first ("11 years, SAM")."""
    role = found.value("current_role")
    name = years_of(str(role)) if role is not None else None
    if name is None or found.value(name) is not None:
        return
    found.statements = [
        replace(s, field=name) if s.field == "years_bare" else s for s in found.statements
    ]


def _telegram_role(told: Sequence[Sentence]) -> str | None:
    """The role that opens a message of telegrams ("SAM. 8 yrs. pharma."), or None."""
    if len(told) < 2 or told[0].question or not _BARE_NAME.match(told[0].marked):
        return None
    tells = any(
        not s.question
        and re.match(
            r"^(?:\d|on \d{2,3}k?$|[$€£]|\{(?:industry|place)|(?:msc|mba|no|ba|bsc|want|bachelor\w*)\b)",
            s.marked,
        )
        for s in told[1:]
    )
    match = re.search(r"\{role=(\w+)\}", told[0].marked)
    return match[1] if match and tells else None


def _starts_bare(text: str) -> bool:
    """Whether a sentence is a telegram that goes on with the one before ("kam. 9 yrs.")."""
    return len(text.split()) <= 3


def _search(
    chunk: Chunk, sentence: Sentence, found: Found, company: bool, put_right: Correction
) -> None:
    if not chunk.about_self or (chunk.asks and not chunk.supposed):
        return
    text, said = chunk.text, sentence.text
    if (
        _OFFER.search(sentence.marked)
        and not chunk.supposed
        and not text.startswith(("i'm", "my "))
    ):
        return
    how = {"supposed": chunk.supposed, "corrects": put_right.marked}
    if _ATTITUDE.search(text) and not chunk.wish and not re.search(r"\d", text):
        return
    if chunk.wish and not chunk.supposed:
        goal = None if _NO_WISH.search(text) else roles.target_role(text)
        if goal:
            found.add("target_role", goal, said, corrects=put_right.marked)
        return
    own = roles.given_role(text)
    if own is None and not chunk.past:
        own = roles.current_role(text, company)
    if own is None and chunk.supposed:
        own = roles.target_role(text)
    if own is not None:
        found.add("current_role", own, said, **how)
        found.track = years_of(own)
    else:
        found.track = numbers.line_of_work(text) or found.track
    _search_numbers(chunk, said, found, how, put_right)
    _search_education(text, said, found, how)
    if chunk.past and not re.search(
        r"\b(?:studied|graduated|moved|switched|acquired|left|quit|out of|came from|swapped)\b",
        text,
    ):
        return
    search_surroundings(chunk, said, found, how)


def _role_beside_years(chunk: Chunk, said: str, found: Found, how: dict[str, bool]) -> None:
    """The role that years were spent in is the current one, if it is the only one or the last."""
    match = re.search(r"(?:\bas|\ban?)(?: an?)? \{role=(\w+)\}", chunk.text)
    role = roles.role_for_years(chunk.text) or (match[1] if match else None)
    if role is None or chunk.past or (found.timed is None and found.value("current_role")):
        return
    if found.timed in (None, role) or re.search(r"\b(?:now|currently|then)\b", chunk.text):
        found.add("current_role", role, said, **how)
        found.track, found.timed = years_of(role), role
    elif found.timed:
        found.statements = [s for s in found.statements if s.field != "current_role"]
        found.timed = ""


def _search_education(text: str, said: str, found: Found, how: dict[str, bool]) -> None:
    denied = denied_level(text)
    if denied is not None and found.value("education_level"):
        return  # "a master's, not a bachelor's"
    if denied is not None:
        found.add("education_level", None, said, old=denied)
        return
    studied = subject(text) if found.value("education_level") else None
    if how["corrects"]:
        studied = studied or put_right_subject(text)
    if studied and not found.value("education_field"):
        found.add("education_field", studied, said, **how)
        return
    for name, value in education(text).items():
        if value == "none" and any(s.field == name for s in found.statements):
            continue  # "I don't have the MBA, I dropped out": of that, not of everything
        found.add(name, value, said, **how)


def _search_numbers(
    chunk: Chunk, said: str, found: Found, how: dict[str, bool], put_right: Correction
) -> None:
    text = chunk.text
    if chunk.supposed and (more := numbers.more_years(text)) is not None:
        found.add("more_years", more, said, supposed=True)
        return
    if chunk.supposed and (counted := _ONLY_COUNTED.search(text)) is not None:
        old = float(counted["old"]) if counted["old"] else None
        found.add("number", int(counted["n"]), said, supposed=True, corrects=True, old=old)
        return
    pair = numbers.two_supposed(text) if chunk.supposed else None
    if pair is not None:
        found.add("numbers", [as_number(n) for n in pair], said, supposed=True)
        return
    size = team.team_size(text)
    if size is None and found.leads:
        size = team.people_led(text)
        if size is not None and " years" in text:
            found.track = "years_leadership"
    if size is not None and not chunk.past:
        found.add("team_size", size, said, **how)
    if found.leads and _DONE_SO.match(text):
        found.track = "years_leadership"  # "I lead six people, for 3 years now"
    other = numbers.elsewhere(text)
    elsewhere = other is not None and found.value("current_role") != other
    elsewhere |= found.elsewhere and _OF_IT.match(text) is not None
    found.elsewhere = chunk.past and "{other_role=" in text
    if not elsewhere:
        for years in numbers.years(text, found.track, found.years_told, put_right.marked):
            name = years.field
            if name in ("years", "years_bare") and found.of_leading:
                name = "years_leadership"
            if name == "years" and (not put_right.marked or chunk.past):
                continue
            _role_beside_years(chunk, said, found, how)
            number = years.number
            if not put_right.marked and not chunk.supposed:
                number = _together(number, found.value(name), chunk, found)
            found.role_timed |= _IN_A_ROLE.search(text) is not None
            found.add(name, as_number(number), said, **how, old=put_right.old)
    elif elsewhere and chunk.past:
        found.track = None
    found.years_told |= " years" in text
    found.leads = numbers.leads(text) and not chunk.past
    found.of_leading = found.leads and not re.search(r"\d", text)
    if _MENTORS.search(text) and not DENIES.search(text):
        found.add("mentoring", "yes", said, **how)
    money = pay(text, chunk.supposed)
    if money is not None and (chunk.supposed or not chunk.past):
        amount, currency = money
        found.add("base_pay", {"amount": as_number(amount), "currency": currency}, said, **how)


_A_PART = re.compile(
    r"\b(?:last|past|latter|recent|of (?:those|them|these|it|this|that|which|the)|out of"
    r"|half|including|incl)\b"
)


# Whether a coordinator's years count as account management, the documents leave open.
_IN_A_ROLE = re.compile(r"\{role=(?!\w*coordinator)")


def _together(number: float, known: object, chunk: Chunk, found: Found) -> float:
    """``number`` of years beside those ``known`` of the same kind from the same sentence.

    Years in one role after another add up; else the lesser are part of the greater.
    """
    if not isinstance(known, (int, float)):
        return number
    named = _IN_A_ROLE.search(chunk.text)
    in_turn = found.role_timed and named and not _A_PART.search(chunk.text)
    return number + known if in_turn else max(number, float(known))


_MENTORS = re.compile(
    r"\bmentor (?:of|to|for) (?:\d|an?\b|the\b|some\b|juniors?|\{role)|\b(?:mentor(?:ed|ing|s)?|coach(?:ed|ing)?|trained up|onboarded) (?!by )(?:\w+ ){0,3}"
    r"(?:juniors?|trainees?|newcomers?|newbies?|staff|colleagues|people|reps?|interns?|new (?:hires?|joiners?"
    r"|starters?|people|guys)|coordinators?|\{roles?=\w+\})"
    r"|\bshow(?:s|ing)? (?:\w+ ){0,3}(?:juniors?|trainees?|newcomers?|interns?|new \w+) (?:how|what|around)\b"
    r"|\b(?:guid(?:e|es|ed|ing)|train(?:s|ed|ing)?|teach(?:es|ing)?|onboard(?:s|ing|ed)?|show(?:s|ing)?"
    r"(?: \w+){0,2} the ropes to|buddy (?:for|to)|look(?:s|ing)? after|have|got) (?!by )(?:\w+ ){0,3}(?:juniors?|trainees?|newcomers?|newbies?"
    r"|interns?|apprentices?|new (?:hires?|joiners?|starters?|people|guys|\{roles?=\w+\})|\{roles?=junior\w+\})"
)
