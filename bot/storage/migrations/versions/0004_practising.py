"""Preferences, help before the answer, confidence and ticked points."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_EMPTY = sa.text("'[]'")


def upgrade() -> None:
    """Bring the schema here."""
    with op.batch_alter_table("learner", schema=None, recreate="never") as batch_op:
        batch_op.add_column(
            sa.Column("preferences", sa.JSON(), nullable=False, server_default=_EMPTY)
        )
    with op.batch_alter_table("prompt", schema=None, recreate="never") as batch_op:
        batch_op.create_index("prompts_of_a_question", ["learner_id", "question_id"], unique=False)
        batch_op.add_column(sa.Column("help", sa.JSON(), nullable=False, server_default=_EMPTY))
        batch_op.add_column(sa.Column("confidence", AutoString(), nullable=True))
        batch_op.add_column(sa.Column("ticked", sa.JSON(none_as_null=True), nullable=True))
    with op.batch_alter_table("step", schema=None, recreate="never") as batch_op:
        batch_op.add_column(sa.Column("redone_by", sa.BigInteger(), nullable=True))
        batch_op.add_column(
            sa.Column("void", sa.Boolean(), nullable=False, server_default=sa.false())
        )


def downgrade() -> None:
    """Take the schema back."""
    with op.batch_alter_table("step", schema=None) as batch_op:
        batch_op.drop_column("void")
        batch_op.drop_column("redone_by")
    with op.batch_alter_table("prompt", schema=None) as batch_op:
        batch_op.drop_index("prompts_of_a_question")
        batch_op.drop_column("ticked")
        batch_op.drop_column("confidence")
        batch_op.drop_column("help")
    with op.batch_alter_table("learner", schema=None) as batch_op:
        batch_op.drop_column("preferences")
