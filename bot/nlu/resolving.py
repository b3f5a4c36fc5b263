"""Decides what the clauses of a message are, once every reading has been classified."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from actions.clause import Clause, FactHit
from actions.pointing import points_to_item
from bot.nlu import values
from bot.nlu.clauses import WHO_OF_IT
from bot.nlu.reading import Reading

Ranking = Sequence[tuple[str, float]]
Nearest = Callable[[Reading, bool], list[FactHit]]
Inside = Callable[[Reading], list[FactHit]]
_SPLIT_FROM = 0.55  # both halves must be understood at least this well to be two questions
_SPLIT_QUESTIONS = 0.3  # the same where each half opens with a question word
_QUESTION = re.compile(
    r"^(?:\W*(?:and|so|also|plus|but|(?:two|2|three|3|a few|couple of) (?:things|questions)"
    r"|questions?"
    r"|first|quick)\W+)*(?:what|what's|which|how|who|where|when|why)\b",
    re.I,
)
_OF_A_ROLE = 5  # the likeliest intents of a clause as asked of a role
_TELLS_FROM = 0.4  # probability from which the first half is believed to tell something
_FOLLOW_UPS = ("follow_other", "ask_more", "ask_why", "ask_item", "repeat", "ask_source")
_CONDITION = re.compile(r"^(?:\W*(?:so|and|but)\W+)?(?:if|suppose|assuming|say|provided|once)\b")
_TELLING = ("inform_profile", "inform_preference", "correct_profile", "greet", "thank")


def resolve(
    readings: Sequence[Reading],
    rankings: Mapping[str, Ranking],
    nearest: Nearest,
    inside: Inside,
) -> list[Clause]:
    """The clauses of a message in order.

    ``rankings`` holds the intents of each masked text, ``nearest`` finds facts for a reading: the
    likeliest, or a score for all of them where an item of a list may be meant, and ``inside``
    the likeliest of each industry. A reading falls
    into its parts where each part is a question of its own and they ask different things.
    """
    found: list[Clause] = []
    for reading in readings:
        for part in _chosen(reading, rankings, nearest):
            if part.masked not in rankings:
                continue
            ranking = rankings[part.masked]
            if ranking[0][0] in part.facets:
                found += [_clause(part, [(f, 0.9)], nearest, inside) for f in part.facets]
            else:
                anchored = rankings.get(part.anchored, ())
                found.append(_clause(part, ranking, nearest, inside, anchored))
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
    if any(intent == "out_of_scope" and p >= 0.7 for intent, p in best) or (
        distressed and not whole.startswith("sensitive_")
    ):
        return [reading]  # half a sentence about something else makes the whole about it
    least = _SPLIT_QUESTIONS if all(_QUESTION.match(p.text) for p in parts) else _SPLIT_FROM
    asked = [(part, intent) for part, (intent, p) in zip(parts, best, strict=False) if p >= least]
    questions = {i for _, i in asked if i.startswith("ask_") and i not in _FOLLOW_UPS}
    if len(asked) == len(parts) and (len(questions) > 1 or len({i for _, i in asked}) > 1):
        return parts
    if questions == {"ask_which_role"} and len(asked) == len(parts):
        tops = [nearest(part, False)[0] for part in parts]
        if min(top.score for top in tops) >= 0.6 and len({top.fact for top in tops}) > 1:
            return parts
    # A statement in front of a question: keep both apart so that the question is read alone.
    last_intent, last_p = best[-1]
    tells = best[0][0] in _TELLING and best[0][1] >= _TELLS_FROM
    if tells and last_p >= 0.5 and last_intent.startswith("ask_"):
        return parts
    return [reading]


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
        other=reading.other,
        of_other=list(reading.of_other),
        anchored=list(anchored)[:_OF_A_ROLE],
    )
