"""What was assigned to somebody, written as packages that they can open."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from fzreview.domain.packages import MOST_REPORTS, SUFFIX, Package, new_packages
from fzreview.errors import FzError, StoreError
from fzreview.gold.file_names import safe_stem
from fzreview.store.package_writing import write_package
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
    gone: int = 0
    """Reports that went out in it once and have been removed from the store since."""


def pack(store: Path, owner: str, folder: Path, most: int = MOST_REPORTS) -> list[Packed]:
    """Write every package of what is assigned to ``owner``, those on record again; in order of number.

    Raises StoreError where nothing is assigned to them or the store is a package itself, FzError where a file
    cannot be written or its name is taken by another one; packages that were written before stay.
    """
    sound(store)
    with StoreReader(store) as reader:
        recorded = reader.packages()
        project = reader.project()
        if any(one.site == reader.heads()[0][0] for one in recorded):
            raise StoreError("pack_of_package", path=store)
        wanted = {report for report, names in reader.assignment().reviewers.items() if owner in names}
        held = {one.sha256 for one in reader.summaries(aside=None)}
        assigned = [one.sha256 for one in reader.summaries() if one.sha256 in wanted]
    if not assigned:
        raise StoreError("pack_nothing", name=owner)
    new = new_packages(recorded, sorted(assigned), Package(project, owner, 0, (), now()), most)
    if new:
        with closing(StoreWriter(store)) as writer:
            writer.record_packages(new).result()
    mine = [one for one in (*recorded, *new) if (one.owner, one.purpose) == (owner, "review")]
    return [
        _written(store, one, folder, len({*one.reports} - held))
        for one in sorted(mine, key=lambda one: one.number)
    ]


def _written(store: Path, package: Package, folder: Path, gone: int) -> Packed:
    path = folder / package_file(package.owner, package.number)
    if path.exists():
        if not holds_package(path, package.site):
            raise FzError("pack_taken", path=path, owner=package.owner)
        return Packed(package, path, False, gone)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with appearing(path) as partial:
            write_package(store, partial, package)
    except OSError as error:
        raise FzError("pack_unwritable", path=path, reason=error.strerror or str(error)) from error
    return Packed(package, path, True, gone)


def package_file(owner: str, number: int) -> str:
    """The name of a package's file: another one for each owner, also where it cannot hold their name."""
    stem = safe_stem(owner)
    if stem != owner:
        stem += f".{sha256(owner.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
    return f"{stem}-{number:03}{SUFFIX}"


def holds_package(path: Path, site: str) -> bool:
    """Whether a file is the store of the package of this site; False for one that is no store."""
    try:
        with StoreReader(path) as reader:
            return [one.site for one in reader.packages()] == [site]
    except FzError:
        return False
