"""Hotseat, a mock interview in your pocket."""
