"""Decisions of people → gold: what is settled, what is not gold yet, which split it goes to."""
