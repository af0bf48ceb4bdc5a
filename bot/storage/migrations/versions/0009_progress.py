"""A weekly goal, and the summary of the week."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema here."""
    with op.batch_alter_table("learner", schema=None, recreate="never") as batch_op:
        batch_op.add_column(sa.Column("weekly_goal", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("next_summary_at", UTCDateTime(), nullable=True))
        batch_op.add_column(sa.Column("summarised_on", sa.Date(), nullable=True))
        batch_op.create_index(batch_op.f("ix_learner_next_summary_at"), ["next_summary_at"])


def downgrade() -> None:
    """Take the schema back."""
    with op.batch_alter_table("learner", schema=None, recreate="never") as batch_op:
        batch_op.drop_index(batch_op.f("ix_learner_next_summary_at"))
        batch_op.drop_column("summarised_on")
        batch_op.drop_column("next_summary_at")
        batch_op.drop_column("weekly_goal")
