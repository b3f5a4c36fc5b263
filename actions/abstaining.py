"""What is said where the documents do not answer: asks back, abstains, puts a mistake right."""

from __future__ import annotations

import re

from actions.part import Part
from actions.question import Question
from actions.reply import Button
from actions.topics import TOPICS
from actions.wording import joined, role_name, role_names, short_name
from knowledge.base import KnowledgeBase
from knowledge.schema import Facet, Fact

# From this likeness on, a fact about other roles than those asked about is surely what is meant.
FOREIGN_FROM = 0.8


FOREIGN_MARGIN = 0.1
DENIED_SHARE, DENIED_FROM = 0.6, 0.68  # how likely and near one must be to say no of a role


WHICH_ROLE = {
    "ask_plan": "Which role do you want to reach?",
    "ask_gap": "Which role do you want to reach?",
    "ask_next_step": "Which role do you have at present?",
}


def clarify(question: Question, base: KnowledgeBase) -> Part:
    """Asks which role is meant."""
    topic = TOPICS[question.topic]
    if question.topic == "ask_difference":
        pairs = [document.about for document in base.documents.values()]
        buttons = [
            Button(" vs ".join(short_name(base, r) for r in pair), question.topic, {"role": pair})
            for pair in pairs
        ]
        return Part(["Which two roles shall I compare?"], kind="clarify", topic=question.topic,
                    buttons=buttons)  # fmt: skip
    roles = [role for document in base.documents.values() for role in document.about]
    answered = [role for role in dict.fromkeys(roles) if base.find(topic.facets, role)]
    buttons = [Button(role_name(base, role), question.topic, {"role": [role]}) for role in answered]
    return Part(
        [WHICH_ROLE.get(question.topic, "Which role do you mean?")],
        kind="clarify",
        topic=question.topic,
        buttons=buttons,
    )


def abstain(question: Question, base: KnowledgeBase) -> Part:
    """Says that the documents do not answer this, and what they do give that comes closest."""
    topic = TOPICS.get(question.topic)
    noun = topic.noun if topic else "an answer to that"
    names = role_names(base, question.roles, "or")
    about = f" for {names}" if names else ""
    lines = [f"The documents I know don't give {noun}{about}, so I can't say."]
    buttons: list[Button] = []
    if topic is not None:
        others = [r for r in base.roles_with(topic.facets) if r not in question.roles]
        if topic.measure is not None:
            others = [role for role in others if base.figures(topic.measure, role)]
        if others:
            lines.append(f"They give it only for {role_names(base, others[:4])}.")
            buttons = [
                Button(topic.button.format(role=short_name(base, role)), topic.intent,
                       {"role": [role]})
                for role in others[:3]
            ]  # fmt: skip
    paid = [f for role in question.roles[:1] for f in base.find((Facet.COMMISSION,), role)]
    if paid and question.topic in ("ask_salary", "ask_bonus"):
        lines.append(f"What they do say of pay: {paid[0].statement}")
        return Part(lines, kind="abstain", facts=paid[:1], roles=question.roles,
                    topic=question.topic, buttons=buttons)  # fmt: skip
    sides = 2 if question.topic in ("ask_difference", "ask_similarities") else 1
    sketches = [_sketch(base, role) for role in question.roles[:sides]]
    facts = list(dict.fromkeys(fact for fact in sketches if fact is not None))
    if facts:
        said = " ".join(fact.statement for fact in facts)
        what = "role" if len(facts) == 1 else "two"
        besides = [f"What they do say of the {what}: {said}"]
        return Part(lines, kind="abstain", facts=facts, roles=question.roles,
                    topic=question.topic, besides=besides, buttons=buttons)  # fmt: skip
    return Part(lines, kind="abstain", roles=question.roles, topic=question.topic, buttons=buttons)


def _sketch(base: KnowledgeBase, role: str) -> Fact | None:
    """What the documents say of ``role`` in one sentence."""
    facts = [f for facet in (Facet.DEFINITION, Facet.STAGE) for f in base.find((facet,), role)]
    return next((fact for fact in facts if role in fact.roles), None)


_THERE = re.compile(
    r"\bthere\b(?! (?:is|are|any|a|an)\b)|\bin (?:my|our|this|that) (?:industry|sector|field)\b"
)
_SECTOR = re.compile(r"\b(?:in|the) education\b|\beducation (?:sector|industry|field)\b")


