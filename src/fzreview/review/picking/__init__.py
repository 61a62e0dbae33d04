"""Selecting a subject or a span by the words of a sentence."""
