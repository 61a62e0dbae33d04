"""Every path that the program chooses itself."""

from __future__ import annotations

import os
from pathlib import Path


def store_path(chosen: str | None = None) -> Path:
    """The store: ``--db``, else FZREVIEW_DB, else ``fzreview.db`` in the user's data folder."""
    named = chosen or os.environ.get("FZREVIEW_DB")
    if named:
        return chosen_path(named)
    from platformdirs import user_data_path

    return user_data_path("fzreview", appauthor=False) / "fzreview.db"


def chosen_path(given: str) -> Path:
    """A path as a user wrote it; ``~name`` stays a name where there is no such user."""
    try:
        return Path(given).expanduser()
    except RuntimeError:
        return Path(given)
