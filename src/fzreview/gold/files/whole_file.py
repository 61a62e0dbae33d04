"""A file that appears whole or not at all."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final, Self

_PARTIAL: Final = ".partial"
_LEFT: Final = re.compile(r"\..+\.(?P<process>[0-9]+)\.partial", re.ASCII)


def take_away_partials(folder: Path) -> None:
    """Remove from a folder, and the folders in it, what processes left behind that were killed."""
    for path in folder.rglob(f".*{_PARTIAL}"):
        match = _LEFT.fullmatch(path.name)
        if match is not None and not _is_running(int(match["process"])):
            with suppress(OSError):  # whoever may not take it away is told when writing fails
                path.unlink()


def _is_running(process: int) -> bool:
    if os.name == "nt":
        return False  # asking would end it; a file in use cannot be taken away there
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return process != os.getpid()


class WholeFile:
    """A file written beside its place and moved there at the end; bytes are counted and hashed on the way."""

    def __init__(self, path: Path) -> None:
        """Raises OSError where the folder cannot be written."""
        self.path = path
        self.size = 0
        self._partial = path.with_name(f".{path.name}.{os.getpid()}{_PARTIAL}")
        self._stream = self._partial.open("wb", buffering=1 << 20)
        self._hash = sha256()
        self._writers: list[Callable[[], object]] = []

    def write(self, data: bytes | memoryview) -> int:
        """Write at the end; tells how many bytes, as libraries ask of a file that they are given."""
        written = self._stream.write(data)
        self._hash.update(data)
        self.size += written
        return written

    def flush(self) -> None:
        """Pass on what was written; it reaches the disk in :meth:`settle`."""
        self._stream.flush()

    @property
    def closed(self) -> bool:
        """Whether nothing more can be written."""
        return self._stream.closed

    @property
    def sha256(self) -> str:
        """Of what has been written so far."""
        return self._hash.hexdigest()

    def settle(self) -> None:
        """Get everything onto the disk, still beside its place: whatever can fail has failed by now."""
        if not self._stream.closed:
            self._stream.flush()
            os.fsync(self._stream.fileno())
            self._stream.close()

    def finish(self) -> None:
        """Put the file into its place, over an older one, once it is on disk."""
        self.settle()
        self._partial.replace(self.path)
        _sync_folder(self.path.parent)

    def let_go_by(self, close: Callable[[], object]) -> None:
        """Have something closed before the file is abandoned, what was named last before the others.

        The writer of a library that is left open ends its file when Python takes it away, and fails loudly.
        """
        self._writers.append(close)

    def abandon(self) -> None:
        """Leave nothing behind but what was finished; an older file in its place stays."""
        while self._writers:
            with suppress(Exception):  # the file goes away: nothing that fails in it matters
                self._writers.pop()()
        with suppress(OSError):  # what a full disk did not take is still to be flushed
            self._stream.close()
        self._partial.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if kind is None:
            self.finish()
        else:
            self.abandon()


def _sync_folder(folder: Path) -> None:
    """Make the new name last; systems that open no folders keep names without."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
