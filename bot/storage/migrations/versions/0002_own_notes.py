"""Own notes."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Bring the schema here."""
    op.create_table(
        "notebook",
        sa.Column("id", _SERIAL, nullable=False),
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("name", AutoString(), nullable=False),
        sa.Column("file_name", AutoString(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("answered_only", sa.Boolean(), nullable=False),
        sa.Column("mixed", sa.Boolean(), nullable=False),
        sa.Column("added_at", UTCDateTime(), nullable=False),
        sa.Column("updated_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["learner_id"],
            ["learner.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("learner_id", "message_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "note",
        sa.Column("id", _SERIAL, nullable=False),
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("notebook_id", _SERIAL, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("topic", AutoString(), nullable=True),
        sa.Column("level", AutoString(), nullable=True),
        sa.Column("question", AutoString(), nullable=False),
        sa.Column("answer", AutoString(), nullable=True),
        sa.Column("answer_changed_at", UTCDateTime(), nullable=True),
        sa.Column("own_answer", AutoString(), nullable=True),
        sa.Column("dropped", sa.Boolean(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"],
            ["learner.id"],
        ),
        sa.ForeignKeyConstraint(
            ["notebook_id"],
            ["notebook.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("note", schema=None) as batch_op:
        batch_op.create_index("notes_of_a_learner", ["learner_id"], unique=False)
        batch_op.create_index("notes_of_a_notebook", ["notebook_id", "ordinal"], unique=False)

    with op.batch_alter_table("learner", schema=None) as batch_op:
        batch_op.add_column(sa.Column("awaiting_about", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("settled_as", AutoString(), nullable=True))
        batch_op.add_column(sa.Column("only_notebook", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    """Take the schema back."""
    with op.batch_alter_table("learner", schema=None) as batch_op:
        batch_op.drop_column("only_notebook")
        batch_op.drop_column("settled_as")
        batch_op.drop_column("awaiting_about")

    with op.batch_alter_table("note", schema=None) as batch_op:
        batch_op.drop_index("notes_of_a_notebook")
        batch_op.drop_index("notes_of_a_learner")

    op.drop_table("note")
    op.drop_table("notebook")
