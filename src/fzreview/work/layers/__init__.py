"""Layers: what other extractors say of the reports, kept beside the extraction that is reviewed."""
