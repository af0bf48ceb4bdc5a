"""The updates that learners have sent; what has moved a step is one update, the last."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema here."""
    with op.batch_alter_table("learner", schema=None, recreate="never") as batch_op:
        batch_op.add_column(
            sa.Column("updates", sa.JSON(), nullable=False, server_default=sa.text("'[]'"))
        )
    with op.batch_alter_table("step", schema=None, recreate="never") as batch_op:
        batch_op.drop_column("redone_by")
        batch_op.drop_column("undone_by")


def downgrade() -> None:
    """Take the schema back."""
    with op.batch_alter_table("step", schema=None, recreate="never") as batch_op:
        batch_op.add_column(sa.Column("undone_by", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("redone_by", sa.BigInteger(), nullable=True))
    with op.batch_alter_table("learner", schema=None, recreate="never") as batch_op:
        batch_op.drop_column("updates")
