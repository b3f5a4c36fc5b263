"""From a clause to the parts that answer it: topics, follow-ups, fixed answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions import following, items
from actions.asking import TELLING, asks
from actions.asking_again import WHOLE, put_again
from actions.clause import Clause
from actions.counted_questions import questions_counted
from actions.dispatch import answer
from actions.doubt import other_reading, with_other
from actions.ellipsis import BARE, follow_up
from actions.evidence import strongest
from actions.facets import of_kpis
from actions.fitting import asks_fit, asks_which
from actions.fixed import NOT_UNDERSTOOD, SMALLTALK, fixed_reply
from actions.focus import Focus
from actions.guessing import guessed, likely_here, singled_out, surely_asked
from actions.hearing import FIXED_FROM
from actions.inside import asks_inside, left_to_industry
from actions.inside_words import by_words
from actions.metrics import asks_target
from actions.on_the_ladder import ladder_topic
from actions.part import Part
from actions.pay_asked import pay_topic
from actions.person import Person, speaks_of_self
from actions.personal import asks_of_studies, personal_topic
from actions.portfolios import ranks_portfolios
from actions.question import ask
from actions.topics import ANY_FACT, TOPICS
from actions.unheld import names_unheld
from knowledge.base import KnowledgeBase

# Calibrated on the project's cases; see bench/ and the README's "Limits".
UNDERSTOOD_FROM = 0.38  # evidence below which a clause counts as not understood
SAME_AGAIN_FROM = 0.3  # probability of the last topic that outweighs a doubtful other intent
SMALL_FROM = 0.3  # the same for small talk of a word or two
WORD_OR_TWO = 3
UNSURE_BELOW = 0.5  # probability of what is not covered below which a likely fact is said instead
NO_NUMBER_FROM = 0.2  # the same where a number is asked that nobody gives
STANDS_ALONE_FROM = 0.1  # probability of a topic below which a clause owes it to the last answer
NEAR_SOMETHING = 0.4  # likeness to a fact below which a clause is about none of them
GUESS_IN_CONTEXT = 0.5  # likeness to a fact at which a clause that leans on the last answer asks it
_ASKS_ANEW = re.compile(
    r"\b(?:what(?! if)|how|which|where|who|why|salary|earn|pay|bonus|skills?|duties|path"
    r"|requirements?)\b",
    re.I,
)
_PAY = re.compile(r"\b(?:pay|salary|salaries|base|paid)\b", re.I)
_CHOOSES = re.compile(
    r"\bshould i (?:become|be|go for|choose|pick|take|aim for|do)\b.*\bor\b", re.I
)
_WEIGHS = re.compile(r"\b(?:or|vs|versus|better|best)\b", re.I)
_BETTER = re.compile(r"\b(?:better|more|less|higher|lower|well|good|best)\b", re.I)
_FOCUS = re.compile(r"\b(?:focus|concentrate|emphasi[sz]e|priorit\w+)\b", re.I)
_BESIDES = re.compile(
    r"\b(?:besides|apart from|on top of|other than|beyond|in addition to|aside from)"
    r" (?:the |my |their |just |base |a )*(?:salary|base|pay|fixed pay|cash|money|wage)\b",
    re.I,
)


def answer_clause(clause: Clause, base: KnowledgeBase, focus: Focus, person: Person) -> list[Part]:
    """The parts that answer one clause; empty if it was not understood."""
    clause = _of_one(by_words(clause, base))
    counted = questions_counted(clause, focus)
    if counted:
        return answer_topics(counted, clause, base, focus, person)
    shared = items.shared_item(clause, base, focus)
    if shared:
        return [shared]
    topics = _topics(clause, base, focus, person)
    unsure = not topics or (topics[0].startswith("out_") and clause.confidence < 0.6)
    doubtful = clause.intent in TELLING and clause.confidence < 0.5 and clause.text.endswith("?")
    unsure |= doubtful and topics != ["ask_gap"]
    if topics and topics[0].startswith("out_") and not clause.outside:
        part = singled_out(clause, base, focus) or (
            surely_asked([clause], base)
            if clause.confidence < UNSURE_BELOW and not _WEIGHS.search(clause.text)
            else []
        )
        if part:
            return part
    if unsure and focus.topics and not clause.roles:
        part = guessed([clause], base, focus, GUESS_IN_CONTEXT)
        if part:
            return part
    parts = answer_topics(topics, clause, base, focus, person)
    other = other_reading(clause, base, focus, topics)
    if other is None:
        return parts
    return with_other(parts, answer_topics([other], clause, base, focus, person))


_LIKE_THE_OTHER = re.compile(
    r"\b(?:like|the way)\s+(?:an?|the|any|most)?\s*(?:\w+ ){1,4}?(?:does|do|is|are|has|have|must"
    r"|would)?\W*$"
)


def _of_one(clause: Clause) -> Clause:
    """``clause`` without the role that it only measures another by ("… like an AE does?")."""
    measured = clause.polar and len(clause.roles) == 2
    if not measured or not _LIKE_THE_OTHER.search(clause.text.lower()):
        return clause
    return replace(clause, roles=clause.roles[:1])


def answer_topics(
    topics: Sequence[str], clause: Clause, base: KnowledgeBase, focus: Focus, person: Person
) -> list[Part]:
    """The parts that answer ``clause`` where it asks ``topics``."""
    parts: list[Part] = []
    for topic in topics:
        if topic in TOPICS or topic in ANY_FACT:
            bare = len(clause.text.split()) <= BARE and bool(clause.roles or clause.industries)
            vague = clause.probability(topic) < STANDS_ALONE_FROM
            one = topic not in WHOLE and not person.supposing and _singles_out(clause)
            follows = topic in focus.topics and (bare or (vague and not one))
            again = put_again(clause, topic, base, focus) if follows else None
            asked = ask(again or clause, base, focus, topic, person, follows and again is None)
            parts.append(answer(asked, base))
        elif topic in _BACKWARD:
            parts += _backward(topic, clause, base, focus, person)
        else:
            fixed = fixed_reply(topic, base)
            if fixed is not None:
                parts.append(Part([fixed[0]], kind=fixed[1], topic=topic))
    return parts


def _singles_out(clause: Clause) -> bool:
    """Whether a clause that leans on the last answer asks for one thing all the same ("and SAMs
    with stakeholders?")."""
    best = max(clause.hits, key=lambda hit: hit.share, default=None)
    own = best is not None and best.share >= OWN_SHARE and best.score >= OWN_SCORE
    return own and len(clause.text.split()) > BARE and clause.intent != "follow_other"


OWN_SHARE, OWN_SCORE = 0.2, 0.66  # how likely and how near the fact must be that such a clause asks
_BACKWARD = (
    "ask_concerned", "repeat", "ask_short", "ask_example", "ask_more", "ask_source", "ask_item",
    "ask_reason",
)  # fmt: skip


def _backward(
    topic: str, clause: Clause, base: KnowledgeBase, focus: Focus, person: Person
) -> list[Part]:
    """The parts that answer what builds on the last answer."""
    part: Part | None = None
    if topic == "repeat":
        part = following.answer_again(base, focus)
    elif topic == "ask_concerned":
        part = following.answer_concerned(base, focus)
    elif topic == "ask_short":
        part = following.answer_short(base, focus)
    elif topic == "ask_example":
        part = following.answer_example(base, focus)
    elif topic == "ask_more":
        part = following.answer_more(base, focus)
    elif topic == "ask_source":
        part = following.answer_source(clause, base, focus)
    elif topic == "ask_item":
        part = items.answer_item(clause, base, focus)
    elif focus.topics[:1] in (["ask_salary"], ["ask_bonus"], ["ask_commission"]):
        part = answer(ask(clause, base, focus, "ask_salary_factors", person), base)
    else:
        part = following.answer_why(clause, base, focus)
    return [part] if part else []


def _topics(clause: Clause, base: KnowledgeBase, focus: Focus, person: Person) -> list[str]:
    """What the clause asks: topics, a follow-up, or a fixed intent."""
    if not clause.text:
        return [clause.intent]  # a pressed button
    topic, strength = strongest(clause, base, clause.roles or focus.roles)
    intent = clause.intent
    if person.supposing and focus.topics and not _ASKS_ANEW.search(clause.text):
        return focus.topics  # "and if I were a director?" asks the same again
    besides = _BESIDES.search(clause.text)
    if besides:
        return ["ask_bonus", "ask_benefits"]
    if clause.leanings and asks_of_studies(clause, focus, person):
        return ["ask_gap"]
    if clause.leanings and (
        asks_fit(clause.text)
        or asks_which(clause.text)
        or intent == "ask_role_fit"
        or len(clause.roles) == 2
    ):
        return ["ask_role_fit"]
    undecided = _CHOOSES.search(clause.text) or topic == "ask_role_fit"
    if len(clause.roles) == 2 and undecided and not clause.leanings:
        return ["ask_difference"]
    paid = pay_topic(clause, base, focus, person, topic, strength)
    if paid:
        return [paid]
    if (
        clause.probability("ask_kpis") >= STANDS_ALONE_FROM
        and of_kpis(clause.text)
        and not clause.polar
    ):
        return ["ask_kpis"]
    own = ladder_topic(clause, base, focus, person)
    own = own or personal_topic(clause, base, focus, person, topic, strength)
    if own:
        return [own]
    if items.means_item(clause, base, focus, strength):
        return ["ask_item"]
    if ranks_portfolios(clause, base, focus) or asks_inside(clause, base, topic, person, focus):
        return ["ask_industry"]
    if topic == "ask_salary" and focus.topics == ["ask_industry"] and _BETTER.search(clause.text):
        return ["ask_salary_factors"]
    return follow_up(clause, focus, strength) or _alone(
        clause, base, focus, person, topic, strength
    )


def _alone(
    clause: Clause,
    base: KnowledgeBase,
    focus: Focus,
    person: Person,
    topic: str,
    strength: float,
) -> list[str]:
    """What a clause asks that leans on nothing said before: the likeliest ``topic``, by its
    ``strength``, or a fixed intent."""
    intent, confidence = clause.intent, clause.confidence
    if intent == "out_numbers" and strength >= NO_NUMBER_FROM and clause.asks_number:
        return [topic]  # answered with what is known, and that there is no number
    last = focus.topics[0] if focus.topics else ""
    if confidence < 0.6 and clause.probability(last) >= SAME_AGAIN_FROM:
        return [last]
    if intent.startswith("sensitive_"):
        # Not heeded before: the likeliest other reading counts.
        intent, confidence = topic, 0.0
    if intent in _BACKWARD and not focus.topics:
        intent, confidence = topic, 0.0  # nothing was said that "what else?" could build on
    is_fixed = (
        bool(intent) and intent not in TOPICS and intent not in ANY_FACT and intent not in TELLING
    )
    word = intent in SMALLTALK and len(clause.text.split()) <= WORD_OR_TWO and not clause.roles
    if is_fixed and confidence >= max(SMALL_FROM if word else FIXED_FROM, strength):
        return [intent]
    if strength >= UNDERSTOOD_FROM:
        return [topic]
    if (
        topic == "ask_salary_factors"
        and focus.topics[:1] == ["ask_bonus"]
        and not _PAY.search(clause.text)
    ):
        return ["ask_bonus"]
    if left_to_industry(clause, base, person, focus):
        return ["ask_industry"]
    near = bool(clause.hits) and clause.hits[0].score >= NEAR_SOMETHING
    here = likely_here(clause, focus) if focus.topics or (person.told and near) else None
    if here:
        return [here]
    not_covered = sum(p for n, p in clause.ranking if n.startswith("out_"))
    if not_covered > strength:
        return [max((p, n) for n, p in clause.ranking if n.startswith("out_"))[1]]
    if clause.kpis and asks_target(clause):
        return ["ask_kpi_meaning"]
    if _FOCUS.search(clause.text) and speaks_of_self(clause.text) and person.role(base):
        return ["ask_focus"]
    if names_unheld(clause) and clause.intent not in TELLING:
        return [
            "ask_industry" if clause.outside.get("other_industry") else topic or "ask_definition"
        ]
    return []


def unanswered(clauses: Sequence[Clause], base: KnowledgeBase) -> Part:
    """What is said when no clause asked anything that was understood."""
    telling = [
        c
        for c in clauses
        if (c.intent in TELLING and c.confidence >= 0.35)
        or (speaks_of_self(c.text) and not asks(c.text) and not c.intent.startswith("out_"))
    ]
    if telling and telling[-1].intent == "correct_profile":
        return Part(
            [
                "I could not read what to put right. Say it with its unit, for example “actually "
                "8 years in account management” or “my base is 90k”."
            ],
            kind="clarify",
            topic="correct_profile",
        )
    if telling:
        return Part(
            ["Thanks for telling me. What would you like to know about your career?"],
            kind="smalltalk",
            topic=telling[-1].intent,
        )
    intent, _ = max(((c.intent, c.confidence) for c in clauses), key=lambda item: item[1])
    fixed = fixed_reply(intent, base) if intent.startswith("out_") else None
    if fixed is not None:
        return Part([fixed[0]], kind=fixed[1], topic=intent)
    return Part([NOT_UNDERSTOOD], kind="abstain", topic="out_of_scope")
