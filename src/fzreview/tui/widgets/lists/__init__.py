"""Virtual lists and tables: rows are rendered when they are visible."""
