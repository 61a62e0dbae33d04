"""Labels and offsets as other tools count and name them."""
