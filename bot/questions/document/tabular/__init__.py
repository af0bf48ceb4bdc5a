"""Questions in tables: whole sheets, and the tables of a page."""
