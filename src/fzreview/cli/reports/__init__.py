"""Commands about whole reports: into the store, listed, corrected, set aside, read again."""
