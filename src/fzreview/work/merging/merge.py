"""Other stores taken into one, in one commit."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from fzreview.domain.team.merged import Merged
from fzreview.errors import FzError, StoreError
from fzreview.store.integrity.corruption import integrity_check
from fzreview.store.integrity.undecodable_rows import RECORD_TABLES
from fzreview.store.integrity.verifying import copy_store
from fzreview.store.opening.connect import applied_migrations, create_or_migrate
from fzreview.store.team.packages import refuse_package
from fzreview.store.writer import StoreWriter
from fzreview.work.clock import now


def merge(store: Path, sources: Iterable[Path]) -> list[Merged]:
    """Take in each source, whole or not at all; one outcome for each, in their order.

    The sources are only read, from a copy of one moment: desks may be open on them. Raises StoreError where
    ``store`` cannot be opened or written or is a package; then nothing was.
    """
    create_or_migrate(store)
    refuse_package(store, "merge")
    outcomes: dict[int, Merged] = {}
    fit: list[tuple[int, str, Path]] = []
    with tempfile.TemporaryDirectory(prefix="fzreview-merge-") as folder:
        for number, source in enumerate(sources):
            copy = Path(folder) / f"{number}.db"
            try:
                _copy(store, source, copy)
                fit.append((number, str(source), copy))
            except FzError as error:
                outcomes[number] = Merged(str(source), error=error)
        if fit:
            with closing(StoreWriter(store)) as writer:
                merged = writer.merge([(name, copy) for _, name, copy in fit], now()).result()
            outcomes |= {number: one for (number, _, _), one in zip(fit, merged, strict=True)}
    return [outcomes[number] for number in sorted(outcomes)]


def _copy(store: Path, source: Path, copy: Path) -> None:
    """A sound copy of a source with today's tables. Raises StoreError, naming the source."""
    if not source.is_file():
        raise StoreError("merge_missing", path=source)
    if source.samefile(store):
        raise StoreError("merge_itself", path=source)
    try:
        if not applied_migrations(source, pages=False):
            raise StoreError("store_foreign", path=source)
        copy_store(source, copy)
        create_or_migrate(copy, pages=False)
        # What is taken of reports and of the journal is looked at when it is taken.
        if found := integrity_check(copy, rows=RECORD_TABLES):
            raise StoreError("store_damaged", path=source, reason=found[0])
    except StoreError as error:
        # What to do about somebody else's file is another thing than about one's own.
        if error.code == "store_damaged":
            raise StoreError("merge_damaged", path=source, reason=error.params["reason"]) from error
        if error.code == "store_foreign":
            raise StoreError("merge_no_store", path=source) from error
        raise type(error)(error.code, **(error.params | {"path": source})) from error
