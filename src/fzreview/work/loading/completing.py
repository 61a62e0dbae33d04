"""A path that is being typed, completed from the folder that its last part lies in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path


def completions(typed: str) -> list[str]:
    """Every path that ``typed`` may be the beginning of, in order; folders end with a stroke.

    Hidden entries only where a point was typed; nothing of a folder that cannot be read.
    """
    folder, _, beginning = typed.rpartition("/")
    try:
        where = Path(folder + "/").expanduser() if folder or typed.startswith("/") else Path()
        entries = list(where.iterdir())
    except (OSError, RuntimeError, ValueError):  # no such user, a NUL in the name
        return []
    before = typed[: len(typed) - len(beginning)]
    return sorted(
        before + entry.name + ("/" if entry.is_dir() else "")
        for entry in entries
        if entry.name.startswith(beginning) and (beginning or not entry.name.startswith("."))
    )


def next_completion(typed: str, found: Sequence[str]) -> str:
    """``typed`` with all that the paths ``found``, in order, begin with; the first where that is no more."""
    pairs = zip(found[0], found[-1], strict=False)
    common = "".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return common if len(common) > len(typed) else found[0]
