"""Uploads what a hub lacks of a store. Each segment is independent, so an interrupted upload resumes."""

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

from fzreview.domain.team.hub import Head, ListedPackage
from fzreview.domain.team.packages import MOST_REPORTS, PACKED_REPORTS, Package
from fzreview.errors import FzError, error_fields
from fzreview.hub.protocol import Hub
from fzreview.store.hubs.progress import SentState
from fzreview.store.hubs.reader import HubReader, OutgoingSite
from fzreview.store.hubs.writer import HubWriter
from fzreview.store.reader import StoreReader
from fzreview.store.team.package_contents import WHOLE, PackageContents
from fzreview.store.team.package_writing import write_package
from fzreview.work.clock import now
from fzreview.work.keeping.safekeeping import require_undamaged
from fzreview.work.team.dissent.conflicts import conflicts
from fzreview.work.team.hub.session import HubSession, hub_session, note_synced
from fzreview.work.team.packages.contents import contents_of


@dataclass
class PutResult:
    """The result of one upload."""

    store: str
    new: int = 0
    """Rows that the hub did not have."""
    known: int = 0
    """Rows that were sent and that it had."""
    packages: int = 0
    reports: int = 0
    """Readings of reports that were uploaded."""
    left: int = 0
    """Rows that are not sent, because their site holds other people's rows too."""
    error: FzError | None = None

    def row(self) -> dict[str, Any]:
        """The row of ``hub put --json``."""
        counts = ("store", "new", "known", "packages", "reports", "left")
        return {name: getattr(self, name) for name in counts} | error_fields(self.error)


def put(hub: Hub, store: Path, *, reports: bool = False, again: bool = False) -> PutResult:
    """Upload rows and, where the login may, packages and the readings of their reports.

    With ``reports`` the readings of all reports are uploaded. With ``again`` everything is compared anew with
    what the hub has. Raises FzError where the store or the hub cannot be used; what was uploaded stays.
    """
    done = PutResult(str(store))
    with hub_session(hub, store, puts=True) as (session, here), closing(HubWriter(store)) as writer:
        if again:
            writer.reset_progress(session.hub).result()
        _put_rows(hub, session, here, writer, done)
        if session.may_put_packages:
            packed = _put_packages(hub, session, store, done)
            _put_readings(hub, session, here, writer, store, done, None if reports else packed)
            if reports or hub.isolates_members:
                _put_records(hub, session, here, writer, store)
        note_synced(here, session.hub, writer)
    return done


def _put_rows(hub: Hub, session: HubSession, here: HubReader, writer: HubWriter, done: PutResult) -> None:
    sites = here.sites()
    mine = [one for one in sites if session.member is None or one.reviewers == {session.member}]
    own, _, _ = here.identity()
    done.left = sum(one.rows for one in sites if one not in mine and one.site == own)
    heads = hub.heads([one.site for one in mine])
    sent = here.sent(session.hub)
    for one in mine:
        head = heads.get(one.site)
        if head is None or sent.get(one.site) != SentState(head, one.rows):
            reached = _put_site(hub, here, one, head, done)
            writer.note_sent(session.hub, one.site, SentState(reached, one.rows)).result()


def _put_site(hub: Hub, here: HubReader, site: OutgoingSite, head: Head | None, done: PutResult) -> Head:
    """Send what the hub lacks of a site; the site's last row at the hub afterwards."""
    reached, in_order = head or Head(0, ""), True
    for segment in here.segments(site.site, head):
        pushed = hub.push(segment)
        done.new += pushed.new
        done.known += pushed.known
        in_order = in_order and segment.prev == reached.hash
        reached = Head(segment.last, segment.hash)
    if in_order:
        return reached
    return hub.heads([site.site])[site.site]


def _put_packages(hub: Hub, session: HubSession, store: Path, done: PutResult) -> frozenset[str]:
    """Upload packages on record that the hub lacks; sha256 of the reports of all packages."""
    with StoreReader(store) as reader:
        recorded = reader.team.packages()
    there = {one.site for one in hub.packages(None)} if recorded else set()
    missing = [package for package in recorded if package.site not in there]
    if missing:
        require_undamaged(store)
    cases = list(conflicts(store)) if any(one.purpose == "adjudicate" for one in missing) else []
    for package in missing:
        with StoreReader(store) as reader:
            contents = contents_of(reader, package, cases)
        _put_package(hub, store, package, contents)
        done.packages += 1
    return frozenset(sha256 for package in recorded for sha256 in package.reports)


def _put_readings(
    hub: Hub,
    session: HubSession,
    here: HubReader,
    writer: HubWriter,
    store: Path,
    done: PutResult,
    only: frozenset[str] | None,
) -> None:
    """Upload the readings of reports that were not uploaded before; of ``only`` these, or of all."""
    if only is not None and not only:
        return
    taken = here.cursor(session.hub).taken
    missing = ((one, name) for one in here.readings(only) if (name := f"{one[0]} {one[1]}") not in taken)
    for some in _chunks(missing):
        names = [name for _, name in some]
        number = int(sha256("\n".join(names).encode()).hexdigest()[:8], 16)
        shas = tuple(dict.fromkeys(sha for (_, _, along), _ in some for sha in along))
        _put_package(hub, store, Package(session.project, "", number, shas, now(), PACKED_REPORTS))
        writer.note_taken(session.hub, names).result()
        done.reports += len(some)


def _put_records(hub: Hub, session: HubSession, here: HubReader, writer: HubWriter, store: Path) -> None:
    """Upload the coordinators' records (plans, audits, seeded errors, rulings) if they changed."""
    digest = here.records()
    name = f"records {digest}"
    if digest is not None and name not in here.cursor(session.hub).taken:
        _put_package(hub, store, Package(session.project, "", int(digest[:8], 16), (), now(), PACKED_REPORTS))
        writer.note_taken(session.hub, (name,)).result()


Missing = tuple[tuple[str, str, tuple[str, ...]], str]


def _chunks(missing: Iterator[Missing]) -> Iterator[list[Missing]]:
    while some := list(islice(missing, MOST_REPORTS)):
        yield some


def _put_package(hub: Hub, store: Path, package: Package, contents: PackageContents = WHOLE) -> None:
    with tempfile.TemporaryDirectory(prefix="fzreview-hub-") as folder:
        path = Path(folder) / "package.db"
        write_package(store, path, package, contents)
        content = zlib.compress(path.read_bytes())
    listed = ListedPackage(
        package.site,
        package.owner,
        package.number,
        package.purpose,
        package.at,
        sha256(content).hexdigest(),
        len(content),
    )
    hub.put_package(listed, content)
