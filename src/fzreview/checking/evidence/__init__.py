"""Evidence: how surely a tie would show a wrong number, and what it proves of which field (docs/ties.md)."""

from __future__ import annotations

from fzreview.checking.evidence.weighing import LIMIT, Corroboration, Evidence, Proof, Scale

__all__ = ["LIMIT", "Corroboration", "Evidence", "Proof", "Scale"]
