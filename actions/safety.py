"""Words that show distress beyond doubt. They are heeded whatever the classifier makes of them."""

from __future__ import annotations

import re

_SELF_HARM = re.compile(
    r"\b(?:(?:kill|hurt|harm|cut|hang|shoot|drown)(?:ing|ting)? (?:my ?self)\b"
    r"|suicid\w*|self[- ]harm\w*|end(?:ing)? (?:my life|it all)|tak(?:e|ing) my (?:own )?life"
    r"|(?:don't|do not|dont|no longer|not) (?:really )?(?:want|wish) to (?:be alive|live|exist"
    r"|wake up|be here any ?more)"
    r"|(?:want|wish|rather|ready) (?:to |i (?:was|were) )?(?:die|dead)\b(?! (?:of|for|to))"
    r"|better off (?:without me|dead|if i was)|no (?:reason|point) (?:to|in) (?:live|living"
    r"|go(?:ing)? on)"
    r"|can't go on (?:living|like this any ?more)|overdos\w+)",
    re.IGNORECASE,
)
_ACUTE_HEALTH = re.compile(
    r"\b(?:chest (?:pains?|hurts|tightness)|pain in my chest|heart attack|panic attacks?"
    r"|can't breathe|trouble breathing|passed out|faint(?:ed|ing))\b",
    re.IGNORECASE,
)
# Words of each matter. Embeddings alone find "what if I had 7 years" near to despair.
_MATTER = {
    "sensitive_self_harm": r"kill|suicid|die|dying|dead|death|harm|hurt|cut|alive|live|living"
    r"|life|exist|end (?:it|this|my|everything|all)"
    r"|hopeless|worthless|pointless|goodbye|overdos|pills|jump|bridge|disappear|anymore|bear|burden|point",
    "sensitive_health": r"sick|ill\b|illness|doctor|health|panic|anxi|depress|burn|cry|cried"
    r"|stress|exhaust|tired"
    r"|sleep|insomnia|therap|mental|headache|migraine|pain|breath|heart|drink|drunk|drugs?|alcohol|medic|cope"
    r"|overwhelm|nervous|break ?down|collaps|weight|appetite|dread|shak|vomit|throw up"
    r"|leave of absence|sad|numb|lonely",
    "sensitive_harassment": r"harass|bull(?:y|ied)|touch|grop|grab|abus|threat|yell|scream"
    r"|shout|insult|humiliat|mob"
    r"|sex|flirt|creep|hit|stalk|comments?|joke|mock|unsafe|hostile|intimidat|inappropriate|hands|assault|toxic|names|kiss|body",
    "sensitive_discrimination": r"discriminat|race|racis|black|white|asian|gender|sexis|women"
    r"|woman|female|men\b|man\b|male"
    r"|pregnan|maternity|age\b|too old|too young|older|disab|religio|muslim|hijab|jewish"
    r"|christian|gay|lesbian|trans|accent"
    r"|foreign|immigra|skin|ethnic|wheelchair|autis|adhd|deaf|blind|mother|mom|because i",
    "sensitive_legal": r"legal|lawyer|attorney|law\b|laws|court|sue|suing|lawsuit|illegal"
    r"|contract|severance|fired|terminat"
    r"|dismiss|notice|union|visa|permit|non ?compete|tribunal|rights|wrongful|overtime|unpaid"
    r"|owe|clause|laid off|redundan",
    "sensitive_dishonesty": r"lie|lying|lied|fake|faking|forg|cheat|invent|pretend|exaggerat"
    r"|fudge|inflat|made up|make up"
    r"|fabricat|false|bluff|padd|embellish|hide|hiding|conceal|trick|steal|stole|fraud|dishonest|resume|cv\b|reference"
    r"|certificate|diploma|claim|without (?:them|him|her|anyone) (?:noticing|knowing)|sabotag"
    r"|spy|bribe|backdate|copy|gap",
    "sensitive_privacy": r"colleague|co ?worker|team ?mate|boss|manager|director|peer|neighbo"
    r"|desk|employee|someone|somebody"
    r"|everyone|others|other people|people|person|guy|woman|private|personal|address|phone"
    r"|email|password|data|file"
    r"|who (?:else|asked|said|earns)|named?|his|her|their",
}
_MATTERS = {name: re.compile(rf"\b(?:{words})", re.IGNORECASE) for name, words in _MATTER.items()}
# How suppositions and follow-ups begin that embeddings take for distress.
_EVERYDAY = re.compile(
    r"^\W*(?:(?:and|so|but|ok|okay|or|then)\W+)*(?:what(?! is the point)|if|suppose|how (?:do|can"
    r"|would|could|should) i|how (?:much|many|long)|where|which|when|who)\b",
    re.IGNORECASE,
)
_SHORT = 12  # words


def holds_matter(intent: str, text: str) -> bool:
    """Whether ``text`` may be about the sensitive ``intent``.

    Not a short everyday supposition or question without a word of the matter.
    """
    pattern = _MATTERS.get(intent)
    if pattern is None or len(text.split()) > _SHORT or not _EVERYDAY.match(text):
        return True
    return pattern.search(text) is not None


_THE_SPEAKER = re.compile(r"\b(?:i|i'm|i've|me|my|im|ive|myself)\b", re.IGNORECASE)


def plainly_sensitive(text: str) -> str | None:
    """The sensitive intent that the words of ``text`` leave no doubt about, or None."""
    if not _THE_SPEAKER.search(text):
        return None
    if _SELF_HARM.search(text):
        return "sensitive_self_harm"
    return "sensitive_health" if _ACUTE_HEALTH.search(text) else None
