"""From "What time is it for you?", or a city, to an IANA time zone."""
