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
_THE_SPEAKER = re.compile(r"\b(?:i|i'm|i've|me|my|im|ive|myself)\b", re.IGNORECASE)


def plainly_sensitive(text: str) -> str | None:
    """The sensitive intent that the words of ``text`` leave no doubt about, or None."""
    if not _THE_SPEAKER.search(text):
        return None
    if _SELF_HARM.search(text):
        return "sensitive_self_harm"
    return "sensitive_health" if _ACUTE_HEALTH.search(text) else None
