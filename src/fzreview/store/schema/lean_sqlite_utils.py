"""What is used of sqlite_utils, loaded without pandas and numpy.

sqlite_utils loads both where they are installed, a second of work, to know the types of their columns; no
table here is made of such.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_UNASKED: Final = ("pandas", "numpy")


@contextmanager
def _as_if_not_installed(*names: str) -> Iterator[None]:
    """Importing one of these that is not loaded yet fails meanwhile."""
    unloaded = [name for name in names if name not in sys.modules]
    # None in ``sys.modules`` is Python's own sign for a module that must not be found.
    sys.modules.update(dict.fromkeys(unloaded))  # type: ignore[arg-type]  # typed without that sign
    try:
        yield
    finally:
        for name in unloaded:
            del sys.modules[name]


with _as_if_not_installed(*_UNASKED):
    from sqlite_utils import Database as Database
    from sqlite_utils import Migrations as Migrations
