"""Stores of several people brought together."""
