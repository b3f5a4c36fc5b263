"""Conversations are kept as Rasa's own SQL store keeps them, only sooner at hand."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    BotUttered,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity
from sqlalchemy.exc import DatabaseError, OperationalError

from bot.server.tracker_store import RecentTrackerStore, _postgresql_options

DOMAIN = Domain.from_yaml(
    """
version: "3.1"
intents: [ask]
actions: [action_answer]
slots:
  focus: {type: any, influence_conversation: false, mappings: [{type: custom}]}
"""
)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'conversations.db'}"


@pytest.fixture
def store(url: str) -> RecentTrackerStore:
    return RecentTrackerStore(url, DOMAIN)


def plain_store(url: str) -> SQLTrackerStore:
    """Rasa's own store over the same file."""
    return SQLTrackerStore(DOMAIN, host=url)


def has_turn(tracker: DialogueStateTracker, text: str) -> None:
    """Let ``tracker`` have one turn."""
    parsed = {"intent": {"name": "ask", "confidence": 0.9}, "entities": [], "text": text}
    for event in (
        UserUttered(text, parsed["intent"], [], parsed, input_channel="rest"),
        ActionExecuted("action_answer"),
        BotUttered(f"about {text}", {"custom": {"kind": "answer"}}),
        SlotSet("focus", {"text": text}),
        ActionExecuted("action_listen"),
    ):
        tracker.update(event, DOMAIN)


def begin_session(tracker: DialogueStateTracker) -> None:
    for event in (ActionExecuted("action_session_start"), SessionStarted()):
        tracker.update(event, DOMAIN)
    tracker.update(ActionExecuted("action_listen"), DOMAIN)


async def talk(store: SQLTrackerStore, sender: str, *texts: str) -> None:
    """One turn a text, each retrieved and saved as Rasa's processor does."""
    for text in texts:
        tracker = await store.get_or_create_tracker(sender, append_action_listen=False)
        if not tracker.events:
            begin_session(tracker)
        has_turn(tracker, text)
        await store.save(tracker)


async def texts(store: SQLTrackerStore, sender: str) -> list[str]:
    tracker = await store.retrieve_full_tracker(sender)
    events = tracker.events if tracker else []
    return [event.text for event in events if isinstance(event, UserUttered)]


def queries(store: RecentTrackerStore) -> list[str]:
    """The statements that the store sends from now on."""
    seen: list[str] = []
    sa.event.listen(
        store.engine, "before_cursor_execute", lambda _c, _u, statement, *_: seen.append(statement)
    )
    return seen


async def test_nothing_is_known_of_a_stranger(store: RecentTrackerStore) -> None:
    assert await store.retrieve("stranger") is None


async def test_rows_are_those_that_rasa_writes(url: str, tmp_path: Path) -> None:
    other = plain_store(f"sqlite:///{tmp_path / 'other.db'}")
    ours = RecentTrackerStore(url, DOMAIN)
    for store in (ours, other):
        await talk(store, "me", "one", "two", "three")

    def rows(store: SQLTrackerStore) -> list[tuple[object, ...]]:
        row = store.SQLEvent
        columns = (row.id, row.sender_id, row.type_name, row.intent_name, row.action_name)
        with store.session_scope() as session:
            return [tuple(found) for found in session.execute(sa.select(*columns)).all()]

    assert rows(ours) == rows(other)
    assert len(rows(ours)) == 3 + 3 * 5


async def test_a_kept_tracker_equals_the_one_read_back(store: RecentTrackerStore, url: str) -> None:
    await talk(store, "me", "one", "two", "three")

    kept = await store.retrieve("me")
    read = await plain_store(url).retrieve("me")

    assert kept is not None
    assert read is not None
    state, expected = (t.current_state(EventVerbosity.ALL) for t in (kept, read))
    assert state == expected
    assert state["slots"]["focus"] == {"text": "three"}
    assert list(kept.events) == list(read.events)


async def test_a_kept_tracker_is_not_read_again(store: RecentTrackerStore) -> None:
    await talk(store, "me", "one", "two")
    seen = queries(store)

    await talk(store, "me", "three")

    assert not [statement for statement in seen if "events.data" in statement]
    assert await texts(store, "me") == ["one", "two", "three"]


