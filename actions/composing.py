"""Puts the parts of an answer together: one text, one kind, its sources and next questions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.clause import Clause
from actions.fixed import START
from actions.focus import Focus
from actions.part import Part
from actions.reply import Button, Kind, Reply
from actions.topics import TOPICS
from actions.wording import short_name, source_line
from knowledge.base import KnowledgeBase


def tidied(parts: Sequence[Part]) -> list[Part]:
    """``parts`` without doubles, and without apologies where another part has answered."""
    kept: list[Part] = []
    seen: set[str] = set()
    for part in parts:
        facts = {fact.id for fact in part.facts}
        twice = part.topic == "ask_role_fit" and any(k.topic == part.topic for k in kept)
        said = bool(facts) and any(facts <= {f.id for f in k.facts} for k in kept)
        if said and part.besides and kept:
            part.besides, said = [], False  # what is not known is said all the same
        if part.text in seen or twice or said:
            continue
        seen.add(part.text)
        kept.append(part)
    answered = [part for part in kept if part.facts]
    vague = ("out_of_scope", "complain", "ask_capabilities")
    return [p for p in kept if not answered or p.facts or p.topic not in vague]


def composed(
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
        attachments=[item for part in parts for item in part.attachments],
    )


def _kind(parts: Sequence[Part]) -> Kind:
    """The kind of the whole: an abstention shows even beside an answer."""
    kinds = [part.kind for part in parts]
    for kind in ("handoff", "abstain", "clarify", "plan", "answer", "profile"):
        if kind in kinds:
            return kind
    return kinds[0]


def _buttons(parts: Sequence[Part], base: KnowledgeBase, focus: Focus) -> list[Button]:
    """Next questions: those of the parts, else what follows from the last topic and role."""
    own = [button for part in parts for button in part.buttons]
    if own:
        return list({button.title: button for button in own}.values())[:5]
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
    return list({button.title: button for button in found}.values())[:4]


def _has_answer(base: KnowledgeBase, name: str, role: str) -> bool:
    topic = TOPICS[name]
    if topic.measure is not None:
        return bool(base.figures(topic.measure, role))
    return bool(base.find(topic.facets + topic.fallback, role))


def without_figures(clauses: Sequence[Clause]) -> str:
    """What ``clauses`` ask, without those that tell of the person and with every number hidden."""
    asking = [clause.text for clause in clauses if not clause.statements + clause.of_other]
    return re.sub(r"\d[\d.,]*", "#", " ".join(asking))
