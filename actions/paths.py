"""Answers on career ladders: the whole path, the step above or below, where it ends."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.on_the_ladder import asks_who_is_right, skipped
from actions.part import Part, bullets
from actions.polar import polarity
from actions.question import Question
from actions.ranking import answer_between, answer_direct
from actions.rungs import asks_where_one_starts, bottom, far_step, steps_on, versions
from actions.wording import joined, role_name, role_names, with_article
from knowledge.base import KnowledgeBase, Ladder
from knowledge.schema import Facet, Fact

_BELOW = re.compile(
    r"\b(?:before|below|beneath|under|prior|lead to|come from|previous|demot\w+|downgrad\w+"
    r"|(?:steps?|rungs?|levels?|notch(?:es)?|one) (?:further )?(?:down|lower|back))\b"
    r"|^\W*(?:and )?down\W*$"
)
_TOP = re.compile(
    r"\b(?:above|top|last|highest|end|ends|final|further|beyond|ceiling|higher|peak|stop)\b"
)


def answer_path(question: Question, base: KnowledgeBase) -> Part | None:
    """The ladders on which the roles asked about stand, one for each document that has one.

    None if no ladder has any of the roles.
    """
    ladders = _ladders(question, base)
    if not ladders:
        return None
    lines: list[str] = []
    left = _left(question, base)
    opening = _alike(question, base)
    if opening:
        lines.append(polarity(question, opening) + opening[0].statement)
    if left:
        lines.append(left)
    elif question.clause.polar and _TOP.search(question.clause.text.lower()):
        for role in question.roles[:1]:
            lines.append(_top_line(base, role))
    top: list[str] = []
    if not question.clause.polar and _TOP.search(question.clause.text.lower()):
        top = ladders[0].steps[-1]
        for ladder in ladders:
            lines.append(
                f"The {role_name(base, _track_role(ladder))} path ends at "
                f"**{role_names(base, ladder.steps[-1], 'or')}**."
            )
    for ladder in ladders:
        lines += ["", f"**Path to {role_names(base, ladder.steps[-1], 'or')}** "
                      f"({ladder.document.title}):"]  # fmt: skip
        lines += [
            f"{place}. {role_names(base, step, 'or')}" for place, step in enumerate(ladder.steps, 1)
        ]
    if len(ladders) > 1 and len({tuple(ladder.steps[-1]) for ladder in ladders}) < len(ladders):
        lines += ["", "The documents differ on the steps, so both versions are shown."]
    tops = list(dict.fromkeys(role for ladder in ladders for role in ladder.steps[-1]))
    asks_top = len(tops) == 1 and _TOP.search(question.clause.text.lower()) is not None
    own = question.person.role(base)
    above = []
    if own is not None and question.roles == [own]:
        above = [role for ladder in ladders for role in ladder.after(own)]
    if own is not None and question.roles == [own] and not above and len(lines) > 1:
        lines[:0] = [_top_line(base, own)]
    if own and above and len(lines) > 1 and not question.clause.polar and not left:
        names = role_names(base, list(dict.fromkeys(above)), "or")
        lines[:0] = [f"Next for you as {with_article(role_name(base, own))}: **{names}**."]
    return Part(
        lines[1:] if lines[:1] == [""] else lines,
        facts=[*opening, *[ladder.fact for ladder in ladders]],
        roles=tops if asks_top else above[:1] or question.roles[:2],
        topic=question.topic,
        reached=top[:1],
        items=[step[0] for step in ladders[0].steps] if ladders else None,
    )


_SAME_WAY = re.compile(
    r"\b(?:same|identical|similar|differ\w*|separate|shared?|apart|split|parallel|side by side"
    r"|alike|distinct|common|own)\b"
)


def _alike(question: Question, base: KnowledgeBase) -> list[Fact]:
    """What the documents say of whether two roles' paths are alike, if that is asked."""
    roles = set(question.roles)
    if len(roles) != 2 or not _SAME_WAY.search(question.clause.text.lower()):
        return []
    facts = base.find((Facet.CONTRAST, Facet.SIMILARITY))
    facts = [f for f in facts if set(f.roles) == roles and re.search(r"\bpaths?\b", f.statement)]
    return question.ranked(facts)[:1]


