"""Who decides."""

from __future__ import annotations

import getpass
import os

NOBODY = "reviewer"
"""The name of a reviewer whom neither the command nor the system names."""


def reviewer_name(chosen: str | None = None) -> str:
    """``--reviewer``, else FZREVIEW_REVIEWER, else the name of the system's user."""
    named = chosen or os.environ.get("FZREVIEW_REVIEWER")
    if named and named.strip():
        return named.strip()
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return NOBODY
