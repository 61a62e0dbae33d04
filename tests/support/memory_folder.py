"""The folder in memory that most Linux systems have, for whatever tests write."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Final

_FOLDER: Final = Path("/dev/shm")

_ROOM: Final = 4 << 30
"""Bytes that must be free there: a run leaves some hundred million, and several may go on at once."""


def memory_folder() -> Path | None:
    """The folder; None where there is none, too little room is left, or no program may be run from it."""
    if sys.platform != "linux" or not _FOLDER.is_dir():
        return None
    there = os.statvfs(_FOLDER)
    has_room = there.f_bavail * there.f_frsize >= _ROOM
    return _FOLDER if has_room and not there.f_flag & os.ST_NOEXEC else None


def use_memory() -> None:
    """Temporary files of this process and those it starts are made there, unless a place was named."""
    folder = memory_folder()
    if folder is not None and "TMPDIR" not in os.environ:
        os.environ["TMPDIR"] = str(folder)
        tempfile.tempdir = None
