"""The tables of people and their profiles. ``migrations/`` makes them; change both together."""

from __future__ import annotations

import sqlalchemy as sa

METADATA = sa.MetaData()

PERSON = sa.Table(
    "person",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    # Counts changes. Raising it is the first statement of every change, and so its lock.
    sa.Column("version", sa.Integer, nullable=False),
)
IDENTITY = sa.Table(
    "identity",
    METADATA,
    sa.Column("channel", sa.String(40), primary_key=True),
    sa.Column("external_id", sa.String(255), primary_key=True),
    sa.Column(
        "person_id", sa.ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True
    ),
)
ENTRY = sa.Table(
    "profile_entry",
    METADATA,
    sa.Column("person_id", sa.ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("field", sa.String(40), primary_key=True),
    sa.Column("value", sa.JSON, nullable=False),
    sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
    sa.Column("said", sa.Text, nullable=False),
)
AUDIT = sa.Table(
    "audit",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    sa.Column("action", sa.String(40), nullable=False),
    sa.Column("by", sa.String(40), nullable=False),
    sa.Column("person", sa.Integer),
)
# What people thought of answers. Erased with the person; the questions hold no figures of theirs.
RATING = sa.Table(
    "rating",
    METADATA,
    sa.Column("answer", sa.String(32), primary_key=True),
    sa.Column("channel", sa.String(40), nullable=False),
    sa.Column("external_id", sa.String(255), nullable=False),
    sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    sa.Column("useful", sa.Boolean, nullable=False),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("question", sa.Text, nullable=False),
    sa.Column("intent", sa.String(60), nullable=False),
    sa.Column("confidence", sa.Float, nullable=False),
    sa.Column("facts", sa.JSON, nullable=False),
    sa.Index("ix_rating_person", "channel", "external_id"),
)
# What Slack has delivered, for a day, so that nothing is worked on twice. No texts, no people.
DELIVERY = sa.Table(
    "slack_delivery",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("key", sa.String(255), nullable=False, unique=True),
    sa.Column("conversation", sa.String(64), nullable=False),
    sa.Column("owner", sa.String(32), nullable=False),
    sa.Column("at", sa.DateTime(timezone=True), nullable=False, index=True),
    sa.Column("done", sa.Boolean, nullable=False),
    sa.Index("ix_slack_delivery_waiting", "conversation", "done"),
)
