"""A backup put in the place of a store: checked first, what stood there set aside by name."""

from __future__ import annotations

import os
from pathlib import Path

from fzreview.errors import FzError, StoreError
from fzreview.store.integrity.corruption import integrity_check
from fzreview.store.integrity.foreign_wal import has_foreign_wal
from fzreview.store.integrity.replacing import refuse_if_in_use, replace_store, set_aside, set_wal_aside
from fzreview.store.integrity.verifying import copy_store
from fzreview.store.opening.connect import create_or_migrate, refuse_non_file
from fzreview.work.clock import now


def restore(store: Path, backup: Path) -> list[Path]:
    """Put ``backup`` in the place of ``store``; where the files that stood there lie now.

    With the store itself as ``backup`` only the log of another store beside it is set aside. Nothing is moved
    before the backup was found whole. Raises StoreError for a backup that is missing, no store, newer or
    damaged and for a store that is open elsewhere or no file, FzError where files cannot be written.
    """
    if not backup.exists():
        raise StoreError("store_missing", path=backup)
    stamp = f"aside-{now()[:19].replace(':', '')}"
    try:
        for path in (store, backup):
            refuse_non_file(path)
        if store.exists() and store.samefile(backup):
            return set_wal_aside(store, stamp) if has_foreign_wal(store) else []
        return _replace(store, backup, stamp)
    except OSError as error:
        raise FzError("unwritable", path=store, reason=error.strerror or str(error)) from error


def _replace(store: Path, backup: Path, stamp: str) -> list[Path]:
    store.parent.mkdir(parents=True, exist_ok=True)
    new = store.with_name(f".{store.name}.{os.getpid()}.restoring")
    try:
        try:
            copy_store(backup, new)
            create_or_migrate(new)
            found = integrity_check(new)
        except StoreError as error:
            if error.code != "store_damaged":
                raise
            found = [str(error.params["reason"])]
        if found:
            raise StoreError("backup_damaged", path=backup, reason=found[0])
        if not has_foreign_wal(store):
            refuse_if_in_use(store)
        aside = set_aside(store, stamp)
        replace_store(new, store)
        return aside
    finally:
        for left in (new, *(new.with_name(f"{new.name}-{end}") for end in ("wal", "shm"))):
            left.unlink(missing_ok=True)
