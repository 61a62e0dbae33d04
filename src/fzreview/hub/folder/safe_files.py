"""Files of a folder that others write to: nothing is followed out of it, nothing is ever half there."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from fzreview.errors import FzError

_NO_FOLLOW: Final = getattr(os, "O_NOFOLLOW", 0)


def entries(folder: Path) -> Iterator[tuple[str, bool]]:
    """``(name, is a folder)`` of what lies in a folder, in order of name; hidden names are left out.

    A link stands as a file, whatever it leads to. A folder that is not there is empty; one that is a link
    is refused by FzError.
    """
    if folder.is_symlink():
        raise FzError("hub_link", path=folder)
    try:
        with os.scandir(folder) as found:
            told = sorted((one.name, one.is_dir(follow_symlinks=False)) for one in found)
    except FileNotFoundError:
        return
    except OSError as error:
        raise FzError("hub_unreached", place=folder, reason=error.strerror or str(error)) from error
    yield from (one for one in told if not one[0].startswith("."))


def read(path: Path, most: int, tail: int | None = None) -> bytes:
    """The bytes of an ordinary file, or the last ``tail`` of them.

    Raises FzError for a link, for what is no ordinary file, for more than ``most`` bytes, and where it cannot
    be read.
    """
    if path.is_symlink():
        raise FzError("hub_link", path=path)
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | _NO_FOLLOW | getattr(os, "O_BINARY", 0)), "rb") as file:
            told = os.fstat(file.fileno())
            if not stat.S_ISREG(told.st_mode):
                raise FzError("hub_link", path=path)
            if told.st_size > most:
                raise FzError("hub_too_large", path=path, most=most >> 20)
            if tail is not None:
                file.seek(max(0, told.st_size - tail))
            return file.read(most + 1)
    except OSError as error:
        raise FzError("hub_unreached", place=path, reason=error.strerror or str(error)) from error


def write(root: Path, path: Path, content: bytes) -> None:
    """A file below ``root``, written aside and renamed once it is on disk.

    Raises FzError; then it is not there.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        for parent in path.parents[: len(path.relative_to(root).parts) - 1]:
            if parent.is_symlink():
                raise FzError("hub_link", path=parent)
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise FzError("hub_unwritable", place=path, reason=error.strerror or str(error)) from error
