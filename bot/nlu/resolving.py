"""Decides what the clauses of a message are, once every reading has been classified."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from actions.clause import Clause, FactHit
from actions.pointing import points_to_item
from bot.nlu import values
from bot.nlu.clauses import WHO_OF_IT
from bot.nlu.reading import Reading

Ranking = Sequence[tuple[str, float]]
Nearest = Callable[[Reading, bool], list[FactHit]]
Inside = Callable[[Reading], list[FactHit]]
_SPLIT_FROM = 0.55  # a half must be understood at least this well to be a question of its own
_SPLIT_QUESTION = 0.45  # the same where it opens with a question word
_OWN_FACT = 0.3  # how likely a fact must be what a half asks for
_SPLIT_EVERY = 0.3  # the same where each half does
_ITEM_FROM = 0.5  # probability from which an item that no facet word names is asked for
_UNKNOWN = "out_of_scope"  # what an item asks that no facet word names
_ITEM = 0.9  # confidence in a facet named in so many words
_OUTSIDE_FROM = 0.7  # probability from which half a sentence is about something else
_LEAD = (
    r"(?:\W*(?:and|so|also|plus|but|then|ok|hi|hey|hello|(?:two|2|three|3|a few|couple of)"
    r" (?:things|questions)|questions?|first|second|secondly|quick)\W+)*"
)
_OF_A_ROLE = 5  # the likeliest intents of a clause as asked of a role
_QUESTION = re.compile(rf"^{_LEAD}\W*(?:what|what's|which|how|how's|who|where|when|why)\b", re.I)
_POLAR = re.compile(rf"^{_LEAD}\W*(?:is|are|do|does|can|could|will|would|should)\b", re.I)
_TELLS_FROM = 0.4  # probability from which the first half is believed to tell something
_FOLLOW_UPS = ("follow_other", "ask_more", "ask_why", "ask_item", "repeat", "ask_source")
_CONDITION = re.compile(
    r"^(?:\W*(?:so|and|but)\W+)?(?:(?:what )?if|suppose|assuming|say|provided|once)\b"
)
_SMALL = ("greet", "thank", "affirm", "praise")
_TELLING = ("inform_profile", "inform_preference", "correct_profile", "greet", "thank")
# Topics of whole clauses that a list of facets spells out.
_SPELT_OUT = (
    "ask_difference", "ask_similarities", "ask_requirements", "ask_definition", "follow_other",
    "ask_capabilities", "out_of_scope", "ask_which_role", "inform_profile", "ask_focus",
    "ask_role_fit", "out_application_help", "ask_responsibilities", "ask_industry", "ask_profile",
)  # fmt: skip


def resolve(
    readings: Sequence[Reading],
    rankings: Mapping[str, Ranking],
    nearest: Nearest,
    inside: Inside,
) -> list[Clause]:
    """The clauses of a message in order.

    ``rankings`` holds the intents of each masked text, ``nearest`` finds facts for a reading: the
    likeliest, or a score for all of them where an item of a list may be meant, and ``inside``
    the likeliest of each industry. A reading falls into its parts where each is a question of its
    own and they ask different things, and a list into its items.
    """
    found: list[Clause] = []
    for reading in readings:
        chosen = [p for p in _chosen(reading, rankings, nearest) if p.masked in rankings]
        for place, part in enumerate(chosen):
            later = _named_later(part, chosen[place + 1 :], rankings)
            items = _items(part, rankings)
            for item, ranking in items or [(part, rankings[part.masked])]:
                anchored = rankings.get(item.anchored, ()) if not items else ()
                clause = _clause(item, ranking, nearest, inside, anchored)
                found.append(replace(clause, later=later) if not clause.roles else clause)
    return found


_OWN = re.compile(r"\b(?:i|i'm|me|my|mine|we|our|one|both|each|either|that|this|there)\b", re.I)
_OF_ONESELF = (
    "ask_gap", "ask_plan", "ask_next_step", "ask_difference", "ask_similarities", "ask_transition",
    "ask_role_fit", "ask_which_role", "follow_other", "ask_lateral_moves", "ask_advancement",
)  # fmt: skip


def _named_later(
    part: Reading, following: Sequence[Reading], rankings: Mapping[str, Ranking]
) -> list[str]:
    """The roles that ``part`` shares with the question after it, which alone names them: "what's
    the pay and what are the duties of a director"."""
    named = next((other for other in following if other.names("role")), None)
    if named is None or part.names("role") or _OWN.search(part.text):
        return []
    if rankings[named.masked][0][0] in _OF_ONESELF or _OWN.search(named.text):
        return []
    return named.names("role")


def _items(reading: Reading, rankings: Mapping[str, Ranking]) -> list[tuple[Reading, Ranking]]:
    """The items that ``reading`` lists, with what each asks; empty if it is one question."""
    if not reading.items or any(item.masked not in rankings for item in reading.items):
        return []
    whole, sure = rankings[reading.masked][0]
    named = {item.facet for item in reading.items} - {""}
    spelt_out = reading.pure and (whole in _SPELT_OUT or sure < _ITEM_FROM)
    if whole not in named and not spelt_out:
        return []
    if _CONDITION.match(reading.text.lower()):
        return []
    found: list[tuple[Reading, Ranking]] = []
    for item in reading.items:
        item = replace(
            item,
            statements=reading.statements,
            other=reading.other,
            of_other=reading.of_other,
        )
        intent, confidence = rankings[item.masked][0]
        if item.facet:
            found.append((item, [(item.facet, _ITEM)]))
        elif confidence >= _ITEM_FROM and intent.startswith("out_"):
            found.append((item, rankings[item.masked]))
        else:
            found.append((item, [(_UNKNOWN, _ITEM)]))
    return found


