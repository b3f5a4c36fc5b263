"""The coach's turn: from the clauses of a message and the focus to one Reply and a new focus."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from actions import following
from actions.clause import Clause
from actions.dispatch import answer
from actions.ellipsis import follow_up, guessed
from actions.fitting import answer_fit
from actions.fixed import NOT_UNDERSTOOD, START, UNREADABLE, fixed_reply
from actions.focus import Focus
from actions.part import Part
from actions.question import ask, facets_in, strongest
from actions.reply import Button, Kind, Reply
from actions.safety import plainly_sensitive
from actions.topics import ANY_FACT, TOPICS
from actions.wording import short_name, source_line
from knowledge.base import KnowledgeBase

# Calibrated on the project's cases; see bench/ and the README's "Limits".
UNDERSTOOD_FROM = 0.38  # evidence below which a clause counts as not understood
FIXED_FROM = 0.40  # probability from which a fixed intent is believed
SENSITIVE_FROM = 0.30  # a sensitive matter is heeded sooner
SENSITIVE_BESIDE_QUESTION = 0.9  # beside a plain question, hyperbole is likelier than distress
SAME_TOPIC_WORDS = 6  # a clause up to this long may only name a role ("and an AE?")
STANDS_ALONE_FROM = 0.1  # probability of a topic below which a clause owes it to the last answer
GUESS_IN_CONTEXT = 0.5  # the same for a clause that leans on the last answer
GUESS_FROM = 0.56  # likeness to a fact of the role spoken of that is worth an answer
_LONG_STORY = 5  # clauses
_TELLING = ("inform_profile", "inform_preference", "correct_profile")
_NOT_URGENT = ("sensitive_legal", "sensitive_dishonesty", "sensitive_privacy")
_SMALL = ("greet", "thank", "praise", "affirm", "deny", "how_are_you", "goodbye")


@dataclass(frozen=True)
class Turn:
    """What came of a message: the reply and what the conversation is about now."""

    reply: Reply
    focus: Focus


def respond(clauses: Sequence[Clause], base: KnowledgeBase, focus: Focus) -> Turn:
    """Answer a message, clause by clause."""
    if not clauses:
        return Turn(Reply(UNREADABLE, "abstain", "out_of_scope", buttons=START), focus)
    sensitive = _sensitive(clauses)
    if sensitive is not None:
        text, kind = fixed_reply(sensitive, base) or (NOT_UNDERSTOOD, "abstain")
        return Turn(Reply(text, kind, sensitive), focus)
    parts: list[Part] = []
    current = focus
    worth = _worth_answering(clauses)
    for clause in clauses:
        if clause not in worth:
            current = _noted(current, [clause])
            continue
        for part in _answer(clause, base, current):
            parts.append(part)
            current = _moved(current, part, clause)
    if not parts:
        parts = _fit(clauses, base, focus)
    if not parts:
        parts = guessed(clauses, base, focus, GUESS_FROM) or [_unanswered(clauses, base)]
        current = _moved(current, parts[0], clauses[-1])
    reply = _composed(_tidied(parts), base, clauses, current)
    return Turn(reply, _remembered(focus, current, parts, reply))


def _sensitive(clauses: Sequence[Clause]) -> str | None:
    """The sensitive intent of the message, if it has one."""
    best: tuple[float, str] = (0.0, "")
    for clause in clauses:
        plain = plainly_sensitive(clause.text)
        if plain:
            return plain
        names = [(p, name) for name, p in clause.ranking if name.startswith("sensitive_")]
        total = sum(p for p, _ in names)
        others = [other for other in clauses if other is not clause]
        beside = any(_strongest_topic(other) >= 0.5 or other.roles for other in others)
        grave = any(n == "sensitive_self_harm" and p >= 0.6 for p, n in names)
        if beside and len(clauses) >= _LONG_STORY and not grave:
            continue
        needed = SENSITIVE_BESIDE_QUESTION if beside and not grave else SENSITIVE_FROM
        if names and max(names)[1] in _NOT_URGENT:
            needed = max(needed, FIXED_FROM + 0.05)
        likeliest = max(clause.ranking, key=lambda item: item[1])[0] if clause.ranking else ""
        if not likeliest.startswith("sensitive_") or (clause.roles and not grave and total < 0.6):
            continue
        if total >= needed and total >= 0.9 * _strongest_topic(clause):
            best = max(best, (total, max(names)[1]))
    return best[1] or None


def _strongest_topic(clause: Clause) -> float:
    likeness = clause.hits[0].score if clause.hits else 0.0
    known = max(
        (p for name, p in clause.ranking if name in TOPICS or name in ANY_FACT), default=0.0
    )
    return known + max(0.0, likeness - 0.72)


def _worth_answering(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses to answer: of several, not those that only greet, thank or tell.

    Of a long story only the plain questions count.
    """
    asking = [c for c in clauses if c.intent not in (*_SMALL, *_TELLING)]
    known = [c for c in asking if c.intent in TOPICS or c.intent in ANY_FACT]
    if known and len(clauses) > 1:
        surest = max(c.confidence for c in known)
        asking = [c for c in asking if c in known or c.confidence >= max(0.6, surest)]
        if len(clauses) >= _LONG_STORY:
            asking = [c for c in known if c.confidence >= 0.6][-2:] or known[-1:]
    return asking or [c for c in clauses if c.intent not in _TELLING][-1:]


