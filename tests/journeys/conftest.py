"""The fixtures of the journeys."""

from tests.journeys.machine import machine
from tests.journeys.stage import phone, stage

__all__ = ["machine", "phone", "stage"]
