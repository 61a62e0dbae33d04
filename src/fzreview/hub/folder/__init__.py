"""A hub in a plain folder: a share, a stick, a synchronised or versioned tree."""
