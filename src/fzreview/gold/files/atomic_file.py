"""Files that are written completely or not at all."""

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


def remove_partial_files(folder: Path) -> None:
    """Delete the partial files that killed processes left in a folder and its subfolders."""
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


class AtomicFile:
    """A file written under a temporary name and renamed by :meth:`commit`; sized and hashed on the way."""

    def __init__(self, path: Path) -> None:
        """Raises OSError where the folder cannot be written."""
        self.path = path
        self.size = 0
        self._partial = path.with_name(f".{path.name}.{os.getpid()}{_PARTIAL}")
        self._stream = self._partial.open("wb", buffering=1 << 20)
        self._hash = sha256()
        self._writers: list[Callable[[], object]] = []

    def write(self, data: bytes | memoryview) -> int:
        """Append bytes; returns their number, as file-like objects do."""
        written = self._stream.write(data)
        self._hash.update(data)
        self.size += written
        return written

    def flush(self) -> None:
        """Flush buffers to the system; :meth:`sync` writes to the disk."""
        self._stream.flush()

    @property
    def closed(self) -> bool:
        """Whether the file was committed or discarded."""
        return self._stream.closed

    @property
    def sha256(self) -> str:
        """Hexadecimal digest of the bytes written so far."""
        return self._hash.hexdigest()

    def sync(self) -> None:
        """Write everything to the disk under the temporary name; what can fail fails before the commit."""
        if not self._stream.closed:
            self._stream.flush()
            os.fsync(self._stream.fileno())
            self._stream.close()

    def commit(self) -> None:
        """Sync, then rename the file to its final name, replacing an older one."""
        self.sync()
        self._partial.replace(self.path)
        _sync_folder(self.path.parent)

    def close_on_discard(self, close: Callable[[], object]) -> None:
        """Register a function that :meth:`discard` calls first; the last one registered is called first.

        For writers of libraries, which would write to the closed file when they are garbage-collected.
        """
        self._writers.append(close)

    def discard(self) -> None:
        """Delete the temporary file unless it was committed; an older file of the final name stays."""
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
            self.commit()
        else:
            self.discard()


def _sync_folder(folder: Path) -> None:
    """Sync the folder, so that the new name is durable; a no-op where folders cannot be opened."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