def _chosen(reading: Reading, rankings: Mapping[str, Ranking], nearest: Nearest) -> list[Reading]:
    """``reading`` itself, or its parts if they are questions apart."""
    parts = reading.parts
    if not parts or any(part.masked not in rankings for part in parts):
        return [reading]
    if WHO_OF_IT.search(parts[-1].text.lower()) and not _QUESTION.match(parts[0].text):
        return [reading]  # "when a client complains, who sorts it?": the first half says what
    best = [rankings[part.masked][0] for part in parts]
    whole = rankings[reading.masked][0][0] if reading.masked in rankings else ""
    if _CONDITION.match(reading.text.lower()):
        return [reading]  # "if I earn 150k, how big is the bonus?" is one question
    distressed = any(intent.startswith("sensitive_") for intent, _ in best)
    elsewhere = any(intent == "out_of_scope" and p >= _OUTSIDE_FROM for intent, p in best)
    if (elsewhere and not all(_QUESTION.match(p.text) for p in parts)) or (
        distressed and not whole.startswith("sensitive_")
    ):
        return [reading]  # half a sentence about something else makes the whole about it
    every = all(_QUESTION.match(part.text) for part in parts)
    joined = _joined(parts, rankings, every)
    asked = [rankings[p.masked][0][0] for p in joined if _stands(p, rankings, every)]
    if len(joined) > 1 and len(asked) == len(joined) and len(set(asked)) > 1:
        return joined
    if len(set(asked)) == 1 and len(asked) == len(joined) > 1:
        # The same kind of question, yet each of roles or for a fact of its own.
        roles = [tuple(part.names("role")) for part in joined]
        if all(roles) and len(set(roles)) == len(roles):
            return joined
        hits = [nearest(part, False)[0] for part in joined]
        likely = asked[0] == "ask_which_role" or min(top.share for top in hits) >= _OWN_FACT
        if likely and min(t.score for t in hits) >= 0.6 and len({t.fact for t in hits}) > 1:
            return joined
    # A statement in front of a question: keep both apart so that the question is read alone.
    last_intent, last_p = best[-1]
    tells = best[0][0] in _TELLING and best[0][1] >= _TELLS_FROM
    if tells and last_p >= 0.5 and last_intent.startswith("ask_"):
        return parts
    return [reading]


def _stands(part: Reading, rankings: Mapping[str, Ranking], every: bool) -> bool:
    """Whether a part is understood well enough to stand alone. ``every`` if all parts of the
    sentence open with a question word."""
    asks = _QUESTION.match(part.text) or _POLAR.match(part.text) or part.opens_facet
    least = _SPLIT_EVERY if every else _SPLIT_QUESTION if asks else _SPLIT_FROM
    intent, sure = rankings[part.masked][0]
    if intent in _SMALL and part.names("role"):
        return False  # "hi, SAM vacancy - …": the role is what the rest is about
    if asks and part.anchored in rankings:
        sure = max(sure, rankings[part.anchored][0][1])  # as asked of the role in play
    return sure >= least


def _joined(
    parts: Sequence[Reading], rankings: Mapping[str, Ranking], every: bool
) -> list[Reading]:
    """``parts`` with those that do not stand alone joined to the one before them."""
    found: list[Reading] = []
    for part in parts:
        alone = _stands(part, rankings, every)
        if found and not (alone and _stands(found[-1], rankings, every)):
            found[-1] = _together(found[-1], part, rankings)
        else:
            found.append(part)
    return found


def _together(one: Reading, other: Reading, rankings: Mapping[str, Ranking]) -> Reading:
    """Two parts as one, that asks what the better understood of them asks."""
    surer = max(one, other, key=lambda part: rankings[part.masked][0][1])
    return replace(
        one,
        text=f"{one.text} {other.text}",
        masked=surer.masked,
        mentions=[*one.mentions, *other.mentions],
        items=surer.items,
        places=[*one.places, *other.places],
        question=one.question or other.question,
        statements=[*one.statements, *other.statements],
        of_other=[*one.of_other, *other.of_other],
    )


def _clause(
    reading: Reading, ranking: Ranking, nearest: Nearest, inside: Inside, anchored: Ranking = ()
) -> Clause:
    intent, confidence = ranking[0]
    return Clause(
        text=reading.text,
        intent=intent,
        confidence=confidence,
        ranking=list(ranking),
        roles=reading.names("role"),
        industries=reading.names("industry"),
        kpis=reading.names("kpi"),
        dimensions=reading.names("dimension"),
        bare_names=reading.names("bare_name"),
        outside=reading.outside,
        amounts=values.amounts(reading.text),
        ordinal=values.ordinal(reading.text),
        unit=values.unit(reading.text),
        polar=values.is_polar(reading.text),
        asks_number=values.asks_number(reading.text),
        asks_why=values.asks_why(reading.text),
        statements=list(reading.statements),
        hits=nearest(reading, intent in _FOLLOW_UPS or points_to_item(reading.text)),
        inside=inside(reading),
        only_names=reading.only_names,
        other=reading.other,
        of_other=list(reading.of_other),
        anchored=list(anchored)[:_OF_A_ROLE],
    )
