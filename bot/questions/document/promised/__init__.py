"""What only the promises of a document tell to be asked, or the rest of what it asks."""
