"""What a clause about pay is after, by its words: a standing, a total, a difference, a raise."""

from __future__ import annotations

import re

from actions.clause import Clause
from knowledge.schema import Facet, Fact

PAYING = ("ask_salary", "ask_bonus", "ask_salary_factors", "ask_benefits", "ask_commission")

PAY = re.compile(
    r"\b(?:pay|pays|paid|payment|salar(?:y|ies)|base|wages?|earn\w*|money|comp|compensation"
    r"|bonus(?:es)?|income|underpaid|overpaid)\b",
    re.I,
)
BONUS = re.compile(r"\bbonus(?:es)?\b", re.I)
# "And in total?" asks for base and bonus together.
TOTAL = re.compile(
    r"\btotals?\b|\ball[- ]?in\b|\baltogether\b|\bote\b|\btogether\b|\badd(?:ed|ing|s)? up\b"
    r"|\bon[- ]target\b|\b(?:whole|full|entire|overall) package\b"
    r"|\b(?:base|salary|pay|fixed) (?:and|plus|with|incl\w*|n|\+|&) (?:the |my |a )?(?:\w+ )?"
    r"(?:bonus|this|that|these|it)\b"
    r"|\b(?:with|incl\w*|plus|counting) (?:the |my |a |that )?(?:\w+ )?bonus (?:on top|included"
    r"|added|at best)\b|\b(?:sum|all told|combined)\b"
    r"|\badd\b.{0,40}\b(?:base|salary|bonus|pay|that|it|them|both|up)\b"
    r"|\b(?:base|salary|pay) ?(?:\+|plus|and|with) ?(?:the |my |a |its )?(?:\w+ ){0,2}(?:bonus"
    r"|high end|top|upper"
    r"|max\w*|that|this|it)\b"
    r"|\b(?:walk away|end up|come (?:out|away)|go home|left|wind up) with\b"
    r"|\b(?:with|incl\w*|plus|counting) (?:(?:the|my|a|any|full|max\w*|min\w*|top|highest|lowest"
    r"|best) )*bonus(?:es)?\W*$|\b(?:income|pay|money|earn\w*|make|get) .{0,20}\bwith (?:the |my "
    r"|a |full "
    r"|max\w* )*bonus\b|\b(?:take|taking) home with\b",
    re.I,
)
_EARNING = r"(?:more|extra|higher|better|bigger)"
APART = re.compile(
    r"\bhow (?:much|many|far|big) .{0,40}\b(?:apart|differ\w*|difference|gap|between)\b"
    r"|\bdifferen(?:ce|t)\b|\bdiffers?\b|\bgap\b|\bspread between\b|\bapart\b"
    r"|\bby (?:how much|what)\b"
    rf"|\bhow much (?:is |are |does |do )?(?:\w+ ){{0,3}}(?:{_EARNING}|less)\b"
    r"|\b(?:and |what about )?between (?:the |their |both |these )*(?:tops?|bottoms?|floors?"
    r"|starts?|ends?|max\w*|min\w*|ceilings?|highs?|lows?"
    r"|(?:upper|lower|high|low|top|bottom) ends?)\b",
    re.I,
)
LEAST = re.compile(
    r"\b(?:lowest|minim\w+|min|least|start(?:s|ing)?|entry|bottoms?|low(?:er)? ends?|smallest"
    r"|floors?|worst case)\b",
    re.I,
)
MOST = re.compile(
    r"\b(?:highest|maxim\w+|max(?:ed)?|most|tops?|upper|high(?:er)? ends?|ceilings?|biggest|largest"
    r"|(?:at (?:the |my |its )?)(?:very )?best|best (?:possible|case)|hope for)\b",
    re.I,
)
# How much more another role would pay than one gets now.
MORE = re.compile(
    r"(?<!would )(?<!could )(?<!can )(?<!to )\b(?:bump|raise|jump|increase|uplift|hike|pay ?rise"
    r"|step up|gain)\b"
    r"|\b(?:more|extra) (?:money|pay|cash|salary)\b"
    rf"|\b(?:goes?|go|going|gone|is|be|be|would be|jumps?|moves?|am) up (?:by|from|to)\b"
    rf"|\bup from\b"
    rf"|\bhow much (?:{_EARNING}|on top|up)\b|\b{_EARNING} (?:money |pay |cash |salary )?"
    r"(?:would|could|will|do|can|might|than (?:i|what i|now|my))\b",
    re.I,
)
SHARE = re.compile(r"(?P<share>\d{1,2}(?:\.\d+)?)\s?(?:%|percent|per cent|pct)", re.I)
_UP = re.compile(r"\b(?:raise|rise|increase|more|bump|hike|up|uplift|extra|higher|on top)\b", re.I)

