"""What a store has and a hub lacks, put there. Each piece stands for itself: what breaks off goes on."""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from fzreview.domain.team.hub import Head, Laid
from fzreview.domain.team.packages import MOST_REPORTS, PACKED_REPORTS, Package
from fzreview.errors import FzError, error_fields
from fzreview.hub.protocol import Hub
from fzreview.store.hubs.progress import Sent
from fzreview.store.hubs.reader import HubReader, OutgoingSite
from fzreview.store.hubs.writer import HubWriter
from fzreview.store.reader import StoreReader
from fzreview.store.team.package_contents import WHOLE, Contents
from fzreview.store.team.package_writing import write_package
from fzreview.work.clock import now
from fzreview.work.keeping.safekeeping import sound
from fzreview.work.team.dissent.conflicts import conflicts
from fzreview.work.team.hub.meeting import Met, meeting, note_synced
from fzreview.work.team.packages.contents import contents_of


@dataclass
class Put:
    """What one store's put came to."""

    store: str
    new: int = 0
    """Rows that the hub did not have."""
    known: int = 0
    """Rows that were sent and that it had."""
    packages: int = 0
    reports: int = 0
    """Reports laid down for a store to be made anew."""
    left: int = 0
    """Rows that somebody else must put: their site holds words of others."""
    error: FzError | None = None

    def row(self) -> dict[str, Any]:
        """The row of ``hub put --json``."""
        counts = ("store", "new", "known", "packages", "reports", "left")
        return {name: getattr(self, name) for name in counts} | error_fields(self.error)


def put(hub: Hub, store: Path, *, reports: bool = False, again: bool = False) -> Put:
    """Send rows, and where one may packages with the readings of their reports, each once.

    With ``reports`` the readings of all reports go: what a package shows may be wrong on purpose.
    ``again`` takes nothing for sent. Raises FzError where the store or the hub cannot be used; what the hub
    has by then it keeps.
    """
    done = Put(str(store))
    with meeting(hub, store, puts=True) as (met, here), closing(HubWriter(store)) as writer:
        if again:
            writer.rewind(met.hub).result()
        _put_rows(hub, met, here, writer, done)
        if met.lays:
            packed = _lay_packages(hub, met, store, done)
            _lay_reports(hub, met, here, writer, store, done, None if reports else packed)
            if reports or hub.keeps_apart:
                _lay_records(hub, met, here, writer, store)
        note_synced(here, met.hub, writer)
    return done


def _put_rows(hub: Hub, met: Met, here: HubReader, writer: HubWriter, done: Put) -> None:
    sites = here.sites()
    mine = [one for one in sites if met.member is None or one.reviewers == {met.member}]
    own, _, _ = here.identity()
    done.left = sum(one.rows for one in sites if one not in mine and one.site == own)
    heads = hub.heads([one.site for one in mine])
    sent = here.sent(met.hub)
    for one in mine:
        head = heads.get(one.site)
        if head is None or sent.get(one.site) != Sent(head, one.rows):
            reached = _put_site(hub, here, one, head, done)
            writer.note_sent(met.hub, one.site, Sent(reached, one.rows)).result()


def _put_site(hub: Hub, here: HubReader, site: OutgoingSite, head: Head | None, done: Put) -> Head:
    """Send what the hub lacks of a site; how far it has it then."""
    reached, in_order = head or Head(0, ""), True
    for piece in here.pieces(site.site, head):
        pushed = hub.push(piece)
        done.new += pushed.new
        done.known += pushed.known
        in_order = in_order and piece.prev == reached.hash
        reached = Head(piece.last, piece.hash)
    if in_order:
        return reached
    return hub.heads([site.site])[site.site]


def _lay_packages(hub: Hub, met: Met, store: Path, done: Put) -> frozenset[str]:
    """Packages on record that the hub does not have; sha256 of the reports of all of them."""
    with StoreReader(store) as reader:
        recorded = reader.team.packages()
    there = {one.site for one in hub.packages(None)} if recorded else set()
    missing = [package for package in recorded if package.site not in there]
    if missing:
        sound(store)
    cases = list(conflicts(store)) if any(one.purpose == "adjudicate" for one in missing) else []
    for package in missing:
        with StoreReader(store) as reader:
            contents = contents_of(reader, package, cases)
        _lay(hub, store, package, contents)
        done.packages += 1
    return frozenset(sha256 for package in recorded for sha256 in package.reports)


def _lay_reports(
    hub: Hub,
    met: Met,
    here: HubReader,
    writer: HubWriter,
    store: Path,
    done: Put,
    only: frozenset[str] | None,
) -> None:
    """Reports as they are read now, as far as they were not laid down before; ``only`` these, or all."""
    if only is not None and not only:
        return
    laid = here.cursor(met.hub).taken
    missing = ((one, name) for one in here.readings(only) if (name := f"{one[0]} {one[1]}") not in laid)
    for some in _chunks(missing):
        names = [name for _, name in some]
        number = int(sha256("\n".join(names).encode()).hexdigest()[:8], 16)
        shas = tuple(dict.fromkeys(sha for (_, _, along), _ in some for sha in along))
        _lay(hub, store, Package(met.project, "", number, shas, now(), PACKED_REPORTS))
        writer.note_taken(met.hub, names).result()
        done.reports += len(some)


def _lay_records(hub: Hub, met: Met, here: HubReader, writer: HubWriter, store: Path) -> None:
    """What is on record, where it changed: plans, rules of packages, audits, seeded errors, rulings."""
    digest = here.records()
    name = f"records {digest}"
    if digest is not None and name not in here.cursor(met.hub).taken:
        _lay(hub, store, Package(met.project, "", int(digest[:8], 16), (), now(), PACKED_REPORTS))
        writer.note_taken(met.hub, (name,)).result()


Missing = tuple[tuple[str, str, tuple[str, ...]], str]


def _chunks(missing: Iterator[Missing]) -> Iterator[list[Missing]]:
    while some := list(islice(missing, MOST_REPORTS)):
        yield some


def _lay(hub: Hub, store: Path, package: Package, contents: Contents = WHOLE) -> None:
    with tempfile.TemporaryDirectory(prefix="fzreview-hub-") as folder:
        path = Path(folder) / "package.db"
        write_package(store, path, package, contents)
        content = zlib.compress(path.read_bytes())
    laid = Laid(
        package.site,
        package.owner,
        package.number,
        package.purpose,
        package.at,
        sha256(content).hexdigest(),
        len(content),
    )
    hub.lay(laid, content)
