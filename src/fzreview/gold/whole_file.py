"""A file that appears whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Self


class WholeFile:
    """A file written beside its place and moved there at the end; bytes are counted and hashed on the way."""

    def __init__(self, path: Path) -> None:
        """Raises OSError where the folder cannot be written."""
        self.path = path
        self.size = 0
        self._partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
        self._stream = self._partial.open("wb", buffering=1 << 20)
        self._hash = sha256()

    def write(self, data: bytes) -> None:
        self._stream.write(data)
        self._hash.update(data)
        self.size += len(data)

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

    def abandon(self) -> None:
        """Leave nothing behind but what was finished; an older file in its place stays."""
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
