"""Figures found again, by another extractor or from a file of predictions."""
