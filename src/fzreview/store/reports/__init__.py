"""Reports and what belongs to them: loaded, found, listed, read again, removed."""
