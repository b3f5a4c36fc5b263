"""How people put what draws them to the work of each role, by the fact that it belongs to.

They stand beside the facts' own questions, so that "meeting strangers" or "I'm a good listener" is
near the right fact though none of its words is in it.
"""

from __future__ import annotations

TASTES: dict[str, tuple[str, ...]] = {
    "ae-resp-prospecting": (
        "meeting strangers", "new faces", "approaching people I don't know",
        "networking events", "cold calls", "knocking on doors", "the hunt", "being a hunter",
        "the chase", "parties full of new people", "always somebody new",
    ),
    "ae-resp-pitching": (
        "public speaking", "giving demos", "presenting on a stage",
        "telling a story that sells", "being the center of attention", "a born salesman",
        "selling things",
    ),
    "ae-resp-negotiating": (
        "closing deals", "haggling over a price", "a good argument over money",
        "signing contracts", "getting to the yes", "the moment the deal is done",
    ),
    "ae-resp-quota": (
        "hitting targets", "beating my number", "being measured by numbers", "sales pressure",
        "monthly targets", "a scoreboard", "big commission checks", "earning by results",
    ),
    "ae-resp-sales-strategy": (
        "planning how to crack a new market", "finding the angle to sell",
    ),
    "ae-skill-persuasion": (
        "talking people into things", "convincing sceptics", "I can sell anything", "debating",
        "being pushy", "a smooth talker", "outgoing and talkative", "charming people",
    ),
    "ae-skill-resilience": (
        "hearing no all day", "being turned down", "doors slammed in my face", "setbacks",
        "a thick skin", "getting back up after a loss",
    ),
    "ae-skill-drive": (
        "winning", "losing", "competition", "competitive sports", "adrenaline",
        "ambitious and hungry", "being number one", "working on my own drive",
        "money motivates me", "quick wins", "fast pace", "risk", "change and variety",
        "impatient",
    ),
    "am-contrast-focus": (
        "long relationships", "the same people for years", "loyalty", "stability and routine",
        "being a farmer", "trust built slowly", "seeing customers grow over time",
        "regulars who know me", "looking after accounts",
    ),
    "am-resp-relationships": (
        "getting to know people well", "staying in touch", "being the go-to person",
        "remembering birthdays", "people trust me", "following up", "deep conversations",
        "people I already know", "customers I know already",
    ),
    "am-resp-retention": (
        "making people happy", "customers who come back", "pleasing people",
        "service with a smile", "keeping promises", "being thanked",
    ),
    "am-resp-complaints": (
        "fixing what went wrong", "calming angry people", "handling complaints",
        "sorting out other people's problems",
    ),
    "am-resp-coordination": (
        "keeping everyone in sync", "being the link between teams", "getting people on board",
        "teamwork behind the scenes",
    ),
    "am-skill-empathy": (
        "listening", "a good listener", "caring for others", "helping people",
        "quiet and thoughtful", "an introvert", "patience", "calm", "feeling what others need",
        "kind and gentle", "nursing", "social work", "taking care of folks",
        "warm and supportive",
    ),
    "am-skill-project-management": (
        "organizing everything", "lists and plans", "order and structure",
        "attention to detail", "juggling several projects", "planning events",
        "tidy paperwork", "spreadsheets",
    ),
    "am-skill-problem-solving": (
        "solving everyday problems", "being the peacemaker", "diplomacy",
    ),
    "am-skill-product-knowledge": (
        "knowing a product inside out", "explaining how things work", "studying the details",
    ),
    "am-resp-upselling": (
        "noticing what else a customer could use", "digging in customer data",
    ),
    "sam-skill-mentoring": (
        "mentoring juniors", "teaching young colleagues", "coaching one on one",
        "training newcomers",
    ),
    "sam-contrast-team": (
        "a small team", "leading a handful of people", "knowing everyone in my team",
    ),
    "sam-contrast-client": (
        "daily contact with clients", "staying close to customers",
        "talking to clients every day", "losing touch with customers",
    ),
    "sam-resp-portfolio": (
        "my own accounts", "owning big accounts", "working with key clients myself",
    ),
    "sam-contrast-focus": (
        "being hands on", "in the trenches", "doing the work myself", "daily details",
    ),
    "sam-resp-escalations": (
        "tricky client problems", "being called in when it gets difficult",
    ),
    "sam-skill-needs": (
        "finding tailor-made solutions", "understanding what a client needs",
    ),
    "dir-skill-strategic": (
        "the big picture", "setting direction", "long-range planning", "thinking years ahead",
        "having a vision", "deciding the strategy",
    ),
    "dir-skill-leadership": (
        "leading big teams", "managing managers", "running a whole department",
        "being the boss", "power and responsibility", "a leadership career", "managing people",
    ),
    "dir-resp-executives": (
        "talking to CEOs", "the boardroom", "board meetings", "c-level people", "executives",
    ),
    "dir-resp-team": (
        "hiring people", "building a team from scratch", "firing people",
        "performance reviews",
    ),
    "dir-skill-financial": (
        "budgets", "forecasts", "financial planning", "profit and loss", "numbers and finance",
    ),
    "dir-skill-market": (
        "reading market trends", "analyzing an industry",
    ),
    "dir-contrast-scope": (
        "company-wide impact", "shaping the company", "influence over a company",
    ),
    "dir-resp-collaborate": (
        "office politics", "working with other department heads", "meetings all day",
    ),
}  # fmt: skip
