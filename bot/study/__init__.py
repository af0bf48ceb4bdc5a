"""What to ask, and when again. Pure: now, the zone and chance are arguments."""