_LOW = (
    r"low|lower|lowish|little|under ?paid|underpay\w*|bad|poor|peanuts|crap|lowball\w*|low ball\w*"
    r"|ripped|rip off|screwed|shafted|cheated|robbed|had|short ?changed|exploited|whin\w+|squeezed"
    r"|undervalued|below|under|beneath|badly|cheap|stingy|joke|miserable|less"
)
_FINE = (
    r"ok|okay|fair|fairly|good|decent|normal|usual|typical|average|competitive|reasonable|market"
    r"|alright|all right|fine|enough|realistic|real|right|legit|standard|par|in line|well"
    r"|acceptable|within|inside|in (?:the |that |your |this )?(?:\w+ )?(?:range|band|bracket)"
)
_MUCH = r"high|higher|a lot|lots|over ?paid|great|above|too much|over|rich|generous|more|much"
_BOTTOM = r"bottom|floor|low(?:er)? end|low(?:er)? side|start of|lowest|minimum"
_TOP = r"top|ceiling|high(?:er)? end|upper end|maximum|max|cap|end of"
LOW, FINE, MUCH = (re.compile(rf"\b(?:{w})\b", re.I) for w in (_LOW, _FINE, _MUCH))
AT_BOTTOM, AT_TOP = (re.compile(rf"\b(?:{w})\b", re.I) for w in (_BOTTOM, _TOP))
_WHO = r"(?:i|we|he|she|they|it|that|this|mine|his|her|the (?:base|pay|salary|offer|number|figure))"
_SUBJECT = rf"(?:{_WHO}|my \w+|\$?\d[\d.,]*k?)"
_WHERE = re.compile(
    rf"\b(?:where|how) (?:do|does|would|am|is|are|'s)? ?{_SUBJECT}(?: \w+){{0,3}}?"
    r" (?:in|on|at|sit|sits|stand|stands|fall|falls|land|lands|rank|ranks|lie|lies|fit|fits|compare"
    r"|compares|stack|stacks|measure|measures|fare|fares|look|looks)\b"
    rf"|\bwhere (?:am i|{_SUBJECT} (?:is|am|stands?|sits?|lies?|falls?))\b"
    r"|\bwhere(?:abouts)? (?:in|on|within) (?:the|that|this) \w+"
    r"|\b(?:spot|place|position|rank|rank\w*|standing|placement) (?:in|on|within|inside)\b"
    r"|\bputs? me\W*$|\bwhere (?:does|do|would) (?:that|this|it) (?:put|place|leave|land) (?:me"
    r"|us)\b"
    r"|\bwhere'?s (?:that|it|this) (?:in|on|within)\b",
    re.I,
)
_CENTRE = r"middle|mid\w*|halfway"
_WITHIN = r"(?:range|band|bracket|scale|spread|spectrum|span|corridor)"
_ROOM = re.compile(
    r"\b(?:how much|any|what|much|more) (?:more )?(?:headroom|room|space|upside|scope)\b"
    r"(?! (?:for )?(?:the )?(?:manager|client|team))|"
    r"\b(?:room|headroom|space|how (?:much|far)) .{0,30}\b(?:left|top|max\w*|up|floor|bottom|below"
    rf"|ceiling|cap|limit|end|under|above|over|{_WITHIN})\b",
    re.I,
)
_JUDGED = re.compile(
    rf"(?:\b(?:is|are|am|was|isn't|ain't)(?: {_SUBJECT}\b| (?={_LOW}|{_FINE}|{_MUCH}))"
    rf"|\bdo(?:es)? {_SUBJECT} (?:seem|sound|look|feel|put me)\b"
    r"|\b(?:that's|thats|it's|(?:seems?|sounds?|looks?|feels?)(?: like)?)\b)"
    rf"(?: \w+'?\w*){{0,4}}? ?\b(?:{_LOW}|{_FINE}|{_MUCH}|{_BOTTOM}|{_TOP}|{_CENTRE})\b"
    r"(?! (?:\w+ )?(?:jobs?|roles?|fit|idea|time|steps?|moves?|questions?|places?|choices?|sign"
    r"|career|thing|way|reason|skills?|start|match))"
    rf"|^\W*(?:and |so |ok |but |too |really |just |a bit |bit |am i |is it |that's |thats )*"
    rf"(?:{_LOW}|{_FINE}|{_MUCH}|{_BOTTOM}|{_TOP})(?: (?:or|for|of|at|to) .{{1,40}}| then| right"
    r"| though| huh)?\W*$"
    rf"|[,:;–-]\W*(?:too |really |a bit |bit |quite |is that |that )*(?:{_LOW}|{_FINE}|{_MUCH})\W*$"
    rf"|\b(?:{_LOW}|{_FINE}|{_MUCH}) or (?:{_LOW}|{_FINE}|{_MUCH}|not|what|no|nah|nope)\b"
    r"|\b(?:in|within|of|on|under|above|below|over|off) (?:the|that|this|your|its) (?:\w+ )?"
    rf"{_WITHIN}\b"
    r"|\b(?:under ?paid|over ?paid|lowball\w*|ripped off|ripped|shortchanged|going rate|market"
    r" (?:rate|value|pay))\b"
    r"|\b(?:good|fair|decent|ok|bad) (?:number|deal|money|figure|offer)\b"
    r"|\b(?:any|much|even|it|that|go|goes|get|gets) (?:\w+ )?(?:higher|further up)"
    r"(?: than (?:that|this|it))?\W*$",
    re.I,
)
_BARGAINS = re.compile(
    r"\bnegotiat\w*|\bhaggl\w*|\bbargain\w*|\bcounter(?: ?offer|ing)?\b|\bleverage\b"
    r"|\b(?:ask\w*|push\w*|argue|fight|go|going|case|arguments?|reasons?|pitch) (?:\w+ ){0,3}for "
    r"(?:a |some |any )?(?:\w+ )?(?:more|raise|rise|increase|higher|better|bump)\b"
    r"|\b(?:what|which|any|some|good|my|more|give me|list)\b.{0,16}\b(?:arguments?|grounds)\b"
    r"|\bwhat (?:should|could|can|do|would) i (?:be )?ask(?:ing)?(?: for)?\b"
    r"|\b(?:ask|asking|get|getting|request|justify|deserve|want) (?:\w+ ){0,3}"
    r"(?:a (?:\w+ )?(?:raise|pay ?rise|bump|increase)|more money|more pay"
    r"|higher (?:pay|base|salary))\b",
    re.I,
)
_NOT_ONES_PAY = re.compile(
    r"\bcontracts?\b|\bclients?\b|\bcustomers?\b|\bdeals?\b|\bskills?\b|\bvendors?\b|\bprices?\b"
    r"|\binterview\w*|\bemail\b|\bletter\b|\bscript\b",
    re.I,
)
_CURRENCY = re.compile(
    r"\b(?:in|into|to) (?:\w+ )?(?:euros?|eur|pounds?|gbp|sterling|rupees?|inr|francs?|chf|cad|aud"
    r"|yen|pesos?|zloty|kroner?|(?:my|local|our) (?:own )?(?:currency|money))\b|[€£]",
    re.I,
)


