"""Who decides."""

from __future__ import annotations

import getpass
import os

NOBODY = "reviewer"
"""The name of a reviewer whom neither the command nor the system names."""


def named_reviewer(chosen: str | None = None) -> str | None:
    """``--reviewer``, else FZREVIEW_REVIEWER; None where neither names anybody."""
    named = (chosen or os.environ.get("FZREVIEW_REVIEWER") or "").strip()
    return named or None


def reviewer_name(chosen: str | None = None) -> str:
    """``--reviewer``, else FZREVIEW_REVIEWER, else the name of the system's user."""
    named = named_reviewer(chosen)
    if named is not None:
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return NOBODY
