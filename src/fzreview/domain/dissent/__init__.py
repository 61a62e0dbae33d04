"""Dissent: where words of several people differ, and where each case of it stands."""
