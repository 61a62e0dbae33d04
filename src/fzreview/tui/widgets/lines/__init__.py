"""Lines that are made and sent only where they change."""
