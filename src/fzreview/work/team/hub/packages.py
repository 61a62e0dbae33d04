"""Packages that come down from a hub, as the files that people open."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fzreview.domain.team.hub import ListedPackage
from fzreview.domain.team.packages import PACKED_REPORTS, Package
from fzreview.errors import FzError
from fzreview.hub.protocol import Hub
from fzreview.store.integrity.corruption import integrity_check
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader
from fzreview.work.keeping.safekeeping import atomic_target
from fzreview.work.team.packages.packing import holds_package, package_file

_MOST_BYTES: Final = 4 << 30
"""Of a package once it is unpacked: a bomb ends here."""
_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Fetched:
    """A package and its file."""

    owner: str
    path: Path | None = None
    """None where it could not be taken."""
    written: bool = False
    """False where the file was there already: somebody may have decided in it, so it is left as it is."""
    error: FzError | None = None


def fetch_packages(hub: Hub, owner: str, folder: Path) -> list[Fetched]:
    """Write the packages of a person that are not in the folder yet; one outcome for each.

    Raises FzError where the hub cannot be used.
    """
    about = hub.about()
    if about.project is None:
        raise FzError("hub_not_begun", place=hub.place)
    fetched = []
    for listed in hub.packages(owner):
        if listed.purpose == PACKED_REPORTS:
            continue
        path = folder / package_file(listed.owner, listed.number, listed.purpose)
        try:
            fetched.append(Fetched(owner, path, _written(hub, listed, about.project, path)))
        except FzError as error:
            if error.code == "hub_unreached":
                raise
            fetched.append(Fetched(owner, error=error))
    return fetched


def _written(hub: Hub, listed: ListedPackage, project: str, path: Path) -> bool:
    if path.exists():
        if not holds_package(path, listed.site):
            raise FzError("pack_taken", path=path, owner=listed.owner)
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FzError("pack_unwritable", path=path, reason=error.strerror or str(error)) from error
    with atomic_target(path) as partial:
        unpacked(hub, listed, project, partial)
    return True


def unpacked(hub: Hub, listed: ListedPackage, project: str, path: Path) -> Package:
    """A package's store written to ``path``. Raises FzError for what is not the package that was listed."""
    content = hub.get_package(listed)
    try:
        _unpack(content, path)
        create_or_migrate(path)
        if found := integrity_check(path):
            raise FzError("hub_package_altered", place=hub.place, name=listed.site, reason=found[0])
        with StoreReader(path) as reader:
            held = reader.team.packages()
    except (zlib.error, EOFError, FzError) as error:
        if isinstance(error, FzError) and error.code in ("store_too_new", "hub_package_altered"):
            raise
        raise FzError("hub_package_altered", place=hub.place, name=listed.site, reason=str(error)) from error
    if listed.purpose == PACKED_REPORTS:  # with what is on record beside it
        held = [one for one in held if one.site == listed.site]
    expected = (listed.site, project, listed.owner, listed.purpose)
    if [(one.site, one.project, one.owner, one.purpose) for one in held] != [expected]:
        raise FzError("hub_package_altered", place=hub.place, name=listed.site, reason=listed.owner)
    return held[0]


def _unpack(content: bytes, path: Path) -> None:
    """Raises zlib.error or EOFError for what was not packed whole, OSError where it cannot be written."""
    unpacking = zlib.decompressobj()
    written = 0
    with path.open("wb") as file:
        rest = content
        while rest and not unpacking.eof:
            some = unpacking.decompress(rest, _CHUNK)
            written += file.write(some)
            rest = unpacking.unconsumed_tail
            if written > _MOST_BYTES:
                raise zlib.error("larger than a package can be")
    if not unpacking.eof or unpacking.unused_data:
        raise EOFError("cut")