_LEFT = re.compile(
    r"\b(?:left|remain\w*|still (?:to|ahead|missing)|to go|(?:until|till|to|from|before|away from)"
    r" (?:i (?:am|get|reach)\b.*)?(?:at )?(?:the )?(?:very )?top|how (?:many|much)|how far)\b"
)


def _left(question: Question, base: KnowledgeBase) -> str:
    """The steps that are left above one's own role or the one asked about, if that is asked."""
    role = question.person.role(base) if not question.clause.roles else None
    role = role or (question.roles[0] if len(question.roles) == 1 else None)
    if role is None or not _LEFT.search(question.clause.text.lower()):
        return ""
    versions: dict[str, int] = {}
    for ladder in base.ladders:
        place = ladder.index(role)
        if place is not None:
            steps = ladder.steps[place + 1 :]
            versions[joined([role_names(base, s, "or") for s in steps], "then")] = len(steps)
    if not any(versions):
        return _top_line(base, role)
    shown = [
        f"{count} step{'' if count == 1 else 's'} {'is' if count == 1 else 'are'} left: **{names}**"
        for names, count in versions.items()
        if names
    ]
    return f"From {role_name(base, role)}, {'; or, in another version, '.join(shown)}."


def _track_role(ladder: Ladder) -> str:
    return (ladder.fact.roles or ladder.steps[-1])[0]


def _ladders(question: Question, base: KnowledgeBase) -> list[Ladder]:
    roles = question.roles
    if not roles:
        return base.ladders
    text = question.clause.text.lower()
    ladders = [
        ladder for ladder in base.ladders if any(ladder.index(role) is not None for role in roles)
    ]
    # "the path to director" is not the path of the account executives, who only start there.
    ends = [ladder for ladder in ladders if set(roles) & set(ladder.steps[-1])]
    own = [ladder for ladder in ladders if set(roles) & set(ladder.fact.roles)]
    if ends and not _TOP.search(text):
        return ends
    return own or ends or ladders


def _top_line(base: KnowledgeBase, role: str) -> str:
    above = {r for ladder in base.ladders for r in ladder.after(role)}
    name = with_article(role_name(base, role))
    if above:
        return f"It goes further: above {name} comes {role_names(base, sorted(above), 'or')}."
    return (
        f"The {role_name(base, role)} is the top of the path: the documents name no step above it."
    )


def answer_next_step(question: Question, base: KnowledgeBase) -> Part | None:
    """The step above (or below) a role, in each document's version. None without a role."""
    if not question.roles:
        return None
    direct = skipped(question.clause, base, question.person)
    if direct:
        return answer_direct(replace(question, roles=direct), base)
    if asks_where_one_starts(question.clause.text) and not question.clause.roles:
        return bottom(question, base)
    if asks_who_is_right(question.clause.text) and len(question.roles) < 2:
        return versions(question, base)
    role = question.roles[0]
    count = steps_on(question.clause.text)
    own = question.person.role(base)
    if count > 1 and own is not None and not question.clause.roles:
        role = own  # "two up" counts from where one stands
    ladders = [ladder for ladder in base.ladders if ladder.index(role) is not None]
    ladders.sort(key=lambda ladder: ladder.fact.roles != [role])  # the role's own path first
    goal = question.person.goal(base)
    towards = [la for la in ladders if goal and (la.index(goal) or 0) > (la.index(role) or 0)]
    ladders = towards or ladders
    if not ladders:
        return None
    if len(question.clause.roles) > 1:
        return answer_between(question, base) or answer_path(question, base)
    below = _BELOW.search(question.clause.text.lower()) is not None
    if count > 1:
        return far_step(role, ladders, base, count, below)
    lines, facts = _neighbours(role, ladders, base, below)
    following = [
        s for ladder in ladders for s in (ladder.before(role) if below else ladder.after(role))
    ]
    stages = [
        fact
        for step in dict.fromkeys(following)
        for fact in base.find((Facet.STAGE,), step)[:1]
        if step in fact.roles
    ]
    stages = list(dict.fromkeys(stages))
    lines += [f"- **{joined([role_name(base, r) for r in f.roles[:2]], 'or')}**: {f.detail}."
              for f in stages[:3]]  # fmt: skip
    if question.person.role(base) == role and not below:
        further, more = _further(role, ladders, base)
        lines += further
        facts += more
    # "and above that?" and "what does it pay?" mean the step just named.
    reached = list(dict.fromkeys(following))[:1]
    return Part(
        lines,
        facts=[*facts, *stages[:3]],
        roles=reached or [role],
        topic=question.topic,
        reached=reached,
    )


