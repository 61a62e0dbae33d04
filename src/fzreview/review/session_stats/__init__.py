"""Statistics of a review session: pace, care, the count of the day."""
