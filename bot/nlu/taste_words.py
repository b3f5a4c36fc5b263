"""The words by which people say what they like, dislike, are good at or can bear."""

from __future__ import annotations

import re

_NOT = r"(?:don'?t|do not|doesn'?t|does not|didn'?t|did not|never|won'?t|wouldn'?t|not|no longer)"
_OFTEN = (
    r"(?:really |much |exactly |at all |particularly |especially |ever |even |that |too |so "
    r"|very )*"
)
_BAD_AT = (
    r"(?:terrible|bad|awful|crap|rubbish|useless|hopeless|lousy|shit|weak|horrible|poor|rubbish"
    r"|the worst)"
)
DISLIKE = re.compile(
    r"\b(?:than|instead of|hat(?:e|es|ed|ing)|dislik\w*|detest\w*|loath\w*|despis\w*|abhor\w*"
    r"|can(?:'?t|not| not) (?:stand|bear|handle|take|deal|cope|stomach|face|be (?:bothered|arsed"
    r"|doing)|do|sell|deal)"
    rf"|{_NOT} {_OFTEN}(?:like|enjoy|love|want|wanna|care|do|fancy|need|appreciate|see myself"
    r"|thrive|crave|a fan|big on|good|great|keen|into|for me|my (?:thing|cup|style|jam|bag"
    r"|strength|strong suit|forte|idea)|fond|comfortable|interested|the type|an? \w+ person"
    r"|someone|me\b|cut out|made for)\w*"
    r"|lazy|avoid\w*|scar(?:es|e|ed|y)|terrif\w+|dread\w*|afraid|fear(?!less)\w*|phobi\w*"
    r"|bor(?:e|es|ed|ing)|sick of|makes? me sick|sick|tired of|fed up|had enough|cry|weep|ill"
    r"|drain\w*|exhaust\w*|stress(?:es|ed|ful)?|anxi\w+|nervous|panic\w*|cring\w+|awkward|shy"
    r"|uncomfortable|awful|horrible|nightmare|hell|tortur\w*|a pain|weakness(?:es)?|hurts?|yawn\w*"
    rf"|{_BAD_AT} (?:at|with)|sucks?(?: at)?|struggl\w+|no (?:patience|interest|time|desire"
    r"|talent|stomach|nerves?|appetite)|put(?:s|ting)? me off|turn-?off|allergic|could do without"
    r"|leav(?:es|ing)? me cold|(?:does|do|did) nothing for|gets? on my nerves|kills? me"
    r"|crumbl\w+|crush\w*|freez\w+|froze|fold under|shut down|fall apart|melt\w*|clam\w* up|hide"
    r"|tongue[- ]tied|stutter\w*|blush\w*|sweat\w*|chok(?:e|es|ing)|wilt\w*|panick\w*|upset\w*"
    r"|demorali[sz]\w*|discourag\w*|devastat\w*|deflat\w*|disgust\w*|repuls\w*|pet peeve|grind"
    r"|hard for me|hard time|difficult for me|not easy for me|tak\w+ (?:it|things|no) personal\w*"
    r"|(?:tick|piss|throw|turn)(?:s|ed)? me off|gets? (?:to me|me down)|weighs? on me|run away from"
    r"|drives? me (?:\w+ )?(?:mad|crazy|nuts|insane|up)|rather (?:not|die|avoid|skip)|boredom"
    r"|makes? me (?:want to|wanna|feel (?:sick|bad|dirty|small|awful|gross|cheap|fake|drained"
    r"|empty|stressed|anxious|uneasy)|sad|angry|cringe|yawn|uneasy|unhappy|miserable|mad|sweat)"
    r"|(?:i'?m|i am|i was) (?:really |just |definitely )?not|makes? my skin"
    r"|gives? me (?:anxiety|hives|the (?:creeps|ick)|a headache|nightmares"
    r"|headaches)|(?:least|last) favou?rite|worst (?:part|thing)|ugh|yuck|meh|rubs me"
    r"|(?:wreck|ruin|destroy|break|bother|annoy|exhaust|tire|frustrat|irritat|bug|stress|bore"
    r"|wear|depress|overwhelm|freak|bum|suffocat|intimidat)\w* me)\b"
    r"|\b(?:isn'?t|aren'?t|is not|are not|not|no|nope|nah|no thanks?|no thank you|yuck|ugh"
    r"|don'?t|doesn'?t)\W*$",
    re.I,
)
LIKE = re.compile(
    r"\b(?:love|loves|loved|loving|ador\w+|like(?! (?:me|us|that|this|it|to know))|likes|liked"
    r"|enjoy\w*|good (?:at|with)|great (?:at|with)|brilliant (?:at|with)|strong|thriv\w*|passion\w*"
    r"|fan of|motivat\w+|energi[sz]\w+|excit\w+|thrill\w*|rush|buzz|alive|kick out of|high from"
    r"|my (?:thing|strengths?|jam|forte|strong suit|superpower|favou?rite|passion|happy place)"
    r"|drawn to|fun|favou?rite|rewarding|satisf\w+|proud of|fascinat\w+"
    r"|lights? me up|gets? me (?:going|up|out)|gives? me (?:energy|a (?:buzz|kick|thrill|rush"
    r"|high)|joy|life|satisfaction)|makes? (?:me|my) (?:happy|tick|smile|proud|day|feel (?:good"
    r"|great|alive|useful|needed|valued))|prefer\w*|rather|into|keen on|by nature|natural\w*"
    r"|second nature|comes? (?:very |really |so )?(?:easy|easily|natural\w*)|gifted|talent\w*"
    r"|knack|skilled|excel|easy for me|care about|value|all day"
    r"|calm|patient|empath\w*|organi[sz]ed|competitive|persuasive|driven|outgoing|i'm|i am|im"
    r"|best at|liv(?:e|ing) for|happy|happiest|yes|yep|comfortable|listener|dream\w*"
    r"|(?:person|type|guy|girl)\W*$)\b",
    re.I,
)
# What does not hurt is a strength.
COPES = re.compile(
    r"\b(?:don'?t|doesn'?t|do not|does not|didn'?t|never|not|won'?t|can'?t) (?:really |even |ever "
    r"|get |be |easily )*(?:bother\w*|mind|scare\w*|afraid|stress\w*|hurt\w*|faze\w*|phase\w*"
    r"|hate|scared|shy|bored|tired|nervous|rattled?|upset|discourag\w*|take (?:it|things?|no)"
    r" personal\w*|throw\w* me|get to me|put\w* me off)\b"
    r"|\b(?:fine|ok|okay|cool|no problem|no issues?|comfortable) with\b"
    r"|\bno (?:problem|issue|fear)\b|\bunfazed\b|\bfearless\b"
    r"|\b(?:handle|take|cope|deal)\w* (?:\w+ ){0,4}(?:fine|well|easily|great|ok)\b"
    r"|\b(?:can|could) (?:easily |really )?(?:handle|take|cope with|deal with|live with|stomach)\b"
    r"|\b(?:shrug|brush|laugh|bounce)\w* (?:\w+ ){0,3}?(?:off|back)\b|\bthick[- ]skin\w*"
    r"|\brolls? (?:right )?off\b|\bdon'?t give a\b",
    re.I,
)
# What one does not want to lose is what one likes.
KEEP = re.compile(
    r"\b(?:don'?t|do not|never|wouldn'?t|not) (?:wanna |want to |like to |have to |really )*"
    r"(?:lose|give up|miss|stop|drop|part with|let go)\b|\b(?:would|'d|i'd) miss\b",
    re.I,
)
