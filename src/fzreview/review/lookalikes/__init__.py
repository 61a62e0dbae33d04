"""Figures with the same error as one that was corrected, and statistics of errors."""
