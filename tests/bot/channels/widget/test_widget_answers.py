"""Each message is answered once."""

from __future__ import annotations

import asyncio

import pytest

from bot.channels.widget.answers import Answers, Messages

KEY = ("visitor", "message")


class Coach:
    def __init__(self) -> None:
        self.asked = 0
        self.ready = asyncio.Event()
        self.fails = False

    async def answer(self) -> Messages:
        self.asked += 1
        await self.ready.wait()
        if self.fails:
            raise RuntimeError("no")
        return [{"text": f"answer {self.asked}"}]


async def test_at_once_and_afterwards_there_is_one_answer() -> None:
    coach, answers = Coach(), Answers()
    both = asyncio.gather(*(answers.once(KEY, coach.answer) for _ in range(2)))
    await asyncio.sleep(0)
    coach.ready.set()

    assert await both == [[{"text": "answer 1"}]] * 2
    assert await answers.once(KEY, coach.answer) == [{"text": "answer 1"}]
    assert await answers.once(("another", "message"), coach.answer) == [{"text": "answer 2"}]


async def test_a_caller_that_goes_away_does_not_stop_the_answer() -> None:
    coach, answers = Coach(), Answers()
    caller = asyncio.ensure_future(answers.once(KEY, coach.answer))
    await asyncio.sleep(0)
    caller.cancel()
    await asyncio.gather(caller, return_exceptions=True)
    coach.ready.set()

    assert await answers.once(KEY, coach.answer) == [{"text": "answer 1"}]
    assert coach.asked == 1


async def test_what_failed_may_be_tried_again() -> None:
    coach, answers = Coach(), Answers()
    coach.ready.set()
    coach.fails = True
    with pytest.raises(RuntimeError):
        await answers.once(KEY, coach.answer)
    await asyncio.sleep(0)
    coach.fails = False

    assert await answers.once(KEY, coach.answer) == [{"text": "answer 2"}]


async def test_memory_does_not_grow() -> None:
    coach, answers = Coach(), Answers(most_kept=3)
    coach.ready.set()
    for number in range(10):
        await answers.once(("visitor", str(number)), coach.answer)
    await asyncio.sleep(0)

    assert [answers.known(("visitor", str(number))) for number in (6, 7, 8, 9)] == [
        False, True, True, True,
    ]  # fmt: skip


async def test_answers_are_not_kept_for_long() -> None:
    coach, answers = Coach(), Answers(seconds=0)
    coach.ready.set()
    await answers.once(KEY, coach.answer)
    for _ in range(3):
        await asyncio.sleep(0)

    assert not answers.known(KEY)
