"""Predictions against gold: matching, scores, intervals."""
