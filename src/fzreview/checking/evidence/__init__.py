"""Evidence: how surely a tie would show a wrong number, and what it proves of which field (docs/ties.md)."""

from __future__ import annotations

from fzreview.checking.evidence.weighing import LIMIT, Evidence, Proof, Scale, Standing

__all__ = ["LIMIT", "Evidence", "Proof", "Scale", "Standing"]
