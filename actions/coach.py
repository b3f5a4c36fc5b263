"""The coach's turn: from the clauses of a message and the focus to one Reply and a new focus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from actions import following
from actions.clause import Clause
from actions.dispatch import answer
from actions.fixed import NOT_UNDERSTOOD, START, UNREADABLE, fixed_reply
from actions.focus import Focus
from actions.part import Part
from actions.question import ask, evidence
from actions.reply import Button, Kind, Reply
from actions.topics import ANY_FACT, TOPICS
from actions.wording import short_name, source_line
from knowledge.base import KnowledgeBase, Source

# Calibrated on the project's cases; see bench/ and the README's "Limits".
UNDERSTOOD_FROM = 0.42  # evidence below which a clause counts as not understood
FIXED_FROM = 0.40  # probability from which a fixed intent is believed
SENSITIVE_FROM = 0.30  # a sensitive matter is heeded sooner
SAME_TOPIC_WORDS = 6  # a clause up to this long may only name a role ("and an AE?")
_TELLING = ("inform_profile", "inform_preference", "correct_profile")
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
    for clause in _worth_answering(clauses):
        for part in _answer(clause, base, current):
            parts.append(part)
            current = _moved(current, part, clause)
    if not parts:
        current = _noted(current, clauses)
        parts = [_unanswered(clauses, base)]
    reply = _composed(_tidied(parts), base, clauses, current)
    return Turn(reply, _remembered(focus, current, parts, reply))


def _sensitive(clauses: Sequence[Clause]) -> str | None:
    """The sensitive intent of the message, if it has one."""
    best: tuple[float, str] = (0.0, "")
    for clause in clauses:
        names = [(p, name) for name, p in clause.ranking if name.startswith("sensitive_")]
        total = sum(p for p, _ in names)
        if total >= SENSITIVE_FROM and total >= 0.9 * _strongest_topic(clause):
            best = max(best, (total, max(names)[1]))
    return best[1] or None


def _strongest_topic(clause: Clause) -> float:
    likeness = clause.hits[0].score if clause.hits else 0.0
    known = max((p for name, p in clause.ranking if name in TOPICS or name in ANY_FACT), default=0.0)
    return known + max(0.0, likeness - 0.72)


def _worth_answering(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses to answer: of several, not those that only greet, thank or tell."""
    asking = [c for c in clauses if c.intent not in (*_SMALL, *_TELLING)]
    return asking or [c for c in clauses if c.intent not in _TELLING][-1:]


def _answer(clause: Clause, base: KnowledgeBase, focus: Focus) -> list[Part]:
    """The parts that answer one clause; empty if it was not understood."""
    topics = _topics(clause, base, focus)
    if topics == ["repeat"]:
        if focus.text:
            return [Part([focus.text], facts=[base.facts[f] for f in focus.listed if f in base.facts],
                         roles=focus.roles, topic="repeat")]  # fmt: skip
        return []
    parts: list[Part] = []
    for topic in topics:
        if topic in TOPICS or topic in ANY_FACT:
            parts.append(answer(ask(clause, base, focus, topic), base))
        elif topic == "ask_more":
            parts.append(following.answer_more(base, focus))
        elif topic == "ask_source":
            parts.append(following.answer_source(base, focus))
        elif topic == "ask_item":
            item = following.answer_item(clause, base, focus)
            parts += [item] if item else []
        else:
            fixed = fixed_reply(topic, base)
            if fixed is not None:
                parts.append(Part([fixed[0]], kind=fixed[1], topic=topic))
    return parts


def _topics(clause: Clause, base: KnowledgeBase, focus: Focus) -> list[str]:
    """What the clause asks: topics, a follow-up, or a fixed intent."""
    if clause.confidence >= 1.0:
        return [clause.intent]
    found = evidence(clause, base, clause.roles or focus.roles)
    topic, strength = max(found.items(), key=lambda item: item[1], default=("", 0.0))
    for name in ANY_FACT:
        if clause.probability(name) > found.get(topic, 0.0) * 0.8:
            topic, strength = name, max(strength, clause.probability(name))
    intent, confidence = clause.intent, clause.confidence
    followed = _follow_up(clause, base, focus, strength)
    if followed:
        return followed
    if intent not in TOPICS and intent not in ANY_FACT and confidence >= FIXED_FROM:
        if confidence >= strength * 0.8 and intent not in _TELLING:
            return [intent]
    if strength >= UNDERSTOOD_FROM:
        return [topic]
    not_covered = sum(p for n, p in clause.ranking if n.startswith("out_"))
    if not_covered > strength:
        return [max((p, n) for n, p in clause.ranking if n.startswith("out_"))[1]]
    return []


def _follow_up(clause: Clause, base: KnowledgeBase, focus: Focus, strength: float) -> list[str]:
    """What a clause asks that leans on the last answer; empty if it stands on its own."""
    words = len(clause.text.split())
    names = clause.roles or clause.industries or clause.outside
    intent, confidence = clause.intent, clause.confidence
    if not focus.topics:
        return ["ask_source"] if intent == "ask_source" and confidence >= FIXED_FROM else []
    if intent == "follow_other" and names and confidence >= 0.3:
        return _same_topics(clause, focus)
    if names and words <= SAME_TOPIC_WORDS and strength < 0.45:
        return _same_topics(clause, focus)
    if intent in ("ask_more", "ask_source", "repeat", "ask_item") and confidence >= 0.35:
        if confidence >= strength * 0.75:
            return [intent]
    if clause.ordinal and focus.listed and words <= 10 and strength < 0.8:
        return ["ask_item"]
    if intent == "ask_why" and focus.listed:
        return ["ask_item"] if words > 2 else ["ask_why"]
    return []


def _same_topics(clause: Clause, focus: Focus) -> list[str]:
    if clause.industries and not clause.roles and focus.topics != ["ask_salary"]:
        return ["ask_industry"]
    return focus.topics


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
        listed=[fact.id for fact in part.facts] or focus.listed,
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
            return kind  # type: ignore[return-value]
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
        if following_topic.needs_role and not roles:
            continue
        if roles and following_topic.needs_role and not _has_answer(base, name, roles[0]):
            continue
        title = following_topic.button.format(role=short_name(base, roles[0]) if roles else "them")
        found.append(Button(title, name, {"role": roles}))
    return found[:4]


def _has_answer(base: KnowledgeBase, name: str, role: str) -> bool:
    topic = TOPICS[name]
    if topic.measure is not None:
        return bool(base.figures(topic.measure, role))
    return bool(base.find(topic.facets + topic.fallback, role))
