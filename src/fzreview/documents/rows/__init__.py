"""Files that hold a report a row: tables and lists of objects."""
