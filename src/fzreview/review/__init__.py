"""The review model: one report in memory, queries on it, decisions as steps. No IO, no clock."""
