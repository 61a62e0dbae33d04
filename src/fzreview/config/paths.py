"""Every path that the program chooses itself."""

from __future__ import annotations

import os
from pathlib import Path


def store_path(chosen: str | None = None) -> Path:
    """The store: ``--db``, else FZREVIEW_DB, else ``fzreview.db`` in the user's data folder."""
    named = chosen or os.environ.get("FZREVIEW_DB")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("fzreview", appauthor=False) / "fzreview.db"
