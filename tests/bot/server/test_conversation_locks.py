"""One message of a conversation at a time, in order; conversations do not wait for one another."""

from __future__ import annotations

import asyncio
import gc
from contextlib import suppress

from bot.server.conversation_locks import ConversationLocks


async def test_waiters_go_on_in_the_order_in_which_they_came() -> None:
    locks = ConversationLocks()
    order: list[str] = []

    async def turn(number: int) -> None:
        async with locks.lock("me"):
            order.append(f"{number} begins")
            await asyncio.sleep(0)
            order.append(f"{number} ends")

    await asyncio.gather(*(turn(number) for number in range(3)))

    assert order == ["0 begins", "0 ends", "1 begins", "1 ends", "2 begins", "2 ends"]


async def test_conversations_do_not_wait_for_one_another() -> None:
    locks = ConversationLocks()

    async with locks.lock("me"):
        # Would wait for ever if they shared a lock.
        await asyncio.wait_for(_hold(locks, "you"), timeout=10)


async def test_a_turn_that_fails_lets_the_next_one_in() -> None:
    locks = ConversationLocks()

    with suppress(ValueError):
        async with locks.lock("me"):
            raise ValueError

    async with locks.lock("me") as lock:
        assert lock.locked()


async def test_locks_that_nobody_holds_are_gone() -> None:
    locks = ConversationLocks()

    for number in range(100):
        await _hold(locks, f"sender {number}")
    gc.collect()

    assert len(locks._locks) == 0


async def _hold(locks: ConversationLocks, conversation: str) -> None:
    async with locks.lock(conversation):
        pass
