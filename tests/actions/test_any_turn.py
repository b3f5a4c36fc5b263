"""Whatever understanding hands over, the coach answers within its rules."""

from __future__ import annotations

import json
import re

from by_hand import DIRECTOR, SENIOR
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from actions.clause import Clause, FactHit, Leaning
from actions.coach import respond
from actions.focus import Focus
from actions.reply import MAX_BUTTONS
from bot.training import PROJECT
from knowledge.base import KnowledgeBase
from knowledge.schema import Measure

BASE = KnowledgeBase.load()
INTENTS = re.findall(r"^  - (\w+):", (PROJECT / "domain.yml").read_text(encoding="utf-8"), re.M)
KINDS = {"answer", "abstain", "clarify", "profile", "plan", "smalltalk", "handoff", "error"}
WORDS = [
    "what",
    "how",
    "which",
    "does",
    "the",
    "a",
    "pay",
    "salary",
    "skills",
    "bonus",
    "and",
    "or",
    "above",
    "below",
    "next",
    "years",
    "there",
    "both",
    "not",
    "only",
    "right",
    "second",
    "last",
    "target",
    "good",
    "compare",
    "vs",
    "why",
    "is",
    "i",
    "me",
    "?",
    "career",
    "path",
    "kpis",
]

share = st.floats(0, 1, width=32)
roles = st.lists(st.sampled_from(sorted(BASE.roles)), max_size=3, unique=True)
facts = st.sampled_from(sorted(BASE.facts))
text = st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join) | st.text(max_size=30)
rankings = st.lists(
    st.tuples(st.sampled_from(INTENTS), share),
    min_size=1,
    max_size=4,
    unique_by=lambda pair: pair[0],
).map(lambda pairs: sorted(pairs, key=lambda pair: -pair[1]))
hits = st.lists(
    st.builds(FactHit, facts, share, st.sampled_from([None, "yes", "no"])),
    max_size=8,
    unique_by=lambda hit: hit.fact,
).map(lambda found: sorted(found, key=lambda hit: -hit.score))
outside = st.dictionaries(
    st.sampled_from(["other_role", "other_industry", "employer", "certificate", "place"]),
    st.just(["something"]),
    max_size=2,
)
leanings = st.lists(
    st.builds(
        lambda liked, am, ae: Leaning(
            "x",
            liked,
            {"account_manager": am, "account_executive": ae},
            {"account_manager": "am-skill-empathy", "account_executive": "ae-skill-drive"},
        ),
        st.booleans(),
        share,
        share,
    ),
    max_size=2,
)
EXTRAS = {
    "industries": st.lists(st.sampled_from(sorted(BASE.industries)), max_size=2, unique=True),
    "kpis": st.lists(st.sampled_from(sorted(BASE.kpis)), max_size=2, unique=True),
    "dimensions": st.lists(st.sampled_from(sorted(BASE.dimensions)), max_size=1),
    "bare_names": st.lists(st.sampled_from(["senior", "exec", "manager"]), max_size=1),
    "outside": outside,
    "amounts": st.lists(st.floats(0, 1e6), max_size=2),
    "ordinal": st.sampled_from([None, 1, 2, 9, -1]),
    "unit": st.sampled_from([None, "hour"]),
    "leanings": leanings,
}


@st.composite
def clauses(draw: st.DrawFn) -> Clause:
    ranking = draw(rankings)
    extras = {name: draw(of) for name, of in EXTRAS.items() if draw(st.booleans())}
    return Clause(
        text=draw(text),
        intent=ranking[0][0],
        confidence=ranking[0][1],
        ranking=ranking,
        roles=draw(roles),
        polar=draw(st.booleans()),
        asks_number=draw(st.booleans()),
        asks_why=draw(st.booleans()),
        hits=draw(hits),
        **extras,
    )


focuses = st.builds(
    Focus,
    topics=st.lists(st.sampled_from([i for i in INTENTS if i.startswith("ask_")]), max_size=2),
    roles=roles,
    earlier=st.lists(roles, max_size=3),
    item=st.none() | facts,
    said=st.lists(facts, max_size=3),
    industry=st.sampled_from([None, *BASE.industries]),
    listed=st.lists(facts, max_size=6) | roles,
    shown=st.lists(facts, max_size=6),
)
many = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


@many
@given(st.lists(clauses(), max_size=6), focuses)
def test_every_turn_obeys_the_rules(message: list[Clause], focus: Focus) -> None:
    turn = respond(message, BASE, focus)
    reply = turn.reply
    assert reply.kind in KINDS
    assert len(reply.as_message().get("buttons", [])) <= MAX_BUTTONS
    assert len({button.payload for button in reply.buttons}) == len(reply.buttons)
    assert set(reply.facts) <= set(BASE.facts)
    assert all(intent in INTENTS for intent in (button.intent for button in reply.buttons))
    for fact in reply.facts:
        assert BASE.source(BASE.facts[fact]) in reply.sources
    for source in reply.sources:
        assert source.document in reply.text
    assert json.loads(json.dumps(turn.focus.as_dict())) == turn.focus.as_dict()
    assert Focus.from_dict(turn.focus.as_dict()) == turn.focus


@many
@given(st.lists(clauses(), min_size=1, max_size=3), focuses)
def test_pay_is_shown_only_with_the_fact_that_gives_it(message: list[Clause], focus: Focus) -> None:
    reply = respond(message, BASE, focus).reply
    for role in (DIRECTOR, SENIOR):
        figures = BASE.figures(Measure.BASE_SALARY, role)
        figure = f"${figures[0][1].high:,.0f}"
        asked = [role for clause in message for role in clause.roles] or focus.roles
        if figure in reply.text and not any(clause.amounts for clause in message):
            assert {fact.id for fact, _ in figures} & set(reply.facts) or role in asked


@many
@given(
    st.sampled_from(sorted(set(BASE.roles) - {DIRECTOR, SENIOR})), st.sampled_from(INTENTS), text
)
def test_a_role_without_pay_figures_is_never_given_any(role: str, intent: str, said: str) -> None:
    clause = Clause(said, intent, 1.0, [(intent, 1.0)], roles=[role])
    reply = respond([clause], BASE, Focus()).reply
    assert "80,000" not in reply.text
    assert "120,000" not in reply.text
    assert "200,000" not in reply.text
