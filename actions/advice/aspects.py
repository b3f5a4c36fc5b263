"""What of a gap or a plan a clause asks: what comes first, what takes longest, what counts."""

from __future__ import annotations

import re
from typing import Literal

Aspect = Literal["longest", "first", "besides", "waives", "counts", "named"]

# "which of those takes me longest", "what will hold me up the most"
_LONGEST = re.compile(
    r"\b(?:long(?:est|er)|slowest|(?:hard|tough)est (?:one|part|bit|thing"
    r"|to (?:speed|rush|get|fix|close|reach|make|fill|hurry))|can'?t be (?:rushed|sped up)"
    r"|most time|(?:most|the more) (?:of )?(?:my |the )?time|bottleneck"
    r"|(?:holds?|holding|slows?|slowing) me (?:up|back|down)|furthest (?:off|away)"
    r"|(?:far|farthest) (?:off|away) the most|last to (?:come|be done))\b",
    re.I,
)
# "what should I fix first", "which one weighs most", "where do I begin"
_FIRST = re.compile(
    r"\b(?:first(?: of all| thing| step)?|tomorrow|meanwhile|in the meantime|work on"
    r"|next monday|right (?:away|now)"
    r"|begin|start(?:ing)?(?: with| on| from)?|priorit\w+"
    r"|to begin with|(?:in )?(?:what|which) order"
    r"|(?:one|single|main|biggest|big|key|top|number one) (?:thing|point|issue|gap"
    r"|hole|weakness|obstacle|blocker|problem|hurdle)"
    r"|(?:weighs?|counts?|matters?|hurts?|is missing|lacking) (?:the )?most"
    r"|most (?:important|urgent|critical|pressing|serious)|biggest|(?:focus|concentrate) on)\b",
    re.I,
)
_FIRST_ASKED = re.compile(
    r"\b(?:what|what's|whats|which|where|how|whether|should i|do i|tell me|name)\b|\border\b"
    r"|^\W*(?:and |so |ok |then )*(?:first|biggest)\b",
    re.I,
)
_NOT_FIRST = re.compile(
    r"\bfirst (?:year|job|role|one|name|day|month|week|time|two|thing (?:in|on|every|each))\b", re.I
)
# "what else besides the years", "apart from time in the job"
_BESIDES = re.compile(
    r"\b(?:besides?|apart from|other than|except(?: for)?|aside from|beyond|in addition to"
    r"|on top of|next to|not counting|leaving (?:out|aside)|without counting|forget(?:ting)?"
    r"|ignor\w+|more than)\b\W+(?:\w+\W+){0,3}?(?:years?|yrs|time|experience|seniority|tenure)\b",
    re.I,
)
# "would an MBA make the years go away", "can experience replace the degree"
_WAIVES = re.compile(
    r"\b(?:replac\w+|substitut\w+|in(?:stead| place| lieu) of|ma[kd]es? up for|making up for"
    r"|compensat\w+ (?:for|the|my)"
    r"|offsets?|waive[sd]?|go(?:es)? away|disappear\w*|vanish\w*|shorten\w*|cut(?:s)? (?:down|the"
    r"|it|that|years)|outweighs?|spares? me|(?:get|way|come) (?:a)?round|skip\w*|stands? in for"
    r"|drop(?:s|ped)? (?:the|that)|fewer years|less years|knock\w*|shav\w+|take (?:the )?place"
    r"|slide|overlook\w*|look past|turn a blind eye|forgive\w*|bend the|(?:make|get) an exception"
    r"|let (?:me|it|that) (?:off|pass)"
    r"|speeds? (?:it|that|things|this)? ?up|no longer need|without the years|fast.?track)\b",
    re.I,
)
_REQUIREMENT = re.compile(
    r"\b(?:years?|yrs|degree|bachelor\w*|mba|master\w*|leadership|leading|experience|requirements?"
    r"|diploma|studies|that|it|them|those|this)\b",
    re.I,
)
# "does that count", "are my teaching years worth anything", "is it any use"
_COUNTS = re.compile(
    r"\b(?<!both )(?<!all )counts? (?:for|towards?|as|in|here|too|also|at all|anything|something"
    r"|or)\b"
    r"|\b(?<!both )(?<!all )(?<!on that )(?<!on this )(?:count|counts|counted|counting)\W*$"
    r"|\b(?:does|do|did|will|would|can|could|is|are|if)\b[^?]{0,60}\b(?:count|counts|counted"
    r"|recogni[sz]ed|considered|worth (?:any|some)thing|valid|(?:buy|bring|get|give|gain|earn)s?"
    r" me (?:any|some)thing|of (?:any )?(?:use|value)|any (?:use|good|help)|help(?:s|ful)?(?: me"
    r"| with (?:that|it|this)| here| there)?|useful|an advantage|make(?:s)? (?:a|any) difference"
    r"|matter|improve|enough for (?:that|it|this))\b",
    re.I,
)
_NAMED = re.compile(
    r"\b(?:what|which|how|explain|mean\w*|exactly|precisely|thing|part|bit|point|about|tell|more"
    r"|detail\w*|want|expect\w*|look(?:ing)? for)\b|\?",
    re.I,
)
PLAINLY = 10  # words of a clause that asks for one aspect and nothing else


def aspect(text: str) -> Aspect | None:
    """The aspect of a gap that ``text`` asks for; None if it asks for the gap or something else."""
    words = len(text.split())
    if _WAIVES.search(text) and _REQUIREMENT.search(text):
        return "waives"
    if _BESIDES.search(text):
        return "besides"
    if _LONGEST.search(text):
        return "longest"
    asked = _FIRST_ASKED.search(text) and not _NOT_FIRST.search(text)
    if _FIRST.search(text) and asked and words <= PLAINLY + 4:
        return "first"
    tail = " ".join(text.split()[-PLAINLY:])  # "i've mentored two juniors, does that count?"
    if _COUNTS.search(text if words <= PLAINLY + 6 else tail):
        return "counts"
    return None


_TO_A_ROLE = re.compile(r"\b(?:for|towards?|to be(?:come)?|to get)\b", re.I)


def role_is_what_counts(text: str) -> bool:
    """Whether a role named in ``text`` is what may count ("do years as an AE count?"), not the
    role that it may count for."""
    return aspect(text) == "counts" and not _TO_A_ROLE.search(text)


def asks_on(text: str) -> bool:
    """Whether ``text`` may ask more about one requirement that it names."""
    return _NAMED.search(text) is not None
