"""Checking, copying and rebuilding a store."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fzreview.errors import FzError, StoreError
from fzreview.store.connect import prepare
from fzreview.store.verifying import Difference, copy_store, replay, verify


def verify_store(store: Path) -> tuple[int, list[Difference]]:
    """How many journal entries there are, and what in the store does not agree with them."""
    _prepare_there(store)
    return verify(store)


def back_up(store: Path, target: Path) -> None:
    """A consistent copy of the store, whole or not at all. Raises FzError where it cannot be written."""
    _prepare_there(store)
    with _appearing(target) as partial:
        copy_store(store, partial)


def rebuild(store: Path, target: Path) -> list[Difference]:
    """A copy whose tables follow from the journal alone, whole or not at all; the store stays as it is.

    The answer tells the entries that could not follow the ones before them.
    Raises FzError where the copy cannot be written.
    """
    _prepare_there(store)
    with _appearing(target) as partial:
        copy_store(store, partial)
        return replay(partial)[1]


def _prepare_there(store: Path) -> None:
    if not store.exists():
        raise StoreError("store_missing", path=store)
    prepare(store)


@contextmanager
def _appearing(target: Path) -> Iterator[Path]:
    """A path to write to, which becomes the target when all has gone well."""
    if target.exists():
        raise FzError("backup_exists", path=target)
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        yield partial
        with partial.open("rb") as file:
            os.fsync(file.fileno())
        partial.replace(target)
    except OSError as error:
        raise FzError("unwritable", path=target, reason=error.strerror or str(error)) from error
    finally:
        partial.unlink(missing_ok=True)
