"""Sums: totals with their parts, in sentences, over sentences and in tables."""