def _neighbours(
    role: str, ladders: list[Ladder], base: KnowledgeBase, below: bool
) -> tuple[list[str], list[Fact]]:
    """The step above a role, or ``below`` it, on each ladder, in lines with their facts."""
    lines: list[str] = []
    facts: list[Fact] = []
    for ladder in ladders:
        steps = ladder.before(role) if below else ladder.after(role)
        own_path = ladder.fact.roles == [role] or len(ladders) == 1
        if not steps:
            continue
        word = "before" if below else "after"
        track = "" if own_path else f", path to {role_names(base, ladder.steps[-1])}"
        lines.append(
            f"- The step {word} {role_name(base, role)} is **{role_names(base, steps, 'or')}** "
            f"({ladder.document.title}{track})"
        )
        facts.append(ladder.fact)
    if not lines:
        where = "bottom" if below else "top"
        lines = [
            f"{role_name(base, role)} is the {where} of the path: the documents name no step "
            f"{'below' if below else 'above'} it."
        ]
        facts = [ladders[0].fact]
    elif len(lines) == 1:
        lines = [f"{lines[0][2:]}."]
    else:
        lines = ["The documents give more than one version:", *lines]
    return lines, facts


def _further(role: str, ladders: list[Ladder], base: KnowledgeBase) -> tuple[list[str], list[Fact]]:
    """The rung after the next one on each ladder, and moves to the side, with their facts."""
    lines: list[str] = []
    after = []
    for ladder in ladders:
        place = ladder.index(role)
        if place is not None and place + 2 < len(ladder.steps):
            after.append(role_names(base, ladder.steps[place + 2], "or"))
    if after:
        lines += ["", f"The rung after that: **{joined(list(dict.fromkeys(after)), 'or')}**."]
    aside = [fact for fact in base.find((Facet.LATERAL_MOVE,), role) if role in fact.roles]
    if aside:
        names = joined([fact.label[:1].lower() + fact.label[1:] for fact in aside])
        lines += ["", f"To the side instead of up: {names}."]
    return lines, aside


def answer_advancement(question: Question, base: KnowledgeBase) -> Part | None:
    """What to develop for the promotion that the documents describe. None for other roles."""
    facts = base.find((Facet.ADVANCEMENT,))
    if not facts or (question.roles and not set(question.roles) <= set(facts[0].roles)):
        return None
    start, goal = facts[0].roles[0], facts[0].roles[-1]
    ranked = question.ranked(facts)
    first, second = (question.score(fact) for fact in ranked[:2])
    if first >= 0.7 and first - second >= 0.1:
        rest = [fact for fact in facts if fact is not ranked[0]]
        lines = [
            f"{polarity(question, ranked[:1])}{ranked[0].statement}", "", "Also:", *bullets(rest)
        ]  # fmt: skip
    else:
        head = f"To advance from {role_name(base, start)} to {role_name(base, goal)}:"
        head = polarity(question, facts) + head
        lines = [head, *bullets(facts)]
    if question.clause.polar and re.search(
        r"\b(?:enough|alone|only|just)\b", question.clause.text.lower()
    ):
        lines[0] = f"Not by itself. {lines[0]}"
    return Part(lines, facts=facts, roles=[goal], topic="ask_advancement")
