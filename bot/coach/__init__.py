"""Use cases: one function for each thing a learner, or the clock, can do."""
