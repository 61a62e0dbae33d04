"""The columns of ``reports`` that make a line of the library."""

from __future__ import annotations

SUMMARY_COLUMNS = (
    "id, sha256, doc, title, year, region, issuer, figures, verified, wrong, unsure, aside, tags"
)
"""Columns of ``reports`` in the order of the fields of a ReportSummary."""
