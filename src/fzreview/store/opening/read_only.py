"""The SQLite URI for reading a store without leaving WAL files beside it."""

from __future__ import annotations

import os
from pathlib import Path

from fzreview.store.integrity.foreign_wal import wal_path


def read_only_uri(path: Path) -> str:
    """The SQLite URI of a store for a connection that must not write.

    A connection with ``mode=ro`` cannot delete the WAL and its index, which SQLite creates even for readers;
    so a store without a WAL is opened with ``mode=rw``. Where a WAL exists, another program has the store
    open or will recover it, and ``mode=ro`` leaves it alone. In a folder that cannot be written (a read-only
    share, a disc) no WAL can be created, and ``immutable=1`` reads the file as it is.
    """
    if wal_path(path).exists():
        mode = "mode=ro"
    elif os.access(path.absolute().parent, os.W_OK):
        mode = "mode=rw"
    else:
        mode = "immutable=1"
    return f"{path.absolute().as_uri()}?{mode}"
