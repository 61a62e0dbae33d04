"""Numerals with their units: where they stand, what they write."""
