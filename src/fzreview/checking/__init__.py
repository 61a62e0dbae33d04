"""Readings checked: ties between figures, alarms about single ones, the order of doubt."""
