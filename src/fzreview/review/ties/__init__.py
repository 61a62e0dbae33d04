"""The ties of the open report: indexed, walked, described in sentences, verified in bulk."""
