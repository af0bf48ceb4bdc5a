"""The fixtures of the journeys."""

from tests.journeys.stage import phone, stage

__all__ = ["phone", "stage"]
