"""Near copies looked for among the reports of a store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fzreview.store.connect import prepare
from fzreview.store.finding_copies import FoundCopy
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter


def find_copies(store: Path, *, with_decisions: bool = False, dry_run: bool = False) -> Iterator[FoundCopy]:
    """The near copies that nobody noted yet, in the order of loading; each is noted as it is found.

    Where people decided on both reports it is told and noted only ``with_decisions``; with ``dry_run`` none
    is. Raises StoreError.
    """
    prepare(store)
    with StoreReader(store) as reader:
        reports = [summary.id for summary in reader.summaries()]
    writer = StoreWriter(store)
    try:
        for report in reports:
            found = writer.find_copy(report, with_decisions=with_decisions, dry_run=dry_run).result()
            if found is not None:
                yield found
    finally:
        writer.close()
