"""Frozen values that every floor shares: no screen, no database, no IO."""
