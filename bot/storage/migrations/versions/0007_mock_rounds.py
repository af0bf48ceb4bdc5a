"""Mock rounds."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_IS_ON = sa.text("stage IN ('invited', 'asking', 'debrief')")


def upgrade() -> None:
    """Bring the schema here."""
    op.create_table(
        "mock",
        sa.Column("id", _SERIAL, nullable=False),
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("mode", AutoString(), nullable=False),
        sa.Column("length", AutoString(), nullable=False),
        sa.Column("scope", AutoString(), nullable=False),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("stage", AutoString(), nullable=False),
        sa.Column("began_at", UTCDateTime(), nullable=False),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.Column("secret", AutoString(), nullable=True),
        sa.Column("friend_id", sa.BigInteger(), nullable=True),
        sa.Column("friend_agreed", sa.Boolean(), nullable=False),
        sa.Column("queued_set", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("secret"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_mock_friend_id", "mock", ["friend_id"])
    op.create_index("mocks_of_a_learner", "mock", ["learner_id", "id"])
    op.create_index(
        "one_mock_at_a_time",
        "mock",
        ["learner_id"],
        unique=True,
        sqlite_where=_IS_ON,
        postgresql_where=_IS_ON,
    )
    op.create_table(
        "mock_question",
        sa.Column("id", _SERIAL, nullable=False),
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("mock_id", _SERIAL, nullable=False),
        sa.Column("prompt_id", _SERIAL, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("question_id", AutoString(), nullable=False),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.Column("since", UTCDateTime(), nullable=True),
        sa.Column("took_seconds", sa.Float(), nullable=False),
        sa.Column("nudge_at", UTCDateTime(), nullable=True),
        sa.Column("answered", AutoString(), nullable=True),
        sa.Column("clarity", AutoString(), nullable=True),
        sa.Column("friend_ticked", sa.JSON(), nullable=True),
        sa.Column("friend_message_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"]),
        sa.ForeignKeyConstraint(["mock_id"], ["mock.id"]),
        sa.ForeignKeyConstraint(["prompt_id"], ["prompt.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_mock_question_nudge_at", "mock_question", ["nudge_at"])
    op.create_index("mock_question_of_a_prompt", "mock_question", ["prompt_id"])
    op.create_index("mock_questions_of_a_learner", "mock_question", ["learner_id", "question_id"])
    op.create_index("questions_of_a_mock", "mock_question", ["mock_id", "ordinal"])


def downgrade() -> None:
    """Take the schema back."""
    op.drop_table("mock_question")
    op.drop_table("mock")
