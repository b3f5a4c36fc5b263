"""The nearest name, beside a comparison with every name."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.nlu.name_index import NameIndex

NAMES = [
    "accountmanager", "accountexecutive", "directorofaccountmanagement", "seniorsalesexecutive",
    "salesdirector", "keyaccountmanager", "businessdevelopmentrepresentative",
]  # fmt: skip
INDEX = NameIndex(NAMES)


def slip(text: str, place: int, kind: str) -> str:
    place %= len(text) - 1
    before, after = text[:place], text[place + 1 :]
    return {
        "drop": before + after,
        "add": f"{before}x{text[place:]}",
        "change": f"{before}x{after}",
        "swap": f"{before}{text[place + 1]}{text[place]}{after[1:]}",
    }[kind]


@given(
    st.sampled_from(NAMES),
    st.lists(
        st.tuples(st.integers(0, 40), st.sampled_from(["drop", "add", "change", "swap"])),
        max_size=5,
    ),
    st.sampled_from([0.86, 0.9199]),
)
def test_the_same_as_comparing_with_all(
    name: str, slips: list[tuple[int, str]], least: float
) -> None:
    text = name
    for place, kind in slips:
        text = slip(text, place, kind)
    best = max(OSA.normalized_similarity(text, other) for other in NAMES)
    found = INDEX.nearest(text, least)
    if best < least:
        assert found is None
    else:
        assert found is not None
        assert found[1] == best == OSA.normalized_similarity(text, found[0])


def test_nothing_is_like_nothing() -> None:
    assert INDEX.nearest("", 0.86) is None
    assert NameIndex([]).nearest("accountmanager", 0.86) is None
