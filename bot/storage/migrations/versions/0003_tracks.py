"""Tracks."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema here."""
    with op.batch_alter_table("learner", schema=None) as batch_op:
        batch_op.add_column(sa.Column("track", AutoString(), nullable=True))
        batch_op.add_column(sa.Column("track_topics", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("track_levels", sa.JSON(), nullable=True))


def downgrade() -> None:
    """Take the schema back."""
    with op.batch_alter_table("learner", schema=None) as batch_op:
        batch_op.drop_column("track_levels")
        batch_op.drop_column("track_topics")
        batch_op.drop_column("track")
