"""Cuts a marked sentence into chunks and says of each who speaks of whom, and in what mood."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NEXT = (
    r"(?:i|i'm|i've|i'd|my|me|we|we're|our|he|she|they|he's|she's|now|currently|have|has|hold"
    r"|lead|leading|manage|managing|run|running|supervise|based|live|living|earn|earning|make"
    r"|making|got|want|hoping|no|zero|without|never|nobody|none|don't|what|what's|how|how's|which|can|am|is|do"
    r"|does|should|where|when|did|on|in|with|before (?:that|this)(?! (?:another )?\d)|previously|(?:for|since)(?= \d)|work|working|then|about|around|roughly|all|some"
    r"|bachelor\w*|master\w*|mba|(?:the )?same|\{|\d)"
)
_CUT = re.compile(
    r"\s*(?P<sign>(?<!\d),|,(?!\d)|[;|/()–—]|(?<!role )(?<!title )(?<!city )(?<!location )(?<!company )(?<!skills )(?<!team )(?<!industry )(?<!base )(?<!salary )(?<!education )(?<!years )(?<!goal )(?<!target )(?<!now ):| \. | - (?!strong|person|people|man)| \+ )\s*"
    rf"|\s+(?P<word>(?!(?<=\d )and \d+(?:\.\d+)?(?: years)?\s*(?:[,.]|$))and|but|plus|so|then|&|although|though|while|whereas)\s+(?=,? ?{_NEXT})"
)
_FILLER = (
    r"^(?:(?:so|and|but|ok|okay|hey|hi|hello|well|right|also|oh|yeah|yes|yep|no|nope|hm+|um+|uh"
    r"|please|thanks|btw|by the way|fyi|for context|for the record|fair enough|honestly|wait|just|ah"
    r"|sorry|actually|oops|now|then|look|listen|anyway|basically|like|additionally)[\s,]+)*"
)
_ASKS = re.compile(
    _FILLER
    + r"(?:what(?! i (?:really |actually )?(?:want|'d like) is)|what's|how|how's|who|who's|whose|which|where|when|why|wonder\w*|curious"
    r"|are(?= \d)|(?:would|will|could|can|does)(?= (?:\d|(?:just |only |another )+\d|\w+ing\b))"
    r"|tell|show|give|explain|compare|list|describe|any chance|any|anything|wouldn't|isn't|aren't"
    r"|(?:do|does|did|is|are|can|could|should|would|will|am|was|may|might|has|have|had|don't)(?= (?:i|you|they|we|he|she|it"
    r"|that|this|these|those|there|the|an?|my|your|our|any|people|most|all|both|either|\{)\b| \{|$)"
    r"|have i\b|if so|let me know|i(?:'d| would)? (?:want|like|love|need) to know|i wonder)\b"
)
_INNER_QUESTION = re.compile(
    r"(?<=\w)(?<!\bof)(?<!\bfrom) (?=(?:can|could|am|would|do|should|will|does|have) (?:i|it|that)\b"
    r"|(?:what(?! (?:i'm after|i want|i aim))|what's|how much|how far|how long|how many|how big|how do|how am|how short|which"
    r"|when can|when could|when will|where(?! i (?:want|wanna|see|'d|would|hope|aim)))\b)"
)
_WITH_TAIL = re.compile(r"\b(?:with|given|on|having|as i have|since i have|at) (?:my )?(?=.*)")
_SELF = re.compile(r"\b(?:i|i'm|i've|i'd|me|my|mine|myself|we|we're|our|us)\b")
_PEOPLE = (
    r"(?:boss|manager|supervisor|director|colleague|coworker|co worker|teammate|friend|mate|buddy"
    r"|wife|husband|partner|spouse|brother|sister|cousin|dad|father|mom|mum|mother|son|daughter"
    r"|predecessor|mentor|lead|line manager|team lead|recruiter|client|customer|ceo|head|vp"
    r"|girlfriend|boyfriend|flatmate|roommate|neighbou?r|uncle|aunt|nephew|niece|report|junior"
    r"|trainee|intern|peer|peers|colleagues|friends|bosses|managers|coworkers|teammates|buddies"
    r"|guy|fella|bloke|chap|lad|lady|woman|man|girl|person|people|folks|everyone|everybody|somebody|someone|anyone"
    r"|candidate|candidates|employee|hire|assistant|counterpart|hr)"
)
_OTHER = re.compile(
    rf"(?<!as )\b(?:my|our|the|a|an|his|her|their|this|that|some|another|one of my|one of our)(?: \w+){{0,2}}"
    rf" {_PEOPLE}\b(?! (?:of (?:account|sales|am\b|acct)|management|role|job|position|to me)\b)"
    r"|\b(?:my|our|his|her|their|the|another|ur|your) (?:new |old |current |former |own |direct )?"
    r"\{(?:role|other_role)=\w+\}(?! (?:role|job|position|title|days|skills|interview|offer|thing|gig|stuff|side|seat|track|post|promotion))"
    r"|\b(?:he|he's|she|she's|they|they're|his|her|their|someone|somebody|everyone|everybody"
    r"|anyone|nobody else|most \{role|who)\b|^(?:most |some |many |other )?people\b(?! (?:lead\w*|manage\w+))|^(?:boss|colleague|mate|friend|wife|husband|hubby|partner|dad|mum|mom|brother|sister|bf|gf)(?:'?s)?\b(?! of \d| of (?:a|my|the) (?:team|crew|squad|pod|group))|\bthe (?:article|articles|documents?|docs?|ad|advert|posting|jd|job description|site|website|page)\b|\bpeople (?:who|usually|often|like|in|with)\b"
)
_WISH = re.compile(
    r"\b(?:want|wanted|wants|would like|would love|'d like|'d love|i'd like|i'd love|hope|hoping|aim"
    r"|aiming|goal|goals|target|targeting|dream|dreaming|aspire|aspiring|aspiration|ambition"
    r"|plan to|planning|looking to|looking for|looking at|trying to|gunning|eye|eyeing|eyes on|wish"
    r"|interested in|thinking (?:of|about)|someday|some day|(?:one|1) day|end up|ending up|work(?:ing)?"
    r" (?:towards?|my way)|heading (?:for|to)|head for|itching|apply|applying|going for|go for"
    r"|preparing for|prepare for|prepping|shooting for|(?<!look )(?<!looking )(?<!looked )after the|in (?:about |around |only |just |like )?\d+ years(?! (?:of|as|in|with|leading|i've|i have))|next step is|next move"
    r"|eventually|set on|pursu\w+|long term|fancy|keen on|keen to|rather (?:be|become|go|do|aim|try)|would suit|vision|see myself"
    r"|chasing|objective|intend|aims?|or bust|off to|moving to|joining|about to|soon|next (?:month|year|week|summer|spring)|new year|the plan|dream job|i'm after|changed my mind|want instead|(?:is|would be) enough for me|(?:will|would|'ll) do for me|suits me)\b|\} it is\b|\} (?:is )?next\b|\bnext (?:stop|goal|up|one up)\b"
)
_SUPPOSED = re.compile(
    r"\b(?:i wish|if|suppose|supposing|imagine|assuming|assume|hypothetically|hypothetical|pretend"
    r"|let's say|were i|had i|in case|provided|say i|what about if|once i|when i (?:get|have|am|become|make)"
    r"|would be|would have|wouldn't|unless)\b|^say\b"
)
# "Would two years as a team lead sort that", "and when i wait 3 years more"
_WOULD_DO = re.compile(
    _FILLER + r"(?:(?:would|will|could|can|does) (?:(?:just|only|another) )*(?:\d|\w+ing\b)"
    r"|i (?:could|can|would|might|will) .*\bin (?:like |about |around )?\d+ years"
    r"|when i (?:wait|stay|do|hang|keep|stick|work|lead)\b)"
)
_PAST = re.compile(
    r"\b(?:was|were|used to|formerly|previously|former|ex|back when|until|till|before that|before i"
    r"|started|began|in a (?:former|previous|past) life|ago|earlier|(?<!never )once|originally|had been|left"
    r"|coming from|come from|came from|(?:previous|old|first) (?:job|role|employer|company|firm|place|gig)|past (?:job|role|life)|worked|spent (?:time|\d)|studied abroad|switched from"
    r"|before(?: (?:all )?(?:this|that|then|now))?(?=\W*$)|before (?:all )?this|moved from|promoted from|quit|at first|initially|last (?:job|role|employer|company))\b"
)
_OWN_FACT = re.compile(
    r"\b(?:now|currently|today|really|in reality|in fact|but)\b|^(?:but )?(?:i've|i'm|i have|my)\b"
)
_PUT = re.compile(r"\b(?:put|made|gave|given) me\b")  # what one was given, one has
_NOW = re.compile(r"\b(?:now|currently|today|these days|at present|at the moment|by now|still)\b")


@dataclass(frozen=True)
class Chunk:
    """A piece of a sentence. ``about_self`` unless it is about someone else."""

    text: str
    about_self: bool
    asks: bool
    wish: bool = False
    supposed: bool = False
    past: bool = False


def chunks(sentence: str, is_question: bool) -> list[Chunk]:
    """The chunks of a marked ``sentence``; ``is_question`` if it ended in a question mark."""
    pieces = _pieces(sentence)
    found: list[Chunk] = []
    for place, (text, joined) in enumerate(pieces):
        before = found[-1] if found else None
        last = place == len(pieces) - 1
        asks = _ASKS.match(text) is not None or (
            is_question and last and not re.match(_FILLER + r"(?:i|i'm|i've|my|we|we're)\b", text)
        )
        if before is not None and before.asks and not _SELF.match(re.sub(_FILLER, "", text)):
            asks = True  # "compare the director and the senior for me"
        told = _WITH_TAIL.search(text) if asks and _SELF.search(text) else None
        plain = re.sub(r"\b\d+[ -]*(?:person|people|man)\b", "", text)
        other = _OTHER.search(plain) is not None and not _about_speaker(text)
        other |= _OF_MY_TEAM.match(text) is not None
        if (
            before is not None
            and not _SELF.search(text)
            and not before.about_self
            and not before.asks
        ):
            other = True
        supposed = _SUPPOSED.search(text) is not None or _WOULD_DO.match(text) is not None
        if before is not None and before.supposed and not asks and not _OWN_FACT.search(text):
            supposed = True
        past = _PAST.search(text) is not None and not _NOW.search(text) and not _PUT.search(text)
        wish = _WISH.search(text) is not None
        if before is not None and joined in ("and", "or", "&"):
            wish |= before.wish and not _SELF.search(text) and "{role=" in text
        elif before is not None and before.wish and "{role=" not in before.text:
            wish |= re.fullmatch(r"(?:an? |the )?\{role=\w+\}\W*", text) is not None
        if told is not None:
            found.append(Chunk(text[: told.start()], not other, True, wish, supposed, past))
            found.append(Chunk(text[told.start() :], not other, False, False, supposed, past))
        else:
            found.append(Chunk(text, not other, asks, wish, supposed, past))
    return found


def _pieces(sentence: str) -> list[tuple[str, str]]:
    """The texts of the chunks, each with the word or sign that joins it to the one before."""
    cut: list[tuple[str, str]] = []
    first, joint = 0, ""
    for match in _CUT.finditer(sentence):
        cut.append((sentence[first : match.start()], joint))
        first, joint = match.end(), (match["word"] or match["sign"] or "").strip()
    cut.append((sentence[first:], joint))
    found: list[tuple[str, str]] = []
    for text, join in cut:
        inner = _INNER_QUESTION.search(text)
        while inner and (len(text[: inner.start()].split()) < 2 or _ASKS.match(text)):
            inner = None
        wants = _WANTS.search(text) if not inner else None
        if wants and re.search(r"\{role=|\d", text[: wants.start()]):
            found += [(text[: wants.start()].strip(), join), (text[wants.end() :].strip(), ",")]
        elif inner:
            found += [(text[: inner.start()], join), (text[inner.end() :], "")]
        elif text.strip():
            found.append((text.strip(), join))
    return found


# "Half my team has masters degrees", "two of my reports are AEs"
_OF_MY_TEAM = re.compile(
    _FILLER + r"(?:half|most|all|some|many|none|1|2|3|one|everyone|everybody|a few|both|each)"
    r"(?: people| members)? (?:of |in |on )?(?:my|our) (?:team|reports|people|colleagues|crew|staff|juniors)\b"
)


# "SAM in consulting, 7 years want director": a want without its "I"
_WANTS = re.compile(
    r"(?<=[\w}]) (?<!\bi )(?<!\bwe )(?<!\bi'd )(?<!\breally )(?<!\bjust )(?<!\balso )(?<!\bto )(?<!\bnot )"
    r"(?<!\bdon't )(?<!\byou )(?<!\bthey )(?<!\bwhat )(?<!\bwho )(?<!\bdo )(?<!\bif )"
    r"(?=(?:want|wanna|wanting|aiming|hoping|looking) (?:to |for |be |an? )*(?:\{role=|be\b|become\b|move\b))"
)


def _about_speaker(text: str) -> bool:
    """Whether a chunk that names others still tells of the speaker ("2 juniors report to me")."""
    if re.match(_FILLER + r"(?:i|i'm|i've)\b", text):
        return True
    if _OF_MY_TEAM.match(text):
        return False
    return (
        re.search(r"\b(?:to me|under me|\d(?: years)? of (?:mine|my)|(?:make|made|promoted?) me|give[ns]? me|gave me|put me|pay me|pays me|(?:bump(?:ed)?|moved|upped|raised) me|me a|i'm|i've|i (?:lead|led|manage|managed|run|ran|have|work|earn"
                  r"|make|supervise|look|am|hold|got|head|live|never|train\w*|guid\w+|coach\w*|mentor\w*|onboard\w*|show\w*|would|could|were to)|my (?:base|salary|pay|title|role|job"
                  r"|team(?! (?:lead|leader|head|manager|mate|member)\b)|company|degree|position|current))\b", text) is not None
    )  # fmt: skip
