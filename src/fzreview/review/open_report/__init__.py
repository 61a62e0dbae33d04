"""The open report: its state, the reviewer's position in it, agenda, sections, changes by others."""
