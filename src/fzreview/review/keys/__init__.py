"""Keys: the registry of commands, the parts that take keys, the gate that deciding keys pass."""
