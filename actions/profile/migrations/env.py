"""Alembic's entrance: runs the migrations on the connection that the store hands over."""

from alembic import context
from sqlalchemy import text

from actions.profile.tables import METADATA

_LOCK = 470_118_203  # any number, the same in every process that starts at once


def run() -> None:
    connection = context.config.attributes["connection"]
    context.configure(connection=connection, target_metadata=METADATA, render_as_batch=True)
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        context.run_migrations()


run()
