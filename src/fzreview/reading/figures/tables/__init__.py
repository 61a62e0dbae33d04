"""Numbers in tables: subjects and units from the heads of rows and columns."""
