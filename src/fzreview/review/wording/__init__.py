"""Decisions, entries and rulings in words."""
