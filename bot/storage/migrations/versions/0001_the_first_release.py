"""The first release."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema here."""
    op.create_table(
        "learner",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("joined_at", UTCDateTime(), nullable=False),
        sa.Column("acted_at", UTCDateTime(), nullable=False),
        sa.Column("zone", AutoString(), nullable=True),
        sa.Column("set_up", sa.Boolean(), nullable=False),
        sa.Column("zone_asked", sa.Boolean(), nullable=False),
        sa.Column("levels", sa.JSON(), nullable=False),
        sa.Column("resting", sa.JSON(), nullable=False),
        sa.Column("new_per_day", sa.Integer(), nullable=False),
        sa.Column("in_all_per_day", sa.Integer(), nullable=False),
        sa.Column("push_on", sa.Boolean(), nullable=False),
        sa.Column("push_at", sa.Time(), nullable=False),
        sa.Column("push_weekdays", sa.JSON(), nullable=False),
        sa.Column("push_count", sa.Integer(), nullable=False),
        sa.Column("next_push_at", UTCDateTime(), nullable=True),
        sa.Column("unanswered_pushes", sa.Integer(), nullable=False),
        sa.Column("checkin", AutoString(), nullable=False),
        sa.Column("stopped", sa.Boolean(), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("paused_until", UTCDateTime(), nullable=True),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.Column("awaiting", AutoString(), nullable=True),
        sa.Column("settled_by", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("learner", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_learner_next_push_at"), ["next_push_at"], unique=False)
        batch_op.create_index(
            "pending_checkins",
            ["checkin"],
            unique=False,
            sqlite_where=sa.text("checkin = 'pending'"),
            postgresql_where=sa.text("checkin = 'pending'"),
        )

    op.create_table(
        "memory",
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("question_id", AutoString(), nullable=False),
        sa.Column("stability", sa.Float(), nullable=True),
        sa.Column("difficulty", sa.Float(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("due_day", sa.Date(), nullable=True),
        sa.Column("reviews", sa.Integer(), nullable=False),
        sa.Column("lapses", sa.Integer(), nullable=False),
        sa.Column("returned_on", sa.Date(), nullable=True),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"],
            ["learner.id"],
        ),
        sa.PrimaryKeyConstraint("learner_id", "question_id"),
    )
    op.create_table(
        "prompt",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("question_id", AutoString(), nullable=False),
        sa.Column("area_id", AutoString(), nullable=True),
        sa.Column("origin", AutoString(), nullable=False),
        sa.Column("slot_day", sa.Date(), nullable=True),
        sa.Column("slot_at", sa.Time(), nullable=True),
        sa.Column("slot_closes", UTCDateTime(), nullable=True),
        sa.Column("state", AutoString(), nullable=False),
        sa.Column("new", sa.Boolean(), nullable=False),
        sa.Column("study_day", sa.Date(), nullable=False),
        sa.Column("asked_at", UTCDateTime(), nullable=False),
        sa.Column("revealed_at", UTCDateTime(), nullable=True),
        sa.Column("revealed_day", sa.Date(), nullable=True),
        sa.Column("closed_at", UTCDateTime(), nullable=True),
        sa.Column("grade", AutoString(), nullable=True),
        sa.Column("outcomes", sa.JSON(), nullable=True),
        sa.Column("own_answer", sa.JSON(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("delivery", AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"],
            ["learner.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("learner_id", "slot_day", "slot_at"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("prompt", schema=None) as batch_op:
        batch_op.create_index(
            "one_open_prompt",
            ["learner_id"],
            unique=True,
            sqlite_where=sa.text("state IN ('asked', 'revealed')"),
            postgresql_where=sa.text("state IN ('asked', 'revealed')"),
        )
        batch_op.create_index("prompts_of_a_day", ["learner_id", "study_day"], unique=False)
        batch_op.create_index(
            "unsent_prompts",
            ["delivery"],
            unique=False,
            sqlite_where=sa.text("delivery = 'pending'"),
            postgresql_where=sa.text("delivery = 'pending'"),
        )

    op.create_table(
        "step",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", AutoString(), nullable=False),
        sa.Column(
            "prompt_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=True),
        sa.Column("undone_by", sa.BigInteger(), nullable=True),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"],
            ["learner.id"],
        ),
        sa.ForeignKeyConstraint(
            ["prompt_id"],
            ["prompt.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("step", schema=None) as batch_op:
        batch_op.create_index("steps_of_a_learner", ["learner_id", "id"], unique=False)


def downgrade() -> None:
    """Take the schema back."""
    with op.batch_alter_table("step", schema=None) as batch_op:
        batch_op.drop_index("steps_of_a_learner")

    op.drop_table("step")
    with op.batch_alter_table("prompt", schema=None) as batch_op:
        batch_op.drop_index(
            "unsent_prompts",
            sqlite_where=sa.text("delivery = 'pending'"),
            postgresql_where=sa.text("delivery = 'pending'"),
        )
        batch_op.drop_index("prompts_of_a_day")
        batch_op.drop_index(
            "one_open_prompt",
            sqlite_where=sa.text("state IN ('asked', 'revealed')"),
            postgresql_where=sa.text("state IN ('asked', 'revealed')"),
        )

    op.drop_table("prompt")
    op.drop_table("memory")
    with op.batch_alter_table("learner", schema=None) as batch_op:
        batch_op.drop_index(
            "pending_checkins",
            sqlite_where=sa.text("checkin = 'pending'"),
            postgresql_where=sa.text("checkin = 'pending'"),
        )
        batch_op.drop_index(batch_op.f("ix_learner_next_push_at"))

    op.drop_table("learner")
