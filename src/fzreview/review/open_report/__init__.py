"""The open report as a reviewer holds it: figures, agenda, sections, what is new."""
