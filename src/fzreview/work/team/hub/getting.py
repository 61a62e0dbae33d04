"""Downloads what a hub has for a store: rows page by page, packages one by one."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from fzreview.domain.team.assignment import Assignment
from fzreview.domain.team.hub import Cursor, ListedPackage
from fzreview.domain.team.merged import FormerWord, Merged
from fzreview.domain.team.packages import PACKED_REPORTS
from fzreview.errors import FzError, error_fields
from fzreview.hub.protocol import Hub
from fzreview.store.hubs.reader import HubReader
from fzreview.store.hubs.writer import HubWriter
from fzreview.store.reader import StoreReader
from fzreview.work.merging.merge import merge
from fzreview.work.team.hub.packages import unpacked
from fzreview.work.team.hub.session import HubSession, hub_session, note_synced


@dataclass
class GetResult:
    """The result of one download."""

    store: str
    new: int = 0
    """Rows that the store did not have."""
    known: int = 0
    holding: int = 0
    """New rows that are in effect."""
    waiting: int = 0
    """New rows about reports that the store lacks."""
    packages: int = 0
    """Packages of which reports or rows were stored."""
    opened: int = 0
    """Figures that reviewers disagree about now and did not before."""
    closed: int = 0
    forked: list[str] = field(default_factory=list)
    """Sites that turned out to have forked, because their file was copied and used twice."""
    former: tuple[FormerWord, ...] = ()
    """New words that were said of a former reading, in order of place."""
    told: list[FzError] = field(default_factory=list)
    """Errors of what was not stored; everything else was."""

    def row(self) -> dict[str, Any]:
        """The row of ``hub get --json``."""
        counts = ("store", "new", "known", "holding", "waiting", "packages", "opened", "closed", "forked")
        told = [error_fields(one) for one in self.told]
        former = [asdict(one) for one in self.former]
        return {name: getattr(self, name) for name in counts} | {"former": former, "told": told}

    def add(self, one: Merged) -> None:
        """Add the counts of a page or a package, but for rows that wait, which are counted at the end."""
        self.known += one.known
        self.opened += one.opened
        self.closed += one.closed
        self.forked += one.forked
        if one.error is not None:
            self.told.append(one.error)


def get(hub: Hub, store: Path, *, again: bool = False) -> GetResult:
    """Download new rows, and for a coordinator reports and packages too; creates a store that is missing.

    A package gets its owner's rows from other machines, as far as they are about its reports. With ``again``
    everything is read from the beginning. Raises FzError where the store or the hub cannot be used; what was
    stored until then stays.
    """
    done = GetResult(str(store))
    with hub_session(hub, store, puts=False) as (session, here), closing(HubWriter(store)) as writer:
        last = here.last_entry()
        if again:
            writer.reset_progress(session.hub).result()
        listed = (
            hub.packages(session.member) if session.may_put_packages or session.member is not None else []
        )
        _get_rows(hub, session, here, writer, listed, done)
        taken = here.cursor(session.hub).taken
        for one in listed if session.may_put_packages else ():
            # What is nobody's comes first and may bring others on record.
            if one.site not in taken and one.site not in here.packages():
                _get_package(hub, session, store, writer, one, done)
        if not done.told:
            note_synced(here, session.hub, writer)
        done.new, done.holding, done.waiting = here.counts_behind(last)
        done.former = here.former_behind(last)
    return done


def _get_rows(
    hub: Hub,
    session: HubSession,
    here: HubReader,
    writer: HubWriter,
    listed: Sequence[ListedPackage],
    done: GetResult,
) -> None:
    cursor = here.cursor(session.hub)
    only = None if session.member is None else here.reports()
    owners = here.owners()
    # Whose packages are out there: rows from their sites are those of one person.
    new = [(one.site, one.owner, one.purpose) for one in listed if one.owner and one.site not in owners]
    if new:
        writer.note_owners(new).result()
    try:
        _get_pages(hub, session, cursor, only, writer, done)
    except FzError as error:
        if error.code not in ("hub_rewritten", "hub_shortened"):
            raise
        done.told.append(error)
        writer.reset_progress(session.hub).result()
        _get_pages(hub, session, Cursor(), only, writer, done)


def _get_pages(
    hub: Hub,
    session: HubSession,
    cursor: Cursor,
    only: Collection[str] | None,
    writer: HubWriter,
    done: GetResult,
) -> None:
    for page in hub.pull(cursor, session.member):
        if isinstance(page, FzError):
            done.told.append(page)
            continue
        for one in writer.merge_page(session.hub, page, only).result():
            done.add(one)


def _get_package(
    hub: Hub, session: HubSession, store: Path, writer: HubWriter, listed: ListedPackage, done: GetResult
) -> None:
    """Merge a package's reports into the store, and record that it was handed out."""
    try:
        with tempfile.TemporaryDirectory(prefix="fzreview-hub-") as folder:
            path = Path(folder) / "package.db"
            package = unpacked(hub, listed, session.project, path)
            (merged,) = merge(store, [path])
    except FzError as error:
        if error.code == "hub_unreached":
            raise
        done.told.append(error)
        return
    done.add(replace(merged, source=f"{hub.place} {listed.site}"))
    if merged.error is not None:
        return
    writer.note_taken(session.hub, (listed.site,)).result()
    if listed.purpose != PACKED_REPORTS:
        done.packages += 1
        writer.record_packages([package]).result()
        with StoreReader(store) as reader:
            plan = reader.team.assignment().reviewers
        given = {sha: tuple(sorted({*plan.get(sha, ()), package.owner})) for sha in package.reports}
        writer.record_assignment(Assignment({**plan, **given}), package.at).result()
