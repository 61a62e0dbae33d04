"""Libraries that only some formats need: how this very installation gets them.

The command names what the extra stands for, not ``fzreview[extra]``: that would be looked for in an index
where this program need not be, or be another version.
"""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires
from importlib.util import find_spec
from typing import Final

_NAME: Final = "fzreview"
_REQUIREMENT: Final = re.compile(r"(?P<what>[^;]+?)\s*;\s*extra\s*==\s*['\"](?P<extra>[\w-]+)['\"]")
_OWN: Final = re.compile(rf"{_NAME}\[(?P<extras>[\w,\s-]+)\]")


def install_command(extra: str) -> str:
    """The command line that installs what an extra needs beside this program."""
    needed = sorted(set(_needed(extra))) or [f"{_NAME}[{extra}]"]
    # An environment without pip was made by uv, which installs from outside.
    tool = [sys.executable, "-m", "pip", "install"]
    if find_spec("pip") is None:
        tool = ["uv", "pip", "install", "--python", sys.executable]
    return shlex.join([*tool, *needed])


def _needed(extra: str) -> Iterator[str]:
    """The requirements of an extra, those of extras that it consists of among them."""
    try:
        told = requires(_NAME) or []
    except PackageNotFoundError:  # run from its sources
        return
    for requirement in told:
        match = _REQUIREMENT.fullmatch(requirement)
        if match is None or match["extra"] != extra:
            continue
        own = _OWN.fullmatch(match["what"])
        if own is None:
            yield match["what"]
        else:
            for inner in own["extras"].split(","):
                yield from _needed(inner.strip())
