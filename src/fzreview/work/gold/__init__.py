"""Gold out of a store, back into it, and checked."""
