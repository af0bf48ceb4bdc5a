"""Sets of questions, and the part of an answer that was shown last."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Bring the schema here."""
    op.create_table(
        "practice_set",
        sa.Column("id", _SERIAL, nullable=False),
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("name", AutoString(), nullable=False),
        sa.Column("subjects", sa.JSON(), nullable=False),
        sa.Column("levels", sa.JSON(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("asked_at", UTCDateTime(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=True),
        sa.Column("offered_on", sa.Date(), nullable=True),
        sa.Column("dropped", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"],
            ["learner.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("practice_set", schema=None, recreate="never") as batch_op:
        batch_op.create_index("sets_of_a_learner", ["learner_id", "id"], unique=False)
    with op.batch_alter_table("prompt", schema=None, recreate="never") as batch_op:
        batch_op.add_column(sa.Column("set_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("shown", AutoString(), nullable=True))
        batch_op.create_index("prompts_of_a_set", ["set_id"], unique=False)


def downgrade() -> None:
    """Take the schema back."""
    with op.batch_alter_table("prompt", schema=None) as batch_op:
        batch_op.drop_index("prompts_of_a_set")
        batch_op.drop_column("shown")
        batch_op.drop_column("set_id")
    with op.batch_alter_table("practice_set", schema=None) as batch_op:
        batch_op.drop_index("sets_of_a_learner")
    op.drop_table("practice_set")
