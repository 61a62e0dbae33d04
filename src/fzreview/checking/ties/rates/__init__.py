"""Rates, shares and averages with what they are taken of."""
