"""A project whose work travels by way of a hub."""

from __future__ import annotations

import shutil
from pathlib import Path

from fzreview.domain.team.hub import Segment
from fzreview.hub.folder.hub import FolderHub
from fzreview.store.hubs.reader import HubReader
from fzreview.store.writer import StoreWriter
from fzreview.work.team.assigning import Sharing, share_out
from fzreview.work.team.packages.handing_out import PackageOrder
from fzreview.work.team.packages.packing import pack
from support.copied_stores import new_store
from support.gold_reports import gold_report, seed_names
from support.scripted import VERIFIED, decide


def project_of(
    path: Path, *people: str, reports: int = 2, seed_errors: float = 0.0, blind: float = 0.0
) -> Path:
    """A store with reports that were shared out among people, each of which all of them review."""
    writer = StoreWriter(new_store(path))
    for doc in seed_names()[1 : reports + 1]:
        writer.insert(gold_report(doc), "2026-01-01T00:00:00.000Z").result()
    writer.close()
    share_out(path, Sharing(list(people), 1.0 if len(people) > 1 else 0.0, 7, None, []))
    for one in people:
        pack(path, PackageOrder(one, seed_errors=seed_errors, blind=blind), path.parent / "packed")
    return path


def new_hub(folder: Path) -> FolderHub:
    folder.mkdir()
    return FolderHub(folder)


def decide_some(store: Path, who: str, of: int = 3, left: int = 0) -> None:
    """Decide each figure whose start leaves this rest."""
    decide(store, who, lambda report, figure: VERIFIED if figure.figure.start % of == left else None)


def copied(store: Path, name: str) -> Path:
    return Path(shutil.copyfile(store, store.with_name(name)))


def pieces_of(store: Path) -> list[Segment]:
    """Everything of the store's own site, in pieces."""
    outgoing = HubReader(store)
    site, _, _ = outgoing.identity()
    pieces = list(outgoing.segments(site, None))
    outgoing.close()
    return pieces