# The speaker's own position again, after a supposed one or someone else's.
AS_IS = re.compile(
    r"\bas (?:it is|things (?:are|stand)|of now|i am)\b|\bin my (?:current|present|own|actual)"
    r" (?:job|role|position)\b|\bwhere i am\b|\b(?:right now|at the moment|at present)\W*$"
    r"|^\W*(?:(?:and|so|but|ok|n)\W+)*(?:now|here|mine|me|for me|my own)\b"
    r"|\bwhat (?:i|i'm|im) (?:\w+ )?(?:have|get|earn|make|on|paid|got|getting|earning|making)\b"
    r"|\bmy (?:current|present|own|actual) (?:base|pay|salary|money|wage)\b",
    re.I,
)
_FACTOR = re.compile(
    r"\b(?:experience|years|industry|sector|company size|size|location|city|place"
    r"|where i (?:live|work|am)|seniority|region|employer)\b",
    re.I,
)
COUNTS = re.compile(
    r"\b(?:difference|differ\w*|matters?|changes?|affects?|counts?|helps?|influences?|plays?|impact)\b",
    re.I,
)


_DECIDES = re.compile(
    r"\b(?:what|which|who)\b.{0,30}\b(?:decides?|determines?|drives|influences?|affects?)\b", re.I
)
# The amount that was just spoken of, in another role.
SAME_PAY = re.compile(
    r"\b(?:same|that|this|such|equal) (?:very )?(?:same )?(?:base|pay|money|salary|amount|wage"
    r"|figure)\b",
    re.I,
)
OWN_PAY = re.compile(r"\b(?:i|me|my|mine|now)\b", re.I)


