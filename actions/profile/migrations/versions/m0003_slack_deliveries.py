"""What Slack has delivered."""

import sqlalchemy as sa
from alembic import op

revision = "m0003"
down_revision = "m0002"


def upgrade() -> None:
    op.create_table(
        "slack_delivery",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("key", sa.String(255), nullable=False, unique=True),
        sa.Column("conversation", sa.String(64), nullable=False),
        sa.Column("owner", sa.String(32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done", sa.Boolean, nullable=False),
    )
    op.create_index("ix_slack_delivery_at", "slack_delivery", ["at"])
    op.create_index("ix_slack_delivery_waiting", "slack_delivery", ["conversation", "done"])


def downgrade() -> None:
    op.drop_table("slack_delivery")
