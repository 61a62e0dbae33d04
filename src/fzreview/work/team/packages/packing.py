"""Somebody's work written as packages that they can open."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from fzreview.domain.team.packages import SUFFIX, Package, of_owner
from fzreview.errors import FzError, StoreError
from fzreview.gold.files.file_names import safe_stem
from fzreview.store.reader import StoreReader
from fzreview.store.team.package_writing import write_package
from fzreview.store.team.packages import refuse_package
from fzreview.store.writer import StoreWriter
from fzreview.work.clock import now
from fzreview.work.keeping.safekeeping import atomic_target, require_undamaged
from fzreview.work.team.dissent.conflicts import Conflict, conflicts
from fzreview.work.team.packages.contents import contents_of, withheld_of
from fzreview.work.team.packages.handing_out import Outgoing, PackageOrder
from fzreview.work.team.packages.sealing import sealed
from fzreview.work.team.packages.seeding import seed_errors


@dataclass(frozen=True, slots=True)
class Packed:
    """A package and its file."""

    package: Package
    path: Path
    written: bool
    """False where the file was there already: somebody may have decided in it, so it is left as it is."""
    gone: int = 0
    """Reports that went out in it once and have been removed from the store since."""
    seeded: int = 0
    """Errors that it was given; fewer than asked for where too little is known to be true."""
    hidden: int = 0
    """Figures whose value it keeps back."""


def pack(store: Path, order: PackageOrder, folder: Path) -> list[Packed]:
    """Write every package of what was ordered, those on record again; in order of number.

    Raises StoreError where there is nothing for its owner or the store is a package itself, FzError where a
    file cannot be written or its name is taken by another one; packages that were written before stay.
    """
    require_undamaged(store, rows=False)  # those of what goes out are read when it does
    refuse_package(store, "pack")
    cases = list(conflicts(store)) if order.purpose == "adjudicate" else []
    with StoreReader(store) as reader:
        outgoing = Outgoing(reader, order, now(), cases)
        new = outgoing.new()
        seeded_errors = [seed for one in new for seed in seed_errors(reader, one)]
        withheld = [hidden for one in new for hidden in withheld_of(reader, one, seeded_errors)]
        if order.purpose == "review":
            new = [sealed(one, seeded_errors, withheld) for one in new]
        held = {one.sha256 for one in reader.summaries(aside=None)}
    if new:
        with closing(StoreWriter(store)) as writer:
            writer.record_packages(new, seeded_errors, withheld).result()
    going = [one for one in of_owner((*outgoing.recorded, *new), outgoing.template) if outgoing.goes(one)]
    if not going:
        raise outgoing.nothing()
    with StoreReader(store) as reader:
        counts = {
            one.site: (len(reader.team.seeded_errors(one.site)), len(reader.team.withheld(one.site)))
            for one in going
        }
    return [
        Packed(one, *_written(store, one, folder, cases), len({*one.reports} - held), *counts[one.site])
        for one in going
    ]


def _written(store: Path, package: Package, folder: Path, cases: Sequence[Conflict]) -> tuple[Path, bool]:
    """The package's file, and whether it was written now."""
    path = folder / package_file(package.owner, package.number, package.purpose)
    if path.exists():
        if not holds_package(path, package.site):
            raise FzError("pack_taken", path=path, owner=package.owner)
        return path, False
    with StoreReader(store) as reader:
        contents = contents_of(reader, package, cases)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with atomic_target(path) as partial:
            write_package(store, partial, package, contents)
    except OSError as error:
        raise FzError("pack_unwritable", path=path, reason=error.strerror or str(error)) from error
    except StoreError as error:
        if error.code != "store_unwritable":
            raise
        raise FzError("pack_unwritable", path=path, reason=error.params["reason"]) from error
    return path, True


def package_file(owner: str, number: int, purpose: str) -> str:
    """The name of a package's file: other words for each owner, also where it cannot hold their name.

    All three may come from outside; none leads out of the folder.
    """
    stem = safe_stem(owner)
    if stem != owner:
        stem += f".{sha256(owner.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
    if purpose != "review":
        stem += f"-{safe_stem(purpose)}"
    return f"{stem}-{number:03}{SUFFIX}"


def holds_package(path: Path, site: str) -> bool:
    """Whether a file is the store of the package of this site; False for one that is no store."""
    try:
        with StoreReader(path) as reader:
            return [one.site for one in reader.team.packages()] == [site]
    except FzError:
        return False