def _answer(clause: Clause, base: KnowledgeBase, focus: Focus) -> list[Part]:
    """The parts that answer one clause; empty if it was not understood."""
    topics = _topics(clause, base, focus)
    unsure = not topics or (topics[0].startswith("out_") and clause.confidence < 0.6)
    unsure |= clause.intent in _TELLING and clause.confidence < 0.5 and clause.text.endswith("?")
    if unsure and focus.topics and not clause.roles:
        part = guessed([clause], base, focus, GUESS_IN_CONTEXT)
        if part:
            return part
    if topics == ["repeat"]:
        facts = [base.facts[f] for f in focus.listed if f in base.facts]
        again = Part([focus.text], facts=facts, roles=focus.roles, topic="repeat")
        return [again] if focus.text else []
    parts: list[Part] = []
    for topic in topics:
        if topic in TOPICS or topic in ANY_FACT:
            follows = topic in focus.topics and clause.probability(topic) < STANDS_ALONE_FROM
            parts.append(answer(ask(clause, base, focus, topic, follows), base))
        elif topic == "ask_more":
            parts.append(following.answer_more(base, focus))
        elif topic == "ask_source":
            parts.append(following.answer_source(base, focus))
        elif topic == "ask_item" and (about := _about_item(clause, base, focus)):
            parts.append(about)
        elif topic == "ask_item":
            item = following.answer_item(clause, base, focus)
            parts += [item] if item else []
        elif topic == "ask_reason" and focus.topics[0] in ("ask_salary", "ask_bonus"):
            parts.append(answer(ask(clause, base, focus, "ask_salary_factors"), base))
        elif topic == "ask_reason":
            reason = following.answer_why(clause, base, focus)
            parts += [reason] if reason else []
        else:
            fixed = fixed_reply(topic, base)
            if fixed is not None:
                parts.append(Part([fixed[0]], kind=fixed[1], topic=topic))
    return parts


def _about_item(clause: Clause, base: KnowledgeBase, focus: Focus) -> Part | None:
    """The answer to a question about a role named by its place ("the second one, what does it
    pay?"); None if the clause only names the item."""
    role = following.named_role(clause, base, focus)
    named = facets_in(clause.text)
    if role is None or not named:
        return None
    return answer(ask(replace(clause, roles=[role]), base, focus, named[0]), base)


def _topics(clause: Clause, base: KnowledgeBase, focus: Focus) -> list[str]:
    """What the clause asks: topics, a follow-up, or a fixed intent."""
    if not clause.text:
        return [clause.intent]  # a pressed button
    topic, strength = strongest(clause, base, clause.roles or focus.roles)
    intent, confidence = clause.intent, clause.confidence
    followed = follow_up(clause, focus, strength)
    if followed:
        return followed
    if intent == "out_numbers" and strength >= UNDERSTOOD_FROM and clause.asks_number:
        return [topic]  # answered with what is known, and that there is no number
    is_fixed = intent not in TOPICS and intent not in ANY_FACT and intent not in _TELLING
    if is_fixed and confidence >= max(FIXED_FROM, strength):
        return [intent]
    if strength >= UNDERSTOOD_FROM:
        return [topic]
    not_covered = sum(p for n, p in clause.ranking if n.startswith("out_"))
    if not_covered > strength:
        return [max((p, n) for n, p in clause.ranking if n.startswith("out_"))[1]]
    return []


_WHAT_SUITS = re.compile(
    r"\b(?:suits?|fits?|right for|for me|what job|which job|which role|what role|where do i)\b",
    re.I,
)


def _fit(clauses: Sequence[Clause], base: KnowledgeBase, focus: Focus) -> list[Part]:
    """The role that fits, where likes were told and the words ask for it."""
    told = next((c for c in clauses if c.leanings), None)
    if told is None or not any(_WHAT_SUITS.search(c.text) for c in clauses):
        return []
    part = answer_fit(ask(told, base, focus, "ask_role_fit"), base)
    return [part] if part else []


def _unanswered(clauses: Sequence[Clause], base: KnowledgeBase) -> Part:
    """What is said when no clause asked anything that was understood."""
    telling = [c for c in clauses if c.intent in _TELLING and c.confidence >= 0.35]
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


