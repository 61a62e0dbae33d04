"""The registry of commands, the keys of each part, the gate that checks deciding keys, the tour."""
