"""The real knowledge base, loaded once: the actions never change it."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from actions.profile.store import ProfileStore
from knowledge.base import KnowledgeBase


@pytest.fixture(autouse=True)
def own_profiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Profiles of these tests go to a database of their own."""
    monkeypatch.setenv("COACH_DATABASE_URL", f"sqlite:///{tmp_path / 'profiles.db'}")


@pytest.fixture(scope="session")
def base() -> KnowledgeBase:
    return KnowledgeBase.load()


_VARIABLE = "COACH_TEST_POSTGRES_URL"
_DEFAULT = "postgresql://postgres@127.0.0.1:5432/postgres"


@pytest.fixture(scope="session")
def postgres_database() -> Iterator[str]:
    """The URL of a new database on the server, dropped at the end."""
    given = os.environ.get(_VARIABLE, "").strip()
    name = f"coach_test_{uuid.uuid4().hex}"
    server = sa.create_engine(
        given or _DEFAULT,
        isolation_level="AUTOCOMMIT",
        hide_parameters=True,
        connect_args={"connect_timeout": 5},
    )
    try:
        with server.connect() as connection:
            connection.execute(sa.text(f"CREATE DATABASE {name}"))
    except OperationalError as problem:
        if given:
            pytest.fail(f"{_VARIABLE} is set, but: {problem.orig}")
        pytest.skip("no PostgreSQL server is reachable")
    yield make_url(given or _DEFAULT).set(database=name).render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'store.db'}"
    database: str = request.getfixturevalue("postgres_database")
    engine = sa.create_engine(database, connect_args={"options": "-c lock_timeout=5s"})
    with engine.begin() as connection:
        connection.execute(sa.text("DROP SCHEMA public CASCADE"))
        connection.execute(sa.text("CREATE SCHEMA public"))
    engine.dispose()
    return database


@pytest.fixture
def opened() -> Iterator[Callable[[str], ProfileStore]]:
    """Opens stores, and closes them at the end."""
    stores: list[ProfileStore] = []

    def open_store(url: str) -> ProfileStore:
        stores.append(ProfileStore(url))
        return stores[-1]

    yield open_store
    for store in stores:
        store.close()


@pytest.fixture
def store(url: str, opened: Callable[[str], ProfileStore]) -> ProfileStore:
    """A store on an empty database."""
    return opened(url)
