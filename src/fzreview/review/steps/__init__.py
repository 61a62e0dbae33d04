"""Decisions on their way into the journal, one file for each thing that is decided."""
