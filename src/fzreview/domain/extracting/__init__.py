"""Extraction: what an extractor is given and says, its rules, one extraction against another."""
