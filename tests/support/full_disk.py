"""A program whose disk is full: none of its files may grow beyond a size."""

from __future__ import annotations

import os
import resource
from collections.abc import Callable


def full_at(size: int) -> Callable[[], None]:
    """Set the limit of `size` bytes in a child before it becomes the program (a `preexec_fn`).

    The child must not keep what it compiles: Python does not notice that a module's compiled form was cut by
    the limit, and every later program would fail on it.
    """

    def limit() -> None:
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit
