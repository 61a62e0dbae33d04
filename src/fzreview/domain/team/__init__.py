"""Team: who gets which report, what travels, what is audited."""
