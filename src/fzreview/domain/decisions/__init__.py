"""Decisions: what people say of figures, the journal entries that record it, what they claim."""
