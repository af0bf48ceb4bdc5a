"""Stars, splits, real interviews, reports, and answers by voice."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Bring the schema here."""
    op.create_table(
        "encounter",
        sa.Column("id", _SERIAL, nullable=False),
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("question_id", AutoString(), nullable=False),
        sa.Column("said", AutoString(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("place", AutoString(), nullable=True),
        sa.Column("taken_back", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "report",
        sa.Column("id", _SERIAL, nullable=False),
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("question_id", AutoString(), nullable=False),
        sa.Column("text", AutoString(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("answer", AutoString(), nullable=True),
        sa.Column("answer_sent", sa.Boolean(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("encounters_of_a_learner", "encounter", ["learner_id", "question_id"])
    with op.batch_alter_table("memory", schema=None, recreate="never") as batch_op:
        off = sa.false()
        batch_op.add_column(sa.Column("starred", sa.Boolean(), nullable=False, server_default=off))
        batch_op.add_column(sa.Column("split", sa.Boolean(), nullable=False, server_default=off))
    with op.batch_alter_table("prompt", schema=None, recreate="never") as batch_op:
        empty, none = sa.text("'[]'"), sa.text("0")
        batch_op.add_column(sa.Column("voices", sa.JSON(), nullable=False, server_default=empty))
        batch_op.add_column(
            sa.Column("recalled", sa.Integer(), nullable=False, server_default=none)
        )
        batch_op.add_column(sa.Column("leech_message_id", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    """Take the schema back."""
    with op.batch_alter_table("prompt", schema=None, recreate="never") as batch_op:
        batch_op.drop_column("leech_message_id")
        batch_op.drop_column("recalled")
        batch_op.drop_column("voices")
    with op.batch_alter_table("memory", schema=None, recreate="never") as batch_op:
        batch_op.drop_column("split")
        batch_op.drop_column("starred")
    op.drop_index("encounters_of_a_learner", "encounter")
    op.drop_table("report")
    op.drop_table("encounter")
