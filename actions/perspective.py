"""Another person in a text: who is spoken of, and the text as that person would say it.

"How far is she from senior?" becomes "how far am i from senior?": whatever understands what
people say of themselves then understands what they say of one other person.
"""

from __future__ import annotations

import re

PRONOUNS = ("she", "he", "they")
SHE = ("wife", "girlfriend", "gf", "sister", "sis", "mum", "mom", "mother", "daughter", "aunt",
       "niece", "woman", "girl", "lady", "fiancee", "she")  # fmt: skip
HE = ("husband", "hubby", "boyfriend", "bf", "brother", "bro", "dad", "father", "son", "uncle",
      "nephew", "man", "bloke", "chap", "lad", "fiance", "he")  # fmt: skip
# People above the speaker: they are spoken of, but hardly ever asked for.
ABOVE = ("boss", "manager", "supervisor", "director", "head", "lead", "vp", "ceo", "mentor",
         "predecessor", "recruiter", "client", "customer")  # fmt: skip
# Nobody in particular: each is a new one, and what is supposed of them is all there is to know.
ANYONE = ("someone", "person", "candidate", "applicant", "employee")
_ANYBODY = ("colleague", "coworker", "co worker", "teammate", "team mate", "workmate", "friend",
            "mate", "buddy", "pal", "partner", "spouse", "cousin", "flatmate", "roommate",
            "neighbour", "neighbor", "junior", "trainee", "intern", "mentee", "peer", "guy",
            "fella", "team member", "new hire", "hire", "assistant", "counterpart", "subordinate",
            "staff member", "classmate", "ex", "successor", "newcomer", "joiner", "kid",
            "relative", "individual", *ANYONE, *SHE[:-1], *HE[:-1])  # fmt: skip
