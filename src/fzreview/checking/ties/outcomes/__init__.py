"""What became of cases: how many were closed, and how."""
