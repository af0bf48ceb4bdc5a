"""Chats, interviews and recordings: who says what, what of it asks, and what answers."""
