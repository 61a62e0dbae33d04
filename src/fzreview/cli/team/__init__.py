"""Commands about the work of several people: shared out, merged, settled, measured."""
