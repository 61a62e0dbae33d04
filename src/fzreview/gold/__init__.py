"""Decisions of reviewers → gold data that others can use."""
