"""The card of the current figure."""
