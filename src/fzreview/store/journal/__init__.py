"""The journal: entries recorded, linked, asked for, undone."""
