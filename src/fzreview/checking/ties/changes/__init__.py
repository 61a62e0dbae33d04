"""Changes, differences and growth with the values they lie between."""
