"""Decisions and figures, as rows tell them, in short."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fzreview.strings import say


def decision_words(row: Mapping[str, Any]) -> str:
    if row["verdict"] == "verified":
        return say("sharing.says.verified")
    if row["verdict"] == "unsure":
        return say("sharing.says.unsure")
    if row.get("reason") == "not_a_figure":
        return say("sharing.says.rejected")
    if "correction" not in row:
        return say("sharing.says.unfixed")
    return f"{say('sharing.says.corrected')} {figure_words(row['correction'])}"


def figure_words(row: Mapping[str, Any] | None) -> str:
    if row is None:
        return say("sharing.says.rejected")
    told = (row["text"], row["value"], row["upper"], row["unit"], row["subject"])
    return " · ".join(part for part in told if part)
