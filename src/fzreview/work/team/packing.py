"""What was assigned to somebody, written as packages that they can open."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from fzreview.domain.packages import MOST_REPORTS, SUFFIX, Package, new_packages
from fzreview.errors import FzError, StoreError
from fzreview.gold.file_names import safe_stem
from fzreview.store.packages import write_package
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.work.clock import now
from fzreview.work.keeping.safekeeping import appearing, sound


@dataclass(frozen=True, slots=True)
class Packed:
    """A package and its file."""

    package: Package
    path: Path
    written: bool
    """False where the file was there already: somebody may have decided in it, so it is left as it is."""


def pack(store: Path, owner: str, folder: Path, most: int = MOST_REPORTS) -> list[Packed]:
    """Write every package of what is assigned to ``owner``, those on record again; in order of number.

    Raises StoreError where nothing is assigned to them or the store is a package itself, FzError where a file
    cannot be written; packages that were written before stay.
    """
    sound(store)
    with StoreReader(store) as reader:
        recorded = reader.packages()
        project = reader.project()
        if any(one.site == reader.heads()[0][0] for one in recorded):
            raise StoreError("pack_of_package", path=store)
        wanted = {report for report, names in reader.assignment().reviewers.items() if owner in names}
        assigned = [one.sha256 for one in reader.summaries() if one.sha256 in wanted]
    if not assigned:
        raise StoreError("pack_nothing", name=owner)
    new = new_packages(recorded, sorted(assigned), Package(project, owner, 0, (), now()), most)
    if new:
        with closing(StoreWriter(store)) as writer:
            writer.record_packages(new).result()
    mine = [one for one in (*recorded, *new) if (one.owner, one.purpose) == (owner, "review")]
    return [_written(store, one, folder) for one in sorted(mine, key=lambda one: one.number)]


def _written(store: Path, package: Package, folder: Path) -> Packed:
    path = folder / f"{safe_stem(package.owner)}-{package.number:03}{SUFFIX}"
    if path.exists():
        return Packed(package, path, written=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with appearing(path) as partial:
            write_package(store, partial, package)
    except OSError as error:
        raise FzError("pack_unwritable", path=path, reason=error.strerror or str(error)) from error
    return Packed(package, path, written=True)
