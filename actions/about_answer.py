"""Words that ask about the last answer itself: is it sure, whom it concerns, shorter, again."""

from __future__ import annotations

import re

# Questions about the last answer itself.
DOUBTS = re.compile(
    r"^\W*(?:(?:and|but|ok|so|hm+|really)\W+)*(?:are you (?:really |quite )?(?:sure|certain)"
    r"|you sure|really|for real|is (?:that|this|it)"
    r" (?:really |actually )?(?:true|right|correct|so|certain)"
    r"|sure)(?: (?:about (?:that|this|it)|of (?:that|this|it)))?\W*$"
)
_FOR_WHOM = re.compile(
    r"^\W*(?:(?:and|but|ok|so)\W+)*(?:(?:for|to|of) (?:who|whom|which (?:role|job)s?)"
    r"|(?:who|whom|which (?:role|job)s?))"
    r" (?:does|do|is|are|did) (?:that|this|it|these|those|they) (?:\w+ )?(?:count|apply|hold|go|for"
    r"|concern|true|meant|about|valid|affect|matter)(?: (?:for|to))?\W*$"
    r"|^\W*(?:(?:and|but|ok|so)\W+)*(?:does|do|is|are) (?:that|this|it|these|those|they)"
    r" (?:\w+ )?(?:count|apply|hold|go|true|valid)(?: (?:for|to))? (?:both|all|everyone|everybody"
    r"|anyone|each)(?: of them| roles| jobs)?\W*$"
)
_SHORTER = re.compile(
    r"^\W*(?:[\w']+\W+){0,3}(?:shorter|short version|briefer|more brief|in short|tl;?dr|in brief"
    r"|(?:in|to) (?:one|a single|1|two|a few) (?:sentences?|lines?|words?)"
    r"|sum(?:med)? (?:it|that|this)? ?up|summar(?:y|i[sz]e)(?: (?:it|that|this))?|less words"
    r"|fewer words|(?:just|only) (?:the )?(?:headings?|headlines?|names?|titles?|keywords?"
    r"|bullets?|points|gist|short)|the gist|bottom line|too long|quick version)"
    r"(?:\W+(?:please|version|then|now|for me|too|also|as well))*\W*$"
)
_EXAMPLE = re.compile(
    r"^\W*(?:(?:and|so|ok|like|can you|could you|please|give me|give|got|do you have|have you|any"
    r"|an|a|one|some|for|such as|make|name)\W+)*(?:example|instance)s?"
    r"(?: (?:of|for) (?:that|this|it))?(?: please)?\W*$"
)
_IN_OTHER_WORDS = re.compile(
    r"^\W*(?:(?:and|so|ok|but)\W+)*(?:(?:that|which|it|this) means(?: what)?"
    r"|meaning(?: what)?|what does (?:that|it|this) mean(?: exactly)?|how do you mean)\W*$"
)


def about_last_answer(text: str) -> str | None:
    """What ``text`` asks about the last answer itself, if it asks nothing else."""
    kinds = {
        "ask_source": DOUBTS,
        "ask_concerned": _FOR_WHOM,
        "ask_short": _SHORTER,
        "ask_example": _EXAMPLE,
        "repeat": _IN_OTHER_WORDS,
    }
    return next((name for name, words in kinds.items() if words.search(text)), None)
