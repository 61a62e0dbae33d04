"""Ties and alarms as plain values."""
