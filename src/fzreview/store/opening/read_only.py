"""The address by which SQLite opens a store that is only read, so that nothing is left beside it."""

from __future__ import annotations

import os
from pathlib import Path

from fzreview.store.integrity.foreign_log import log_of


def read_only(path: Path) -> str:
    """The URI of a store that is to be read; whoever opens it must not write.

    Who may only read cannot take away the log that SQLite begins for every reader, so the last one of a
    store at rest is let in as one who may write. A store with a log is not at rest: that log is another
    program's and stays. Where nothing can be written beside a store at rest (a read-only share, a disc),
    no log can be begun at all, and the file is read as it stands.
    """
    if log_of(path).exists():
        mode = "mode=ro"
    elif os.access(path.absolute().parent, os.W_OK):
        mode = "mode=rw"
    else:
        mode = "immutable=1"
    return f"{path.absolute().as_uri()}?{mode}"
