"""The review model: one report in memory, questions about it, decisions as changes. No IO, no clock."""
