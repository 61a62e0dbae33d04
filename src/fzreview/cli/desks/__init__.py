"""The commands that open the review desk."""
