"""Plain values in, pictures and documents out; it knows nothing of the rest."""
