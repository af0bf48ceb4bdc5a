"""Topics that interviews are about."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema here."""
    with op.batch_alter_table("interview", schema=None, recreate="never") as batch_op:
        batch_op.add_column(
            sa.Column("topics", sa.JSON(), nullable=False, server_default=sa.text("'[]'"))
        )


def downgrade() -> None:
    """Take the schema back."""
    with op.batch_alter_table("interview", schema=None, recreate="never") as batch_op:
        batch_op.drop_column("topics")
