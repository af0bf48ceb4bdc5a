"""Column types that several tables share."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Integer

SERIAL: Any = BigInteger().with_variant(Integer, "sqlite")
"""SQLite counts up only in its own INTEGER, which is as long."""
