"""Figures judged alike, and what corrections have in common."""
