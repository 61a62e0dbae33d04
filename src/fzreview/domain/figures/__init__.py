"""Figures and their fields: what a figure is, its names and rows, when two are the same."""
