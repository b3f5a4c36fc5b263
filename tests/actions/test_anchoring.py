"""What a clause asks of the role in play without naming one."""

from __future__ import annotations

import pytest
from by_hand import SENIOR, clause

from actions.anchoring import anchored
from actions.focus import Focus

OF_A_ROLE = [("ask_responsibilities", 0.7), ("ask_trends", 0.1)]


def test_a_role_in_play_says_what_a_vague_clause_asks() -> None:
    vague = clause("what eats up my week?", "out_of_scope", 0.8, anchored=OF_A_ROLE)
    assert anchored([vague], Focus(), {}) == [vague]
    for focus, values in ((Focus(roles=[SENIOR]), {}), (Focus(), {"current_role": SENIOR})):
        (read,) = anchored([vague], focus, values)
        assert read.intent == "ask_responsibilities"
    named = clause("my new job: SAM", "inform_profile", roles=[SENIOR])
    assert anchored([named, vague], Focus(), {})[1].intent == "ask_responsibilities"


@pytest.mark.parametrize(
    ("intent", "confidence", "ranking"),
    [
        ("out_of_scope", 0.95, OF_A_ROLE),
        ("ask_salary", 0.8, OF_A_ROLE),
        ("thank", 0.3, OF_A_ROLE),
        ("out_of_scope", 0.8, [("ask_responsibilities", 0.5)]),
        ("out_of_scope", 0.8, [("out_of_scope", 0.7)]),
    ],
)
def test_what_is_plain_stays(
    intent: str, confidence: float, ranking: list[tuple[str, float]]
) -> None:
    plain = clause("what is it like?", intent, confidence, anchored=ranking)
    assert anchored([plain], Focus(roles=[SENIOR]), {}) == [plain]
