"""Files → readings → the store."""
