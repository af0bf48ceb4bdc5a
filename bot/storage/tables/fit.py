"""Parameters of FSRS that were fitted to a learner."""

from __future__ import annotations

from datetime import date

from sqlalchemy import JSON, BigInteger
from sqlmodel import Field, SQLModel


class FitRow(SQLModel, table=True):
    """The last fit of a learner, made on the study day ``on`` to so many ``reviews``.

    Its parameters serve if they were ``adopted``, by what they and the defaults lost on reviews
    that were held back. ``tried`` counts the reviews there were the last time, also when that
    came to nothing; until something comes of it there are no parameters.
    """

    __tablename__ = "fit"

    learner_id: int = Field(
        sa_type=BigInteger,
        primary_key=True,
        foreign_key="learner.id",
        sa_column_kwargs={"autoincrement": False},
    )
    tried: int
    on: date | None = None
    reviews: int = 0
    parameters: list[float] | None = Field(default=None, sa_type=JSON)
    loss_before: float | None = None
    loss_after: float | None = None
    adopted: bool = False