_ONLY_OWN = (*ABOVE, "report", "direct report", "direct", "rep", "ex", "hire", "head")
# Not a word between "my" and the noun, nor a name after it.
_NO_NAME = (
    r"(?!(?:my|our|an?|the|this|that|some|any|another|his|her|their|is|isn't|has|had|was|who|wants?|got|gets?|and|or|but|of|in|on|as|for|to|than|at|with|from|by|i|we|you|it|she|he|they|now|here|does|can|could|should|would|will|just"
    r"|also|really|currently|only|still|never|not|be|been|what|how|if|when|are|have|earns|makes|works|leads"
    r"|manages|about)\b)"
)
_VERB = r"(?:is|isn't|has|hasn't|had|was|wants|got|gets|earns|makes|works|worked|leads|manages|runs|holds|needs|lacks|does|who)"
_JOB = r"\{(?:role|other_role)=\w+\}"
_KINDS = "|".join(sorted({*_ANYBODY, *_ONLY_OWN} - {"someone"}, key=len, reverse=True))
_ALL = {*PRONOUNS, *_ANYBODY, *_ONLY_OWN}
_ONE_OF = re.compile(
    r"\b(?:one|1|some ?one|somebody) (?:of|in|on|from) (?:my|our|the) (?:\w+ ){0,2}?"
    r"(?:team(?: members)?|people|reports|directs|guys|reps|staff|folks|juniors|colleagues"
    r"|friends|mates|account managers|managers|executives|ams|aes|sams|kams|\{roles?=\w+\}s?)"
)
_SOMEONE = re.compile(r"\b(?:someone|somebody|anyone|anybody|some1)\b(?! (?:else|to)\b)(?! of)")
_NOUN = re.compile(
    r"(?<!‹)\b(?P<set>my|our|his|her|their|an?|another|some|any|the|this|that)"
    rf" (?:{_NO_NAME}[a-z]+ ){{0,2}}?(?P<kind>{_KINDS})\b(?! (?:of|from) (?:account|sales|staff)\b)"
    rf"(?! (?:role|job|position|title)\b)"
)
_BARE = re.compile(
    rf"(?P<start>^\W*(?:(?:so|and|ok|hi|hey|about|re|for|asking for|question about) )?)"
    rf"(?P<kind>{'|'.join(sorted({*SHE[:-1], *HE[:-1], *ANYONE, 'colleague', 'friend', 'mate', 'buddy'}))})"
    rf"(?: [a-z0-9](?= ?:))?(?='s\b| {_VERB}\b| ?[:,])"
)
# "Is an AM with 6 years ready?", "an AM with 6 years: what are they missing?"; not "I'm an AM …".
_ITS_JOB = (
    rf"(?P<lead>%s)(?:an?|another|this|that|some) (?P<job>{_JOB})"
    r"(?= (?:who|with (?:\w+ )?\d|having (?:\w+ )?\d|on \d|earning \d|making \d))%s"
)
_A_JOB = (
    re.compile(_ITS_JOB % (
        r"\b(?:can|could|would|does|is|should|will|for|about|mentor|manage|lead|coach|have|got"
        r"|supervise|know|if|suppose|say|imagine|there's|theres|interviewed|hire|promote) ", "")),
    re.compile(_ITS_JOB % (
        r"^\W*(?:(?:so|and|ok|say|hypothetically|what about|how about),? )*",
        r"(?=.*\b(?:they|he|she|their|his|her|them|him)\b)")),
)  # fmt: skip
_A_JOB_PLAIN = (
    r"\b(?:an?|another|this|that|some)\b(?= (?:\w+ ){1,5}?(?:who|with|having|on|earning|making)\b)"
)
_OUR_JOB = re.compile(
    rf"\b(?:my|our) (?:{_NO_NAME}[a-z]+ ){{0,1}}?(?P<job>{_JOB})(?=(?: {_NO_NAME}[a-z]+)? (?:{_VERB}\b|\(|,|with \d|on \d))"
)
# What still names the person, after the noun: "kevin", "of mine", "in my team", "that i manage".
_SAME_ONE = re.compile(
    r"(?<=›)(?: of (?:mine|ours)| (?:in|on|from|under|at) (?:my|our|the) (?:team|office|company|dept"
    r"|department|place|work|firm)| (?:who |that |whom )?i (?:know|manage|lead|supervise|mentor"
    r"|coach|hired|work with|am coaching|am mentoring)| (?:that |who )?(?:reports|reporting) to me)+"
)
_NAMED = re.compile(rf"(?<=›) {_NO_NAME}[a-z]+(?= {_VERB}\b|'s )")
_BE = r"(?=\s+(?:an?|the|in|at|on|not|no|now|currently|already|just|only|ready|still|also|really|about|\w+ing|\{(?:role|other_role)=))"
_HAVE = r"(?=\s+(?:been|got|had|done|led|only been|just been|\w+ed)\b)"
_OBJECT_AFTER = r"(?=\s*(?:$|[?.,!;:)]|(?:to|for|in|at|on|from|with|and|or|but|be|become|now|then|as|than|if|when|is|ready|an?|the|more|get|up|next|right|right now|now|\d|\$)\b))"
_SWAPS: tuple[tuple[str, str], ...] = (
    (rf"(?:›|\b(?:she|he|they))(?:'s|s|'ve){_HAVE}", "§'ve"),
    (rf"(?:›|\b(?:she|he|they))(?:'s|s|'re){_BE}", "§'m"),
    (r"›'s", "§P"),
    (r"\b(?:she|he)(?:'s|s)\b|\bthey're\b", "§'m"),
    (r"\b(?:she|he|they)'ve\b", "§'ve"),
    (r"\b(?:she|he|they)'d\b", "§'d"),
    (r"\b(?:she|he|they)'ll\b", "§ will"),
    (r"\b(?:she|he|they)\b", "§"),
    (rf"\bher{_OBJECT_AFTER}|\b(?:him|them)\b", "§O"),
    (r"\b(?:hers|theirs)\b|\bhis(?=\s*(?:$|[?.,!;:)]))", "§M"),
    (r"\b(?:her|his|their)\b", "§P"),
    (r"\b(?:herself|himself|themselves|themself)\b", "§F"),
    (r"(?<=\bfor )›|(?<=\bof )›|(?<=\babout )›|(?<=\bto )›|(?<=\bwith )›|(?<=\bfrom )›|(?<=\bthan )›", "§O"),
    (r"›", "§"),
)  # fmt: skip
_FIRST: tuple[tuple[str, str], ...] = (
    (r"\b(?:i'm|im|i am|we're)\b", "he's"), (r"\b(?:i've|ive)\b", "he's"),
    (r"\b(?:i|we)\b", "he"), (r"\b(?:my|our)\b", "his"), (r"\b(?:mine|ours)\b", "his"),
    (r"(?<!tell )(?<!show )(?<!give )(?<!make )(?<!write )(?<!draw )(?<!build )(?<!help )\b(?:me|us)\b", "him"),
)  # fmt: skip
_ASKED = r"(\b(?:do|does|would|could|can|is|should|will|what|how|which|when|think)\b[^,;]*)"
_AGREE: tuple[tuple[str, str], ...] = (
    (r"§ (?:who|that|which) ", "§ "),
    (r"\b(?:isn't|aren't) §(?! )", "am §"),
    (r"\b(?:is|are) §(?=[ ?.,!]|$)", "am i"), (r"\b(?:isn't|aren't) §(?= )", "am i not"),
    (r"\bdoes §(?= )", "do i"), (r"\bdoesn't §(?= )", "don't i"),
    (r"\b(?:has|hasn't) §(?= )", "have i"), (r"\bwere §(?= )", "was i"),
    (_ASKED + r"§ (?:with|having|w) ", r"\1i with "),
    (r"§ (?:with|having|w|has|have) ", "i have "), (r"§ (?:isn't|aren't) ", "i'm not "),
    (r"§ (?:has|have) been ", "i've been "), (r"§ (?:is|are) ", "i'm "),
    (r"§ (?:doesn't) ", "i don't "), (r"§ (?:hasn't) ", "i haven't "),
    (r"§ on (?=[$€£]?\d)", "i'm on "), (r"§ were ", "i was "),
    (r"§ ?: ?", "me: "),
    (r"§ ((?:\w+ly |just |also |still |now |never |only )?)(\w+?(?:ch|sh|ss|x))es\b", r"i \1\2"),
    (r"§ ((?:\w+ly |just |also |still |now |never |only )?)(\w+)ies\b", r"i \1\2y"),
    (r"§ ((?:\w+ly |just |also |still |now |never |only )?)(?!was\b|yes\b|years\b)(\w{2,}[a-rt-z])s\b", r"i \1\2"),
    (r"§P", "my"), (r"§O", "me"), (r"§M", "mine"), (r"§F", "myself"), (r"§", "i"),
    (r"(^|, ?|\band )has\b", r"\1i have"), (r"\bhas\b", "have"), (r"\bhasn't\b", "haven't"), (r"\bdoesn't\b", "don't"),
    (r"\bcoaches\b", "coach"), (r"\b(get|earn|make)s\b", r"\1"),
    (r"(?<=, )(mentor|lead|manage|run|earn|make|hold|want|work|supervise)s\b", r"\1"),
    (r"(?<=and )(mentor|lead|manage|run|earn|make|hold|want|work|supervise)s\b", r"\1"),
)  # fmt: skip


