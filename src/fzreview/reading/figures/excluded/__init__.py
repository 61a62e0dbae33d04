"""Numerals that are no figures: dates, names, classes, marks of an outline."""
