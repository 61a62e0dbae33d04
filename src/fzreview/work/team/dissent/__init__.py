"""Disputes: listed, ruled on, told back to those who were overruled."""
