"""How a sitting goes: pace, care, the count of the day, the tour."""
