"""The sides of a dispute beside each other."""
