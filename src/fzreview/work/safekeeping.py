"""Checking and copying a store."""

from __future__ import annotations

import os
from pathlib import Path

from fzreview.errors import FzError, StoreError
from fzreview.store.connect import prepare
from fzreview.store.verifying import Difference, copy_store, verify


def verify_store(store: Path) -> tuple[int, list[Difference]]:
    """How many journal entries there are, and what in the store does not agree with them."""
    if not store.exists():
        raise StoreError("store_missing", path=store)
    prepare(store)
    return verify(store)


def back_up(store: Path, target: Path) -> None:
    """A consistent copy of the store, whole or not at all. Raises FzError where it cannot be written."""
    if not store.exists():
        raise StoreError("store_missing", path=store)
    prepare(store)
    if target.exists():
        raise FzError("backup_exists", path=target)
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        copy_store(store, partial)
        partial.replace(target)
    except OSError as error:
        raise FzError("unwritable", path=target, reason=error.strerror or str(error)) from error
    finally:
        partial.unlink(missing_ok=True)
