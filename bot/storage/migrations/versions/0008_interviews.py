"""Interviews, and how a learner gets to them and back after a gap."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TO_ASK = sa.text("after = 'waiting'")


def upgrade() -> None:
    """Bring the schema here."""
    op.create_table(
        "interview",
        sa.Column("id", _SERIAL, nullable=False),
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.Time(), nullable=True),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("track", AutoString(), nullable=True),
        sa.Column("areas", sa.JSON(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=True),
        sa.Column("after", AutoString(), nullable=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.Column("felt", AutoString(), nullable=True),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("interviews_of_a_learner", "interview", ["learner_id", "day"])
    op.create_index(
        "interviews_to_ask_about",
        "interview",
        ["day"],
        sqlite_where=_TO_ASK,
        postgresql_where=_TO_ASK,
    )
    with op.batch_alter_table("learner", schema=None, recreate="never") as batch_op:
        batch_op.add_column(sa.Column("plan_questions", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("plan_minutes", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("back_offered_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("back_by", sa.Date(), nullable=True))


def downgrade() -> None:
    """Take the schema back."""
    with op.batch_alter_table("learner", schema=None) as batch_op:
        batch_op.drop_column("back_by")
        batch_op.drop_column("back_offered_on")
        batch_op.drop_column("plan_minutes")
        batch_op.drop_column("plan_questions")
    op.drop_table("interview")