def outside(question: Question, base: KnowledgeBase) -> Part | None:
    """An abstention if the clause is about a job or industry that the documents do not treat."""
    outside = question.clause.outside
    others = outside.get("other_role", [])
    if others and not question.clause.roles:
        known = role_names(base, [r for d in base.documents.values() for r in d.about])
        return Part(
            [
                f"The documents I know don't cover the role of {joined(others)}, so I can't say. "
                f"They are about {known}, and the steps of their career paths."
            ],
            kind="abstain",
            topic=question.topic,
        )
    fields = outside.get("other_industry", [])
    if question.topic in ("ask_education", "ask_requirements", "ask_gap") and not _SECTOR.search(
        question.clause.text.lower()
    ):
        fields = [name for name in fields if name != "education"]
    if fields and not question.industries and question.topic not in ("ask_salary", "ask_bonus"):
        names = [term.name for term in base.industries.values()]
        return Part(
            [
                f"The documents I know say nothing about {joined(fields)}. "
                f"The industries they do describe: {joined(list(dict.fromkeys(names)))}."
            ],
            kind="abstain",
            roles=question.roles,
            topic="ask_industry",
        )
    own_field = question.person.get("industry")
    unknown = own_field is not None and own_field not in base.industries
    there = "industry" in question.person.told and _THERE.search(question.clause.text.lower())
    if unknown and (question.topic == "ask_industry" or there) and not question.industries:
        names = [term.name for term in base.industries.values()]
        return Part(
            [
                f"The documents I know say nothing about {own_field}, your industry. "
                f"Those they do describe: {joined(list(dict.fromkeys(names)))}."
            ],
            kind="abstain",
            roles=question.roles,
            topic="ask_industry",
        )
    employers = outside.get("employer", []) + outside.get("certificate", [])
    if employers and question.topic not in ("ask_salary", "ask_bonus", "ask_industry"):
        return Part(
            [
                f"The documents I know say nothing about {joined([e.title() for e in employers])}: "
                "they speak about account management and sales roles in general."
            ],
            kind="abstain",
            roles=question.roles,
            topic=question.topic,
        )
    return None


def foreign(question: Question, base: KnowledgeBase) -> Part | None:
    """Puts right a clause that takes one role's fact for another's ("do AMs carry a quota?")."""
    about_one = len(question.clause.roles) == 1 and question.clause.polar
    if (
        not about_one
        or question.topic not in _MISTAKEN
        or _WHO.search(question.clause.text.lower())
    ):
        return None
    ranked = [base.facts[fact] for fact in question.scores if fact in base.facts]
    own = [f for f in ranked if any(base.concerns(f, role) for role in question.clause.roles)]
    other = [f for f in ranked if f not in own]
    best_own = max((question.score(f) for f in own), default=0.0)
    best_other = max((question.score(f) for f in other), default=0.0)
    denied = _denied(question, other)
    if denied is not None and best_other > best_own:
        return Part([f"No. {denied.statement}"], facts=[denied], roles=denied.roles[:2],
                    topic=question.topic)  # fmt: skip
    if best_other < FOREIGN_FROM or best_other < best_own + FOREIGN_MARGIN:
        return None
    fact = max(other, key=question.score)
    if question.answer_of(fact) != "yes":
        return None  # near, but it does not affirm what was asked
    asked = role_names(base, question.clause.roles, "or")
    theirs = role_names(
        base, [r for r in base.document(fact).about if r in fact.roles] or fact.roles
    )
    if not theirs:
        return None
    lines = [f"No, the documents don't say that of {asked}; they say it of {theirs}."]
    lines[0] += f" {fact.statement}"
    sketched = [f for f in base.find((Facet.STAGE,)) if set(f.roles) & set(question.clause.roles)]
    about = base.document(fact).about
    if sketched and not set(question.clause.roles) & set(about):
        lines.append(f"What they do say of {asked}: {sketched[0].statement}")
        return Part(lines, facts=[sketched[0], fact], roles=question.clause.roles,
                    topic=question.topic)  # fmt: skip
    return Part(
        lines,
        facts=[fact],
        roles=fact.roles[:2],
        topic=question.topic,
    )


def _denied(question: Question, others: list[Fact]) -> Fact | None:
    """The fact about other roles that most likely is asked for, where it says no."""
    likely = max(others, key=question.share, default=None)
    if likely is None or question.share(likely) < DENIED_SHARE or likely.industry:
        return None
    near = question.score(likely) >= DENIED_FROM and question.answer_of(likely) == "no"
    return likely if near else None


# Topics in which one role's facts are easily taken for another's.
_MISTAKEN = (
    "ask_responsibilities", "ask_skills", "ask_challenges", "ask_kpis", "ask_kpi_meaning",
    "ask_definition", "ask_team_management", "ask_scope", "ask_client_interaction", "ask_focus",
    "ask_best_practices", "ask_commission", "ask_benefits",
)  # fmt: skip


_WHO = re.compile(r"\b(?:who|whose|which)\b")
