"""Whether a clause wants the last answer once more: anew, for its speaker, as things are."""

from __future__ import annotations

import re

# "Redo it", "so again?", "ok so?": the same once more, with what was told since.
_ANEW = re.compile(
    r"^\W*(?:\w+\W+){0,3}?same (?:questions?|q|thing|again)(?: again| please| pls| then"
    r"| now| as before)*\W*$"
    r"|^\W*(?:(?:and|so|ok|okay|n|right|then|now|please|pls|can you|could you)\W+)*(?:redo"
    r"|recalculate"
    r"|recompute|rerun|re-run|update|again|now|ok so|so then|what now|try again|run it again"
    r"|do it again"
    r"|do (?:it|that|the (?:maths?|sums?)) (?:again|over|once more|anew)|once more)"
    r"(?: (?:it|that|this|the (?:maths?|sums?|gap|plan)))?(?: (?:with (?:that|it|this)|then"
    r"|please|pls|now))*\W*$"
    r"|^\W*(?:ok|okay|and|well|right) so\W*$"
)


def asks_anew(text: str) -> bool:
    """Whether ``text`` wants the last answer once more ("redo that")."""
    return _ANEW.match(text.lower()) is not None


MINE = re.compile(
    r"^\W*(?:(?:and|so|ok|now|then|but)\W+)*(?:what about |how about |what's |whats )?"
    r"(?:mine|me|myself|my own|for me|in my case|my one)\W*$"
)
# "I'm a senior AM on 90k, mine?"
_MINE_LAST = re.compile(
    r"[,;.:–-]\s*(?:(?:and|so|then|now) )*(?:(?:what|how) about )?(?:mine|me|my own|for me"
    r"|in my case|same for me)\s*\?\W*$"
)


def asks_for_own(text: str) -> bool:
    """Whether a clause that tells of its speaker ends by asking the last question for them."""
    return _MINE_LAST.search(text.lower()) is not None
