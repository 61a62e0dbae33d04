"""What the figures of a report count."""
