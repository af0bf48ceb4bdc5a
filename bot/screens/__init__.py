"""What a person sees: texts, spans and buttons, with nothing of Telegram's classes. Pure."""
