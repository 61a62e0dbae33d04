"""Disagreement between people: where their verdicts differ, which rulings settle it, on which rows."""
