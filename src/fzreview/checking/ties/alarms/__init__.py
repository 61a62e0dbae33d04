"""Alarms: numbers and units that cannot be, or hardly can be."""
