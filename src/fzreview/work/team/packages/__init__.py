"""Packages of work: filled, sealed, seeded, taken up again."""
