"""Reading in bulk: many reports to files, and from such files into a store (docs/bulk.md)."""