async def test_what_another_process_added_is_seen(store: RecentTrackerStore, url: str) -> None:
    await talk(store, "me", "one", "two")
    await talk(plain_store(url), "me", "three")

    tracker = await store.retrieve("me")

    assert tracker is not None
    assert tracker.get_slot("focus") == {"text": "three"}
    has_turn(tracker, "four")
    await store.save(tracker)
    assert await texts(store, "me") == ["one", "two", "three", "four"]


async def test_a_turn_that_failed_leaves_no_trace(store: RecentTrackerStore) -> None:
    await talk(store, "me", "one", "two")
    tracker = await store.retrieve("me")
    assert tracker is not None
    has_turn(tracker, "lost")

    await talk(store, "me", "three")

    assert await texts(store, "me") == ["one", "two", "three"]


async def test_a_first_turn_that_failed_leaves_no_trace(store: RecentTrackerStore) -> None:
    tracker = await store.get_or_create_tracker("me", append_action_listen=False)
    begin_session(tracker)
    has_turn(tracker, "lost")

    await talk(store, "me", "one")

    assert await texts(store, "me") == ["one"]


async def test_a_new_session_begins_empty(store: RecentTrackerStore) -> None:
    await talk(store, "me", "one", "two")
    tracker = await store.retrieve("me")
    assert tracker is not None
    begin_session(tracker)
    has_turn(tracker, "later")
    await store.save(tracker)

    tracker = await store.retrieve("me")

    assert tracker is not None
    latest = [event.text for event in tracker.events if isinstance(event, UserUttered)]
    assert latest == ["later"]
    assert await texts(store, "me") == ["one", "two", "later"]


async def test_only_the_latest_conversations_are_kept(url: str) -> None:
    store = RecentTrackerStore(url, DOMAIN, most_kept=2)
    for sender in ("a", "b", "c"):
        await talk(store, sender, "one", "two")

    assert list(store._kept) == ["b", "c"]
    await talk(store, "a", "three")
    assert await texts(store, "a") == ["one", "two", "three"]


async def test_conversations_outlive_the_process(store: RecentTrackerStore, url: str) -> None:
    await talk(store, "me", "one")

    await talk(RecentTrackerStore(url, DOMAIN), "me", "two")

    assert await texts(store, "me") == ["one", "two"]


async def test_an_error_does_not_repeat_what_was_said(store: RecentTrackerStore) -> None:
    await talk(store, "me", "one", "two")
    tracker = await store.retrieve("me")
    assert tracker is not None
    has_turn(tracker, "my secret salary")
    with store.engine.begin() as connection:
        connection.execute(sa.text("DROP TABLE events"))

    with pytest.raises(OperationalError, match="INSERT INTO events") as problem:
        await store.save(tracker)

    assert "secret" not in str(problem.value)


async def test_only_the_owner_may_read_conversations(store: RecentTrackerStore, url: str) -> None:
    await talk(store, "me", "one")

    files = list(Path(url.removeprefix("sqlite:///")).parent.iterdir())

    assert len(files) == 3, "the database, its log and its index"
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_a_database_that_cannot_be_opened_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file or directory"):
        RecentTrackerStore(f"sqlite:///{tmp_path}/missing/folder.db")
    (tmp_path / "text.db").write_text("no database" * 100)
    with pytest.raises(DatabaseError, match="not a database"):
        RecentTrackerStore(f"sqlite:///{tmp_path}/text.db")


def test_postgresql_is_given_up_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POSTGRESQL_SCHEMA", "coach")

    connect = _postgresql_options("postgresql://me@host/name")["connect_args"]

    assert connect["connect_timeout"] == 10
    assert connect["options"] == "-csearch_path=coach -c statement_timeout=10s"


async def test_erasing_a_person_takes_their_threads_along_and_nobody_elses(url: str) -> None:
    store = RecentTrackerStore(url, DOMAIN)
    names = ["T1:U1", "T1:U1#C1/1.2", "T1:U1%x#C1/1.2", "T1:U12", "T1:U1_#C1/1.2"]
    for name in names:
        tracker = DialogueStateTracker.from_events(name, [ActionExecuted("action_listen")])
        await store.save(tracker)
        await store.retrieve(name)

    await store.erase("T1:U1", threads=True)

    left = [name for name in names if await store.retrieve(name)]
    assert left == ["T1:U1%x#C1/1.2", "T1:U12", "T1:U1_#C1/1.2"]
    await store.erase("T1:U1%x")
    assert await store.retrieve("T1:U1%x#C1/1.2")
