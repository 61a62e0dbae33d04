"""A store and its hub: met, given to, taken from."""