_PLAIN_PAY = re.compile(
    r"\b(?:salar(?:y|ies)|wages?|earn(?:s|ings)?|remuneration|compensation|take[- ]?home|ote"
    r"|tak(?:es?|ing) home|(?:pull|rake|bring)(?:s|ing)? (?:in|home)"
    r"|pay ?(?:che(?:ck|que)|slip|packet|grade|scale|band|range)s?"
    r"|(?<!that )(?<!not )pay(?! (?:attention|off|for|back))|get paid|gets paid|paid)\b"
    r"|\bcomp\b(?! and ben)|(?<!client )(?<!customer )(?<!knowledge )\bbase\W*$",
    re.I,
)


def asks_pay(text: str) -> bool:
    """Whether the words of a clause name pay as such."""
    return _PLAIN_PAY.search(text) is not None


def figure_unasked(clause: Clause, topic: str, fact: Fact) -> bool:
    """Whether ``fact`` gives a figure of pay where neither words nor topic ask for pay."""
    if fact.facet not in (Facet.SALARY, Facet.BONUS) or not fact.figures or topic in PAYING:
        return False
    likely = sum(clause.probability(name) for name in PAYING[:2])
    return likely < _PAY_LIKELY and not PAY.search(clause.text) and not clause.amounts


_PAY_LIKELY = 0.15  # probability of base and bonus from which pay may be asked for


def names_factor(text: str) -> bool:
    """Whether a clause asks if something that pay may depend on counts."""
    return bool((_FACTOR.search(text) and COUNTS.search(text)) or _DECIDES.search(text))


def judges(text: str) -> bool:
    """Whether a clause asks where an amount stands: low, fair, high, at the bottom, how far off."""
    return any(p.search(text) for p in (_JUDGED, _WHERE, _ROOM))


def asks_amounts(text: str) -> bool:
    """Whether the words of a clause on pay settle what is asked: to hold an amount against it."""
    return bool(judges(text) or bargains(text) or TOTAL.search(text) or raised_by(text))


_WISHES = re.compile(
    r"\b(?:want|trying|going to|about to|how|need|would like|plan\w*|can i)\b", re.I
)
_MINE = re.compile(r"\W*(?:and |so |but |ok |what about |how about )+(?:mine|me)\b", re.I)


def asks_of_pay(text: str, asking: bool, amount: bool) -> bool:
    """Whether a clause that tells something asks of pay too ("AM on 60k, is this normal").

    ``asking`` if it has the form of a question, ``amount`` if it names one.
    """
    if bargains(text) and (asking or _WISHES.search(text)):
        return True
    return (asking and judges(text)) or (amount and _MINE.match(text) is not None)


def bargains(text: str) -> bool:
    """Whether a clause is about getting more pay by asking for it."""
    return _BARGAINS.search(text) is not None and not _NOT_ONES_PAY.search(text)


_BASE_UP = re.compile(
    r"\b(?:base|pay|salary|raise|rise|increase|bump)\b[^%]{0,25}\d ?(?:%|percent|pct)"
    r"|\d ?(?:%|percent|pct) (?:raise|rise|pay ?rise|increase|bump|hike|more base)\b",
    re.I,
)


def raised_by(text: str) -> float | None:
    """The percentage by which a clause supposes that base pay rises; None if it names none."""
    match = SHARE.search(text)
    if match is None or not _UP.search(text) or (BONUS.search(text) and not _BASE_UP.search(text)):
        return None
    return float(match["share"])


def other_currency(text: str) -> bool:
    """Whether a clause asks for pay in another currency than the documents' dollars."""
    return _CURRENCY.search(text) is not None