def _noted(focus: Focus, clauses: Sequence[Clause]) -> Focus:
    """The focus after a message that only told something: the roles and industry it named."""
    for clause in clauses:
        if clause.roles or clause.industries:
            focus = Focus(
                topics=focus.topics,
                roles=clause.roles or focus.roles,
                earlier_roles=focus.roles if clause.roles else focus.earlier_roles,
                industry=clause.industries[0] if clause.industries else focus.industry,
                listed=focus.listed,
                shown=focus.shown,
                text=focus.text,
            )
    return focus


def _moved(focus: Focus, part: Part, clause: Clause) -> Focus:
    """The focus after ``part`` was said: what the next clause may lean on."""
    if part.topic not in TOPICS and part.topic not in ANY_FACT:
        return focus
    roles = clause.roles or (part.roles if not focus.roles or part.facts else focus.roles)
    roles = roles or focus.roles
    changed = roles != focus.roles
    return Focus(
        topics=[part.topic] if part.topic in TOPICS else focus.topics,
        roles=roles,
        earlier_roles=focus.roles if changed and focus.roles else focus.earlier_roles,
        industry=part.industry or (clause.industries[0] if clause.industries else focus.industry),
        listed=part.items or [fact.id for fact in part.facts] or focus.listed,
        shown=list(dict.fromkeys([*focus.shown, *[fact.id for fact in part.facts]]))[-60:],
        text=focus.text,
    )


def _remembered(before: Focus, after: Focus, parts: Sequence[Part], reply: Reply) -> Focus:
    """``after`` with all topics of the message and the text that "repeat" says again."""
    topics = list(dict.fromkeys(p.topic for p in parts if p.topic in TOPICS))
    forgotten = any(part.topic == "forget_profile" for part in parts)
    if forgotten:
        return Focus()
    text = reply.text if topics else after.text
    return Focus(**{**after.as_dict(), "topics": topics or after.topics, "text": text})


def _tidied(parts: Sequence[Part]) -> list[Part]:
    """``parts`` without doubles, and without apologies where another part has answered."""
    kept: list[Part] = []
    seen: set[str] = set()
    for part in parts:
        facts = {fact.id for fact in part.facts}
        if part.text in seen or (facts and any(facts <= {f.id for f in k.facts} for k in kept)):
            continue
        seen.add(part.text)
        kept.append(part)
    answered = [part for part in kept if part.facts]
    vague = ("out_of_scope", "complain", "ask_capabilities")
    return [p for p in kept if not answered or p.facts or p.topic not in vague]


def _composed(
    parts: Sequence[Part], base: KnowledgeBase, clauses: Sequence[Clause], focus: Focus
) -> Reply:
    facts = list(dict.fromkeys(fact for part in parts for fact in part.facts))
    sources = list(dict.fromkeys(base.source(fact) for fact in facts))
    text = "\n\n".join(part.text.strip("\n") for part in parts)
    repeated = any(part.topic == "repeat" for part in parts)
    if sources and not repeated:
        text += f"\n\n{source_line(sources)}"
    return Reply(
        text=text,
        kind=_kind(parts),
        intent=parts[0].topic or clauses[0].intent,
        confidence=max((clause.confidence for clause in clauses), default=0.0),
        roles=list(dict.fromkeys(role for part in parts for role in part.roles)),
        facts=[fact.id for fact in facts],
        sources=sources,
        buttons=_buttons(parts, base, focus),
    )


def _kind(parts: Sequence[Part]) -> Kind:
    """The kind of the whole: an abstention shows even beside an answer."""
    kinds = [part.kind for part in parts]
    for kind in ("handoff", "abstain", "clarify", "answer"):
        if kind in kinds:
            return kind
    return kinds[0]


def _buttons(parts: Sequence[Part], base: KnowledgeBase, focus: Focus) -> list[Button]:
    """Next questions: those of the parts, else what follows from the last topic and role."""
    own = [button for part in parts for button in part.buttons]
    if own:
        return own[:5]
    last = parts[-1]
    topic = TOPICS.get(last.topic)
    if topic is None:
        return START if last.kind in ("abstain", "smalltalk") else []
    found = []
    for name in topic.next:
        following_topic = TOPICS[name]
        roles = last.roles[:1]
        if name in ("ask_difference", "ask_similarities"):
            roles = last.roles[:2]
        if not roles and (following_topic.needs_role or "{role}" in following_topic.button):
            continue
        if roles and following_topic.needs_role and not _has_answer(base, name, roles[0]):
            continue
        if roles and not _has_answer(base, name, roles[0]):
            roles = []  # answered for all roles alike
        if not roles and "{role}" in following_topic.button:
            continue
        title = following_topic.button.format(role=short_name(base, roles[0]) if roles else "them")
        found.append(Button(title, name, {"role": roles}))
    return found[:4]


def _has_answer(base: KnowledgeBase, name: str, role: str) -> bool:
    topic = TOPICS[name]
    if topic.measure is not None:
        return bool(base.figures(topic.measure, role))
    return bool(base.find(topic.facets + topic.fallback, role))