def another(text: str) -> str:
    """Who besides the speaker ``text`` is about: "wife", "a candidate" (nobody named before),
    "she"; "" if nobody is. Of a noun and a pronoun, the noun. "{person=sarah}" is a name."""
    marked = _marked(text)
    noun = re.search(r"‹([^›]*)›", marked)
    if noun:
        return noun[1]
    pronoun = re.search(
        r"\b(?:(she|her|hers|herself|shes)|(he|him|his|himself|hes)|(they|(?<!of )them|their|theirs))\b",
        marked,
    )
    return PRONOUNS[(pronoun.lastindex or 1) - 1] if pronoun else ""


def named(text: str, who: str) -> str:
    """``text`` with the name ``who`` marked as one, so that it is found there."""
    if who[:1] == "{":  # a job: of "our KAM", the first word is one that means the person
        return re.sub(r"\b(?:my|our)\b", "{person=report}", text, count=1, flags=re.I)
    if who[:3] == "a {":
        return re.sub(_A_JOB_PLAIN, "{person=someone}", text, count=1, flags=re.I)
    if not who or who in _ALL or who[:2] == "a ":
        return text
    return re.sub(rf"\b{re.escape(who)}\b", f"{{person={who}}}", text, flags=re.I)


def is_above(who: str) -> bool:
    """Whether ``who`` stands above the speaker."""
    return who in ABOVE or (who[:1] == "{" and re.search("director|vice_pres", who) is not None)


def place_of(text: str) -> int:
    """Where ``text`` first means another person; its length if it does not."""
    match = re.search(
        r"‹|\b(?:she|he|they|hes|shes|her|his|him|their|them|hers|theirs)\b", _marked(text)
    )
    return match.start() if match else len(text)


def without_others(text: str) -> str:
    """``text`` in lower case, other persons blanked, so that "my" in "my wife" is no speaker."""
    return re.sub(r"‹[^›]*›(?:'s)?", lambda match: "_" * len(match.group()), _marked(text))


def as_own(text: str) -> str:
    """``text`` as the other person would say it; the speaker is a third person there."""
    swapped = re.sub(r"‹[^›]*›", "›", _jobs(_marked(text)))
    for pattern, words in (*_SWAPS, *_FIRST, *_AGREE):
        swapped = re.sub(pattern, words, swapped)
    return swapped


def _jobs(marked: str) -> str:
    """``marked`` with the job by which a person is named as what they are."""
    return re.sub(rf"‹(?:a )?({_JOB})›(?: (?:who|that)\b)?", r"§'m a \1 , and", marked)


def _marked(text: str) -> str:
    """``text`` with each noun that means another person as "‹wife›"."""
    text = re.sub(r"[‹›§]", " ", text.lower())
    text = re.sub(r"\{person=([^}]*)\}", r"‹\1›", text)
    text = _ONE_OF.sub("‹a team member›", text)
    text = _SOMEONE.sub("‹a someone›", text)
    for pattern in _A_JOB:
        text = pattern.sub(lambda match: f"{match['lead']}‹a {match['job']}›", text)
    text = _OUR_JOB.sub(lambda match: f"‹{match['job']}›", text)
    text = _NOUN.sub(_noun, text)
    text = _BARE.sub(lambda match: f"{match['start']}‹{match['kind']}›", text)
    return _NAMED.sub("", _SAME_ONE.sub("", text))


def _noun(match: re.Match[str]) -> str:
    kind, own = match["kind"], match["set"] in ("my", "our", "his", "her", "their")
    if kind in _ONLY_OWN and not own:
        return match.group()
    new = match["set"] in ("a", "an", "another", "some", "any")
    return f"‹{'a ' if new else ''}{kind}›"
